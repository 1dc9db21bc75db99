// Paragraphs and tables before they are laid out; what tables inside tables become.
import type { Origin } from '../tree.ts';
import type { Builder, CellInput, ParagraphInput } from './build.ts';

export type Piece =
  | { readonly type: 'paragraph'; readonly paragraph: ParagraphInput }
  | { readonly type: 'table'; readonly rows: readonly (readonly CellInput[])[]; readonly head?: number };

/** A cell whose content may still hold tables. */
export interface DraftCell extends Omit<CellInput, 'paragraphs'> {
  readonly pieces: readonly Piece[];
}

// A cell with more in it than that holds text that somebody laid out in columns.
const MOST_IN_CELL = 30;

/**
 * A finished table: itself with plain cells, or, where it only frames or arranges text, what stands in it. A frame is a
 * table of one cell; an arrangement is a single row with a whole text in a cell.
 */
export function settleTable(rows: readonly (readonly DraftCell[])[], head = 0): readonly Piece[] {
  const [first, second] = rows.filter((row) => row.length > 0);
  if (!first) return [];
  if (!second && (first.length === 1 || first.some(arranges))) return first.flatMap(({ pieces }) => pieces);
  return [{ type: 'table', rows: rows.map((row) => row.map(plain)), head }];
}

const arranges = ({ pieces }: DraftCell): boolean => paragraphsOf(pieces).length > MOST_IN_CELL;

const plain = ({ pieces, ...cell }: DraftCell): CellInput => ({ ...cell, paragraphs: paragraphsOf(pieces) });

/** A table inside a cell becomes paragraphs of the cell, in reading order. */
export function paragraphsOf(pieces: readonly Piece[]): ParagraphInput[] {
  const paragraphs: ParagraphInput[] = [];
  for (const piece of pieces)
    if (piece.type === 'paragraph') paragraphs.push(piece.paragraph);
    else
      for (const row of piece.rows)
        for (const cell of row) for (const inner of cell.paragraphs) paragraphs.push(inner);
  return paragraphs;
}

export function addPieces(
  builder: Pick<Builder, 'paragraph' | 'table'>,
  pieces: readonly Piece[],
  origin?: Origin,
): void {
  for (const piece of pieces)
    if (piece.type === 'table') builder.table(piece.rows, origin, piece.head);
    else {
      const { content, ...attributes } = piece.paragraph;
      builder.paragraph(content, attributes);
    }
}

/** The text of each paragraph. */
export const linesOf = (pieces: readonly Piece[]): string[] =>
  paragraphsOf(pieces).map(({ content }) =>
    typeof content === 'string' ? content : content.map(({ text }) => text).join(''),
  );
