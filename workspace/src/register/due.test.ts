import { expect, test } from 'vitest';
import type { Due } from '@nhipcau/document';
import { dueWords } from './due.ts';
import { plainSay } from '../language/plain-say.ts';

const vi = (due: Due) => dueWords(due, plainSay('vi'), 'vi');
const during = (from: string, to: string): Due => ({ kind: 'during', from, to });

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

test('English says the same', () => {
  expect(dueWords(during('2026-01-01', '2026-03-31'), plainSay('en'), 'en')).toBe('Q1 2026');
});
