import { expect, test } from 'vitest';
import type { DayOfPeriod } from './due-day.ts';
import { dueText } from './due-words.ts';

const on = (every: 'year' | 'half-year' | 'quarter' | 'month' | 'week', day: Partial<DayOfPeriod>) =>
  ({ kind: 'recurring', every, on: { month: null, day: null, weekday: null, ...day } }) as const;
const during = (from: string, to: string) => ({ kind: 'during', from, to }) as const;

test('a deadline is exported in the words of the screen, in either language', () => {
  const cases = [
    [{ kind: 'by', date: '2026-03-09' }, 'Chậm nhất 09/3/2026', 'By 9 Mar 2026'],
    [during('2019-01-01', '2019-03-31'), 'Quý I/2019', 'Q1 2019'],
    [during('2019-10-01', '2019-12-31'), 'Quý IV/2019', 'Q4 2019'],
    [during('2019-01-01', '2019-12-31'), 'Năm 2019', 'Year 2019'],
    [during('2021-01-01', '2025-12-31'), 'Giai đoạn 2021 – 2025', '2021 – 2025'],
    [during('2024-02-01', '2024-02-29'), 'Tháng 2/2024', '2/2024'],
    [during('2026-01-01', '2026-06-30'), '6 tháng đầu năm 2026', 'First half of 2026'],
    [during('2026-07-01', '2026-12-31'), '6 tháng cuối năm 2026', 'Second half of 2026'],
    // Months that are no quarter, and a month that is not whole.
    [during('2026-02-01', '2026-04-30'), '01/02/2026 – 30/4/2026', '1 Feb 2026 – 30 Apr 2026'],
    [during('2023-02-01', '2023-02-27'), '01/02/2023 – 27/02/2023', '1 Feb 2023 – 27 Feb 2023'],
    [{ kind: 'recurring', every: 'half-year' }, '6 tháng một lần', 'Every six months'],
    [{ kind: 'recurring', every: null }, 'Thường xuyên', 'Continuously'],
    [on('year', { month: 11, day: 20 }), 'Hằng năm, trước ngày 20/11', 'Every year, by 20 Nov'],
    [on('year', { month: 2, day: 5 }), 'Hằng năm, trước ngày 05/02', 'Every year, by 5 Feb'],
    [on('year', { month: 11 }), 'Hằng năm, hết tháng 11', 'Every year, by the end of Nov'],
    [
      on('quarter', { month: 3, day: 15 }),
      'Hằng quý, trước ngày 15 tháng cuối quý',
      'Every quarter, by day 15 of the quarter’s last month',
    ],
    [
      on('half-year', { month: 6 }),
      '6 tháng một lần, hết tháng cuối kỳ',
      'Every six months, by the end of the half-year’s last month',
    ],
    [on('month', { day: 5 }), 'Hằng tháng, trước ngày 05', 'Every month, by day 5'],
    [on('week', { weekday: 5 }), 'Hằng tuần, thứ Sáu', 'Every week, Friday'],
    [{ kind: 'unspecified' }, '', ''],
  ] as const;
  for (const [due, vi, en] of cases) expect([dueText(due, 'vi'), dueText(due, 'en')]).toEqual([vi, en]);
});
