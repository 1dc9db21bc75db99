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
import { memo, useMemo, type PointerEvent, type RefObject } from 'react';
import { useWords } from '../language/words.ts';
import { alignment, isEmphasised, isPlain, layOut, type FieldSpans, type Stretch } from './layout.ts';
import { PaperParagraph } from './paragraph.tsx';
import css from './paper.module.css';
import { marksByParagraph, paragraphsOf, type Mark } from './segments.ts';
import { hover } from './spotlight.ts';
import { PaperTable } from './table.tsx';

/** A number or sign in the margin: where a task begins, where a warning stands. */
export interface Chip {
  readonly id: string;
  readonly offset: number;
  readonly label: string;
  readonly name: string;
  readonly warning?: boolean;
}

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

/** What a paragraph needs to be drawn; the same objects as before where nothing changed. */
export interface Drawing {
  readonly text: string;
  readonly fields: FieldSpans;
  readonly plain: boolean;
  readonly marks: ReadonlyMap<Paragraph, readonly Mark[]>;
  readonly chips: ReadonlyMap<Paragraph, readonly Chip[]>;
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
  return (
    <div
      ref={sheet}
      className={css['sheet']}
      role="document"
      aria-label={say('Văn bản')}
      lang="vi"
      onPointerOver={(event) => hover(marksUnder(event))}
      onPointerLeave={() => hover([])}
      onClick={(event) => {
        const under = marksUnder(event);
        if (under.length > 0 && getSelection()?.isCollapsed !== false) onChoose(under);
      }}
    >
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

function marksUnder(event: PointerEvent | React.MouseEvent): string[] {
  const piece = (event.target as Element).closest<HTMLElement>('[data-m]');
  return piece?.dataset['m']?.split(' ') ?? [];
}

function keyOf(stretch: Stretch): string {
  if (stretch.kind === 'paragraph') return `p${stretch.paragraph.span[0]}`;
  if (stretch.kind === 'table') return `t${stretch.table.span[0]}`;
  return `c${stretch.left[0]?.span[0] ?? stretch.right[0]?.span[0]}`;
}
