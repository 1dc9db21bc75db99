// Tables of a Word document while they are read, and their merged cells resolved when they end (17.4 of ECMA-376).
import { settleTable, type Piece } from './pieces.ts';

export interface OpenCell {
  columns: number;
  /** Vertical merge: begins one, goes on with the one above, or neither. */
  merge: 'restart' | 'continue' | null;
  /** Goes on with the cell on its left (an old form of `gridSpan`). */
  joined: boolean;
  readonly pieces: Piece[];
}

export interface OpenRow {
  /** Grid columns left free before its first cell. */
  before: number;
  deleted: boolean;
  /** Repeated at the top of every page (17.4.78). */
  head: boolean;
  readonly cells: OpenCell[];
}

export interface OpenTable {
  readonly rows: OpenRow[];
}

export function closeTable(table: OpenTable): readonly Piece[] {
  const rows = table.rows.filter((row) => !row.deleted && row.cells.length > 0);
  const first = rows.findIndex(({ head }) => !head);
  return settleTable(resolve(rows), first < 0 ? rows.length : first);
}

interface Placed {
  readonly column: number;
  readonly columns: number;
  rows: number;
  readonly pieces: Piece[];
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
        for (const piece of cell.pieces) owner.pieces.push(piece);
      } else {
        const fresh: Placed = { column, columns: cell.columns, rows: 1, pieces: [...cell.pieces] };
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
