import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTask } from '../testing/drafts.ts';
import { periodOfTasks, periodOfTitle, shiftBetween, shiftDay, shiftYears } from './period.ts';

test('the title tells the period', () => {
  const periods: readonly (readonly [string, readonly [string, string] | null])[] = [
    ['Công tác thông tin đối ngoại năm 2026', ['2026-01-01', '2026-12-31']],
    ['Thực hiện Chiến lược giai đoạn 2026 - 2030', ['2026-01-01', '2030-12-31']],
    ['Chương trình 2021–2025, định hướng đến năm 2030', ['2021-01-01', '2025-12-31']],
    ['Kế hoạch quý II năm 2026', ['2026-04-01', '2026-06-30']],
    ['Kế hoạch 6 tháng cuối năm 2026', ['2026-07-01', '2026-12-31']],
    ['Kế hoạch công tác tháng 02/2028', ['2028-02-01', '2028-02-29']],
    ['Kế hoạch tăng cường thông tin đối ngoại', null],
  ];
  for (const [title, wanted] of periods) {
    const found = periodOfTitle(title);
    expect([title, found && [found.from, found.to]]).toEqual([title, wanted]);
  }
});

test('else the days of its tasks do', () => {
  const tasks = [
    planTask({ id: 'a', due: { kind: 'by', date: '2027-03-01' } }),
    planTask({ id: 'b', due: { kind: 'during', from: '2026-05-01', to: '2026-06-01' } }),
    planTask({ id: 'c' }),
  ];
  expect(periodOfTasks(tasks)).toEqual({ from: '2026-01-01', to: '2027-12-31' });
  expect(periodOfTasks([planTask({ id: 'c' })])).toBeNull();
});

test('days move by whole years or months where the periods do, the last of a month stays the last', () => {
  const year = shiftBetween('2024-01-01', '2026-01-01');
  expect([shiftDay('2024-02-29', year), shiftDay('2024-11-15', year)]).toEqual(['2026-02-28', '2026-11-15']);
  const half = shiftBetween('2026-01-01', '2026-07-01');
  expect([shiftDay('2026-02-28', half), shiftDay('2026-03-31', half)]).toEqual(['2026-08-31', '2026-09-30']);
  expect(shiftDay('2026-03-01', shiftBetween('2026-01-01', '2026-01-11'))).toBe('2026-03-11');
});

test('a day that moves forth and back by years differs by the leap day at most', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: -20, max: 20 }), (date, years) => {
      const text = date.toISOString().slice(0, 10);
      const there = shiftDay(text, { years, months: 0, days: 0 });
      const back = shiftDay(there, { years: -years, months: 0, days: 0 });
      expect(text.endsWith('-02-29') ? ['02-28', '02-29'] : [text.slice(5)]).toContain(back.slice(5));
      expect(back.slice(0, 4)).toBe(text.slice(0, 4));
    }),
  );
});

test('years in a text move along, numbers of documents and days stay', () => {
  const shift = { years: 1, months: 0, days: 0 };
  expect(shiftYears('Tổng kết năm 2025 theo Nghị định số 72/2015/NĐ-CP', shift)).toBe(
    'Tổng kết năm 2026 theo Nghị định số 72/2015/NĐ-CP',
  );
});
