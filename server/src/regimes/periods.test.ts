import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deadline, RegimeBody } from './body.ts';
import { dueOf, oddities, periodNamed, periodsFrom, periodsOf, windowOf, type DueFrom } from './periods.ts';
import { isWeekend, plusDays, type IsOff } from './working-days.ts';

const decree = { fromDay: 15, fromMonth: -1, toDay: 14, toMonth: 0 };
const windowIn = (frequency: RegimeBody['frequency'], name: string, window = decree) => {
  const period = periodNamed(frequency, name);
  return period && windowOf(window, period);
};

describe('the windows of Decree 09/2019', () => {
  test.each([
    ['month', '2026-01', '2025-12-15', '2026-01-14'],
    ['month', '2026-11', '2026-10-15', '2026-11-14'],
    ['quarter', '2026-Q1', '2025-12-15', '2026-03-14'],
    ['quarter', '2026-Q4', '2026-09-15', '2026-12-14'],
    ['half-year', '2026-H1', '2025-12-15', '2026-06-14'],
    ['half-year', '2026-H2', '2026-06-15', '2026-12-14'],
    ['nine-months', '2026-9M', '2025-12-15', '2026-09-14'],
    ['year', '2026', '2025-12-15', '2026-12-14'],
    ['five-years', '2026-2030', '2025-12-15', '2030-12-14'],
  ] as const)('%s %s runs from %s to %s', (frequency, name, from, to) => {
    expect(windowIn(frequency, name)).toEqual({ from, to });
  });

  test('follow each other without a gap and without a day twice', () => {
    for (const frequency of ['month', 'quarter', 'half-year', 'year', 'five-years'] as const) {
      const windows = periodsFrom({ frequency, window: decree }, '2024-01-01').map((period) =>
        windowOf(decree, period),
      );
      expect(windows.length).toBeGreaterThan(1);
      for (const [at, { from }] of windows.slice(1).entries()) {
        const before = windows[at]?.to ?? '';
        expect([frequency, Date.parse(from) - Date.parse(before)]).toEqual([frequency, 86_400_000]);
      }
    }
  });
});

test('a window of one’s own: closed on 10 November, or on a last day that months do not all have', () => {
  const own = { fromDay: 11, fromMonth: -2, toDay: 10, toMonth: -1 };
  expect(windowIn('year', '2026', own)).toEqual({ from: '2025-11-11', to: '2026-11-10' });
  const whole = { fromDay: 1, fromMonth: 0, toDay: 31, toMonth: 0 };
  expect(windowIn('month', '2026-02', whole)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(windowIn('month', '2028-02', whole)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('names that are no period of the frequency are none', () => {
  for (const name of ['2026-Q5', '2026-13', '2026', 'x', '2025-2029'])
    expect([name, periodNamed('five-years', name)]).toEqual([name, null]);
  expect(periodNamed('quarter', '2026-H1')).toBeNull();
  expect(periodNamed('on-call', '2026')).toBeNull();
});

const due = (deadline: Deadline, closes: string, more: Partial<DueFrom> = {}) =>
  dueOf(deadline, {
    closes,
    year: Number(closes.slice(0, 4)),
    isOff: isWeekend,
    onDayOff: 'stays',
    ...more,
  });

test('deadlines: working days leave Saturday and Sunday out, a fixed day may lie in the next year', () => {
  // 14 August 2026 is a Friday.
  expect(due({ kind: 'working-days', days: 1 }, '2026-08-14')).toBe('2026-08-17');
  expect(due({ kind: 'working-days', days: 2 }, '2026-12-14')).toBe('2026-12-16');
  expect(due({ kind: 'days', days: 3 }, '2026-02-27')).toBe('2026-03-02');
  expect(due({ kind: 'on', month: 11, day: 30, yearOffset: 0 }, '2026-11-10')).toBe('2026-11-30');
  expect(due({ kind: 'on', month: 2, day: 31, yearOffset: 1 }, '2026-12-14')).toBe('2027-02-28');
});

test('a deadline on a day off stays, or moves to the next working day, as the regime says', () => {
  // 15 November 2026 is a Sunday.
  const fixed: Deadline = { kind: 'on', month: 11, day: 15, yearOffset: 0 };
  expect(due(fixed, '2026-11-10')).toBe('2026-11-15');
  expect(due(fixed, '2026-11-10', { onDayOff: 'next-working-day' })).toBe('2026-11-16');
  const isOff: IsOff = (day) => isWeekend(day) || day === '2026-11-16';
  expect(due(fixed, '2026-11-10', { onDayOff: 'next-working-day', isOff })).toBe('2026-11-17');
  expect(due({ kind: 'working-days', days: 1 }, '2026-11-13', { isOff })).toBe('2026-11-17');
});

const recurring = ['month', 'quarter', 'half-year', 'year', 'five-years'] as const;

describe('whatever day a regime closes on', () => {
  test('its consecutive windows neither overlap nor leave a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recurring),
        // A last day of a month that not all months have has no day after it of the same number.
        fc.integer({ min: 1, max: 27 }),
        fc.integer({ min: -2, max: 0 }),
        fc.integer({ min: 1990, max: 2150 }),
        (frequency, toDay, toMonth, year) => {
          const window = { fromDay: toDay + 1, fromMonth: toMonth - 1, toDay, toMonth };
          const windows = periodsFrom({ frequency, window }, `${year}-06-30`).map((period) =>
            windowOf(window, period),
          );
          expect(windows.length).toBeGreaterThan(1);
          for (const [at, { from }] of windows.slice(1).entries())
            expect(from).toBe(plusDays(windows[at]?.to ?? '', 1));
          const body = { frequency, window, tiers: [], ownDeadline: null, onDayOff: 'stays' };
          expect(oddities(body as unknown as RegimeBody)).toEqual([]);
        },
      ),
    );
  });

  test('a longer period holds the shorter ones of one year, from its first day to its last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('month', 'quarter', 'half-year' as const),
        fc.integer({ min: 1, max: 27 }),
        fc.integer({ min: 1990, max: 2150 }),
        (frequency, toDay, year) => {
          const window = { fromDay: toDay + 1, fromMonth: -1, toDay, toMonth: 0 };
          const year0 = windowIn('year', `${year}`, window);
          const parts = periodsOf(frequency, year).map((period) => windowOf(window, period));
          expect({ from: parts[0]?.from, to: parts.at(-1)?.to }).toEqual(year0);
          const nine = windowIn('nine-months', `${year}-9M`, window);
          if (frequency === 'quarter') expect({ from: parts[0]?.from, to: parts[2]?.to }).toEqual(nine);
        },
      ),
    );
  });

  test('five years hold their years, one after another', () => {
    const five = windowIn('five-years', '2026-2030');
    const years = [2026, 2027, 2028, 2029, 2030].map((year) => windowIn('year', `${year}`));
    expect({ from: years[0]?.from, to: years.at(-1)?.to }).toEqual(five);
  });
});

test('what is unusual is said, and nothing is refused for it', () => {
  const tier = (deadline: RegimeBody['tiers'][number]['deadline']) => ({
    id: 'a',
    name: 'Cấp xã',
    units: { underId: null, direct: false, levels: [], kinds: [], include: [], exclude: [] },
    deadline,
  });
  const body = (more: Partial<RegimeBody>) =>
    ({
      frequency: 'year',
      window: decree,
      tiers: [tier({ kind: 'working-days', days: 1 })],
      ownDeadline: null,
      ...more,
    }) as RegimeBody;
  expect(oddities(body({}))).toEqual([]);
  const early = tier({ kind: 'on', month: 11, day: 15, yearOffset: 0 });
  expect(oddities(body({ tiers: [early] }))).toEqual([{ code: 'due-before-close', name: 'Cấp xã' }]);
  expect(oddities(body({ window: { ...decree, fromDay: 20 } })).map(({ code }) => code)).toEqual([
    'window-gap',
  ]);
  expect(oddities(body({ window: { ...decree, fromDay: 10 } })).map(({ code }) => code)).toEqual([
    'window-overlap',
  ]);
  expect(
    oddities(body({ window: { fromDay: 1, fromMonth: 12, toDay: 1, toMonth: -1 } })).map(({ code }) => code),
  ).toEqual(['window-empty']);
});
