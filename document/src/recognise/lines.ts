// Every paragraph of a document in reading order, those in tables too: what header, signatures and lists are read from.
import type { Block, Paragraph, Source, Span } from '../tree.ts';

export interface Line {
  readonly text: string;
  readonly span: Span;
  readonly paragraph: Paragraph;
  /** Place of its block in `Source.blocks`. */
  readonly block: number;
  /** Where it stands in a table. */
  readonly cell?: {
    readonly row: number;
    readonly column: number;
    readonly columns: number;
    readonly rows: number;
  };
}

export function linesOf(source: Source): Line[] {
  return source.blocks.flatMap((block, index) => blockLines(source.text, block, index));
}

function blockLines(text: string, block: Block, index: number): Line[] {
  if (block.type === 'paragraph') return [lineOf(text, block, index)];
  return block.rows.flatMap((row, at) =>
    row.cells.flatMap((cell) =>
      cell.paragraphs.map((paragraph) => ({
        ...lineOf(text, paragraph, index),
        cell: { row: at, column: cell.column, columns: block.columns, rows: block.rows.length },
      })),
    ),
  );
}

function lineOf(text: string, paragraph: Paragraph, block: number): Line {
  return { text: text.slice(...paragraph.span), span: paragraph.span, paragraph, block };
}

const LOWER = /\p{Ll}/u;
const LETTERS = /\p{L}.*\p{L}/u;

/** Written in capitals throughout. */
export function isCapitals(text: string): boolean {
  return !LOWER.test(text) && LETTERS.test(text);
}
