// Tables whose rows lost their outer bars and the rule below the head: "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian".
import type { CellInput, ParagraphInput } from './build.ts';
import { COLUMN, FIRST } from './text-cells.ts';
import type { TextLine } from './text-lines.ts';
import type { FoundTable, JoinLines } from './text-table.ts';

const BAR = ' | ';
/** Lines that one row may be written on, its cells holding several. */
const LONGEST_ROW = 12;

/** A table from its head on; null where the line is no head or nothing of its shape follows. */
export function openBarRows(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  if (!lines[at]!.text.includes(BAR)) return null;
  const head = lines[at]!.text.split(BAR);
  if (!isHead(head)) return null;
  const rows: TextLine[][][] = [];
  let index = at;
  for (let row = rowAt(lines, index, head.length); row !== null; row = rowAt(lines, index, head.length)) {
    rows.push(row.cells);
    index = row.next;
  }
  if (rows.length < 2) return null;
  return { rows: rows.map((row) => joinRepeated(row.map(join))), next: index };
}

function isHead(cells: readonly string[]): boolean {
  if (cells.length < 3) return false;
  const known = cells.filter((cell) => cell.length < 80 && COLUMN.test(cell.trim())).length;
  return FIRST.test(cells[0]!.trim()) ? known >= 1 : known >= 3 && known > cells.length / 2;
}

/** A row with as many cells as the head, over as many lines as it takes. */
function rowAt(
  lines: readonly TextLine[],
  at: number,
  columns: number,
): { cells: TextLine[][]; next: number } | null {
  const cells: TextLine[][] = [[]];
  for (let index = at; index < lines.length && index < at + LONGEST_ROW; index++) {
    const line = lines[index]!;
    if (index > at && line.gap > 0) return null;
    const [first, ...others] = `${line.text} `.split(BAR);
    add(cells.at(-1)!, first!, line);
    for (const text of others) {
      cells.push([]);
      add(cells.at(-1)!, text, line);
    }
    if (cells.length > columns) return null;
    if (cells.length === columns) return { cells, next: index + 1 };
  }
  return null;
}

function add(cell: TextLine[], text: string, { gap, paged }: TextLine): void {
  const bare = text.trim();
  if (bare !== '') cell.push({ text: bare, raw: bare, gap, kept: false, paged });
}

/** A group's name in every cell of its row: copies of pages repeat a merged cell over the columns that it covered. */
export function joinRepeated(row: readonly (readonly ParagraphInput[])[]): CellInput[] {
  const texts = row.map((cell) => cell.map(contentOf).join('\n'));
  const last = texts.at(-1)!;
  const from = texts.findIndex((text) => text !== '' && text === last);
  if (from < 0 || from > 1 || row.length - from < 3 || texts.some((text, at) => at >= from && text !== last))
    return row.map((paragraphs, column) => ({ paragraphs, column }));
  return row.slice(0, from + 1).map((paragraphs, column) => ({
    paragraphs,
    column,
    ...(column === from && { columns: row.length - from }),
  }));
}

function contentOf({ content }: ParagraphInput): string {
  return typeof content === 'string' ? content : content.map((run) => run.text).join('');
}
