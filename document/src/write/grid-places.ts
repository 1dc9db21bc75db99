// Where the cells of a table stand, those included that hang down from rows above.
import type { Grid, TableCell } from './official.ts';

export interface PlacedCell {
  readonly cell: TableCell;
  /** From 0, the rows of the head counted. */
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** Its share of the width of the table. */
  readonly share: number;
}

export interface PlacedGrid {
  /** Shares of the whole, one a column; they make 1. */
  readonly widths: readonly number[];
  readonly head: readonly PlacedCell[];
  readonly rows: readonly PlacedCell[];
  readonly height: number;
  /** Rows, from 1, with more cells than the table has columns: such a table cannot be set. */
  readonly misfits: readonly number[];
}

/** Cells that reach beyond the last column or row end there; a width that is none counts as the mean of the others. */
export function placed(grid: Grid): PlacedGrid {
  const widths = sharesOf(grid.widths, mostCells(grid));
  const misfits: number[] = [];
  const place = (rows: Grid['rows'], first: number): PlacedCell[] => {
    const taken = widths.map(() => 0);
    return rows.flatMap((row, at) => {
      const cells = placeRow(row, taken, widths);
      if (cells.length < row.length) misfits.push(first + at + 1);
      return cells.map((each) => ({
        ...each,
        row: first + at,
        rows: Math.min(each.rows, rows.length - at),
      }));
    });
  };
  const head = place(grid.head, 0);
  const rows = place(grid.rows, grid.head.length);
  return { widths, head, rows, height: grid.head.length + grid.rows.length, misfits };
}

const extent = (value: number | undefined): number => Math.max(1, Math.floor(value ?? 1) || 1);

function mostCells({ head, rows }: Grid): number {
  return [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 1);
}

function sharesOf(widths: readonly number[], columns: number): number[] {
  const given = widths.length > 0 ? widths : Array.from({ length: columns }, () => 1);
  const sound = given.filter((width) => Number.isFinite(width) && width > 0);
  const mean = sound.length > 0 ? sound.reduce((sum, width) => sum + width, 0) / sound.length : 1;
  const whole = given.map((width) => (Number.isFinite(width) && width > 0 ? width : mean));
  const total = whole.reduce((sum, width) => sum + width, 0);
  return whole.map((width) => width / total);
}

/** `taken` says for how many rows yet each column is covered from above. */
function placeRow(
  row: readonly TableCell[],
  taken: number[],
  widths: readonly number[],
): Omit<PlacedCell, 'row'>[] {
  const cells: Omit<PlacedCell, 'row'>[] = [];
  const covered = taken.map((rows) => rows > 0);
  let column = 0;
  for (const cell of row) {
    while (covered[column]) column++;
    if (column >= widths.length) break;
    const rows = extent(cell.rows);
    let end = column;
    while (end < widths.length && end < column + extent(cell.columns) && !covered[end]) taken[end++] = rows;
    const share = widths.slice(column, end).reduce((sum, width) => sum + width, 0);
    cells.push({ cell, column, columns: end - column, rows, share });
    column = end;
  }
  for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, taken[at]! - 1);
  return cells;
}
