// Rule "table-row": a row of a table with work, lead, coordinating agencies and time is a task; rows without them are groups.
import type { Cell, Mention, Row, Span, Table, Task } from '../../tree.ts';
import { taskOf } from './build.ts';
import type { Context } from './context.ts';
import { agenciesOf, trimmed } from './fields.ts';
import { unique } from './unique.ts';
import type { ColumnRole } from './table-head.ts';
import { headOf } from './table-head.ts';

const EMPTY: Span = [0, 0];

/** Cells of a row by column, those that rows above span included. */
type Columns = readonly (Cell | undefined)[];

function grid(table: Table): Columns[] {
  const open: { cell: Cell; rows: number }[] = [];
  return table.rows.map((row) => {
    const columns: (Cell | undefined)[] = Array.from({ length: table.columns }, () => undefined);
    for (const held of open) if (held.rows > 0) columns[held.cell.column] = held.cell;
    for (const held of open) held.rows--;
    for (const cell of row.cells) {
      columns[cell.column] = cell;
      if (cell.rows > 1) open.push({ cell, rows: cell.rows - 1 });
    }
    return columns;
  });
}

interface Read {
  readonly number: string;
  readonly work: Span;
  readonly lead: Span;
  readonly coordinating: Span;
  readonly both: Span;
  readonly time: readonly Span[];
  /** Lines of further columns of content. */
  readonly details: readonly Span[];
  readonly product: boolean;
  readonly span: Span;
  /** Its filled cells. */
  readonly cells: readonly Span[];
}

const isEmpty = (span: Span): boolean => span[1] <= span[0];

/** The content column that is filled most often below the head; of equals the first. */
function workColumn(
  rows: readonly Row[],
  roles: readonly (ColumnRole | null)[],
  textOf: (cell: Cell) => string,
): number {
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const cell of row.cells)
      if (roles[cell.column] === 'content' && textOf(cell).trim() !== '')
        counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  let best = roles.indexOf('content');
  for (const [column, count] of counts) if (count > (counts.get(best) ?? 0)) best = column;
  return best;
}

function readRow(
  text: string,
  row: Row,
  columns: Columns,
  roles: readonly (ColumnRole | null)[],
  work: number,
): Read {
  const spanOf = (cell: Cell | undefined): Span =>
    cell === undefined ? EMPTY : trimmedCell(text, cell.span);
  const of = (role: ColumnRole): Span => {
    const column = roles.findIndex((one, index) => one === role && !isEmpty(spanOf(columns[index])));
    return column < 0 ? EMPTY : spanOf(columns[column]);
  };
  const linesOf = (cells: readonly (Cell | undefined)[]): Span[] =>
    cells.flatMap((cell) => cell?.paragraphs.map(({ span }) => span) ?? []).filter((span) => !isEmpty(span));
  const details = columns.filter(
    (cell, column) => roles[column] === 'content' && column !== work && cell?.rows === 1,
  );
  return {
    number: text.slice(...spanOf(columns[roles.indexOf('number')])).trim(),
    work: spanOf(columns[work]),
    lead: of('lead'),
    coordinating: of('coordinating'),
    both: of('both'),
    time: timeOf(columns, roles, spanOf),
    details: linesOf(details),
    product: linesOf(columns.filter((_, column) => roles[column] === 'product')).length > 0,
    span: row.span,
    cells: row.cells.map(spanOf).filter((span) => !isEmpty(span)),
  };
}

/** The cells of time; "Bắt đầu | Kết thúc" are two. */
function timeOf(
  columns: Columns,
  roles: readonly (ColumnRole | null)[],
  spanOf: (cell: Cell | undefined) => Span,
): readonly Span[] {
  const cells = new Set(columns.filter((cell, column) => roles[column] === 'time' && cell !== undefined));
  return [...cells].map(spanOf).filter((span) => !isEmpty(span));
}

function trimmedCell(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return [start, end];
}

const isGroupNumber = (number: string): boolean => /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/u.test(number);
const COLUMN_NUMBERS = /^[\s()\d=+,;-]*$/u;

interface Held {
  group: Span | null;
  lead: Span;
  coordinating: Span;
  both: Span;
  time: readonly Span[];
}

function mentions(
  text: string,
  { lead, coordinating, both }: Held,
): { lead: readonly Mention[]; coordinating: readonly Mention[] } {
  const led = isEmpty(lead) ? null : agenciesOf(text, trimmed(text, ...lead), 'lead', 'table-column');
  const helped = isEmpty(coordinating)
    ? null
    : agenciesOf(text, trimmed(text, ...coordinating), 'coordinating', 'table-column');
  const mixed = isEmpty(both) ? null : agenciesOf(text, trimmed(text, ...both), 'both', 'table-column');
  return {
    lead: unique([...(led?.lead ?? []), ...(mixed?.lead ?? [])]),
    coordinating: unique([
      ...(helped === null ? (led?.coordinating ?? []) : helped.coordinating),
      ...(mixed?.coordinating ?? []),
    ]),
  };
}

/** The tasks of a table; none if its head does not say that it lists work. */
export function tasksOfTable(context: Context, table: Table): Task[] {
  const { text } = context;
  const textOf = (cell: Cell): string => text.slice(...cell.span);
  const head = headOf(table, textOf);
  if (head === null) return [];
  const body = table.rows.slice(head.body);
  const work = workColumn(body, head.roles, textOf);
  const columns = grid(table).slice(head.body);
  const rows = body.map((row, index) => readRow(text, row, columns[index]!, head.roles, work));
  return tasksOfRows(context, rows);
}

function tasksOfRows(context: Context, rows: readonly Read[]): Task[] {
  const tasks: Task[] = [];
  const held: Held = { group: context.group, lead: EMPTY, coordinating: EMPTY, both: EMPTY, time: [] };
  for (const [index, row] of rows.entries()) {
    const title = isEmpty(row.work) ? titleOf(context.text, row) : row.work;
    if (isEmpty(title) || COLUMN_NUMBERS.test(context.text.slice(...title))) continue;
    if (isGroup(row, rows[index + 1], held)) {
      Object.assign(held, { group: title, lead: EMPTY, coordinating: EMPTY, both: EMPTY, time: [] });
      continue;
    }
    hold(held, row);
    tasks.push(
      taskOf(context, {
        text: title,
        span: row.span,
        rule: 'table-row',
        roles: mentions(context.text, held),
        time: held.time,
        items: row.details,
        group: held.group,
      }),
    );
  }
  return tasks;
}

/** A group row may stand in another column than the work: the only filled cell, or the only one beside the number. */
function titleOf(text: string, row: Read): Span {
  const [first, second] = row.cells;
  if (first === undefined || row.cells.length > 2) return EMPTY;
  if (second === undefined) return first;
  const titles = row.cells.filter((span) => text.slice(...span).trim() !== row.number);
  return titles.length === 1 ? titles[0]! : EMPTY;
}

function isGroup(row: Read, next: Read | undefined, held: Held): boolean {
  if (isGroupNumber(row.number) && row.cells.length <= 2) return true;
  const bare = isEmpty(row.lead) && isEmpty(row.coordinating) && isEmpty(row.both) && row.time.length === 0;
  if (!bare || row.product) return false;
  if (isGroupNumber(row.number) || row.cells.length === 1) return true;
  if (next !== undefined && deeper(next.number, row.number)) return true;
  return isEmpty(held.lead) && isEmpty(held.both) && held.time.length === 0;
}

const deeper = (number: string, above: string): boolean =>
  above !== '' &&
  number !== '' &&
  (number.startsWith(`${above.replace(/\.$/u, '')}.`) ||
    (/^\d/u.test(above) && /^(?:[a-zđ]\)?|[-+])$/u.test(number)));

/** An empty cell below a filled one in the same group holds what stands above. */
function hold(held: Held, row: Read): void {
  for (const field of ['lead', 'coordinating', 'both'] as const)
    if (!isEmpty(row[field])) held[field] = row[field];
  if (row.time.length > 0) held.time = row.time;
}
