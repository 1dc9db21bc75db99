// A table as CSV: with a byte order mark, since Excel takes UTF-8 for something else without it.
import { csvLine } from '../text/csv.ts';
import type { Sheet } from './column.ts';

export async function* csvOf<Row>(
  portions: AsyncIterable<readonly Row[]>,
  { columns: all }: Pick<Sheet<Row>, 'columns'>,
): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`\ufeff${csvLine(all.map(({ name }) => name))}`);
  let index = 0;
  for await (const rows of portions) {
    let lines = '';
    for (const row of rows) {
      const at = index;
      index += 1;
      lines += csvLine(all.map(({ value }) => value(row, at)));
    }
    yield bytes.encode(lines);
  }
}
