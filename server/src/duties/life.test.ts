// Properties of a duty's life: whatever happens in whatever order, it stands in exactly one class, and sums add up.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveOf, type Duty, type Step } from './moves.ts';
import { periodOf, periodsIn, type Every } from './periods.ts';
import { classAsOf, classes, classOn, stateOf, type DueChange, type DutyClass } from './standing.ts';

const iso = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 400 }).map(iso);
const note = fc.constantFrom('Lý do');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('receive' as const) }),
  fc.record({
    do: fc.constant('progress' as const),
    note,
    progress: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
  fc.record({ do: fc.constant('report' as const), doneOn: maybe(day), note: maybe(note) }),
  fc.record({ do: fc.constantFrom('takeBack' as const, 'confirm' as const) }),
  fc.record({
    do: fc.constantFrom('sendBack' as const, 'reopen' as const),
    note,
    correction: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'reinstate' as const), note }),
  fc.record({ do: fc.constant('askExtension' as const), wantedOn: day, note }),
  fc.record({
    do: fc.constant('decideExtension' as const),
    granted: fc.boolean(),
    dueOn: maybe(day),
    note: maybe(note),
  }),
  fc.record({ do: fc.constant('transfer' as const), unitId: fc.integer({ min: 1, max: 5 }), note }),
);

interface Model {
  readonly duty: Duty;
  readonly dueChanges: readonly DueChange[];
}

/** What carryOut does to the database, done to a value. */
function apply({ duty, dueChanges }: Model, step: Step, on: string): Model | null {
  const move = moveOf(duty, step, on);
  if ('refused' in move) return null;
  const asked =
    move.action === 'extensionAsked'
      ? true
      : move.lapses || move.action.startsWith('extension')
        ? false
        : duty.extensionAsked;
  const moved = move.set.dueOn !== undefined && move.set.dueOn !== duty.dueOn;
  return {
    duty: { ...duty, ...move.set, extensionAsked: asked },
    dueChanges: moved ? [...dueChanges, { onDay: on, beforeOn: duty.dueOn }] : dueChanges,
  };
}

const fresh = (openedOn: string, dueOn: string | null): Model => ({
  duty: {
    openedOn,
    dueOn,
    doneOn: null,
    receivedOn: null,
    confirmedOn: null,
    cancelledOn: null,
    returned: false,
    onceLate: false,
    doneFloor: null,
    progress: null,
    extensionAsked: false,
    milestones: false,
    asksPlan: false,
  },
  dueChanges: [],
});

/** Steps on days that never run backwards; those that are not possible are left out, as the server refuses them. */
const story = fc
  .record({
    due: fc.option(fc.integer({ min: 0, max: 300 })),
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), anyStep), { maxLength: 40 }),
  })
  .map(({ due, steps }) => {
    let at = 0;
    let model = fresh(iso(0), due === null ? null : iso(due));
    const states: { on: string; model: Model; corrected: boolean }[] = [
      { on: iso(0), model, corrected: false },
    ];
    for (const [wait, step] of steps) {
      at += wait;
      const next = apply(model, step, iso(at));
      if (!next) continue;
      model = next;
      const corrected = 'correction' in step && step.correction === true;
      states.push({ on: iso(at), model, corrected });
    }
    return states;
  });

test('after any sequence of events a duty is in exactly one class, on any day', () => {
  fc.assert(
    fc.property(story, day, (states, asked) => {
      for (const { model } of states) {
        expect(classes).toContain(classOn(model.duty, asked));
        const { openedOn, cancelledOn } = model.duty;
        const then = classAsOf({ ...model.duty, dueChanges: model.dueChanges }, asked);
        const counted = openedOn <= asked && (cancelledOn === null || cancelledOn > asked);
        expect(then !== null).toBe(counted);
      }
    }),
    { numRuns: 500 },
  );
});

test('done late never becomes done on time, unless whoever confirms corrects the day', () => {
  fc.assert(
    fc.property(story, (states) => {
      let late = false;
      for (const { on, model, corrected } of states) {
        const now = classOn(model.duty, on);
        if (corrected) late = false;
        late ||= now === 'late';
        expect(late && now === 'on-time').toBe(false);
        expect(late && now === 'in-term').toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test('once a report was sent back no later one names an earlier day, unless it was corrected', () => {
  fc.assert(
    fc.property(story, (states) => {
      let first: string | null = null;
      let before: string | null = null;
      for (const { model, corrected } of states) {
        const { doneOn, returned } = model.duty;
        if (corrected) first = null;
        else if (returned && before !== null) first ??= before;
        if (doneOn !== null && first !== null) expect(doneOn >= first).toBe(true);
        before = doneOn;
      }
    }),
    { numRuns: 1000 },
  );
});

test('what stands confirmed was reported, what is returned is open, and a state is never two', () => {
  fc.assert(
    fc.property(story, (states) => {
      for (const { model } of states) {
        const { duty } = model;
        if (duty.confirmedOn !== null) expect(duty.doneOn).not.toBeNull();
        if (stateOf(duty) === 'returned') expect(duty.doneOn).toBeNull();
        if (duty.doneOn !== null) expect(duty.extensionAsked).toBe(false);
      }
    }),
  );
});

test('an extension moves the day forward only, and an earlier day still sees the earlier one', () => {
  fc.assert(
    fc.property(story, (states) => {
      for (const { model } of states) {
        const days = [...model.dueChanges.map(({ beforeOn }) => beforeOn), model.duty.dueOn];
        expect(days).toEqual([...days].sort());
        const [first] = model.dueChanges;
        if (!first || model.duty.cancelledOn !== null || model.duty.doneOn !== null) continue;
        const before = new Date(Date.parse(first.onDay) - 86_400_000).toISOString().slice(0, 10);
        const then = classAsOf({ ...model.duty, dueChanges: model.dueChanges }, before);
        if (before >= model.duty.openedOn) {
          expect(then).toBe(classOn({ dueOn: first.beforeOn, doneOn: null }, before));
        }
      }
    }),
  );
});

test('totals by unit, by group, by month and over the tree are the same total, on any day', () => {
  const placed = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 1, max: 3 })), story);
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 12 }), day, (all, asked) => {
      const standing = all.flatMap(([unit, group, states]) => {
        const last = states.at(-1);
        const now = last && classAsOf({ ...last.model.duty, dueChanges: last.model.dueChanges }, asked);
        return now ? [{ unit, group, month: last.model.duty.dueOn?.slice(0, 7) ?? null, class: now }] : [];
      });
      const sums = (key: (each: (typeof standing)[number]) => unknown) =>
        classes.map((name) =>
          [...Map.groupBy(standing, key).values()].reduce((sum, rows) => sum + count(rows, name), 0),
        );
      const whole = classes.map((name) => count(standing, name));
      for (const key of ['unit', 'group', 'month'] as const) expect(sums((each) => each[key])).toEqual(whole);
      expect(sums(({ unit }) => unit % 2)).toEqual(whole);
      expect(whole.reduce((a, b) => a + b, 0)).toBe(standing.length);
    }),
    { numRuns: 100 },
  );
});

const count = (rows: readonly { class: DutyClass }[], name: DutyClass) =>
  rows.filter((row) => row.class === name).length;

const every: fc.Arbitrary<Exclude<Every, 'day'>> = fc.constantFrom(
  'five-years',
  'year',
  'half-year',
  'quarter',
  'month',
  'week',
);

test('periods follow each other without a gap, each day in one, none outside of the plan', () => {
  fc.assert(
    fc.property(
      every,
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: 0, max: 2500 }),
      (kind, from, long) => {
        const window = { from: iso(from), to: iso(from + long) };
        const periods = periodsIn(kind, window);
        expect(periods[0]?.from).toBe(window.from);
        expect(periods.at(-1)?.to).toBe(window.to);
        for (const [index, period] of periods.entries()) {
          expect(period.from <= period.to).toBe(true);
          expect(periodOf(kind, period.from).name).toBe(period.name);
          expect(periodOf(kind, period.to).name).toBe(period.name);
          const next = periods[index + 1];
          if (next) expect(Date.parse(next.from) - Date.parse(period.to)).toBe(86_400_000);
        }
        expect(new Set(periods.map(({ name }) => name)).size).toBe(periods.length);
      },
    ),
  );
});

test.each([
  ['week', '2026-01-01', '2026-W01', '2025-12-29', '2026-01-04'],
  ['week', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
  ['month', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-05-31', '2026-Q2', '2026-04-01', '2026-06-30'],
  ['half-year', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
  ['year', '2026-07-01', '2026', '2026-01-01', '2026-12-31'],
  ['five-years', '2026-01-01', '2026-2030', '2026-01-01', '2030-12-31'],
  ['five-years', '2025-12-31', '2021-2025', '2021-01-01', '2025-12-31'],
] as const)('%s of %s is %s, from %s to %s', (kind, asked, name, from, to) => {
  expect(periodOf(kind, asked)).toEqual({ name, from, to });
});
