// Reading back what was written gives the same document; the check finds nothing wrong in it; and what was recognised in a file is
// recognised as well in what is written from it.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialOf, read, readText, recognise, writeDocx } from '../src/index.ts';
import type { Diagnostic, OfficialDocument, Parsed } from '../src/index.ts';
import { labelsOf } from '../src/write/numbering.ts';
import { officialDocuments, withOwnLabels } from './official-documents.ts';
import { OFFICIAL } from './official/samples.ts';
import { f1, type Labelled, MEASURES, score } from './score.ts';
import { told } from './told.ts';
import { wildDocument } from './wild/documents.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const given = join(root, '..', 'shared');

/** How many of the widest documents are tried; NHIPCAU_WILD=5000 tries that many, in minutes. */
const WILD = Number(process.env.NHIPCAU_WILD ?? 60);

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

const readBack = (document: OfficialDocument): Promise<Understood> =>
  understand('van-ban.docx', writeDocx(document));

const fixtures = globSync('document/test/fixtures/*/input.*', { cwd: root });
const samples = globSync('server/samples/*.{docx,pdf}', { cwd: root });

describe('a document that was read and is written again', () => {
  it.each([...fixtures, ...samples])('%s is read back as it was written', async (path) => {
    const { document } = await understand(basename(path), readFileSync(join(root, path)));
    expect((await readBack(document)).document).toEqual(document);
  });

  it.each(fixtures)('%s is recognised as well as before', async (path) => {
    const { parsed, document } = await understand(basename(path), readFileSync(join(root, path)));
    const label = JSON.parse(readFileSync(join(root, dirname(path), 'expected.json'), 'utf8')) as Labelled;
    expect(lost(parsed, (await readBack(document)).parsed, label)).toEqual([]);
  });
});

/** Measures at which what was written scores lower than the original. */
function lost(before: Parsed, after: Parsed, label: Labelled): string[] {
  const [was, is] = [score(before, label), score(after, label)];
  return MEASURES.filter((measure) => (f1(is[measure]) ?? 1) < (f1(was[measure]) ?? 1)).map(
    (measure) => `${measure} ${f1(was[measure])} → ${f1(is[measure])}`,
  );
}

const documents = join(given, 'documents');
const files = existsSync(documents)
  ? readdirSync(documents).filter((file) => existsSync(goldOf(file)))
  : ['(no documents there)'];

function goldOf(file: string): string {
  return join(given, 'gold', file.replace(/\.\w+$/, '.json'));
}

describe.skipIf(!existsSync(documents))(
  'the given documents (skipped where ../shared/documents is missing)',
  () => {
    it.each(files)('%s is read back as it was written, and scores no lower', async (file) => {
      const { parsed, document } = await understand(file, readFileSync(join(documents, file)));
      const again = await readBack(document);
      expect(again.document).toEqual(document);
      const label = JSON.parse(readFileSync(goldOf(file), 'utf8')) as Labelled;
      expect(lost(parsed, again.parsed, label)).toEqual([]);
    });
  },
);

/** What is certainly wrong; and what is missing, in a document that is issued. */
function violations({ warnings }: Parsed, document: OfficialDocument): Diagnostic[] {
  const issued = document.number !== null && document.signature.name !== '';
  return warnings.filter(
    ({ severity, code }) => severity !== 'note' || (issued && code.startsWith('missing')),
  );
}

describe('a document that was made up', () => {
  it.each(Object.keys(OFFICIAL))(
    '%s is read back as it was written, and nothing is wrong in it',
    async (name) => {
      const { parsed, document } = await readBack(OFFICIAL[name]!);
      expect(told(document)).toEqual(told(OFFICIAL[name]!));
      expect(violations(parsed, OFFICIAL[name]!)).toEqual([]);
    },
  );

  it('is read back as it was written, whatever it holds, and the check finds nothing wrong', async () => {
    await fc.assert(
      fc.asyncProperty(officialDocuments, async (made) => {
        const { parsed, document } = await readBack(made);
        expect(told(document)).toEqual(told(made));
        expect(violations(parsed, made)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is read back whatever tempts a reader in it: words of other parts, marks of other languages, tables of all shapes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const made = wildDocument(seed);
        const { parsed, document } = await readBack(made);
        expect(told(document)).toEqual(told(made));
        expect(violations(parsed, made)).toEqual([]);
      }),
      { numRuns: WILD },
    );
  }, 3_600_000);

  it('keeps the numbers that it gives itself', async () => {
    await fc.assert(
      fc.asyncProperty(withOwnLabels, async (made) => {
        const { document } = await readBack(made);
        expect(labelsOf(document.body)).toEqual(labelsOf(made.body));
      }),
      { numRuns: 80 },
    );
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'KẾ HOẠCH',
    'Số: 58/KH-UBND',
    'Điều 2. Giao',
    'Chương I',
    'a) ',
    '- ',
    '\n',
    '|',
    'Kính gửi:',
    'Nơi nhận:',
    'KT. CHỦ TỊCH',
    'PHỤ LỤC',
    'Căn cứ Luật Báo chí;',
    '\ud800',
    '\u0000',
    '<w:p>',
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 40 })
    .map((found) => found.join('\n'));

  it('makes a document that can be written and opened', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const source = readText(text, 'thu.txt', 'txt');
        const written = writeDocx(officialOf(recognise(source), source));
        const reading = await read({ name: 'thu.docx', bytes: written });
        expect(reading.ok).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
