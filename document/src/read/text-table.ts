// Tables in text files: lone bars, Markdown's bars, cells one a line behind a tab, tab-separated lines.
import type { CellInput, ParagraphInput } from './build.ts';
import { spacedColumns } from './text-columns.ts';
import { drawnTable } from './text-grid.ts';
import { htmlTable } from './text-html.ts';
import { RULER, ruledTable } from './text-ruler.ts';
import type { TextLine } from './text-lines.ts';
import { joinRepeated, openBarRows } from './text-bar-rows.ts';
import { bareCells } from './text-cells.ts';
import { barRows, placeCells, type BarField } from './text-pipes.ts';

export interface FoundTable {
  readonly rows: readonly (readonly CellInput[])[];
  /** The line after it. */
  readonly next: number;
}

/** Lines of a cell become paragraphs. */
export type JoinLines = (lines: readonly TextLine[]) => ParagraphInput[];

export function tableAt(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  const line = lines[at]!;
  if (RULER.test(line.raw)) return { rows: [], next: at + 1 };
  if (line.text.startsWith('<table')) return htmlTable(lines, at, join);
  if (line.text === '|' || line.text === '||') return loneBars(lines, at, join);
  if (isBarRow(line.text)) return markdownTable(lines, at, join);
  if (line.raw.startsWith('\t') || opensTabRow(lines, at)) return tabCells(lines, at, join);
  const bare = bareCells(lines, at, join);
  if (bare) return bare;
  const open = openBarRows(lines, at, join);
  if (open) return open;
  if (line.text.includes('\t')) return tabColumns(lines, at, join);
  if (/^[+┌╔]/.test(line.text)) return drawnTable(lines, at, join);
  if (!line.text.includes('  ')) return null;
  return ruledTable(lines, at, join) ?? (line.text.includes('   ') ? spacedColumns(lines, at, join) : null);
}

const LONGEST_CELL = 60;
const TYPE_LINE =
  /^[*_#\s]*(?:QUYẾT ĐỊNH|KẾ HOẠCH|BÁO CÁO|THÔNG BÁO|TỜ TRÌNH|CHỈ THỊ|NGHỊ QUYẾT|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|DANH MỤC|PHỤ LỤC)/;

/** No cell holds the addressees or the bases of a document. */
const BODY_LINE = /^[*_]*(?:Kính gửi|KÍNH GỬI|Căn cứ |Xét đề nghị|Điều \d)/;

const isBar = (line: TextLine | undefined): boolean =>
  line !== undefined && (line.text === '|' || line.text === '||');

function loneBars(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  const fields: BarField<readonly TextLine[]>[] = [];
  let index = at;
  let end = at + 1;
  while (isBar(lines[index])) {
    end = index + 1;
    if (lines[index]!.text === '||') fields.push({ content: [], empty: true });
    const close = closeOf(lines, index + 1);
    if (close === null) break;
    fields.push({ content: lines.slice(index + 1, close), empty: close === index + 1 });
    index = close;
  }
  const rows = barRows(fields).map((row) => row.map((field) => join(field.content)));
  return rows.length === 0 ? { rows: [], next: end } : { rows: placeCells(rows), next: end };
}

/** The bar that closes the cell which starts at a line; null where no cell starts there. */
function closeOf(lines: readonly TextLine[], from: number): number | null {
  const first = lines[from];
  if (first === undefined || (first.gap > 0 && !isBar(first))) return null;
  for (let index = from; index < lines.length && index < from + LONGEST_CELL; index++) {
    if (isBar(lines[index])) return lines[index]!.gap > 0 && index === from ? null : index;
    const { text } = lines[index]!;
    if ((TYPE_LINE.test(text) && text.length < 40) || BODY_LINE.test(text) || text.endsWith('./.'))
      return null;
  }
  return null;
}

/**
 * A letterhead or signature block whose cells only end in a bar; where the first one starts is known from its words.
 * `from` is the first line not yet used.
 */
export function closedCells(
  lines: readonly TextLine[],
  from: number,
  bar: number,
  join: JoinLines,
): (FoundTable & { readonly start: number }) | null {
  const start = startOfCell(lines, from, bar);
  if (start === null) return null;
  const cells = [join(lines.slice(start, bar))];
  let index = bar;
  for (
    let close = closeOf(lines, index + 1);
    close !== null && close > index + 1;
    close = closeOf(lines, index + 1)
  ) {
    cells.push(join(lines.slice(index + 1, close)));
    index = close;
  }
  const rows: CellInput[][] = [];
  for (let cell = 0; cell < cells.length; cell += 2)
    rows.push(cells.slice(cell, cell + 2).map((paragraphs) => ({ paragraphs })));
  return { rows, next: index + 1, start };
}

function startOfCell(lines: readonly TextLine[], from: number, bar: number): number | null {
  for (let index = bar - 1; index >= Math.max(from, bar - LONGEST_CELL); index--)
    if (/^[*_#\s]*Nơi nhận/i.test(lines[index]!.text)) return index;
  return bar - from <= 12 && from < 6 ? from : null;
}

/** "| a | b |", and "a | b |" as some pages leave their letterheads. */
function isBarRow(text: string): boolean {
  return text.startsWith('|') || (text.endsWith('|') && text.indexOf('|') < text.length - 1);
}

const SEPARATOR = /^\|?(?:\s*:?-{1,}:?\s*\|)+\s*(?::?-{1,}:?)?\s*$/;

function markdownTable(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  const rows: ParagraphInput[][][] = [];
  let index = at;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    if (
      !isBarRow(line.text) ||
      isBar(line) ||
      (index > at && line.gap > 0 && !SEPARATOR.test(lines[index - 1]!.text))
    )
      break;
    if (SEPARATOR.test(line.text)) continue;
    rows.push(splitBars(line.text).map((cell) => join(cellLines(cell))));
  }
  if (rows.length === 0) return { rows: [], next: index };
  return { rows: rows.map(joinRepeated), next: index };
}

function splitBars(text: string): string[] {
  const cells: string[] = [];
  let from = text.startsWith('|') ? 1 : 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      cells.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (text.slice(from).trim() !== '') cells.push(text.slice(from));
  return cells;
}

// A cell of one line that was several: breaks, rules between lines, a list after ";" or ":".
const CELL_BREAK = /<br ?\/?>|\s[-_]{3,}(?=\s|$)|(?<=[;:.,]\*{0,2})\s{1,3}(?=[-–+]\s\p{L})/giu;

function cellLines(cell: string): TextLine[] {
  const texts = cell.split(CELL_BREAK).map((text) => text.trim());
  return texts
    .filter((text) => text !== '')
    .map((text) => ({ text, raw: text, gap: 0, kept: true, paged: false }));
}

const ROW_LABEL = /^(?:S?TT|Số TT|[IVXLC]{1,5}|[A-H]|\d{1,3}(?:\.\d{1,2})?)\.?$/;

/** Where the first cell of each row has no tab: "1" above cells behind tabs. */
function opensTabRow(lines: readonly TextLine[], at: number): boolean {
  return ROW_LABEL.test(lines[at]!.text) && (lines[at + 1]?.raw.startsWith('\t') ?? false);
}

/** Cells one a line, each behind a tab, rows apart by a blank line; a line without a tab goes on with the cell. */
function tabCells(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  if (lines[at]!.raw.trim().includes('\t')) return tabColumns(lines, at, join);
  const rows: TextLine[][][] = [];
  let index = at;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    const cell = line.raw.startsWith('\t');
    const opens = !cell && opensTabRow(lines, index);
    if (!cell && !opens && (line.gap > 0 || TYPE_LINE.test(line.text))) break;
    if (opens || (cell && line.gap > 0) || rows.length === 0) rows.push([[line]]);
    else if (cell) rows.at(-1)!.push([line]);
    else rows.at(-1)!.at(-1)!.push(line);
  }
  const whole =
    rows.length > 3 && rows.every((row) => row.length === 1) ? byNumbers(rows.map((row) => row[0]!)) : rows;
  if (whole.length < 2 && (whole[0]?.length ?? 0) < 2) return null;
  return {
    rows: placeCells(whole.map((row) => row.map((cell) => join(cell.filter((line) => line.text !== ''))))),
    next: index,
  };
}

/** Cells all apart from each other: the header is what stands before the first number. */
function byNumbers(cells: readonly TextLine[][]): TextLine[][][] {
  const columns = cells.findIndex(
    (cell, index) => index > 1 && /^(?:1|I|A|01)\.?$/.test(cell[0]?.text ?? ''),
  );
  if (columns < 2) return cells.map((cell) => [cell]);
  const rows: TextLine[][][] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(cells.slice(at, at + columns));
  return rows;
}

/** Lines of at least three columns, or two lines of two. */
function tabColumns(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  const rows: string[][] = [];
  let index = at;
  for (; index < lines.length && lines[index]!.raw.trim().includes('\t'); index++)
    rows.push(lines[index]!.raw.replace(/^ +| +$/g, '').split('\t'));
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest < 3 && rows.length < 2) return null;
  const cell = (text: string): readonly TextLine[] =>
    text.trim() === '' ? [] : [{ text: text.trim(), raw: text, gap: 0, kept: true, paged: false }];
  return {
    rows: rows.map((row) => row.map((text, column) => ({ paragraphs: join(cell(text)), column }))),
    next: index,
  };
}
