// Comma-separated values: reading the seed files, and writing exports that spreadsheets open without running anything.

/** Rows by the names of the first line. Quoted fields may hold commas, quotes and line breaks. */
export function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseRows(text.replace(/^\ufeff/, ''));
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

export type Separator = ',' | ';' | '\t';

/** Quoted field, plain field; each with the separator that follows. */
const fieldBy = (by: Separator) =>
  new RegExp(`"((?:[^"]|"")*)"(${by}|\\r?\\n|$)|([^${by}\\r\\n]*)(${by}|\\r?\\n|$)`, 'y');

export function parseRows(text: string, by: Separator = ','): string[][] {
  const field = fieldBy(by);
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length || row.length > 0) {
    const found = field.exec(text);
    if (!found) throw new Error('This is not comma-separated text.');
    row.push(found[1] === undefined ? (found[3] ?? '') : found[1].replaceAll('""', '"'));
    if ((found[2] ?? found[4]) === by) continue;
    rows.push(row);
    row = [];
    if (field.lastIndex >= text.length) break;
  }
  return rows;
}

/** A cell that begins so is run as a formula by spreadsheets, full-width signs by some; with an apostrophe in front it is text. */
const dangerous = /^\s*[=+\-@＝＋－＠\t\r]/;

export const harmless = (text: string): string =>
  dangerous.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;

export function csvLine(cells: readonly (string | number | null)[]): string {
  const quoted = cells.map((cell) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    const text = harmless(cell);
    return /[",\r\n;\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(',')}\r\n`;
}
