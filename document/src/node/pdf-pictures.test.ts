// Printed pages look as in the committed pictures. New ones, to be looked at before they are committed:
// PICTURES=new vitest run --project document document/src/node/pdf-pictures.test.ts
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ALIKE, apart, type Grey, greyOf, greyPages, pngOf } from '../../test/official/pictures.ts';
import { OFFICIAL } from '../../test/official/samples.ts';
import { type OfficialDocument } from '../write/official.ts';
import { writePdf } from './pdf.ts';

const FOLDER = fileURLToPath(new URL('../../test/pictures/pdf', import.meta.url));
const RENEW = process.env.PICTURES === 'new';

const committed = (name: string): string[] =>
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((file) => file.startsWith(`${name}-`))
        .toSorted()
    : [];

const printed = async (document: OfficialDocument): Promise<Grey[]> => greyPages(await writePdf(document));

async function renew(name: string, pages: readonly Grey[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of committed(name)) rmSync(join(FOLDER, file));
  for (const [at, page] of pages.entries())
    writeFileSync(join(FOLDER, `${name}-${at + 1}.png`), await pngOf(page));
}

test.each(Object.keys(OFFICIAL))('the pages of %s look as in the pictures', async (name) => {
  const pages = await printed(OFFICIAL[name]!);
  if (RENEW) await renew(name, pages);
  const files = committed(name);
  expect(files, 'other pages than there are pictures').toEqual(pages.map((_, at) => `${name}-${at + 1}.png`));
  for (const [at, file] of files.entries()) {
    const found = apart(pages[at]!, await greyOf(readFileSync(join(FOLDER, file))));
    expect(found.shades, `${file} differs at ${found.x}, ${found.y} mm`).toBeLessThanOrEqual(ALIKE);
  }
});

describe('the comparison', () => {
  const letter = OFFICIAL['cong-van']!;
  const after = async (change: Partial<OfficialDocument>): Promise<number> => {
    const [[was], [is]] = await Promise.all([printed(letter), printed({ ...letter, ...change })]);
    return apart(was!, is!).shades;
  };

  test('finds a letter that is lost, and a mark over a letter', async () => {
    const [opening, ...rest] = letter.body;
    if (opening?.type !== 'text' || typeof opening.line !== 'string')
      throw new Error('the letter has changed');
    const without = (what: string, other: string): OfficialDocument['body'] => [
      { ...opening, line: String(opening.line).replace(what, other) },
      ...rest,
    ];
    expect(await after({ body: without('địa phương:', 'địa phươn:') })).toBeGreaterThan(ALIKE);
    expect(await after({ body: without('địa phương:', 'địa phưong:') })).toBeGreaterThan(ALIKE);
  });

  test('finds what has moved by a millimetre, in any direction', async () => {
    const [page] = await printed(letter);
    const { width, height, values } = page!;
    for (const [right, down] of [
      [2, 0],
      [-2, 0],
      [0, 2],
      [0, -2],
    ] as const) {
      const moved = values.map((_, at) => {
        const [x, y] = [(at % width) - right, Math.floor(at / width) - down];
        return x < 0 || y < 0 || x >= width || y >= height ? 255 : values[y * width + x]!;
      });
      expect(apart(page!, { width, height, values: moved }).shades).toBeGreaterThan(ALIKE);
    }
  });

  test('lets grey edges pass', async () => {
    const [page] = await printed(letter);
    const values = page!.values.map((value, at) =>
      Math.max(0, Math.min(255, value + (((at * 7919) % 3) - 1) * 17)),
    );
    expect(apart(page!, { ...page!, values }).shades).toBeLessThanOrEqual(ALIKE);
  });
});
