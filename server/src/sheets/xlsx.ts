// A table as a workbook. The only place that writes with the spreadsheet library.
import { PassThrough, type Readable } from 'node:stream';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import type { Column, Sheet } from './column.ts';

/** What a cell of Excel holds at most. */
const longest = 32_767;

/** Written row by row while it is read. */
export function xlsxOf<Row>(portions: AsyncIterable<readonly Row[]>, sheet: Sheet<Row>): Readable {
  const output = new PassThrough();
  write(portions, sheet, output).catch((error: Error) => output.destroy(error));
  return output;
}

async function write<Row>(
  portions: AsyncIterable<readonly Row[]>,
  { title, columns: all }: Sheet<Row>,
  output: PassThrough,
): Promise<void> {
  const workbook = new WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = all.map(({ name, width, date }) => ({
    header: name,
    width,
    style: { alignment: { vertical: 'top', wrapText: true }, ...(date ? { numFmt: 'dd/mm/yyyy' } : {}) },
  }));
  sheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: all.length } };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  let index = 0;
  for await (const rows of portions) {
    for (const row of rows) {
      const at = index;
      index += 1;
      sheet.addRow(all.map((column) => cell(column, row, at))).commit();
    }
  }
  sheet.commit();
  await workbook.commit();
}

/** Strings stay strings in XLSX whatever they begin with: only CSV needs a guard against formulas. */
function cell<Row>({ value, date }: Column<Row>, row: Row, index: number): string | number | Date | null {
  const content = value(row, index);
  if (typeof content !== 'string') return content;
  if (date) return new Date(`${content}T00:00:00Z`);
  return content.slice(0, longest);
}
