// What other programs make of the files that the Word writer makes: mammoth and pandoc find the same titles and tables; LibreOffice prints them
// with the decree's measures, and looking as in the pictures. New pictures: PICTURES=new vitest run document/test/other-readers.test.ts
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { officialOf, read, recognise, writeDocx } from '../src/index.ts';
import type { OfficialBlock, OfficialDocument, Paragraph, Source } from '../src/index.ts';
import { openPictures } from '../src/node/render.ts';
import { DIVISIONS, labelsOf } from '../src/write/numbering.ts';
import { closed, attachedBody } from '../src/write/wording.ts';
import { officialDocuments, withOwnLabels } from './official-documents.ts';
import { layoutFaults } from './official/decree.ts';
import { pagesOf } from './official/pages.ts';
import { OFFICIAL } from './official/samples.ts';
import { hasSoffice, printed, savedAgain } from './soffice.ts';
import { wildOfEachKind } from './wild/documents.ts';

const pictures = join(dirname(fileURLToPath(import.meta.url)), 'pictures');
const NAMES = Object.keys(OFFICIAL);

type Grid = Extract<OfficialBlock, { type: 'grid' }>;
type Text = Extract<OfficialBlock, { type: 'text' }>;

const bodies = (document: OfficialDocument): OfficialBlock[] => [
  ...closed(document.body),
  ...document.attached.flatMap((attached) => attachedBody(attached)),
];
const isTitle = ({ level, heading }: Text): boolean => heading === true || DIVISIONS.has(level ?? 'plus');
const plain = (line: Text['line']): string =>
  typeof line === 'string' ? line : line.map(({ text }) => text).join('');
const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const wordsOf = (html: string): string =>
  tidy(
    html
      .replaceAll(/<br ?\/>/g, ' ')
      .replaceAll('</p>', ' ')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

interface Found {
  readonly titles: readonly string[];
  /** Rows of cells by their words. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** Titles that other programs find; their letters may be capitals by the style alone. */
function foundIn(html: string): Found {
  const titles = Array.from(html.matchAll(/<h\d[^>]*>(.*?)<\/h\d>/gs), ([, inner]) => wordsOf(inner!));
  const tables = Array.from(html.matchAll(/<table>(.*?)<\/table>/gs), ([, inner]) => cellsOf(inner!));
  return { titles: titles.map((title) => title.toUpperCase()), tables };
}

function wantedOf(document: OfficialDocument): Found {
  const titles = bodies(document).filter(
    (block): block is Text => block.type === 'text' && block.level !== undefined && isTitle(block),
  );
  const grids = bodies(document).filter((block): block is Grid => block.type === 'grid');
  return {
    titles: titles.map(({ line }) => tidy(plain(line)).toUpperCase()),
    tables: grids.map((grid) =>
      [...grid.head, ...grid.rows].map((row) => row.map(({ lines }) => tidy(lines.map(plain).join(' ')))),
    ),
  };
}

describe('mammoth', () => {
  it.each(NAMES)('finds the same titles and tables in %s', async (name) => {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(writeDocx(OFFICIAL[name]!)) });
    const wanted = wantedOf(OFFICIAL[name]!);
    expect(foundIn(html).titles).toEqual(wanted.titles);
    expect(foundIn(html).tables).toEqual(expect.arrayContaining([...wanted.tables]));
  });
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

describe.skipIf(!hasPandoc)('pandoc (skipped where it is not installed)', () => {
  it.each(NAMES)('finds the same titles and tables in %s', (name) => {
    const input = writeDocx(OFFICIAL[name]!);
    const { stdout } = spawnSync('pandoc', ['-f', 'docx', '-t', 'html', '--wrap=none'], {
      input,
      encoding: 'utf8',
    });
    const wanted = wantedOf(OFFICIAL[name]!);
    expect(foundIn(stdout).titles).toEqual(wanted.titles);
    expect(foundIn(stdout).tables).toEqual(expect.arrayContaining([...wanted.tables]));
  });
});

const cellsOf = (table: string): string[][] =>
  Array.from(table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), ([, row]) =>
    Array.from(row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs), ([, cell]) => wordsOf(cell!)),
  );

describe.skipIf(!hasSoffice)('LibreOffice (skipped where soffice is not installed)', () => {
  const random = [
    ...fc.sample(officialDocuments, { numRuns: 8, seed: 42 }),
    ...fc.sample(withOwnLabels, { numRuns: 8, seed: 42 }),
  ];
  const written: Record<string, OfficialDocument> = {
    ...OFFICIAL,
    ...Object.fromEntries(random.map((document, at) => [`ngau-nhien-${at}`, document])),
  };
  // Scripts that the machine has no font for are measured, not read.
  const measured = { ...written, ...wildOfEachKind() };
  let pdfs: Readonly<Record<string, Uint8Array>> = {};
  const sources = new Map<string, Source>();

  beforeAll(async () => {
    pdfs = printed(
      Object.fromEntries(Object.entries(measured).map(([name, document]) => [name, writeDocx(document)])),
    );
    for (const name of Object.keys(written)) {
      const reading = await read({ name: `${name}.pdf`, bytes: pdfs[name]! });
      if (reading.ok) sources.set(name, reading.source);
    }
  }, 180_000);

  it.each(Object.keys(written))('prints %s with every number and every word', (name) => {
    const text = squeezed(sources.get(name)!.text);
    const missing = openingsOf(written[name]!).filter((words) => !text.includes(words));
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(written))(
    'prints %s as Annex I has it, in every place that can be measured',
    async (name) => {
      expect(layoutFaults(measured[name]!, await pagesOf(pdfs[name]!, 2))).toEqual([]);
    },
  );

  it('saves what it opened so that the same document is read from it', async () => {
    const written = NAMES.map((name) => [name, writeDocx(OFFICIAL[name]!)] as const);
    const saved = Object.entries(savedAgain(Object.fromEntries(written)));
    expect(await Promise.all(saved.map(([, bytes]) => readBack(bytes)))).toEqual(
      await Promise.all(written.map(([, bytes]) => readBack(bytes))),
    );
  }, 120_000);

  it('prints A4, with the text between margins of 30 and 15 mm, 20 mm from the top', () => {
    const source = sources.get('cong-van')!;
    expect(source.pages!.map(({ width, height }) => [Math.round(mm(width)), Math.round(mm(height))])).toEqual(
      [[210, 297]],
    );
    const boxes = paragraphsOf(source).map(({ origin }) => origin!.box!.map(mm));
    const text = paragraphsOf(source).filter(({ span }) => span[1] - span[0] > 200);
    for (const { origin } of text) {
      expect(mm(origin!.box![0])).toBeCloseTo(30, 0);
      expect(mm(origin!.box![2])).toBeCloseTo(195, 0);
    }
    expect(Math.min(...boxes.map((box) => box[1]!))).toBeCloseTo(20, 0);
    expect(Math.min(...boxes.map((box) => box[0]!))).toBeGreaterThan(29);
    expect(Math.max(...boxes.map((box) => box[2]!))).toBeLessThan(196);
  });

  it('prints agency and national title in the middle of 40 and 60 % of the width, the title on one line', () => {
    const source = sources.get('cong-van')!;
    const centreOf = (words: string): number => {
      const box = paragraphsOf(source).find(({ span }) => source.text.slice(...span) === words)!.origin!.box!;
      return mm((box[0] + box[2]) / 2);
    };
    expect(centreOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBeCloseTo(145.5, 0);
    expect(centreOf('Độc lập - Tự do - Hạnh phúc')).toBeCloseTo(145.5, 0);
    expect(centreOf(OFFICIAL['cong-van']!.superior!)).toBeCloseTo(63, 0);
    const nation = paragraphsOf(source).find(({ span }) =>
      source.text.slice(...span).startsWith('CỘNG HÒA'),
    )!;
    expect(mm(nation.origin!.box![3] - nation.origin!.box![1])).toBeLessThan(6);
  });

  it('lays annexes in landscape, each numbered on its own', async () => {
    const pages = sources.get('quyet-dinh')!.pages!.map(({ width, height }) => width > height);
    expect(pages).toContain(true);
    expect(pages.indexOf(true)).toBeGreaterThan(1);
    expect(pages.slice(0, pages.indexOf(true))).not.toContain(true);
    const numbers = await pageNumbers(pdfs['quyet-dinh']!);
    expect(numbers[0]).toBeNull();
    expect(numbers.filter((number) => number === '2').length).toBeGreaterThanOrEqual(2);
  });

  it.each(['quyet-dinh', 'cong-van', 'bao-cao'])(
    'prints the first page of %s as in the picture',
    async (name) => {
      const file = join(pictures, `${name}.png`);
      const page = await pictureOf(pdfs[name]!);
      if (process.env.PICTURES === 'new') writeFileSync(file, await pngOf(page));
      expect(existsSync(file), `${file} is missing: look at a new one and commit it`).toBe(true);
      expect(difference(page, await grey(file))).toBeLessThan(0.02);
    },
  );
});

async function readBack(bytes: Uint8Array): Promise<OfficialDocument> {
  const reading = await read({ name: 'van-ban.docx', bytes });
  if (!reading.ok) throw new Error(reading.problem.message);
  return officialOf(recognise(reading.source), reading.source);
}

/** How each paragraph begins, with its number. */
function openingsOf(document: OfficialDocument): string[] {
  const all = [closed(document.body), ...document.attached.map((attached) => attachedBody(attached))];
  return all.flatMap((body) => {
    const labels = labelsOf(body);
    return body.flatMap((block, at) =>
      block.type === 'text' ? [squeezed(`${labels[at]}${plain(block.line)}`).slice(0, 40)] : [],
    );
  });
}

const MM = 25.4 / 72;
const mm = (points: number): number => points * MM;
/** Some titles are printed in capitals. */
const squeezed = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0]+/gu, '')
    .normalize('NFC')
    .toUpperCase();

const paragraphsOf = ({ blocks }: Source): Paragraph[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );

/** What stands alone in the middle of each page's top margin. */
async function pageNumbers(bytes: Uint8Array): Promise<(string | null)[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const numbers: (string | null)[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const top = items.find(
      (item) => 'str' in item && item.str.trim() !== '' && mm(height - item.transform[5]) < 17,
    );
    if (!top || !('str' in top)) numbers.push(null);
    else {
      const middle = mm(top.transform[4] + top.width / 2);
      expect(middle).toBeCloseTo((30 + mm(width) - 15) / 2, 0);
      numbers.push(top.str);
    }
  }
  await pdf.loadingTask.destroy();
  return numbers;
}

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

const WIDTH = 248;

/** The first page at 30 dpi, averaged down: the fineness of an eye that looks at a whole page. */
async function pictureOf(bytes: Uint8Array): Promise<Grey> {
  const opened = await openPictures('pdf', bytes);
  const { width, height, data } = await opened.picture(1);
  await opened.close();
  const step = width / WIDTH;
  const rows = Math.floor(height / step);
  const values = new Uint8Array(WIDTH * rows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < WIDTH; x++) {
      let sum = 0;
      let count = 0;
      for (let v = Math.floor(y * step); v < Math.floor((y + 1) * step); v++)
        for (let u = Math.floor(x * step); u < Math.floor((x + 1) * step); u++, count++)
          sum += data[(v * width + u) * 4 + 1]!;
      values[y * WIDTH + x] = Math.round(sum / count);
    }
  return { width: WIDTH, height: rows, values };
}

async function pngOf({ width, height, values }: Grey): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (const [at, value] of values.entries()) image.data.set([value, value, value, 255], at * 4);
  context.putImageData(image, 0, 0);
  return canvas.encode('png');
}

async function grey(file: string): Promise<Grey> {
  const image = await loadImage(readFileSync(file));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const values = Uint8Array.from({ length: image.width * image.height }, (_, at) => data[at * 4]!);
  return { width: image.width, height: image.height, values };
}

/** Share of points that differ by more than a quarter of black: what has moved by a line or is missing. */
function difference(a: Grey, b: Grey): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const moved = a.values.reduce((sum, value, at) => sum + (Math.abs(value - b.values[at]!) > 64 ? 1 : 0), 0);
  return moved / a.values.length;
}
