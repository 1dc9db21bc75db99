import { expect, test } from 'vitest';
import { joinClusters } from './pdf-clusters.ts';
import type { Item } from './pdf-text.ts';

const item = (str: string, x: number, width: number): Item => ({
  str,
  width,
  transform: [14, 0, 0, 14, x, 100],
  height: 14,
  fontName: 'f',
  hasEOL: false,
});

test('a letter of several glyphs stands once, without the white that its missing width left', () => {
  const items = [item('ຂ່ຂ່', 10, 0), item(' ', 10, 8.6), item('າວສານ', 18.6, 34)];
  expect(joinClusters(items)).toEqual([item('ຂ່າວສານ', 10, 42.6)]);
});

test('so does one that is named twice in a row', () => {
  const items = [item('ព័', 10, 0), item('ព័', 18, 0), item('ត៌', 19, 0), item('មាន', 27, 20)];
  expect(joinClusters(items)).toEqual([item('ព័ត៌មាន', 10, 37)]);
});

test('other texts stay as they are', () => {
  const items = [item('thông tin', 10, 40), item(' ', 50, 3), item('đối ngoại', 53, 40)];
  expect(joinClusters(items)).toBe(items);
});
