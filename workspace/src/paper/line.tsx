import type { Paragraph } from '@nhipcau/document';
import type { Drawing } from './drawing.ts';
import { isEmphasised } from './layout.ts';
import { PaperParagraph } from './paragraph.tsx';

/** A paragraph at its place on the sheet. */
export function Line({
  paragraph,
  align,
  drawing,
}: {
  paragraph: Paragraph;
  align: string;
  drawing: Drawing;
}) {
  return (
    <PaperParagraph
      paragraph={paragraph}
      align={align}
      bold={drawing.plain && isEmphasised(paragraph, drawing.text, drawing.fields)}
      text={drawing.text}
      marks={drawing.marks.get(paragraph)}
      chips={drawing.chips.get(paragraph)}
      onChip={drawing.onChip}
    />
  );
}
