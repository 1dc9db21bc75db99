// The register as a workbook. The only place that knows the spreadsheet library.
import { PassThrough, type Readable } from 'node:stream';
import { WorkbookWriter } from '@cj-tech-master/excelts';
import type { Locale } from '../http/locale.ts';
import { columns, type Column } from './columns.ts';
import type { TaskRow } from './present.ts';

/** What a cell of Excel holds at most. */
const longest = 32_767;

/** Written row by row while it is read. */
export function xlsxOf(portions: AsyncIterable<readonly TaskRow[]>, locale: Locale): Readable {
  const output = new PassThrough();
  write(portions, locale, output).catch((error: Error) => output.destroy(error));
  return output;
}

async function write(
  portions: AsyncIterable<readonly TaskRow[]>,
  locale: Locale,
  output: PassThrough,
): Promise<void> {
  const workbook = new WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(locale === 'vi' ? 'Nhiệm vụ' : 'Tasks', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const all = columns(locale);
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
function cell({ value, date }: Column, row: TaskRow, index: number): string | number | Date | null {
  const content = value(row, index);
  if (typeof content !== 'string') return content;
  if (date) return new Date(`${content}T00:00:00Z`);
  return content.slice(0, longest);
}
