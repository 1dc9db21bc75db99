// The same lives on the real database and through the API: what the server counts is what the dates say, on any day, however cut.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, DutyList, Overview } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { classAsOf, classes, type DutyClass, type Life } from './standing.ts';

const units = ['demo:so-van-hoa-the-thao-va-du-lich', 'demo:so-tai-chinh', 'demo:cong-an-tinh'] as const;
const groups = ['Tuyên truyền', 'Hợp tác'] as const;
let server: TestServer;
let everything: TestServer;

beforeAll(async () => {
  server = await testServer();
  const roles = Object.fromEntries(units.map((key) => [key, ['officer' as const]]));
  everything = server.as(await server.person({ ...roles, [committee]: ['coordinator', 'leader'] }));
});
afterAll(() => server.close());

const iso = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
const noon = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset, 5));
const day = fc.integer({ min: 0, max: 330 }).map(iso);

const step = fc.oneof(
  fc.constant({ do: 'receive' }),
  fc.constant({ do: 'progress', note: 'Đang làm', progress: 30 }),
  fc.record({ do: fc.constant('report'), doneOn: day, note: fc.constant('Xong') }),
  fc.constant({ do: 'report' }),
  fc.constantFrom(...['takeBack', 'confirm'].map((name) => ({ do: name }))),
  fc.constantFrom(
    ...['sendBack', 'reopen', 'cancel', 'reinstate'].map((name) => ({ do: name, note: 'Lý do' })),
  ),
  fc.record({ do: fc.constant('askExtension'), wantedOn: day, note: fc.constant('Chờ khách') }),
  fc.record({
    do: fc.constant('decideExtension'),
    granted: fc.boolean(),
    dueOn: day,
    note: fc.constant('Ý kiến'),
  }),
);

const lifeOf = async (id: number): Promise<Life & { late: boolean }> => {
  const row = await server.deps.db
    .selectFrom('duty')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const dueChanges = await server.deps.db
    .selectFrom('dueChange')
    .select(['onDay', 'beforeOn'])
    .where('dutyId', '=', id)
    .orderBy('id')
    .execute();
  return { ...row, dueChanges, late: row.onceLate };
};

const tallied = (list: readonly (DutyClass | null)[]) =>
  Object.fromEntries(classes.map((name) => [name, list.filter((each) => each === name).length]));
const asTallied = (counts: DutyList['classes']) => ({
  'on-time': counts.onTime,
  late: counts.late,
  'in-term': counts.inTerm,
  overdue: counts.overdue,
});
const sum = (all: readonly DutyList['classes'][]) =>
  all
    .map(asTallied)
    .reduce(
      (left, right) => Object.fromEntries(classes.map((name) => [name, (left[name] ?? 0) + right[name]])),
      tallied([]),
    );

const get = async (query: string) => (await everything.ask<DutyList>('GET', `/duties?size=500${query}`)).body;

test('any sequence of events, and every total on every day is what the dates say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(5), fc.nat({ max: 12 }), step), { minLength: 15, maxLength: 30 }),
      fc.array(day, { minLength: 2, maxLength: 3 }),
      async (story, askedDays) => {
        server.now = noon(0);
        const { planId, dutyIds } = await handedDown(server, {
          issuedOn: iso(0),
          tasks: [0, 1, 2, 3, 4, 5].map((index) => ({
            due: index === 5 ? null : iso(20 + index * 25),
            lead: [units[index % 3] ?? units[0]],
            ...(index % 3 === 2 ? {} : { group: groups[index % 2] ?? '' }),
          })),
        });
        let at = 0;
        for (const [which, wait, wanted] of story) {
          at += wait;
          server.now = noon(at);
          const id = dutyIds[which] ?? 0;
          const { body } = await everything.ask<DutyDetail>('GET', `/duties/${id}`);
          const asked = { version: body.version, ...wanted };
          const answer = await everything.ask<DutyDetail>('POST', `/duties/${id}/steps`, asked);
          expect([200, 409, 422]).toContain(answer.status);
        }
        const lives = await Promise.all(dutyIds.map(lifeOf));
        for (const asked of [...askedDays, iso(at)]) {
          const now = asked === iso(at);
          // What is asked as of today is asked without a day as well: both must agree.
          const expected = tallied(lives.map((life) => classAsOf(life, asked)));
          const whole = await get(`&plan=${planId}&asOf=${asked}`);
          expect(asTallied(whole.classes)).toEqual(expected);
          if (now) expect((await get(`&plan=${planId}`)).classes).toEqual(whole.classes);
          expect(whole.rows.length).toBe(whole.total);
          const cut = async (cuts: readonly string[]) =>
            sum(
              await Promise.all(
                cuts.map(async (each) => (await get(`&plan=${planId}&asOf=${asked}&${each}`)).classes),
              ),
            );
          const ids = await Promise.all(units.map((key) => server.unit(key)));
          expect(await cut(ids.map((id) => `unit=${id}`))).toEqual(expected);
          const named = [...groups].map((name) => `group=${encodeURIComponent(name)}`);
          expect(await cut([...named, 'group=none'])).toEqual(expected);
          expect(await cut([`under=${await server.unit(committee)}`])).toEqual(expected);
          expect(await cut(classes.map((name) => `class=${name}`))).toEqual(expected);
        }
        for (const { late, doneOn, dueOn } of lives) {
          if (late && doneOn !== null) expect(dueOn !== null && doneOn > dueOn).toBe(true);
        }
        await overviewAgrees(at);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
});

/** Of all duties made so far, the overview of the province says the same as the list. */
async function overviewAgrees(at: number): Promise<void> {
  const rows = await get('&year=2026&role=lead');
  const { body } = await everything.ask<Overview>('GET', '/overview?year=2026');
  expect([iso(at), asTallied(body.total)]).toEqual([iso(at), asTallied(rows.classes)]);
  for (const part of [body.units, body.groups, body.months]) {
    expect(sum(part.map(({ counts }) => counts))).toEqual(asTallied(body.total));
  }
}
