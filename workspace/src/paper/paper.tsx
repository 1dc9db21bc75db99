// The document on the screen, looking like the document, with every recognised piece marked at its place.
import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/latin-700-italic.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-700.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import '@fontsource/tinos/vietnamese-700-italic.css';
import type { Block, Paragraph } from '@nhipcau/document';
import { memo, useEffect, useMemo, type RefObject } from 'react';
import { useWords } from '../language/words.ts';
import { alignment, isPlain, layOut, type FieldSpans, type Stretch } from './layout.ts';
import type { Chip, Drawing } from './drawing.ts';
import { Line } from './line.tsx';
import css from './paper.module.css';
import { marksByParagraph, paragraphsOf, type Mark } from './segments.ts';
import { hover } from './spotlight.ts';
import { PaperTable } from './table.tsx';

export interface PaperProps {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly fields: FieldSpans;
  readonly marks: readonly Mark[];
  readonly chips: readonly Chip[];
  readonly sheet: RefObject<HTMLDivElement | null>;
  /** The marks under the pointer, the innermost last. */
  readonly onChoose: (marks: readonly string[]) => void;
  readonly onChip: (chip: Chip) => void;
}

export const Paper = memo(function Paper(props: PaperProps) {
  const { text, blocks, fields, marks, chips, sheet, onChoose, onChip } = props;
  const { say } = useWords();
  const paragraphs = useMemo(() => paragraphsOf(blocks), [blocks]);
  const stretches = useMemo(() => layOut(blocks, text, fields), [blocks, text, fields]);
  const drawing = useMemo<Drawing>(
    () => ({
      text,
      fields,
      onChip,
      plain: isPlain(paragraphs),
      marks: marksByParagraph(paragraphs, marks),
      chips: chipsByParagraph(paragraphs, chips),
    }),
    [text, fields, onChip, paragraphs, marks, chips],
  );
  useSheetEvents(sheet, onChoose);
  return (
    <div ref={sheet} className={css['sheet']} role="document" aria-label={say('Văn bản')} lang="vi">
      {stretches.map((stretch) => (
        <StretchView key={keyOf(stretch)} stretch={stretch} drawing={drawing} />
      ))}
    </div>
  );
});

function StretchView({ stretch, drawing }: { stretch: Stretch; drawing: Drawing }) {
  if (stretch.kind === 'paragraph') {
    const align = alignment(stretch.paragraph, drawing.text, drawing.fields);
    return <Line paragraph={stretch.paragraph} align={align} drawing={drawing} />;
  }
  if (stretch.kind === 'table')
    return <PaperTable table={stretch.table} ruled={stretch.ruled} drawing={drawing} />;
  return (
    <div className={css['columns']}>
      {[stretch.left, stretch.right].map((side, index) => (
        <div key={index}>
          {side.map((paragraph) => (
            <Line
              key={paragraph.span[0]}
              paragraph={paragraph}
              align={columnAlign(stretch, index)}
              drawing={drawing}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Recipients stand at the left edge; all else in the two columns is centred. */
function columnAlign(stretch: Extract<Stretch, { kind: 'columns' }>, index: number): 'left' | 'center' {
  return stretch.place === 'foot' && index === 0 ? 'left' : 'center';
}

function chipsByParagraph(paragraphs: readonly Paragraph[], chips: readonly Chip[]): Map<Paragraph, Chip[]> {
  const points = chips.map((chip, index) => ({
    id: String(index),
    span: [chip.offset, chip.offset + 1] as const,
  }));
  const found = new Map<Paragraph, Chip[]>();
  for (const [paragraph, marks] of marksByParagraph(paragraphs, points)) {
    found.set(
      paragraph,
      marks.flatMap((mark) => chips[Number(mark.id)] ?? []),
    );
  }
  return found;
}

/** The pointer alone: with the keyboard the numbers in the margin choose a task. */
function useSheetEvents(sheet: PaperProps['sheet'], onChoose: PaperProps['onChoose']): void {
  useEffect(() => {
    const element = sheet.current;
    const over = (event: Event) => hover(marksUnder(event));
    const leave = () => hover([]);
    const click = (event: Event) => {
      const under = marksUnder(event);
      // Words that are being selected choose nothing.
      if (under.length > 0 && getSelection()?.isCollapsed !== false) onChoose(under);
    };
    element?.addEventListener('pointerover', over);
    element?.addEventListener('pointerleave', leave);
    element?.addEventListener('click', click);
    return () => {
      element?.removeEventListener('pointerover', over);
      element?.removeEventListener('pointerleave', leave);
      element?.removeEventListener('click', click);
    };
  }, [sheet, onChoose]);
}

/** The innermost mark comes last. */
function marksUnder(event: Event): string[] {
  const piece = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-m]') : null;
  return piece?.dataset['m']?.split(' ') ?? [];
}

function keyOf(stretch: Stretch): string {
  if (stretch.kind === 'paragraph') return `p${stretch.paragraph.span[0]}`;
  if (stretch.kind === 'table') return `t${stretch.table.span[0]}`;
  return `c${stretch.left[0]?.span[0] ?? stretch.right[0]?.span[0]}`;
}
