// Pieces of which drafts are put together: numbered lines, tables, days and figures as officials write them.
import type { Content } from './content.ts';

type Block = Content['body'][number];
export type Level = 'article' | 'roman' | 'number' | 'letter' | 'dash';

export const item = (level: Level, line: string, heading = false): Block => ({
  type: 'text',
  level,
  line,
  ...(heading ? { heading } : {}),
});

export interface Cell {
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  readonly columns?: number;
}

const cellOf = ({ text, ...look }: Cell) => ({ lines: [text], ...look });

/** Widths are shares of the whole; the head is repeated on every page. */
export const table = (
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Block => ({
  type: 'grid',
  widths: [...widths],
  head: [head.map((text) => cellOf({ text, align: 'center', bold: true }))],
  rows: rows.map((row) => row.map(cellOf)),
});

/** Days below 10 and the first two months have a nought before them (Decree 30/2020, Annex I, II.4). */
const parts = (iso: string) => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { year, month: Number(month) < 3 ? month : String(Number(month)), day };
};

/** "05/02/2026", "15/11/2026". */
export function shortDay(iso: string): string {
  const { year, month, day } = parts(iso);
  return `${day}/${month}/${year}`;
}

/** "15 tháng 12 năm 2025". */
export function longDay(iso: string): string {
  const { year, month, day } = parts(iso);
  return `${day} tháng ${month} năm ${year}`;
}

/** "1.234,5"; nothing where nothing is known. */
export function figure(value: number | null, decimals: number): string {
  if (value === null) return '';
  return new Intl.NumberFormat('vi', { maximumFractionDigits: Math.max(decimals, 0) }).format(value);
}
