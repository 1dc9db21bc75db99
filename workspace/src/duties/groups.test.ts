import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DutyClass, DutyState } from '@nhipcau/server/contract';
import { askedOf, dayAfter, groups, parts, type Part } from './groups.ts';

const today = '2026-11-22';

interface Mine {
  readonly class: DutyClass;
  readonly state: DutyState;
  readonly dueOn: string | null;
}

/** What the server does with such a question, for a duty of the reader's own unit. */
function holds(part: Part, duty: Mine): boolean {
  const asked = groups[part].ask(today);
  return (
    asked.view === 'mine' &&
    (asked.class === undefined || asked.class.includes(duty.class)) &&
    (asked.state === undefined || asked.state.includes(duty.state)) &&
    (asked.noDue === undefined || duty.dueOn === null) &&
    (asked.dueFrom === undefined || (duty.dueOn !== null && duty.dueOn >= asked.dueFrom)) &&
    (asked.dueTo === undefined || (duty.dueOn !== null && duty.dueOn <= asked.dueTo))
  );
}

const openDuty = fc.record({
  state: fc.constantFrom<DutyState>('new', 'received', 'in-progress', 'returned', 'reported'),
  days: fc.option(fc.integer({ min: -400, max: 400 })),
});

test('every duty of the reader that is not settled stands in exactly one part', () => {
  fc.assert(
    fc.property(openDuty, ({ state, days }) => {
      const dueOn = days === null ? null : dayAfter(today, days);
      const overdue = dueOn !== null && dueOn < today;
      const kind: DutyClass =
        state === 'reported' ? (overdue ? 'late' : 'on-time') : overdue ? 'overdue' : 'in-term';
      expect(parts.filter((part) => holds(part, { class: kind, state, dueOn }))).toHaveLength(1);
    }),
  );
});

test('confirmed and withdrawn duties stand in no part', () => {
  for (const state of ['confirmed', 'cancelled'] as const) {
    expect(parts.filter((part) => holds(part, { class: 'on-time', state, dueOn: today }))).toEqual([]);
  }
});

test('the seventh day is soon, the eighth is not', () => {
  const duty = (days: number): Mine => ({ class: 'in-term', state: 'new', dueOn: dayAfter(today, days) });
  expect([holds('soon', duty(0)), holds('soon', duty(7)), holds('soon', duty(8))]).toEqual([
    true,
    true,
    false,
  ]);
});

test('filters of the reader narrow each part, and never widen it', () => {
  expect(askedOf('overdue', { q: 'báo cáo', year: 2026, part: 'overdue', page: 2 }, today)).toEqual({
    q: 'báo cáo',
    year: 2026,
    page: 2,
    view: 'mine',
    class: ['overdue'],
    state: ['new', 'received', 'in-progress'],
  });
});

test('days are counted over the ends of months and years', () => {
  expect([dayAfter('2026-12-28', 7), dayAfter('2024-02-28', 1)]).toEqual(['2027-01-04', '2024-02-29']);
});
