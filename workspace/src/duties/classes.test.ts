import { expect, test } from 'vitest';
import { plainSay } from '../language/plain-say.ts';
import { daysLeft, dutyStanding, periodWords } from './classes.ts';

const say = plainSay('vi');
const open = (dueOn: string | null) => ({ class: 'in-term' as const, dueOn });

test('an open duty due within seven days is due soon, on the eighth it is merely in term', () => {
  expect(dutyStanding(open('2026-11-29'), '2026-11-22').words).toBe('Sắp đến hạn');
  expect(dutyStanding(open('2026-11-30'), '2026-11-22').words).toBe('Trong hạn');
  expect(dutyStanding(open(null), '2026-11-22').words).toBe('Trong hạn');
});

test('a class that the server gave is never bettered here', () => {
  expect(dutyStanding({ class: 'overdue', dueOn: '2026-11-21' }, '2026-11-22').words).toBe('Quá hạn');
  expect(dutyStanding({ class: 'late', dueOn: '2026-11-29' }, '2026-11-22').words).toBe('Hoàn thành quá hạn');
});

test('days are counted for what is open only', () => {
  expect(daysLeft(open('2026-11-25'), '2026-11-22', say)).toBe('còn 3 ngày');
  expect(daysLeft(open('2026-11-22'), '2026-11-22', say)).toBe('hạn là hôm nay');
  expect(daysLeft({ class: 'overdue', dueOn: '2026-11-10' }, '2026-11-22', say)).toBe('quá 12 ngày');
  expect(daysLeft({ class: 'late', dueOn: '2026-11-10' }, '2026-11-22', say)).toBeNull();
  expect(daysLeft(open(null), '2026-11-22', say)).toBeNull();
});

test('periods are said as officials say them', () => {
  expect(
    ['2026', '2026-H1', '2026-H2', '2026-Q2', '2026-03', '2026-W07', 'call:12'].map((one) =>
      periodWords(one, say),
    ),
  ).toEqual([
    'Năm 2026',
    '6 tháng đầu năm 2026',
    '6 tháng cuối năm 2026',
    'Quý II/2026',
    'Tháng 3/2026',
    'Tuần 7/2026',
    'Đột xuất, theo yêu cầu',
  ]);
  expect(periodWords('khác', say)).toBe('khác');
});
