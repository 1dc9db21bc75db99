// Tables that a web page left behind as one line a cell with a lone "|" between cells and "|" "|" between rows.
import type { CellInput, ParagraphInput } from './build.ts';

/** Cells in the order written: every field between two lone bars. */
export interface BarField<Content> {
  readonly content: Content;
  readonly empty: boolean;
}

const MOST_COLUMNS = 40;

/** Row ends among fields: an empty field stands between rows, but empty cells look the same; the cheapest reading wins. */
export function barRows<Content>(fields: readonly BarField<Content>[]): BarField<Content>[][] {
  if (fields.every((field) => field.empty)) return [];
  const least = longestRun(fields);
  if (least > MOST_COLUMNS) return [fields.filter((field) => !field.empty)];
  let best: { cost: number; widths: number[] } | null = null;
  for (let columns = Math.max(1, least); columns <= Math.min(least + 6, MOST_COLUMNS); columns++) {
    const reading = readRows(fields, columns, (columns - least) * EXTRA_COLUMN);
    if (reading !== null && (best === null || reading.cost < best.cost - 1e-9)) best = reading;
  }
  if (best === null) return [fields.filter((field) => !field.empty)];
  const rows: BarField<Content>[][] = [];
  let at = 0;
  for (const width of best.widths) {
    rows.push(fields.slice(at, at + width));
    at += width + 1;
  }
  return rows.filter((row) => row.some((field) => !field.empty));
}

function longestRun(fields: readonly BarField<unknown>[]): number {
  let longest = 0;
  let run = 0;
  for (const field of fields) {
    run = field.empty ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

const SHORT_ROW = 1;
const EMPTY_CELL = 0.3;
/** A column that no row fills together with the others is unlikely. */
const EXTRA_COLUMN = 1;

function readRows(
  fields: readonly BarField<unknown>[],
  columns: number,
  extra: number,
): { cost: number; widths: number[] } | null {
  const total = fields.length;
  const cost = new Float64Array(total + 2).fill(Number.POSITIVE_INFINITY);
  const width = new Int32Array(total + 2);
  cost[total] = EMPTY_CELL;
  cost[total + 1] = 0;
  for (let at = total - 1; at >= 0; at--) {
    let empties = 0;
    for (let cells = 1; cells <= columns && at + cells <= total; cells++) {
      if (fields[at + cells - 1]!.empty) empties++;
      if (at + cells < total && !fields[at + cells]!.empty) continue;
      const row = (cells < columns ? SHORT_ROW + 0.05 * (columns - cells) : 0) + EMPTY_CELL * empties;
      const whole = row + cost[at + cells + 1]!;
      if (whole < cost[at]!) {
        cost[at] = whole;
        width[at] = cells;
      }
    }
  }
  if (!Number.isFinite(cost[0]!)) return null;
  const widths: number[] = [];
  for (let at = 0; at < total; at += width[at]! + 1) widths.push(width[at]!);
  return { cost: cost[0]! + extra, widths };
}

/** Columns of cells in rows that are shorter than the table: merged cells of a header, totals and group rows. */
export function placeCells(rows: readonly (readonly (readonly ParagraphInput[])[])[]): CellInput[][] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const placed: CellInput[][] = [];
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (row.length === columns) placed.push(row.map((paragraphs, column) => ({ paragraphs, column })));
    else if (index === 0 && next && next.length < columns && row.length + next.length > columns)
      placed.push(mergedHeader(row, next.length, columns));
    else if (index === 1 && placed[0]?.some((cell) => (cell.rows ?? 1) > 1))
      placed.push(secondHeader(row, placed[0]));
    else placed.push(shortRow(row, columns));
  }
  return placed;
}

/** The first row of two: some cells reach down over both rows, the others spread over the cells below. */
function mergedHeader(
  row: readonly (readonly ParagraphInput[])[],
  below: number,
  columns: number,
): CellInput[] {
  const tall = columns - below;
  const spread = row.length - tall;
  const last = /^(?:ghi chú|gc)$/i.test(textOf(row.at(-1) ?? []));
  const head = last ? tall - 1 : tall;
  const cells: CellInput[] = [];
  let column = 0;
  for (const [index, paragraphs] of row.entries()) {
    const over = index >= head && index < head + spread;
    const nth = index - head;
    const wide = over ? Math.floor(below / spread) + (nth < below % spread ? 1 : 0) : 1;
    cells.push({ paragraphs, column, columns: wide, rows: over ? 1 : 2 });
    column += wide;
  }
  return cells;
}

function secondHeader(row: readonly (readonly ParagraphInput[])[], above: readonly CellInput[]): CellInput[] {
  const free = above.flatMap((cell) =>
    (cell.rows ?? 1) > 1 ? [] : range(cell.column ?? 0, cell.columns ?? 1),
  );
  return row.map((paragraphs, index) => ({ paragraphs, column: free[index] ?? index }));
}

/** A total or a group: its first cell with words covers what is missing. */
function shortRow(row: readonly (readonly ParagraphInput[])[], columns: number): CellInput[] {
  const missing = columns - row.length;
  const words = row.findIndex((cell) => /\p{L}{2}/u.test(textOf(cell)));
  const wide = Math.max(0, words);
  return row.map((paragraphs, index) => ({
    paragraphs,
    column: index > wide ? index + missing : index,
    ...(index === wide && { columns: missing + 1 }),
  }));
}

function textOf(paragraphs: readonly ParagraphInput[]): string {
  return paragraphs
    .map(({ content }) => (typeof content === 'string' ? content : content.map((run) => run.text).join('')))
    .join(' ')
    .trim();
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
