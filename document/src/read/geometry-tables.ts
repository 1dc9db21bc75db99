// Tables while they may still go on over the next page: a repeated head row is dropped, a row that was cut in two is mended.
import type { CellInput } from './build.ts';
import type { Box } from './geometry.ts';
import type { Grid, GridCell } from './geometry-grid.ts';
import { linesOf } from './geometry-lines.ts';
import { extend, goesOn, paragraphInput, paragraphsOf, regionOf } from './geometry-paragraphs.ts';
import type { Draft } from './geometry-paragraphs.ts';
import { textOf } from './geometry-text.ts';

export interface CellDraft {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly drafts: Draft[];
}

export interface TableDraft {
  readonly kind: 'table';
  readonly page: number;
  readonly box: Box;
  readonly edges: readonly number[];
  readonly rows: CellDraft[][];
}

/** Room between a cell's border and its text, in points; Word's own is 5.4. */
const PADDING = 4;

export function tableOf(page: number, grid: Grid): TableDraft {
  const rows = Array.from({ length: grid.rowCount }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).map((cell) => cellOf(page, cell)),
  );
  return { kind: 'table', page, box: grid.box, edges: grid.edges, rows };
}

function cellOf(page: number, { column, columns, rows, box, pieces }: GridCell): CellDraft {
  const lines = linesOf(pieces);
  const left = Math.min(box[0] + PADDING, ...lines.map((line) => line.left));
  const right = Math.max(box[2] - PADDING, ...lines.map((line) => line.right));
  return { column, columns, rows, drafts: paragraphsOf(lines, regionOf(page, lines, [left, right])) };
}

const EDGE = 5;
/** How far a table may have moved sideways from one scanned page to the next. */
const SHIFT = 30;

/** Whether the table at a page's top is the one at the foot of the page before: its columns stand at the same places. */
export function sameColumns(above: TableDraft, below: TableDraft): boolean {
  if (Math.abs(above.edges[0]! - below.edges[0]!) > SHIFT) return false;
  const [one, other] = [widths(above.edges), widths(below.edges)];
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return (
    few.length > 2 &&
    Math.abs(few.at(-1)! - many.at(-1)!) <= EDGE &&
    few.every((edge) => many.some((each) => Math.abs(edge - each) <= EDGE))
  );
}

/** Edges counted from the first one. */
const widths = (edges: readonly number[]): number[] => edges.map((edge) => edge - edges[0]!);

/** Puts the rows of `below` under those of `above`. */
export function joinTables(above: TableDraft, below: TableDraft): TableDraft {
  const edges = above.edges.length >= below.edges.length ? above.edges : below.edges;
  const rows = fit(above, edges);
  const more = withoutHead(rows, fit(below, edges));
  const last = lastFull(rows);
  if (more[0] && last && isRest(rows, last, more[0])) mend(last, more.shift()!);
  rows.push(...more);
  return { ...above, edges, rows };
}

function fit({ edges, rows }: TableDraft, wanted: readonly number[]): CellDraft[][] {
  if (edges.length === wanted.length) return rows.map((row) => [...row]);
  const [own, all] = [widths(edges), widths(wanted)];
  const at = (index: number): number => all.findIndex((edge) => Math.abs(edge - own[index]!) <= EDGE);
  return rows.map((row) =>
    row.map((cell) => {
      const column = at(cell.column);
      return { ...cell, column, columns: at(cell.column + cell.columns) - column };
    }),
  );
}

const textOfCell = (cell: CellDraft | undefined): string =>
  cell ? cell.drafts.flatMap((draft) => draft.lines.map(textOf)).join(' ') : '';
const textOfRow = (row: readonly CellDraft[]): string => row.map(textOfCell).join('\t').trim();

function withoutHead(rows: readonly CellDraft[][], more: CellDraft[][]): CellDraft[][] {
  let same = 0;
  while (same < 3 && rows[same] && more[same] && textOfRow(rows[same]!) === textOfRow(more[same]!)) same++;
  const rest = more.slice(same);
  while (rest[0] && textOfRow(rest[0]) === '') rest.shift();
  return rest;
}

function lastFull(rows: readonly CellDraft[][]): CellDraft[] | undefined {
  return rows.findLast((row) => row.length > 1 && textOfRow(row) !== '');
}

const NUMBER = /^(?:\d{1,3}|[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ])[.)]?$/u;

const opening = (row: readonly CellDraft[]): string =>
  textOfCell(row.find((cell) => cell.column === 0)).trim();

/** In a numbered table a row without a number goes on with the one above; elsewhere its words must go on. */
function isRest(
  rows: readonly CellDraft[][],
  last: readonly CellDraft[],
  next: readonly CellDraft[],
): boolean {
  if (last.length !== next.length || opening(next) !== '') return false;
  const numbered = rows.filter((row) => NUMBER.test(opening(row))).length;
  if (NUMBER.test(opening(last)) && numbered > 0) return true;
  const filled = next.filter((cell) => cell.drafts.length > 0);
  const going = filled.filter((cell) =>
    carriesOn(
      last.find((other) => other.column === cell.column),
      cell,
    ),
  );
  return filled.length > 0 && going.length * 2 >= filled.length;
}

function carriesOn(above: CellDraft | undefined, below: CellDraft): boolean {
  const last = above?.drafts.at(-1);
  const next = below.drafts[0];
  return last !== undefined && next !== undefined && goesOn(last, next);
}

function mend(last: readonly CellDraft[], rest: readonly CellDraft[]): void {
  for (const cell of rest) {
    const home = last.find((other) => other.column === cell.column);
    if (!home) continue;
    const [first, ...more] = cell.drafts;
    const open = home.drafts.at(-1);
    if (open && first && goesOn(open, first)) extend(open, first);
    else if (first) home.drafts.push(first);
    home.drafts.push(...more);
  }
}

/** The rows for the builder; rows in which no cell begins fall away, and spans over them shrink. */
export function rowInputs({ rows }: TableDraft): CellInput[][] {
  const kept = rows.map((row) => row.length > 0);
  const span = (from: number, count: number): number => kept.slice(from, from + count).filter(Boolean).length;
  return rows
    .map((row, at) =>
      row.map((cell) => ({
        column: cell.column,
        ...(cell.columns > 1 && { columns: cell.columns }),
        ...(span(at, cell.rows) > 1 && { rows: span(at, cell.rows) }),
        paragraphs: cell.drafts.map((draft) => paragraphInput(draft)),
      })),
    )
    .filter((row) => row.length > 0);
}
