// The register as CSV: with a byte order mark, since Excel takes UTF-8 for something else without it.
import type { Locale } from '../http/locale.ts';
import { csvLine } from '../text/csv.ts';
import { columns } from './columns.ts';
import type { TaskRow } from './present.ts';

export async function* csvOf(
  portions: AsyncIterable<readonly TaskRow[]>,
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  const all = columns(locale);
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
