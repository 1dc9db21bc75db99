// All words of a content, a line each: what a search looks through.
import type { Content } from './content.ts';

type Line = Content['attached'][number]['body'][number] extends infer B
  ? B extends { type: 'text'; line: infer L }
    ? L
    : never
  : never;

export const textOf = (line: Line): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');

export function* wordsIn({ bases, body, attached }: Content): Generator<string> {
  yield* bases;
  yield* wordsOf(body);
  for (const each of attached) {
    yield each.title;
    yield* wordsOf(each.body);
  }
}

function* wordsOf(body: Content['body']): Generator<string> {
  for (const block of body) {
    if (block.type === 'text') yield textOf(block.line);
    else if (block.type === 'chart') yield* [block.title, block.says];
    else for (const row of block.rows) yield row.flatMap(({ lines }) => lines.map(textOf)).join(' ');
  }
}
