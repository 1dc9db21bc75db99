// Tables of units in and out: XLSX and CSV. The only place of this subject that knows the spreadsheet library.
import { Workbook } from '@cj-tech-master/excelts';
import { Invalid } from '../errors.ts';
import { csvLine, parseRows, type Separator } from '../text/csv.ts';

export type Table = readonly (readonly string[])[];

export const mostRows = 20_000;

/** By content, not by name: a workbook is a zip. Of several sheets the first that `fits`, else the first. */
export async function readTable(bytes: Uint8Array, fits: (table: Table) => boolean): Promise<Table> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const tables = await (isWorkbook ? readWorkbook(bytes) : readCsv(bytes)).catch(() => null);
  const table = tables?.find(fits) ?? tables?.[0];
  if (!table) throw new Invalid('import-unreadable');
  if (table.length - 1 > mostRows) throw new Invalid('import-too-long', { limit: mostRows });
  return table;
}

async function readCsv(bytes: Uint8Array): Promise<readonly Table[]> {
  // "Unicode text" of Excel.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
  if (text.includes('\0')) throw new Error('Not text.');
  return [parseRows(text, separatorOf(text))];
}

/** Spreadsheets set to Vietnamese separate by semicolons. What stands in quotes separates nothing. */
function separatorOf(text: string): Separator {
  const bare = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const often = (each: Separator) => bare.split(each).length;
  return ([';', '\t'] as const).reduce<Separator>(
    (best, each) => (often(each) > often(best) ? each : best),
    ',',
  );
}

/** What all parts of a workbook may come to, unpacked. */
const largestInside = 100 * 2 ** 20;

/** As the archive's own list of contents says. */
function sizeInside(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) total += view.getUint32(at + 24, true);
  return total;
}

export const isSmallInside = (bytes: Uint8Array): boolean => sizeInside(bytes) <= largestInside;

async function readWorkbook(bytes: Uint8Array): Promise<readonly Table[]> {
  if (!isSmallInside(bytes)) throw new Error('Too large inside.');
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  if (workbook.worksheets.length === 0) throw new Error('No sheet.');
  return workbook.worksheets.slice(0, mostSheets).map(tableOf);
}

const mostSheets = 20;

/** Merged cells all hold what is written over them. */
function tableOf(sheet: Workbook['worksheets'][number]): Table {
  const table: string[][] = [];
  const width = Math.min(sheet.columnCount, 50);
  const height = Math.min(sheet.rowCount, mostRows + 2);
  for (let row = 1; row <= height; row++) {
    const line = sheet.getRow(row);
    table.push(Array.from({ length: width }, (_, index) => textOf(line.getCell(index + 1).value)));
  }
  return table;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    const { text, result, richText } = value as {
      text?: unknown;
      result?: unknown;
      richText?: readonly { text: string }[];
    };
    if (richText) return richText.map((part) => part.text).join('');
    return textOf(text ?? result ?? '');
  }
  return String(value as string | number | boolean);
}

/** With the mark by which Excel knows UTF-8. */
export const csvOf = (table: Table): Uint8Array =>
  new TextEncoder().encode(`\ufeff${table.map((line) => csvLine([...line])).join('')}`);

export async function xlsxOf(table: Table, name: string): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const line of table) sheet.addRow([...line]);
  sheet.getRow(1).font = { bold: true };
  const [head = []] = table;
  head.forEach((_, index) => {
    sheet.getColumn(index + 1).width = index === 1 || index === 4 ? 48 : 18;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
