// Figures that must agree: the list and the overview, the file and the list, the year and the day by which something is due.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import type { DutyDetail, DutyList, DutyStep, Overview } from '../contract.ts';
import { foldTally } from '../tally/service.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { allDuties } from './list.ts';
import { moveDue } from './plan-changes.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
const finance = 'demo:so-tai-chinh';
let server: TestServer;
let officer: TestServer;
let coordinator: TestServer;
let root = 0;

beforeAll(async () => {
  server = await testServer();
  officer = server.as(await server.person({ [culture]: ['officer'] }));
  coordinator = server.as(await server.person({ [committee]: ['coordinator', 'leader'] }));
  root = await server.unit(committee);
});
afterAll(() => server.close());

const read = async (id: number) => (await server.ask<DutyDetail>('GET', `/duties/${id}`)).body;
const step = async (as: TestServer, id: number, rest: Record<string, unknown>) => {
  const { version } = await read(id);
  const answer = await as.ask('POST', `/duties/${id}/steps`, { version, ...rest } as DutyStep);
  expect(answer.status).toBe(200);
};
const list = async (query: string) => (await server.ask<DutyList>('GET', `/duties?size=500&${query}`)).body;
const overview = async (query: string) =>
  (await coordinator.ask<Overview>('GET', `/overview?unit=${root}&${query}`)).body;

test('what is due in another year counts in that year: extended, or moved by its plan', async () => {
  const { dutyIds, taskIds } = await handedDown(server, {
    tasks: [
      { due: '2026-12-20', lead: [culture] },
      { due: '2026-12-20', lead: [culture] },
    ],
  });
  const [extended = 0] = dutyIds;
  await step(officer, extended, { do: 'askExtension', wantedOn: '2027-01-31', note: 'Chờ khách' });
  await step(coordinator, extended, { do: 'decideExtension', granted: true, dueOn: '2027-01-31' });
  const { db } = server.deps;
  await sql`update task set due_to = '2027-02-28' where id = ${taskIds[1]}`.execute(db);
  await moveDue(db, taskIds, { actor: system, day: '2026-03-10', reason: null });
  const years = await sql<{ year: number; due: string }>`select year, due_on as due from duty
    where id = any(${[...dutyIds]}::bigint[]) order by due_on`.execute(db);
  expect(years.rows).toEqual([
    { year: 2027, due: '2027-01-31' },
    { year: 2027, due: '2027-02-28' },
  ]);
  expect((await overview('year=2027')).months.map(({ month, counts }) => [month, counts.inTerm])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  expect((await list(`task=${taskIds[0]}&year=2026`)).total).toBe(0);
});

test('on an earlier day the list counts under the unit and in the year of that day, as the overview does', async () => {
  const { dutyIds } = await handedDown(server, { tasks: [{ due: '2026-03-31', lead: [culture] }] });
  const [id = 0] = dutyIds;
  server.now = new Date('2026-03-20T03:00:00Z');
  const to = await server.unit(finance);
  await step(coordinator, id, { do: 'transfer', unitId: to, note: 'Đúng chức năng' });
  const receiver = server.as(await server.person({ [finance]: ['officer'] }));
  await step(receiver, id, { do: 'askExtension', wantedOn: '2027-03-31', note: 'Mới nhận' });
  await step(coordinator, id, { do: 'decideExtension', granted: true, dueOn: '2027-03-31' });
  server.now = new Date('2026-03-25T03:00:00Z');
  const from = await server.unit(culture);
  for (const [unit, year, asOf] of [
    [from, 2026, '2026-03-15'],
    [to, 2026, '2026-03-15'],
    [from, 2027, '2026-03-22'],
    [to, 2027, '2026-03-22'],
  ] as const) {
    const shown = await overview(`year=${year}&asOf=${asOf}`);
    const counts = shown.units.find((each) => each.unit.id === unit)?.counts.inTerm ?? 0;
    const rows = await list(`role=lead&unit=${unit}&year=${year}&asOf=${asOf}`);
    expect([unit, year, asOf, rows.classes.inTerm]).toEqual([unit, year, asOf, counts]);
    expect(rows.rows).toHaveLength(rows.total);
  }
  const then = await list(`unit=${from}&year=2026&asOf=2026-03-15&task=${(await read(id)).taskId}`);
  expect(then.rows.map((row) => row.id)).toEqual([id]);
  server.now = new Date('2026-03-10T03:00:00Z');
});

test('a file holds each row once, whatever happens while it is written', async () => {
  const { taskIds } = await handedDown(server, { tasks: [{ due: '2026-11-15' }] });
  const { db } = server.deps;
  await sql`insert into duty (task_id, unit_id, role, period, opened_on, due_on, first_due_on, last_moved_on, root_id, year)
    select ${taskIds[0]}, ${root}, 'lead', 'x' || n, '2026-01-05', '2026-11-15', '2026-11-15', '2026-01-05', ${root}, 2026
    from generate_series(1, 6000) as n`.execute(db);
  const ids: number[] = [];
  for await (const rows of allDuties(server.deps, system, {
    filter: { task: taskIds[0] ?? 0, role: 'lead' },
    sort: 'due',
  })) {
    if (ids.length === 0) {
      const some = rows.slice(0, 300).map(({ id }) => id);
      await sql`update duty set cancelled_on = '2026-03-10' where id = any(${some}::bigint[])`.execute(db);
    }
    ids.push(...rows.map(({ id }) => id));
  }
  expect([ids.length, new Set(ids).size]).toEqual([6000, 6000]);
});

test('what is stuck is the same in the list and in the overview: due within 14 days, unmoved for 30', async () => {
  const { taskIds } = await handedDown(server, { tasks: [{ due: '2026-11-15' }] });
  const day = '2026-03-10';
  const { rows } = await sql<{ id: number; stuck: boolean }>`
    insert into duty (task_id, unit_id, role, period, opened_on, due_on, first_due_on, last_moved_on, root_id, year)
    select ${taskIds[0]}, ${root}, 'lead', 's' || due || moved, '2026-01-05', ${day}::date + due, ${day}::date + due,
      ${day}::date - moved, ${root}, 2026
    from unnest(array[13, 14, 15]) as due, unnest(array[29, 30, 31]) as moved
    returning id, due_on <= ${day}::date + 14 and last_moved_on <= ${day}::date - 30 as stuck`.execute(
    server.deps.db,
  );
  await foldTally(server.deps.db);
  const wanted = rows.filter(({ stuck }) => stuck).map(({ id }) => id);
  expect(wanted).toHaveLength(4);
  const listed = await list(`view=stuck&task=${taskIds[0]}`);
  const shown = (await overview('year=2026')).stuck.filter(({ taskId }) => taskId === taskIds[0]);
  expect(listed.rows.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
  expect(shown.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
});
