// A table that was read, as one to be written again.
import type { Cell, Source, Table } from '../../tree.ts';
import type { Block, Grid, Line, TableCell } from '../official.ts';
import { lineOf, plainText } from './words.ts';

export function gridOf(source: Source, table: Table): Block[] {
  const rows = rowsOf(source, table);
  const height = headHeight(source, table);
  const grid: Grid = {
    type: 'grid',
    widths: widthsOf(rows, table.columns),
    head: rows.slice(0, height).map((row) => row.map(headCell)),
    rows: rows.slice(height),
  };
  return [grid];
}

/** Every place that no cell covers gets an empty one: a Word table has no holes. */
function rowsOf(source: Source, table: Table): TableCell[][] {
  const covered = new Map<number, number>();
  return table.rows.map((row, at) => {
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    const out: TableCell[] = [];
    for (let column = 0; column < table.columns;) {
      const above = covered.get(column) ?? 0;
      const cell = cells.get(column);
      if (above > 0 && !cell) {
        covered.set(column, above - 1);
        column++;
        continue;
      }
      const rows = Math.min(cell?.rows ?? 1, table.rows.length - at);
      const columns = Math.min(cell?.columns ?? 1, table.columns - column);
      for (let each = column; each < column + columns; each++) covered.set(each, rows - 1);
      out.push(cell ? cellOf(source, cell, rows, columns) : { lines: [] });
      column += columns;
    }
    return out;
  });
}

function cellOf(source: Source, cell: Cell, rows: number, columns: number): TableCell {
  const { paragraphs } = cell;
  const bold = paragraphs.length > 0 && paragraphs.every((paragraph) => paragraph.bold);
  const [first] = paragraphs;
  const same = paragraphs.every((each) => each.align === first?.align);
  const align = same && (first?.align === 'center' || first?.align === 'right') ? first.align : undefined;
  return {
    lines: paragraphs.map((paragraph) => lineOf(source, paragraph, paragraph.span[0], bold)),
    ...(columns > 1 && { columns }),
    ...(rows > 1 && { rows }),
    ...(align && { align }),
    ...(bold && { bold }),
  };
}

/** Heads are bold and in the middle by their style. */
function headCell({ lines, columns, rows }: TableCell): TableCell {
  return {
    lines: lines.map(unemboldened),
    ...(columns !== undefined && { columns }),
    ...(rows !== undefined && { rows }),
  };
}

function unemboldened(line: Line): Line {
  if (typeof line === 'string') return line;
  const words = line.map(({ text, italic }) => ({ text, ...(italic && { italic }) }));
  return words.some(({ italic }) => italic) ? words : plainText(words);
}

const TITLE =
  /^(?:TT|STT|Số TT|Số thứ tự|Nội dung|Nhiệm vụ|Tên|Chỉ tiêu|Đơn vị|Cơ quan|Thời gian|Thời hạn|Tiến độ|Kết quả|Sản phẩm|Chủ trì|Phối hợp|Số lượng|Giá trị|Thành tiền|Kinh phí|Nguồn|Địa điểm|Lĩnh vực|Ghi chú|Hoạt động|Tháng|Ngày)(?:[\s,/]|$)/iu;
const LONGEST_TITLE = 120;

/** As the file says; else as many rows as the first reaches down, if it is bold throughout or bears the titles that tables of this field have. */
function headHeight(source: Source, table: Table): number {
  if (table.head !== undefined) return table.head;
  const cells = table.rows[0]?.cells.filter((cell) => cell.paragraphs.length > 0) ?? [];
  if (table.rows.length < 2 || cells.length < 2) return 0;
  const texts = cells.map((cell) => source.text.slice(...cell.span));
  const bold = cells.every((cell) => cell.paragraphs.every((paragraph) => paragraph.bold));
  const named =
    texts.every((text) => text.length < LONGEST_TITLE) &&
    texts.filter((text) => TITLE.test(text)).length >= 2;
  if (!bold && !named) return 0;
  const titled = Math.max(...cells.map((cell) => cell.rows));
  const height = numbersColumns(source, table, titled) ? titled + 1 : titled;
  return height < table.rows.length ? height : 0;
}

/** "(1) (2) (3)", "A B 1 2": a row that numbers the columns is part of the head. */
function numbersColumns(source: Source, table: Table, at: number): boolean {
  const row = table.rows[at];
  if (!row || row.cells.length !== table.columns || table.columns < 3) return false;
  const texts = row.cells.map((cell) => source.text.slice(...cell.span));
  const numbers = texts
    .filter((text) => /^\(?\d{1,2}\)?$/.test(text))
    .map((text) => Number(text.replace(/\D/g, '')));
  const letters = texts.length - numbers.length;
  return (
    numbers.length > 1 &&
    numbers.every((number, index) => number === index + 1 || (letters === 0 && number === index)) &&
    texts.slice(0, letters).every((text) => /^\(?[A-Z]\)?$/.test(text))
  );
}

const NARROWEST = 6;
/** What lines and the room inside a cell take, in letters. */
const MARGIN = 4;

/** Shares by the longest word and by how much stands in a column. */
function widthsOf(rows: readonly (readonly TableCell[])[], columns: number): number[] {
  const widths = Array.from({ length: columns }, () => NARROWEST);
  const covered = new Map<number, number>();
  for (const row of rows) {
    const cells = [...row];
    for (let column = 0; column < columns;) {
      const above = covered.get(column) ?? 0;
      if (above > 0) {
        covered.set(column, above - 1);
        column++;
        continue;
      }
      const cell = cells.shift();
      const span = cell?.columns ?? 1;
      for (let each = column; each < column + span; each++) covered.set(each, (cell?.rows ?? 1) - 1);
      if (cell && span === 1) widths[column] = Math.max(widths[column]!, wanted(cell));
      column += span;
    }
  }
  return widths;
}

/** Between the longest word and the root of all that stands there, so that long texts get room and numbers little. */
function wanted({ lines }: TableCell): number {
  const text = lines.map(plainText).join(' ');
  const word = Math.max(0, ...text.split(' ').map((each) => each.length));
  return MARGIN + Math.round(Math.max(Math.min(word, 16) * 1.2, Math.min(Math.sqrt(text.length) * 3, 48)));
}
