import { expect, test } from 'vitest';
import { afterWorkingDays, calendarOf, holidaysOf, nextWorkingDay, type DayOff } from './working-days.ts';

const yearly = (day: string): DayOff => ({ firstOn: day, lastOn: day, yearly: true, works: false });
const byLaw = ['2021-01-01', '2021-04-30', '2021-05-01', '2021-09-02'].map(yearly);
const lunarNewYear: DayOff = { firstOn: '2026-02-14', lastOn: '2026-02-22', yearly: false, works: false };

test('days fixed by law return every year from the first on', () => {
  expect(holidaysOf(byLaw, 2026).map(({ day }) => day)).toEqual([
    '2026-01-01',
    '2026-04-30',
    '2026-05-01',
    '2026-09-02',
  ]);
  expect(holidaysOf(byLaw, 2020)).toEqual([]);
});

test('one that falls on a weekend is made up for on the next working day', () => {
  // 1 January 2028 is a Saturday; 30 April 2028 a Sunday, the day after it off as well.
  expect(holidaysOf(byLaw, 2028)).toEqual([
    { day: '2028-01-01', inLieuOf: null },
    { day: '2028-01-03', inLieuOf: '2028-01-01' },
    { day: '2028-04-30', inLieuOf: null },
    { day: '2028-05-01', inLieuOf: null },
    { day: '2028-05-02', inLieuOf: '2028-04-30' },
    { day: '2028-09-02', inLieuOf: null },
    { day: '2028-09-04', inLieuOf: '2028-09-02' },
  ]);
});

test('days announced for one year are those that were announced, weekends among them, and no more', () => {
  const days = holidaysOf([lunarNewYear], 2026);
  expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([9, '2026-02-14', '2026-02-22']);
  expect(nextWorkingDay('2026-02-15', calendarOf([lunarNewYear]))).toBe('2026-02-23');
});

test('a Saturday worked in exchange is a working day', () => {
  const bridge: DayOff = { firstOn: '2026-08-31', lastOn: '2026-09-02', yearly: false, works: false };
  const worked: DayOff = { firstOn: '2026-08-22', lastOn: '2026-08-22', yearly: false, works: true };
  const isOff = calendarOf([...byLaw, bridge, worked]);
  expect(['2026-08-22', '2026-08-29', '2026-08-31', '2026-09-03'].map(isOff)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(afterWorkingDays('2026-08-21', 1, isOff)).toBe('2026-08-22');
  expect(afterWorkingDays('2026-08-28', 1, isOff)).toBe('2026-09-03');
});

test('29 February is off in leap years alone', () => {
  const leap = [yearly('2024-02-29')];
  expect(holidaysOf(leap, 2026)).toEqual([]);
  expect(holidaysOf(leap, 2028).map(({ day }) => day)).toEqual(['2028-02-29']);
});
