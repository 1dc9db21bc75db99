import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, hasMarks, toneFirst } from './fold.ts';

test('takes all marks away, those of đ too', () => {
  expect(fold('  Đài PT-TH  tỉnh\u00a0Thừa Thiên – HUẾ ')).toBe('dai pt-th tinh thua thien – hue');
});

test('makes the two tone placements one', () => {
  expect(toneFirst('Văn hoá, THUỶ sản')).toBe(toneFirst('văn hóa, thủy sản'));
  expect(toneFirst('hóa')).not.toBe(toneFirst('hòa'));
});

test('finds a word by what is typed of it so far', () => {
  for (const typed of ['h', 'hó', 'hóa']) expect(toneFirst('văn hoá')).toContain(toneFirst(typed));
  for (const typed of ['đ', 'đư', 'đươ', 'đượ', 'được'])
    expect(toneFirst('Được')).toContain(toneFirst(typed));
});

test('knows whether a word was typed with its marks', () => {
  expect(['so', 'sở', 'đ', 'd', 'ô'].map(hasMarks)).toEqual([false, true, true, false, true]);
});

test('is the same for decomposed and composed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
