// Plans amended after their duties had gone another way: handed on, merged away, fallen due in another rhythm.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyList, HandDown, PlanTask, TaskDetail, UnitDetail } from '../contract.ts';
import { spawnDuties } from '../duties/spawn.ts';
import { bodyOf, draftPlan, issuePlan, named, planOf, planTask, step } from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let culture = 0;
let foreign = 0;
const march = new Date('2026-03-10T03:00:00Z');
const committee = 'demo:uy-ban-nhan-dan-tinh-song-thao';

beforeAll(async () => {
  server = await testServer();
  culture = await server.unit('demo:so-van-hoa-the-thao-va-du-lich');
  foreign = await server.unit('demo:so-ngoai-vu');
});
afterAll(() => server.close());

const dutiesOf = async (plan: number) =>
  (await server.ask<DutyList>('GET', `/duties?plan=${plan}&size=500`)).body.rows;
const seen = async (plan: number) =>
  (await dutiesOf(plan)).map(({ unit, period, state }) => [unit.id, period, state]);
const toCulture = (more: Partial<PlanTask> = {}) =>
  planTask({ id: 'a', lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)], ...more });
const by = (date: string) => ({ kind: 'by' as const, date });

const transfer = async (plan: number, unitId: number) => {
  const [duty] = await dutiesOf(plan);
  const version = (await server.ask<{ version: number }>('GET', `/duties/${duty?.id}`)).body.version;
  const wanted = { do: 'transfer', version, unitId, note: 'Chuyển đúng chức năng' };
  expect((await server.ask('POST', `/duties/${duty?.id}/steps`, wanted)).status).toBe(200);
};

const amend = async (id: number, tasks: (now: readonly PlanTask[]) => readonly PlanTask[]) => {
  await step(server, id, 'amend', { reason: 'Điều chỉnh' });
  const { body, version } = await planOf(server, id);
  const changed = await server.ask('PATCH', `/plans/${id}`, { version, body: bodyOf(tasks(body.tasks)) });
  expect(changed.status).toBe(200);
  const told = (await server.ask<HandDown>('GET', `/plans/${id}/hand-down`)).body;
  await issuePlan(server, id, { issuedOn: '2026-03-10' });
  return told;
};
const later = (now: readonly PlanTask[]) => now.map((task) => ({ ...task, due: by('2026-09-30') }));

test('what was handed on does not come back to its first holder, neither by an amendment nor in the next period', async () => {
  const once = await draftPlan(server, { body: bodyOf([toCulture({ due: by('2026-06-30') })]) });
  await issuePlan(server, once);
  await transfer(once, foreign);
  await amend(once, later);
  expect(await dutiesOf(once)).toMatchObject([{ unit: { id: foreign }, dueOn: '2026-09-30' }]);

  const due = { kind: 'recurring' as const, every: 'month' as const };
  const monthly = await draftPlan(server, { body: bodyOf([toCulture({ due })]) });
  await issuePlan(server, monthly, { issuedOn: '2026-03-01' });
  await transfer(monthly, foreign);
  await spawnDuties(server.deps);
  server.now = new Date('2026-04-01T03:00:00Z');
  await spawnDuties(server.deps);
  server.now = march;
  const rows = (await dutiesOf(monthly)).map(({ unit, period }) => [period, unit.id]);
  expect(rows.toSorted()).toEqual([
    ['2026-03', foreign],
    ['2026-04', culture],
  ]);
});

test('a unit that an amendment leaves out takes along what it had handed on', async () => {
  const id = await draftPlan(server, { body: bodyOf([toCulture({ due: by('2026-06-30') })]) });
  await issuePlan(server, id);
  await transfer(id, foreign);
  const finance = await server.unit('demo:so-tai-chinh');
  await amend(id, (now) => now.map((task) => ({ ...task, lead: [named('Sở Tài chính', finance)] })));
  expect((await seen(id)).filter(([, , state]) => state !== 'cancelled')).toEqual([[finance, null, 'new']]);
});

test('amended after a merger, duties stay where they were handed down: begun, done, counted with the heir', async () => {
  const admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const parentId = await server.unit(committee);
  const commune = async (name: string) =>
    (await admin.ask<UnitDetail>('POST', '/units', { name, kind: 'committee', level: 'commune', parentId }))
      .body.id;
  const [one, two] = [
    await commune('Ủy ban nhân dân xã Bến Thử Một'),
    await commune('Ủy ban nhân dân xã Bến Thử Hai'),
  ];
  const id = await draftPlan(server, {
    body: bodyOf([
      planTask({
        id: 'a',
        lead: [named('UBND xã Bến Thử Một', one), named('UBND xã Bến Thử Hai', two)],
        due: by('2026-06-30'),
      }),
      planTask({ id: 'b', lead: [named('UBND xã Bến Thử Hai', two)], due: by('2026-06-30') }),
    ]),
  });
  const issued = await issuePlan(server, id);
  const [first, second] = await dutiesOf(id);
  const { db } = server.deps;
  await db
    .updateTable('duty')
    .set({ doneOn: '2026-03-01' })
    .where('id', '=', first?.id ?? 0)
    .execute();
  await db
    .updateTable('duty')
    .set({ progress: 60 })
    .where('id', '=', second?.id ?? 0)
    .execute();
  const merged = await admin.ask<{ begins: { id: number }[] }>('POST', '/units/reorganisations', {
    legalBasis: 'Nghị quyết thử',
    effectiveOn: '2026-03-09',
    kind: 'merge',
    unitIds: [one, two],
    into: { unit: { name: 'Ủy ban nhân dân xã Bến Thử', kind: 'committee', parentId } },
    below: 'join',
  });
  expect(merged.status).toBe(200);
  const before = await dutiesOf(id);
  const told = await amend(id, later);
  expect(told.changes).toEqual({ kept: 0, moved: 2, cancelled: 0, added: 0 });
  const after = await dutiesOf(id);
  expect(after.map((duty) => [duty.id, duty.unit.id, duty.progress, duty.doneOn])).toEqual(
    before.map((duty) => [duty.id, duty.unit.id, duty.progress, duty.doneOn]),
  );
  expect(after.map(({ dueOn }) => dueOn).toSorted()).toEqual(['2026-06-30', '2026-09-30', '2026-09-30']);
  const task = issued.body.tasks[0]?.taskId;
  const { handedTo } = (await server.ask<TaskDetail>('GET', `/tasks/${task}`)).body;
  expect(handedTo).toHaveLength(2);
});

test('a task that is done in another rhythm from now on leaves nothing open of the old one', async () => {
  const every = (name: 'month' | 'quarter') => ({ kind: 'recurring' as const, every: name });
  const id = await draftPlan(server, {
    body: bodyOf([
      toCulture({ id: 'a', due: by('2026-06-30') }),
      toCulture({ id: 'b', due: every('month') }),
      toCulture({ id: 'c', due: every('month') }),
      toCulture({ id: 'd', onCall: true }),
    ]),
  });
  await issuePlan(server, id, { issuedOn: '2026-03-01' });
  await amend(id, ([a, b, c, d]) =>
    [
      a && { ...a, due: every('month') },
      b && { ...b, due: every('quarter') },
      c && { ...c, due: by('2026-12-01') },
      d && { ...d, onCall: false, due: by('2026-12-01') },
    ].filter((task) => task !== undefined),
  );
  const rows = (await dutiesOf(id)).filter(({ state }) => state !== 'cancelled');
  expect(rows.map(({ text, period, dueOn }) => [text, period, dueOn]).toSorted()).toEqual([
    ['Nhiệm vụ a', '2026-03', '2026-03-31'],
    ['Nhiệm vụ b', '2026-Q1', '2026-03-31'],
    ['Nhiệm vụ c', null, '2026-12-01'],
    ['Nhiệm vụ d', null, '2026-12-01'],
  ]);
});
