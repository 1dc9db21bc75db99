import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords } from './word-diff.ts';

test('one changed word shows as one changed word', () => {
  expect(changedWords('Tổ chức 02 lớp tập huấn', 'Tổ chức 03 lớp tập huấn')).toEqual([
    { kind: 'same', text: 'Tổ chức ' },
    { kind: 'removed', text: '02 ' },
    { kind: 'added', text: '03 ' },
    { kind: 'same', text: 'lớp tập huấn' },
  ]);
});

test('both texts can be read from the pieces again', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map((list) => list.map((word) => `${word} `).join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = changedWords(before, after);
      const read = (left: 'removed' | 'added') =>
        pieces
          .filter((one) => one.kind !== left)
          .map((one) => one.text)
          .join('');
      expect([read('added'), read('removed')]).toEqual([before, after]);
    }),
  );
});

test('very long texts are shown whole, at once', () => {
  const long = 'từ '.repeat(2000);
  expect(changedWords(long, `${long}thêm`).map((one) => one.kind)).toEqual(['removed', 'added']);
});
