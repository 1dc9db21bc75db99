import { expect, test } from 'vitest';
import { placed } from './grid-places.ts';
import type { Grid, TableCell } from './official.ts';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({ lines: [text], ...more });
const grid = (rows: Grid['rows'], more: Partial<Grid> = {}): Grid => ({
  type: 'grid',
  widths: [1, 1, 2],
  head: [],
  rows,
  ...more,
});
const places = (given: Grid): string[] =>
  [...placed(given).head, ...placed(given).rows].map(
    ({ cell: { lines }, row, column, columns, rows }) =>
      `${String(lines[0])} ${row},${column} ${columns}x${rows}`,
  );

test('cells stand one beside another, rows of the head first', () => {
  expect(
    places(grid([[cell('d'), cell('e'), cell('f')]], { head: [[cell('a'), cell('b'), cell('c')]] })),
  ).toEqual(['a 0,0 1x1', 'b 0,1 1x1', 'c 0,2 1x1', 'd 1,0 1x1', 'e 1,1 1x1', 'f 1,2 1x1']);
});

test('a cell that hangs down pushes those of the next rows aside', () => {
  expect(
    places(
      grid([
        [cell('a', { rows: 2 }), cell('b', { columns: 2 })],
        [cell('c'), cell('d')],
      ]),
    ),
  ).toEqual(['a 0,0 1x2', 'b 0,1 2x1', 'c 1,1 1x1', 'd 1,2 1x1']);
});

test('cells end at the last column, at the last row, and before what hangs down', () => {
  expect(places(grid([[cell('a', { columns: 9, rows: 9 })]]))).toEqual(['a 0,0 3x1']);
  expect(
    places(
      grid([
        [cell('a'), cell('b', { rows: 2 })],
        [cell('c', { columns: 3 }), cell('d')],
      ]),
    ),
  ).toEqual(['a 0,0 1x1', 'b 0,1 1x2', 'c 1,0 1x1', 'd 1,2 1x1']);
});

test('what hangs down from the head ends with it', () => {
  expect(places(grid([[cell('b')]], { head: [[cell('a', { rows: 5 })]] }))).toEqual([
    'a 0,0 1x1',
    'b 1,0 1x1',
  ]);
});

test('widths are shares; one that is none counts as the mean of the others', () => {
  expect(placed(grid([])).widths).toEqual([0.25, 0.25, 0.5]);
  expect(placed(grid([], { widths: [2, Number.NaN, 4] })).widths).toEqual([2 / 9, 3 / 9, 4 / 9]);
  expect(placed(grid([[cell('a'), cell('b')]], { widths: [] })).widths).toEqual([0.5, 0.5]);
});

test('rows with more cells than there are columns are told', () => {
  const full = [cell('a'), cell('b'), cell('c')];
  expect(placed(grid([full, [...full, cell('d')], full])).misfits).toEqual([2]);
});
