import { expect, test } from 'vitest';
import { datesIn, day, figure, size, typedDay } from './dates.ts';

test('a Vietnamese date has a 0 before days under 10 and before months 1 and 2 only', () => {
  expect(day('2026-03-05', 'vi')).toBe('05/3/2026');
  expect(day('2026-02-05', 'vi')).toBe('05/02/2026');
  expect(day('2026-11-22', 'vi')).toBe('22/11/2026');
});

test('an English date spells its month', () => {
  expect(day('2026-03-05', 'en')).toBe('5 Mar 2026');
});

test('what is not a date is shown as it is', () => {
  expect(day('quý IV', 'vi')).toBe('quý IV');
});

test('a date can be typed the Vietnamese way, with or without zeros', () => {
  expect(typedDay('5/3/2026')).toBe('2026-03-05');
  expect(typedDay(' 05.03.2026 ')).toBe('2026-03-05');
  expect(typedDay('2026-3-5')).toBe('2026-03-05');
});

test('a day that does not exist is not taken', () => {
  expect(typedDay('31/02/2026')).toBeNull();
  expect(typedDay('29/02/2024')).toBe('2024-02-29');
  expect(typedDay('hôm nay')).toBeNull();
});

test('numbers follow the language', () => {
  expect(figure(1234.5, 'vi')).toBe('1.234,5');
  expect(figure(1234.5, 'en')).toBe('1,234.5');
  expect(size(1_250_000, 'vi')).toBe('1,3 MB');
});

test('dates inside a sentence are written the same way', () => {
  expect(datesIn('2026-12-15: báo cáo 15-20', 'vi')).toBe('15/12/2026: báo cáo 15-20');
});
