import { expect, test } from 'vitest';
import { addDays, addMonths, daysIn, place, weeksOf } from './days.ts';

test('a month is shown in whole weeks from Monday', () => {
  const march = weeksOf('2026-03');
  // 1 March 2026 is a Sunday.
  expect(march[0]).toEqual([
    '2026-02-23',
    '2026-02-24',
    '2026-02-25',
    '2026-02-26',
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
  expect(march.at(-1)?.at(-1)).toBe('2026-04-05');
  expect(march).toHaveLength(6);
  expect(weeksOf('2027-02')).toHaveLength(4);
});

test('February has 29 days in a leap year', () => {
  expect([daysIn('2028-02'), daysIn('2026-02'), daysIn('2026-12')]).toEqual([29, 28, 31]);
});

test('months and days run over the end of a year', () => {
  expect([addMonths('2026-11', 2), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  expect([addDays('2026-12-31', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
});

test('a day has its place in a year: mornings to the left, evenings to the right, nothing beyond the edges', () => {
  const year = ['2026-01-01', '2026-12-31'] as const;
  expect(place('2026-01-01', year)).toBe(0);
  expect(place('2026-12-31', year, true)).toBe(100);
  expect(place('2025-06-01', year)).toBe(0);
  expect(place('2027-06-01', year)).toBe(100);
  expect(place('2026-07-02', year)).toBeCloseTo(49.9, 1);
});
