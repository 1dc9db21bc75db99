import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, isPhoto, jpegName, lightEnough } from './photo.ts';

test('a large photograph is fitted, its proportion kept', () => {
  expect(fitted({ width: 4032, height: 3024 })).toEqual({ width: 2000, height: 1500 });
  expect(fitted({ width: 3024, height: 4032 })).toEqual({ width: 1500, height: 2000 });
});

test('a small one is never made larger', () => {
  expect(fitted({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
});

test('whatever the picture, it fits, keeps its proportion and has at least one pixel each way', () => {
  const side = fc.integer({ min: 1, max: 60_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const made = fitted({ width, height });
      expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(2000);
      expect(Math.min(made.width, made.height)).toBeGreaterThanOrEqual(1);
      const scale = Math.max(made.width, made.height) / Math.max(width, height);
      expect(Math.abs(made.width - Math.max(1, width * scale))).toBeLessThanOrEqual(1);
      expect(Math.abs(made.height - Math.max(1, height * scale))).toBeLessThanOrEqual(1);
    }),
  );
});

test('quality is lowered only as far as needed', async () => {
  const asked: number[] = [];
  const made = await lightEnough(async (quality) => {
    asked.push(quality);
    return { size: quality * 1000 };
  }, 800);
  expect([made?.size, asked]).toEqual([750, [0.85, 0.75]]);
});

test('where nothing is light enough the lightest goes; where nothing can be made, nothing', async () => {
  expect(await lightEnough(async (quality) => ({ size: quality * 1000 }), 10)).toEqual({ size: 500 });
  expect(await lightEnough(async () => null)).toBeNull();
});

test('pictures are told by type or name, and leave as JPEG', () => {
  expect(isPhoto({ type: 'image/jpeg', name: 'a' })).toBe(true);
  expect(isPhoto({ type: '', name: 'IMG_2041.HEIC' })).toBe(true);
  expect(isPhoto({ type: 'application/pdf', name: 'bao-cao.pdf' })).toBe(false);
  expect([jpegName('IMG_2041.HEIC'), jpegName('.png')]).toEqual(['IMG_2041.jpg', 'anh.jpg']);
});
