// What recurs is found in the register by each of the days on which it will fall due, as duties are given them.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskList } from '../contract.ts';
import { termsIn, type Rhythm } from '../duties/periods.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { fitsPeriod } from './due-day.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const lead = ['demo:so-ngoai-vu'];
const found = async (query: string) =>
  (await server.ask<TaskList>('GET', `/tasks?size=100&${query}`)).body.rows
    .map(({ text }) => text)
    .toSorted();

test('a day that would come after the end of the plan is that end', async () => {
  const weekly = { month: null, day: null, weekday: 1 };
  const { planId } = await handedDown(server, {
    to: '2026-11-15',
    tasks: [
      { text: 'Quý', every: 'quarter', lead },
      { text: 'Tháng', every: 'month', on: { month: null, day: 20, weekday: null }, lead },
      { text: 'Tuần', every: 'week', on: weekly, lead },
    ],
  });
  const within = (from: string, to: string) => found(`plan=${planId}&dueFrom=${from}&dueTo=${to}`);
  expect(await within('2026-11-01', '2026-11-30')).toEqual(['Quý', 'Tháng', 'Tuần']);
  expect(await within('2026-11-15', '2026-11-15')).toEqual(['Quý', 'Tháng']);
  expect(await within('2026-11-10', '2026-11-14')).toEqual([]);
  expect(await within('2026-11-16', '2027-12-31')).toEqual([]);
});

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const number = (most: number) => fc.option(fc.integer({ min: 1, max: most }));
const rhythm: fc.Arbitrary<Rhythm> = fc
  .record({
    every: fc.constantFrom('five-years', 'year', 'half-year', 'quarter', 'month', 'week'),
    on: fc.record({ month: number(12), day: number(31), weekday: number(7) }),
  })
  .map(({ every, on }) => ({ every, on: fitsPeriod(every, on) ? on : null }));
const span = fc.tuple(day, day).map((days) => days.toSorted() as [string, string]);

test('any rhythm in any plan is found in a time exactly if one of its days is in it', async () => {
  const rhythms = fc.array(rhythm, { minLength: 4, maxLength: 8 });
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(
      span,
      rhythms,
      fc.array(span, { minLength: 6, maxLength: 6 }),
      async ([from, to], all, times) => {
        const tasks = all.map(({ every, on }, at) => ({
          text: `Việc ${at}`,
          every,
          ...(on ? { on } : {}),
          lead,
        }));
        const { planId } = await handedDown(server, { issuedOn: from, from, to, tasks });
        for (const [first, last] of times) {
          const due = all.flatMap((each, at) =>
            termsIn(each, { from, to }).some(({ dueOn }) => first <= dueOn && dueOn <= last)
              ? [`Việc ${at}`]
              : [],
          );
          hits += due.length;
          expect(await found(`plan=${planId}&dueFrom=${first}&dueTo=${last}`)).toEqual(due);
        }
      },
    ),
    { numRuns: 30 },
  );
  expect(hits).toBeGreaterThan(0);
});
