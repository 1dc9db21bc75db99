// Two drafts line by line, and where a line was rewritten, word by word.
import { labelsOf, type OfficialBlock } from '@nhipcau/document';
import type { OutgoingContent } from '@nhipcau/server/contract';
import { changedWords, type Piece } from '../review/word-diff.ts';
import { hunksOf } from './hunks.ts';
import { wordsOf } from './merge.ts';

export interface Compared {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly Piece[];
}

/** The document as one reads it from top to bottom. */
export function linesOf(content: OutgoingContent): string[] {
  const { signature, attached } = content;
  return [
    [content.superior, content.agency].filter(Boolean).join(' – '),
    `[${content.type}] ${content.title}`,
    ...[content.urgency, content.circulation].filter((stamp) => stamp !== undefined),
    ...content.addressees.map((line) => `Kính gửi: ${line}`),
    content.authority ?? '',
    ...content.bases,
    ...blockLines(content.body),
    ...signature.authority,
    [signature.position, signature.name].filter(Boolean).join(' – '),
    ...content.recipients.map((line) => `- ${line}`),
    ...attached.flatMap((one) => [`${one.type} – ${one.title}`, ...blockLines(one.body)]),
  ].filter((line) => line.trim() !== '');
}

function blockLines(blocks: OutgoingContent['body']): string[] {
  const labels = labelsOf(blocks as readonly OfficialBlock[]);
  return blocks.flatMap((block, at) =>
    wordsOf(block)
      .split('\n')
      .map((line, first) => (first === 0 && labels[at] ? `${labels[at]} ${line}` : line)),
  );
}

export function compare(before: OutgoingContent, after: OutgoingContent): Compared[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const compared: Compared[] = [];
  const same = (lines: readonly string[]) =>
    compared.push(...lines.map((text): Compared => ({ kind: 'same', pieces: [{ kind: 'same', text }] })));
  let at = 0;
  for (const { from, to, start, end } of hunksOf(a, b)) {
    same(a.slice(at, from));
    compared.push(...rewritten(a.slice(from, to), b.slice(start, end)));
    at = to;
  }
  same(a.slice(at));
  return compared;
}

/** Lines that have most of their words in common are one line that was rewritten. */
function rewritten(removed: readonly string[], added: readonly string[]): Compared[] {
  const rest = [...added];
  const compared = removed.flatMap((line): Compared[] => {
    const [next] = rest;
    const pieces = next === undefined ? [] : changedWords(line, next);
    const kept = pieces.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0);
    if (next === undefined || kept * 2 < Math.min(line.length, next.length))
      return [{ kind: 'removed', pieces: [{ kind: 'removed', text: line }] }];
    rest.shift();
    return [{ kind: 'changed', pieces }];
  });
  return [
    ...compared,
    ...rest.map((text): Compared => ({ kind: 'added', pieces: [{ kind: 'added', text }] })),
  ];
}
