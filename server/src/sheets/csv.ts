// A table as CSV: with a byte order mark, since Excel takes UTF-8 for something else without it.
import { csvLine } from '../text/csv.ts';
import type { Sheet } from './column.ts';

export async function* csvOf({ columns, lines }: Omit<Sheet, 'title'>): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`\ufeff${csvLine(columns.map(({ name }) => name))}`);
  for await (const portion of lines) yield bytes.encode(portion.map(csvLine).join(''));
}
