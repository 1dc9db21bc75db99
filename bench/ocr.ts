// Optical recognition on pages whose text is known: set by typst, then laid askew, blurred, made noisy, signed and sealed.
import { createPageRecogniser } from '../document/src/node/index.ts';
import { openPictures } from '../document/src/node/render.ts';
import { read } from '../document/src/read/read.ts';
import { recognise } from '../document/src/recognise/recognise.ts';
import { degrade, dice } from '../document/test/ocr/degrade.ts';
import type { Harm } from '../document/test/ocr/degrade.ts';
import { errorsWithin, plainText } from '../document/test/ocr/measure.ts';
import { cases, ownProse, realProse } from '../document/test/ocr/sheets.ts';
import type { Case } from '../document/test/ocr/sheets.ts';
import { typeset } from '../document/test/ocr/typeset.ts';
import type { Result } from './result.ts';

const PAGES = Number(process.env.OCR_PAGES ?? 8);

/** Askew by up to 3°, blurred, noisy, half of them as JPEG: what office scanners hand in. */
function harmFor(roll: () => number): Harm {
  return {
    dpi: 200,
    skew: (roll() < 0.5 ? -1 : 1) * (0.5 + 2.5 * roll()),
    blur: 0.9 * roll(),
    noise: 10 * roll(),
    specks: roll() < 0.3 ? 0.0006 : 0,
    seal: [0, 0],
    jpeg: roll() < 0.5 ? 70 : null,
  };
}

interface Score {
  letters: number;
  errors: number;
  fields: number;
  right: number;
  pages: number;
  seconds: number;
}

export async function run(): Promise<Result[]> {
  const results: Result[] = [];
  const real = realProse();
  results.push(...resultsOf('own documents', await measure(cases(ownProse(), PAGES, 7), 11)));
  if (real.length > 0)
    results.push(...resultsOf('real documents', await measure(cases(real, PAGES, 17), 13)));
  return results;
}

function resultsOf(name: string, score: Score): Result[] {
  const note = `${score.pages} pages at 200 dpi, askew, blurred, noisy, sealed`;
  return [
    {
      name: `OCR: wrong letters in prose, ${name}`,
      value: (100 * score.errors) / score.letters,
      unit: '%',
      note,
    },
    {
      name: `OCR: number, date, issuer, signer all right, ${name}`,
      value: (100 * score.right) / score.pages,
      unit: '% of pages',
      note,
    },
    {
      name: `OCR: single fields right, ${name}`,
      value: (100 * score.fields) / (4 * score.pages),
      unit: '%',
      note,
    },
    { name: `OCR: time a page, ${name}`, value: score.seconds / score.pages, unit: 's', note: 'one thread' },
  ];
}

async function measure(all: readonly Case[], seed: number): Promise<Score> {
  const recogniser = createPageRecogniser();
  const roll = dice(seed);
  const score: Score = { letters: 0, errors: 0, fields: 0, right: 0, pages: 0, seconds: 0 };
  for (const each of all) await measureOne(each, harmFor(roll), roll, recogniser, score);
  await recogniser.close();
  return score;
}

async function measureOne(
  { sheet, expected }: Case,
  harm: Harm,
  roll: () => number,
  recogniser: ReturnType<typeof createPageRecogniser>,
  score: Score,
): Promise<void> {
  const pdf = typeset(sheet);
  const pages = await openPictures('pdf', pdf);
  const picture = await pages.picture(1);
  await pages.close();
  const place = await sealPlace(pdf, sheet.signer);
  const bytes = await degrade(picture, { ...harm, seal: place }, roll);
  const begun = performance.now();
  const reading = await read({ name: 'page.png', bytes }, { recogniser });
  score.seconds += (performance.now() - begun) / 1000;
  score.pages++;
  const prose = plainText(sheet.body.map((paragraph) => paragraph.replace(/^\*\*/, '')).join(' '));
  score.letters += prose.length;
  if (!reading.ok) {
    score.errors += prose.length;
    return;
  }
  const errors = errorsWithin(prose, plainText(reading.source.text));
  score.errors += errors;
  const { document } = recognise(reading.source);
  const right = [
    document.number === expected.number,
    document.issuedOn === expected.date,
    plainText(document.issuer ?? '').toLowerCase() === plainText(expected.issuer).toLowerCase(),
    plainText(document.signers.at(-1)?.name ?? '') === plainText(expected.signer),
  ];
  score.fields += right.filter(Boolean).length;
  if (right.every(Boolean)) score.right++;
  if (process.env.OCR_SHOW) {
    const { number, issuedOn, issuer, signers } = document;
    console.error(
      ((100 * errors) / prose.length).toFixed(2),
      right.join(' '),
      JSON.stringify({
        harm: { ...harm, seal: 0 },
        number,
        issuedOn,
        issuer,
        signers: signers.map((s) => s.name),
        expected,
      }),
    );
    if (process.env.OCR_SHOW === 'wrong' && !right.every(Boolean))
      console.error(reading.source.text.slice(0, 350), '\n...\n', reading.source.text.slice(-300));
    if (process.env.OCR_SHOW === 'text') console.error(reading.source.text, '\n-----\n', prose, '\n=======');
  }
}

/** Left of the signer's name and above it, where seals go. */
async function sealPlace(pdf: Uint8Array, signer: string): Promise<readonly [number, number] | null> {
  const reading = await read({ name: 'page.pdf', bytes: pdf }, {});
  if (!reading.ok) return null;
  for (const block of reading.source.blocks)
    for (const paragraph of block.type === 'table'
      ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
      : [block]) {
      const box = paragraph.origin?.box;
      if (box && reading.source.text.slice(...paragraph.span) === signer) return [box[0] - 8, box[1] - 28];
    }
  return null;
}
