import { expect, test } from 'vitest';
import type { PlanDue } from '@nhipcau/server/contract';
import { dueWords } from './due.ts';
import { plainSay } from '../language/plain-say.ts';

const vi = (due: PlanDue) => dueWords(due, plainSay('vi'), 'vi');
const during = (from: string, to: string): PlanDue => ({ kind: 'during', from, to });

test('a deadline by a day names the day', () => {
  expect(vi({ kind: 'by', date: '2026-11-15' })).toBe('Chậm nhất 15/11/2026');
});

test('a whole year, quarter, half-year or month is named as such', () => {
  expect(vi(during('2026-01-01', '2026-12-31'))).toBe('Năm 2026');
  expect(vi(during('2026-10-01', '2026-12-31'))).toBe('Quý IV/2026');
  expect(vi(during('2026-07-01', '2026-12-31'))).toBe('6 tháng cuối năm 2026');
  expect(vi(during('2024-02-01', '2024-02-29'))).toBe('Tháng 2/2024');
});

test('several whole years are a period', () => {
  expect(vi(during('2026-01-01', '2030-12-31'))).toBe('Giai đoạn 2026 – 2030');
});

test('a period that is no calendar unit shows both days', () => {
  expect(vi(during('2026-02-01', '2026-04-30'))).toBe('01/02/2026 – 30/4/2026');
  expect(vi(during('2023-02-01', '2023-02-27'))).toBe('01/02/2023 – 27/02/2023');
});

test('recurring and missing deadlines are said in words', () => {
  expect(vi({ kind: 'recurring', every: 'quarter' })).toBe('Hằng quý');
  expect(vi({ kind: 'recurring', every: null })).toBe('Thường xuyên');
  expect(vi({ kind: 'unspecified' })).toBe('Chưa nêu thời hạn');
});

type Again = Extract<PlanDue, { kind: 'recurring' }>;
const again = (every: Again['every'], day: Partial<NonNullable<Again['on']>>): PlanDue => ({
  kind: 'recurring',
  every,
  on: { month: null, day: null, weekday: null, ...day },
});

test('the day within each period is said behind it, in both languages', () => {
  const en = (due: PlanDue) => dueWords(due, plainSay('en'), 'en');
  const cases: readonly (readonly [PlanDue, string, string])[] = [
    [again('year', { month: 11, day: 20 }), 'Hằng năm, trước ngày 20/11', 'Every year, by 20 Nov'],
    [again('year', { month: 2, day: 29 }), 'Hằng năm, trước ngày 29/02', 'Every year, by 29 Feb'],
    [again('year', { month: 11 }), 'Hằng năm, hết tháng 11', 'Every year, by the end of Nov'],
    [
      again('quarter', { month: 3, day: 5 }),
      'Hằng quý, trước ngày 05 tháng cuối quý',
      'Every quarter, by day 05 of the quarter’s last month',
    ],
    [again('month', { day: 25 }), 'Hằng tháng, trước ngày 25', 'Every month, by day 25'],
    [again('week', { weekday: 5 }), 'Hằng tuần, thứ Sáu', 'Every week, Friday'],
  ];
  for (const [due, inVietnamese, inEnglish] of cases)
    expect([vi(due), en(due)]).toEqual([inVietnamese, inEnglish]);
});

test('English says the same', () => {
  expect(dueWords(during('2026-01-01', '2026-03-31'), plainSay('en'), 'en')).toBe('Q1 2026');
});
