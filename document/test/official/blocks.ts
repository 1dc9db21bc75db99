// Short words for the blocks of the sample documents.
import type { Chart, Grid, Level, Line, TableCell, Text } from '../../src/write/official.ts';

export const paragraph = (line: Line): Text => ({ type: 'text', line });
export const heading = (level: Level, line: Line): Text => ({ type: 'text', level, heading: true, line });
export const item = (level: Level, line: Line): Text => ({ type: 'text', level, line });

export const cell = (text: string, more: Omit<TableCell, 'lines'> = {}): TableCell => ({
  lines: text.split('\n'),
  ...more,
});
export const head = (text: string, columns = 1, rows = 1): TableCell =>
  cell(text, { align: 'center', bold: true, columns, rows });
export const centred = (text: string, rows = 1): TableCell => cell(text, { align: 'center', rows });
export const figure = (value: number): TableCell => cell(value.toLocaleString('vi-VN'), { align: 'right' });

export const grid = (
  widths: readonly number[],
  headRows: Grid['head'],
  rows: Grid['rows'],
  caption?: string,
): Grid => ({ type: 'grid', widths, head: headRows, rows, ...(caption === undefined ? {} : { caption }) });

export const chart = (facts: Omit<Chart, 'type'>): Chart => ({ type: 'chart', ...facts });
