import { describe, expect, it } from 'vitest';
import { crop, greyOf, histogram, paint, quarterTurn, rotate, scale, threshold } from './image.ts';
import type { Grey } from './image.ts';
import { clearBorders, evenOut, isNoisy, median3 } from './image-clean.ts';
import { inksOf } from './image-colour.ts';
import type { Rgba } from './image-colour.ts';
import { skewOf } from './image-deskew.ts';
import { findRules } from './image-rules.ts';

const at = ({ width, data }: Grey, x: number, y: number): number => data[y * width + x]!;

/** Rows of short strokes, like lines of words. */
function page(width = 600, height = 800): Grey {
  const image = greyOf(width, height);
  for (let line = 60; line < height - 60; line += 24)
    for (let x = 60; x < width - 60; x += 9) paint(image, x, line, x + 6, line + 11, 0);
  return image;
}

function coloured(
  width: number,
  height: number,
  paintAt: (x: number, y: number) => readonly [number, number, number],
): Rgba {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(paintAt(x, y), (y * width + x) * 4);
  return { width, height, data };
}

describe('pictures', () => {
  it('are cut with paper around what lies outside', () => {
    const image = greyOf(4, 4, 0);
    const cut = crop(image, 2, 2, 4, 4);
    expect([at(cut, 0, 0), at(cut, 1, 1), at(cut, 2, 2)]).toEqual([0, 0, 255]);
  });

  it('shrink by averaging', () => {
    const image = greyOf(4, 4);
    paint(image, 0, 0, 2, 4, 55);
    const half = scale(image, 0.5);
    expect([half.width, at(half, 0, 0), at(half, 1, 1)]).toEqual([2, 55, 255]);
  });

  it('turn by quarters and come back', () => {
    const image = page(60, 80);
    const turned = quarterTurn(image, 1);
    expect([turned.width, turned.height]).toEqual([80, 60]);
    expect(quarterTurn(turned, 3).data).toEqual(image.data);
  });

  it('have a threshold between ink and paper', () => {
    const image = greyOf(10, 10, 230);
    paint(image, 0, 0, 5, 5, 40);
    const shade = threshold(histogram(image));
    expect(shade).toBeGreaterThanOrEqual(40);
    expect(shade).toBeLessThan(230);
  });
});

describe('skew', () => {
  it.each([-3.2, -0.7, 0, 0.5, 2.4])('of %s° is found to a tenth', (angle) => {
    expect(skewOf(rotate(page(), angle), 128)).toBeCloseTo(-angle, 1);
  });

  it('of an empty page is none', () => {
    expect(skewOf(greyOf(300, 300), 128)).toBe(0);
  });
});

describe('coloured ink', () => {
  const RED = [210, 40, 45] as const;
  const BLACK = [20, 20, 20] as const;
  const PAPER = [250, 250, 248] as const;
  const stamped = coloured(120, 120, (x, y) =>
    y % 20 < 10 && y > 40 ? BLACK : x > 40 && x < 60 ? RED : PAPER,
  );

  it('is taken off, and black print under it stays', () => {
    const { black } = inksOf(stamped);
    expect(at(black, 50, 20)).toBeGreaterThan(220);
    expect(at(black, 50, 65)).toBeLessThan(60);
    expect(at(black, 10, 65)).toBeLessThan(60);
  });

  it('that is red is kept apart, since marks of secrecy are red', () => {
    const { red, redShare } = inksOf(stamped);
    expect(at(red, 50, 20)).toBeLessThan(80);
    expect(at(red, 10, 20)).toBe(255);
    expect(redShare).toBeGreaterThan(0.05);
  });

  it('stays where the text itself is coloured', () => {
    const blue = coloured(100, 100, (x, y) => (x % 10 < 4 && y % 20 < 10 ? [30, 60, 190] : PAPER));
    expect(at(inksOf(blue).black, 1, 1)).toBeLessThan(110);
  });
});

describe('paper', () => {
  it('in shadow becomes as white as elsewhere', () => {
    const image = page();
    const shaded = {
      ...image,
      data: image.data.map((shade, index) => shade * (1 - 0.5 * ((index % 600) / 600))),
    };
    const even = evenOut(shaded);
    expect(at(even, 590, 10)).toBeGreaterThan(235);
    expect(at(even, 62, 62)).toBeLessThan(40);
  });

  it('with dark borders loses them, and keeps what does not touch the edge', () => {
    const image = page();
    paint(image, 0, 0, 14, 800, 10);
    const cleared = clearBorders(image, 128);
    expect(at(cleared, 5, 400)).toBe(255);
    expect(at(cleared, 62, 62)).toBe(0);
  });

  it('that is noisy is told from clean paper, and specks go', () => {
    const image = page();
    expect(isNoisy(image)).toBe(false);
    const speckled = {
      ...image,
      data: Uint8Array.from(image.data, (shade, index) => (index % 3 === 0 ? shade * 0.85 : shade)),
    };
    expect(isNoisy(speckled)).toBe(true);
    const speck = greyOf(9, 9);
    paint(speck, 4, 4, 5, 5, 0);
    expect(at(median3(speck), 4, 4)).toBe(255);
  });
});

describe('drawn lines', () => {
  it('are found and painted over, letters stay', () => {
    const image = page();
    paint(image, 40, 300, 560, 302, 0);
    paint(image, 300, 100, 302, 700, 0);
    const { rules, image: rest } = findRules(image, 128, 200);
    expect(rules.map((rule) => [rule.vertical, ...rule.box.map(Math.round)])).toEqual([
      [false, 40, 300, 560, 302],
      [true, 300, 100, 302, 700],
    ]);
    expect(at(rest, 50, 301)).toBe(255);
    expect(at(rest, 62, 62)).toBe(0);
  });
});
