// A sheet of people, as text: read from XLSX or CSV, written as either.
import { Workbook } from '@cj-tech-master/excelts';
import { Invalid } from '../errors.ts';
import { csvLine, harmless, parseRows } from '../text/csv.ts';
import { fold } from '../text/fold.ts';
import { isSmallInside } from '../units/sheet.ts';

export const fields = ['name', 'post', 'email', 'phone', 'unit', 'roles'] as const;
export type Field = (typeof fields)[number];

export const headings: Readonly<Record<Field, readonly [vi: string, en: string]>> = {
  name: ['Họ và tên', 'Name'],
  post: ['Chức vụ', 'Post'],
  email: ['E-mail', 'E-mail'],
  phone: ['Điện thoại', 'Phone'],
  unit: ['Đơn vị', 'Unit'],
  roles: ['Vai trò', 'Roles'],
};

/** Other names of the columns, folded. */
const also: Readonly<Record<Field, readonly string[]>> = {
  name: ['ho ten', 'full name'],
  post: ['chuc danh', 'position', 'title'],
  email: ['email', 'thu dien tu', 'dia chi email'],
  phone: ['so dien thoai', 'dien thoai di dong', 'telephone', 'mobile'],
  unit: ['ma don vi', 'ten don vi', 'co quan', 'unit code'],
  roles: ['role', 'vai tro (cach nhau bang dau phay)'],
};

export interface Line {
  readonly line: number;
  readonly cells: Readonly<Record<Field, string>>;
}

const columns = fields.map((field) => headings[field][0]).join(', ');

export async function readLines(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Line[]> {
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  const at = rows.findIndex((row) => placed(row).has('email'));
  const head = placed(rows[at] ?? []);
  if (at < 0 || !head.has('name')) throw new Invalid('not-a-sheet', { columns });
  return rows.flatMap((row, index) => {
    if (index <= at || row.every((cell) => cell.trim() === '')) return [];
    const cell = (field: Field) =>
      (row[head.get(field) ?? -1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    const cells = Object.fromEntries(fields.map((field) => [field, cell(field)])) as Record<Field, string>;
    return [{ line: index + 1, cells }];
  });
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function placed(row: readonly string[]): ReadonlyMap<Field, number> {
  const names = row.map((cell) => fold(cell).replace(/[*:]/g, '').trim());
  return new Map(
    fields.flatMap((field) => {
      const known = [...headings[field].map(fold), ...also[field], field];
      const found = names.findIndex((name) => known.includes(name));
      return found < 0 ? [] : [[field, found] as const];
    }),
  );
}

function readText(bytes: Uint8Array): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
    // Spreadsheets set to Vietnamese separate by semicolons.
    const [first = ''] = text.split('\n', 1);
    if (!first.includes(';') || first.includes(',')) return parseRows(text);
    // Commas are then part of the cells: they stand aside while the line is taken apart.
    const rows = parseRows(text.replaceAll(',', '\u0001').replaceAll(';', ','));
    return rows.map((row) => row.map((cell) => cell.replaceAll('\u0001', ',')));
  } catch {
    throw new Invalid('not-a-sheet', { columns });
  }
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  if (!isSmallInside(bytes)) throw new Invalid('not-a-sheet', { columns });
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch {
    throw new Invalid('not-a-sheet', { columns });
  }
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cell.text;
    });
    rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
  });
  return Array.from(rows, (row) => row ?? []);
}

type Cells = Readonly<Record<Field, string>>;

export function writeCsv(lines: readonly Cells[], at: 0 | 1): string {
  const head = csvLine(fields.map((field) => headings[field][at]));
  return `\ufeff${head}${lines.map((cells) => csvLine(fields.map((field) => cells[field]))).join('')}`;
}

export async function writeXlsx(lines: readonly Cells[], at: 0 | 1): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(at === 0 ? 'Người dùng' : 'People', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = fields.map((field) => ({
    header: headings[field][at],
    key: field,
    width: field === 'phone' ? 16 : 32,
  }));
  sheet.getRow(1).font = { bold: true };
  for (const cells of lines) sheet.addRow(fields.map((field) => harmless(cells[field])));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
