// A table as a JSON array of objects, an object a line of the file, so that a program can also read it line by line.
import type { Sheet } from './column.ts';

export async function* jsonOf({ columns, lines }: Omit<Sheet, 'title'>): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  const fields = columns.map(({ key }) => JSON.stringify(key));
  let before = '[\n';
  for await (const portion of lines) {
    if (portion.length === 0) continue;
    const objects = portion.map(
      (line) => `{${line.map((cell, at) => `${fields[at] ?? ''}:${JSON.stringify(cell)}`).join(',')}}`,
    );
    yield bytes.encode(before + objects.join(',\n'));
    before = ',\n';
  }
  yield bytes.encode(before === '[\n' ? '[]\n' : '\n]\n');
}
