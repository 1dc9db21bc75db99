import { describe, expect, test } from 'vitest';
import { termOf, termsIn, type Rhythm } from './periods.ts';

const inMonth = (month: number, day: number | null) => ({ month, day, weekday: null });
const days = (rhythm: Rhythm, from: string, to: string) =>
  termsIn(rhythm, { from, to }).map(({ dueOn }) => dueOn);

describe('the day within each period', () => {
  test('a year has its month and day, 29 February only in leap years', () => {
    const rhythm = { every: 'year', on: inMonth(2, 29) } as const;
    expect(days(rhythm, '2026-01-01', '2029-12-31')).toEqual([
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
      '2029-02-28',
    ]);
    expect(days({ every: 'year', on: inMonth(11, 20) }, '2026-01-01', '2027-12-31')).toEqual([
      '2026-11-20',
      '2027-11-20',
    ]);
    expect(days({ every: 'year', on: inMonth(11, null) }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-11-30',
    ]);
  });

  test('the 31st of a short month is its last day', () => {
    const monthly = { every: 'month', on: { month: null, day: 31, weekday: null } } as const;
    expect(days(monthly, '2028-01-01', '2028-04-30')).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
    expect(days({ every: 'quarter', on: inMonth(2, 31) }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-02-28',
      '2026-05-31',
      '2026-08-31',
      '2026-11-30',
    ]);
  });

  test('a quarter, a half-year and five years count their months from their own first', () => {
    expect(days({ every: 'quarter', on: inMonth(3, 15) }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-03-15',
      '2026-06-15',
      '2026-09-15',
      '2026-12-15',
    ]);
    expect(days({ every: 'half-year', on: inMonth(6, 15) }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-06-15',
      '2026-12-15',
    ]);
    expect(days({ every: 'five-years', on: inMonth(10, 1) }, '2021-01-01', '2030-12-31')).toEqual([
      '2025-10-01',
      '2030-10-01',
    ]);
  });

  test('a week has its weekday, also where the week lies in two years', () => {
    const friday = { every: 'week', on: { month: null, day: null, weekday: 5 } } as const;
    expect(days(friday, '2025-12-29', '2026-01-11')).toEqual(['2026-01-02', '2026-01-09']);
  });

  test('without a day it is the last of the period, or of the plan', () => {
    expect(days({ every: 'quarter', on: null }, '2026-02-10', '2026-05-31')).toEqual([
      '2026-03-31',
      '2026-05-31',
    ]);
  });

  test('a day after the plan’s end is that end; a period whose day had passed when it began is not owed', () => {
    expect(days({ every: 'year', on: inMonth(11, 20) }, '2026-01-01', '2027-10-31')).toEqual([
      '2026-11-20',
      '2027-10-31',
    ]);
    expect(days({ every: 'year', on: inMonth(11, 20) }, '2026-11-25', '2027-12-31')).toEqual(['2027-11-20']);
    expect(days({ every: 'year', on: inMonth(11, 20) }, '2026-11-20', '2026-12-31')).toEqual(['2026-11-20']);
    expect(termOf({ every: 'year', on: inMonth(3, 1) }, '2026-03-02', '2026-12-31')).toBeNull();
    expect(termOf({ every: 'year', on: inMonth(3, 1) }, '2026-01-02', '2025-12-31')).toBeNull();
  });
});
