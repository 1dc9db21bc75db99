// Cells as SpreadsheetML holds them (ECMA-376, part 1, 18.3.1.4).
import type { Locale } from '../http/locale.ts';
import type { Cell, Head } from './column.ts';
import { cutTo } from './names.ts';

/** What a cell of Excel holds at most, in UTF-16 units. */
export const longestCell = 32_767;

/** Numbers of the styles in xlsx.ts. */
export const styles = { head: 1, day: 2, number: 3, text: 4 } as const;

/** A..Z, AA..: the letters of a column, from 0. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** What XML cannot hold is written as Excel writes it: _x0007_; and so is what would be read as that. */
export function escaped(text: string): string {
  // Nearly every cell: nothing to escape.
  if (!/[&<>_\r\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (each) => `_x${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The day's number, as Excel counts days since 1 March 1900; null: no such day. */
function serial(day: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const number = at / 86_400_000 + 25_569;
  return Number.isInteger(number) && number >= 61 && number <= 2_958_465 ? number : null;
}

const dayWords = (day: string) => day.split('-').toReversed().join('/');

/** Points of a line, and of the highest row. */
const lineHeight = 15;
const highest = 409;

/** Lines that a text takes in a column; programs differ in whether they find that out themselves. */
export function linesIn(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

/** Nothing for a row of one line. */
export const heightOf = (lines: number): string =>
  lines > 1 ? ` ht="${Math.min(lines * lineHeight, highest)}"` : '';

/** What was too long for a cell, and where it stands. */
export interface Cut {
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly length: number;
}

/** The mark stands in the cell itself, where nobody can overlook it. */
export function shortened(text: string, locale: Locale): string {
  const count = text.length.toLocaleString(locale === 'vi' ? 'vi' : 'en');
  const mark =
    locale === 'vi'
      ? `… [ĐÃ CẮT BỚT: toàn văn dài ${count} ký tự, một ô của Excel chỉ chứa 32.767; xem đủ trong bản CSV hoặc JSON]`
      : `… [CUT: the whole text has ${count} characters, a cell of Excel holds 32,767; see the CSV or JSON for all of it]`;
  return cutTo(text, longestCell - mark.length) + mark;
}

const textCell = (reference: string, text: string): string =>
  text === ''
    ? ''
    : `<c r="${reference}" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const numberCell = (reference: string, value: number, style: number): string =>
  Number.isFinite(value) ? `<c r="${reference}" s="${style}"><v>${value}</v></c>` : '';

/** A string stays a string whatever it begins with: only CSV needs a guard against formulas. */
export function cellXml(reference: string, value: Cell, type: Head['type']): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberCell(reference, value, styles.number);
  if (type !== 'day') return textCell(reference, value);
  const number = serial(value);
  return number === null ? textCell(reference, dayWords(value)) : numberCell(reference, number, styles.day);
}
