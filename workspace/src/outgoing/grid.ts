// Steps in a table: rows and columns come and go; cells that span others are left as they are.
import type { Grid } from './draft.ts';

type Cell = Grid['rows'][number][number];
export type GridPart = 'head' | 'rows';

const empty = (): Cell => ({ lines: [''] });
export const textOfCell = ({ lines }: Cell): string =>
  lines.map((line) => (typeof line === 'string' ? line : line.map(({ text }) => text).join(''))).join('\n');

/** A table in which no cell spans others: columns can be added and taken out. */
export const isPlain = ({ head, rows, widths }: Grid): boolean =>
  [...head, ...rows].every(
    (row) =>
      row.length === widths.length &&
      row.every(({ columns = 1, rows: down = 1 }) => columns === 1 && down === 1),
  );

export const setCell = (
  grid: Grid,
  [part, row, column]: readonly [GridPart, number, number],
  text: string,
): Grid => ({
  ...grid,
  [part]: grid[part].map((cells, at) =>
    at === row
      ? cells.map((cell, index) => (index === column ? { ...cell, lines: text.split('\n') } : cell))
      : cells,
  ),
});

/** A row like the one above it. */
export const addRow = (grid: Grid, after: number): Grid => {
  const model = grid.rows[after] ?? grid.rows.at(-1) ?? grid.widths.map(empty);
  const row = model.map(({ lines: _lines, rows: _rows, ...look }) => ({ ...look, lines: [''] }));
  return { ...grid, rows: [...grid.rows.slice(0, after + 1), row, ...grid.rows.slice(after + 1)] };
};
export const removeRow = (grid: Grid, at: number): Grid => ({
  ...grid,
  rows: grid.rows.filter((_row, index) => index !== at),
});
export const addColumn = (grid: Grid, after: number): Grid => {
  const wide = (rows: Grid['rows']) =>
    rows.map((row) => [...row.slice(0, after + 1), empty(), ...row.slice(after + 1)]);
  const own = grid.widths[after] ?? 1;
  return {
    ...grid,
    widths: [...grid.widths.slice(0, after + 1), own, ...grid.widths.slice(after + 1)],
    head: wide(grid.head),
    rows: wide(grid.rows),
  };
};
export const removeColumn = (grid: Grid, at: number): Grid => {
  const kept = <T>(list: readonly T[]) => list.filter((_one, index) => index !== at);
  return { ...grid, widths: kept(grid.widths), head: grid.head.map(kept), rows: grid.rows.map(kept) };
};

/** Wider or narrower by a tenth of the table, at the cost of the others. */
export const widened = (grid: Grid, at: number, by: 1 | -1): Grid => {
  const all = grid.widths.reduce((sum, width) => sum + width, 0);
  return {
    ...grid,
    widths: grid.widths.map((width, index) =>
      index === at ? Math.max(all / 50, width + (by * all) / 10) : width,
    ),
  };
};
