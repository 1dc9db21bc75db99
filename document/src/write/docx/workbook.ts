// The workbook inside a chart: one sheet with its labels and series, the least that Excel opens.
import type { Chart } from '../official.ts';
import { zipParts } from './package.ts';
import { escape, HEAD } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const FIXED: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const ALIKE: ReadonlySet<string> = new Set(Object.keys(FIXED));

const text = (place: string, words: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(words)}</t></is></c>`;

/** "A", "B", … "Z", "AA": the column of a sheet. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

export function workbook({ labels, series }: Chart): Uint8Array {
  const head = series.map(({ name }, at) => text(`${columnName(at + 1)}1`, name));
  const rows = labels.map((label, row) => {
    const values = series.map(({ values: of }, at) => {
      const value = of[row] ?? null;
      return value === null ? '' : `<c r="${columnName(at + 1)}${row + 2}"><v>${value}</v></c>`;
    });
    return `<row r="${row + 2}">${text(`A${row + 2}`, label)}${values.join('')}</row>`;
  });
  const sheet = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${head.join('')}</row>${rows.join('')}</sheetData></worksheet>`;
  return zipParts({ ...FIXED, 'xl/worksheets/sheet1.xml': sheet }, ALIKE);
}
