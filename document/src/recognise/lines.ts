// Every paragraph of a document in reading order, those in tables too: what header, signatures and lists are read from.
import { hasSmallWord } from '../read/small-words.ts';
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

// "QĐ-TTg", "CTr/TU": symbols keep their small letters among capitals.
const SYMBOL = /\S{0,40}\/\S{0,40}/g;

/** Written in capitals throughout, but for the symbols of document numbers. */
export function isCapitals(text: string): boolean {
  if (!LOWER.test(text)) return LETTERS.test(text);
  if (text.length > 600 || !text.includes('/') || hasSmallWord(text)) return false;
  const bare = text.replace(SYMBOL, '');
  return !LOWER.test(bare) && LETTERS.test(bare);
}
