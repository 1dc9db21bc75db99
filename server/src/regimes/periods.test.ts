import { describe, expect, test } from 'vitest';
import type { RegimeBody } from './body.ts';
import { dueOf, oddities, periodNamed, periodsFrom, windowOf } from './periods.ts';

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

test('deadlines: working days leave Saturday and Sunday out, a fixed day may lie in the next year', () => {
  // 14 August 2026 is a Friday.
  expect(dueOf({ kind: 'working-days', days: 1 }, { closes: '2026-08-14', year: 2026 })).toBe('2026-08-17');
  expect(dueOf({ kind: 'working-days', days: 2 }, { closes: '2026-12-14', year: 2026 })).toBe('2026-12-16');
  expect(dueOf({ kind: 'days', days: 3 }, { closes: '2026-02-27', year: 2026 })).toBe('2026-03-02');
  expect(dueOf({ kind: 'on', month: 11, day: 30, yearOffset: 0 }, { closes: '2026-11-10', year: 2026 })).toBe(
    '2026-11-30',
  );
  expect(dueOf({ kind: 'on', month: 2, day: 31, yearOffset: 1 }, { closes: '2026-12-14', year: 2026 })).toBe(
    '2027-02-28',
  );
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
