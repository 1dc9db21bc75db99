// Tables of a Word document while they are read, and their merged cells resolved when they end (17.4 of ECMA-376).
import type { CellInput, ParagraphInput } from './build.ts';

export type DocxBlock =
  | { readonly type: 'paragraph'; readonly paragraph: ParagraphInput }
  | { readonly type: 'table'; readonly rows: readonly (readonly CellInput[])[] };

export interface OpenCell {
  columns: number;
  /** Vertical merge: begins one, goes on with the one above, or neither. */
  merge: 'restart' | 'continue' | null;
  /** Goes on with the cell on its left (an old form of `gridSpan`). */
  joined: boolean;
  readonly blocks: DocxBlock[];
}

export interface OpenRow {
  /** Grid columns left free before its first cell. */
  before: number;
  deleted: boolean;
  readonly cells: OpenCell[];
}

export interface OpenTable {
  readonly rows: OpenRow[];
}

/** A table of one cell is a frame: what stands in it is lifted out. */
export function closeTable(table: OpenTable): readonly DocxBlock[] {
  const rows = table.rows.filter((row) => !row.deleted && row.cells.length > 0);
  const [first] = rows;
  if (rows.length === 1 && first?.cells.length === 1) return first.cells[0]!.blocks;
  return [{ type: 'table', rows: resolve(rows) }];
}

interface Placed {
  readonly column: number;
  readonly columns: number;
  rows: number;
  readonly paragraphs: ParagraphInput[];
}

function resolve(rows: readonly OpenRow[]): Placed[][] {
  /** The cell that vertical merges in a column go on with. */
  const above = new Map<number, Placed>();
  return rows.map((row) => {
    const placed: Placed[] = [];
    let column = row.before;
    for (const cell of joinCells(row.cells)) {
      const owner = cell.merge === 'continue' ? above.get(column) : undefined;
      if (owner) {
        owner.rows++;
        owner.paragraphs.push(...flatten(cell.blocks));
      } else {
        const fresh: Placed = { column, columns: cell.columns, rows: 1, paragraphs: flatten(cell.blocks) };
        placed.push(fresh);
        if (cell.merge) above.set(column, fresh);
        else above.delete(column);
      }
      column += cell.columns;
    }
    return placed;
  });
}

function joinCells(cells: readonly OpenCell[]): OpenCell[] {
  const joined: OpenCell[] = [];
  for (const cell of cells) {
    const left = joined.at(-1);
    if (!cell.joined || !left) joined.push(cell);
    else joined[joined.length - 1] = { ...left, columns: left.columns + cell.columns };
  }
  return joined;
}

/** A table inside a cell becomes paragraphs of the cell, in reading order. */
function flatten(blocks: readonly DocxBlock[]): ParagraphInput[] {
  const paragraphs: ParagraphInput[] = [];
  for (const block of blocks)
    if (block.type === 'paragraph') paragraphs.push(block.paragraph);
    else
      for (const row of block.rows)
        for (const cell of row) for (const inner of cell.paragraphs) paragraphs.push(inner);
  return paragraphs;
}
