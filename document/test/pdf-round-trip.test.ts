// Reading a printed document back gives the same one: what the library's own reader finds in the PDF is what it finds in the Word file
// of the same document, and what stands on its pages is all that the document says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialOf, read, recognise, writeDocx } from '../src/index.ts';
import type { OfficialBlock, OfficialDocument, Parsed } from '../src/index.ts';
import { writePdf } from '../src/node/pdf.ts';
import { officialDocuments } from './official-documents.ts';
import { pagesOf } from './official/pages.ts';
import { OFFICIAL } from './official/samples.ts';
import { told as written } from './told.ts';
import { wildOfEachKind } from './wild/documents.ts';

interface Understood {
  readonly parsed: Parsed;
  readonly document: OfficialDocument;
}

async function understand(name: string, bytes: Uint8Array): Promise<Understood> {
  const reading = await read({ name, bytes });
  if (!reading.ok) throw new Error(reading.problem.message);
  const parsed = recognise(reading.source);
  return { parsed, document: officialOf(parsed, reading.source) };
}

const plain = (line: string | readonly { readonly text: string }[]): string =>
  (typeof line === 'string' ? line : line.map(({ text }) => text).join('')).replaceAll(/\s+/g, ' ').trim();

/** A text as it reads: where bold begins, how a paragraph is aligned and how wide columns are is not told. */
function told(body: readonly OfficialBlock[]): unknown[] {
  return body.map((block) => {
    if (block.type === 'chart') return block.says;
    if (block.type === 'text') return [block.level, block.label, plain(block.line)];
    return [...block.head, ...block.rows].map((row) => row.map(({ lines }) => lines.map(plain).join(' ')));
  });
}

const withoutSpans = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (/^(?:span|evidence)$/.test(key) ? undefined : inner)),
  );

describe.each(Object.keys(OFFICIAL))('%s', (name) => {
  it('reads the same on paper as in the Word file: header, sections, tables, tasks', async () => {
    const official = OFFICIAL[name]!;
    const paper = await understand(`${name}.pdf`, await writePdf(official));
    const word = await understand(`${name}.docx`, writeDocx(official));
    const { body, attached, contact: _, ...header } = paper.document;
    const { body: wordBody, attached: wordAttached, contact: __, ...wordHeader } = word.document;
    expect(header).toEqual(wordHeader);
    expect(told(body)).toEqual(told(wordBody));
    expect(attached.map(({ type, title }) => [type, title])).toEqual(
      wordAttached.map(({ type, title }) => [type, title]),
    );
    expect(attached.map((each) => told(each.body))).toEqual(wordAttached.map((each) => told(each.body)));
    for (const part of ['sections', 'tasks', 'targets', 'figures', 'recipients'] as const)
      expect(withoutSpans(paper.parsed[part])).toEqual(withoutSpans(word.parsed[part]));
  });

  it('is read back with the header that it was printed with', async () => {
    const official = OFFICIAL[name]!;
    const { document } = await understand(`${name}.pdf`, await writePdf(official));
    expect(headerOf(document)).toEqual(headerOf(official));
    expect(document.attached.map(({ title }) => title.toLowerCase())).toEqual(
      official.attached.map(({ title }) => title.toLowerCase()),
    );
  });
});

const HEADER = [
  'type',
  'superior',
  'agency',
  'number',
  'symbol',
  'place',
  'date',
  'title',
  'addressees',
  'authority',
  'bases',
  'recipients',
  'signature',
  'urgency',
  'circulation',
] as const;

const headerOf = (document: OfficialDocument): unknown =>
  Object.fromEntries(HEADER.map((field) => [field, document[field]]));

/** Letters without white, capitals or not: titles are printed in capitals. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '').normalize('NFC').toUpperCase();

function* linesOf(document: OfficialDocument): Generator<string> {
  for (const body of [document.body, ...document.attached.map((attached) => attached.body)])
    for (const block of body) {
      if (block.type === 'chart') yield block.says;
      else if (block.type === 'text') yield plain(block.line);
      else
        for (const row of [...block.head, ...block.rows])
          for (const { lines } of row) yield* lines.map(plain);
    }
}

describe('a document of each kind', () => {
  it.each(Object.entries(wildOfEachKind()))(
    '%s is read back with its header, its signers and its outline, and the check finds nothing wrong',
    async (_, made) => {
      const { document, parsed } = await understand('van-ban.pdf', await writePdf(made));
      const { body, attached, ...header } = written(document);
      const { body: ownBody, attached: ownAttached, ...ownHeader } = written(made);
      expect(header).toEqual(ownHeader);
      expect([body, ...attached.map((each) => each.body)].map(outline)).toEqual(
        [ownBody, ...ownAttached.map((each) => each.body)].map(outline),
      );
      expect(parsed.warnings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    },
  );
});

/** Levels and kinds of what stands in a text. Paper cannot tell a sentence that begins like a point from one. */
const outline = (body: readonly OfficialBlock[]): string[] =>
  body.map((block) => {
    if (block.type !== 'text') return block.type;
    if (/^(?:\(i\)|A\.|2\.3 tỷ|15\/11)/.test(`${block.label ?? ''} ${plain(block.line)}`.trim())) return '?';
    return `${block.level}${block.heading ? ', titled' : ''}`;
  });

describe('a document that was made up', () => {
  it('is read back with its header, and nothing of it is lost or stands outside the margins', async () => {
    await fc.assert(
      fc.asyncProperty(officialDocuments, async (made) => {
        const bytes = await writePdf(made);
        const { document } = await understand('van-ban.pdf', bytes);
        expect(headerOf(document)).toEqual(headerOf(made));
        const pages = await pagesOf(bytes);
        const words = pages.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(' ')));
        const printed = counted(words);
        const lost = [...counted([...linesOf(made)].flatMap((line) => line.split(' ')))].filter(
          // The last full stop of the text becomes "./.", a document's number may be set apart from its comma.
          ([word, times]) => !/[.;,)>]$/.test(word) && (printed.get(word) ?? 0) < times,
        );
        expect(lost).toEqual([]);
        const outside = pages.flatMap(({ lines, width, height }) =>
          lines.filter(
            ({ left, right, baseline }) => left < 29.5 || right > width - 14.5 || baseline > height - 20,
          ),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});

function counted(words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words.map(squeezed)) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}
