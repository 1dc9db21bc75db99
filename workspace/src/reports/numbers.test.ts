import { expect, test } from 'vitest';
import { shownNumber, typedNumber } from './numbers.ts';

test('a number is read as its language writes it', () => {
  expect(
    ['1.234', '1.234,5', '12,5', '12.5', '1 234', '0', '-3'].map((text) => typedNumber(text, 'vi')),
  ).toEqual([1234, 1234.5, 12.5, 12.5, 1234, 0, -3]);
  expect(['1,234', '1,234.5', '12.5', '12,5'].map((text) => typedNumber(text, 'en'))).toEqual([
    1234, 1234.5, 12.5, 12.5,
  ]);
});

test('what is no number is not taken for one, and nothing is nothing', () => {
  expect(['mười', '1.2.3', '--1', '1e5', '12 lớp'].map((text) => typedNumber(text, 'vi'))).toEqual(
    Array(5).fill(undefined),
  );
  expect(typedNumber('  ', 'vi')).toBeNull();
});

test('what is shown is read back as the same', () => {
  for (const language of ['vi', 'en'] as const)
    for (const value of [0, 7, 1234, 1_234_567.25, 0.125, -18.5])
      expect(typedNumber(shownNumber(value, language), language)).toBe(value);
});
