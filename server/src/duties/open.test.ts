import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import type { DutyDetail, DutyList, TaskDetail } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { sealOf } from '../audit/seal.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { openDuties } from './open.ts';
import { cancelDuties, fulfilOwnPlan, moveDue, reinstateDuties } from './plan-changes.ts';
import { spawnDuties } from './spawn.ts';
import { passOn } from './transfer.ts';

const culture = 'demo:so-van-hoa-the-thao-va-du-lich';
const merged = ['demo:uy-ban-nhan-dan-xa-thac-may-hong', 'demo:uy-ban-nhan-dan-xa-bai-sim-tim'] as const;
const heir = 'demo:uy-ban-nhan-dan-xa-thac-sim-may';
const march = new Date('2026-03-10T03:00:00Z');
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const of = (taskId: number) =>
  server.deps.db
    .selectFrom('duty')
    .select(['id', 'unitId', 'period', 'openedOn', 'dueOn', 'year', 'cancelledOn'])
    .where('taskId', '=', taskId)
    .orderBy('dueOn')
    .orderBy('id')
    .execute();

const asked = (day = '2026-03-10') => ({ actor: system, day, reason: 'Sửa đổi' });

test('a recurring task opens what has begun, once, each due on its last day within the plan', async () => {
  const { taskIds } = await handedDown(server, {
    to: '2026-11-30',
    tasks: [
      { every: 'quarter', lead: [culture] },
      { every: 'year', lead: [culture] },
      { every: 'day', lead: [culture] },
    ],
  });
  const [quarter = 0, year = 0, always = 0] = taskIds;
  expect((await of(quarter)).map(({ period, openedOn, dueOn }) => [period, openedOn, dueOn])).toEqual([
    ['2026-Q1', '2026-02-10', '2026-03-31'],
  ]);
  expect((await of(year)).map(({ period, dueOn }) => [period, dueOn])).toEqual([['2026', '2026-11-30']]);
  expect((await of(always)).map(({ period, dueOn, year: counts }) => [period, dueOn, counts])).toEqual([
    [null, null, 2026],
  ]);
  expect(await openDuties(server.deps.db, taskIds, { actor: system, day: '2026-03-10' })).toEqual([]);
});

test('a recurring task that names a day is due on it; who gets it after that day owes it from the next period on', async () => {
  const { taskIds } = await handedDown(server, {
    issuedOn: '2026-02-20',
    tasks: [
      { every: 'year', on: { month: 11, day: 20, weekday: null }, lead: [culture] },
      { every: 'month', on: { month: null, day: 15, weekday: null }, lead: [culture] },
      { every: 'week', on: { month: null, day: null, weekday: 5 }, lead: [culture] },
    ],
  });
  const [year = 0, month = 0, week = 0] = taskIds;
  expect((await of(year)).map(({ period, dueOn }) => [period, dueOn])).toEqual([['2026', '2026-11-20']]);
  expect((await of(month)).map(({ period, dueOn }) => [period, dueOn])).toEqual([['2026-03', '2026-03-15']]);
  expect((await of(week)).map(({ period, openedOn, dueOn }) => [period, openedOn, dueOn])).toEqual([
    ['2026-W08', '2026-02-20', '2026-02-20'],
    ['2026-W09', '2026-02-23', '2026-02-27'],
    ['2026-W10', '2026-03-02', '2026-03-06'],
    ['2026-W11', '2026-03-09', '2026-03-13'],
  ]);
});

test('an amended day of a recurring task moves what lies ahead; what fell due before stays', async () => {
  const { db } = server.deps;
  const day15 = { month: null, day: 15, weekday: null };
  const { taskIds } = await handedDown(server, {
    issuedOn: '2026-01-05',
    tasks: [
      { every: 'month', on: day15, lead: [culture] },
      { every: 'year', on: { month: 3, day: 1, weekday: null }, lead: [culture] },
    ],
  });
  const [month = 0, year = 0] = taskIds;
  const onDay = (id: number, on: object) =>
    db
      .updateTable('task')
      .set({ dueDay: JSON.stringify(on) })
      .where('id', '=', id)
      .execute();
  await onDay(month, { ...day15, day: 25 });
  await onDay(year, { month: 11, day: 20, weekday: null });
  const moved = await moveDue(db, taskIds, asked());
  const dues = async (id: number) => (await of(id)).map(({ dueOn }) => dueOn);
  expect(await dues(month)).toEqual(['2026-01-15', '2026-02-15', '2026-03-25']);
  expect(await dues(year)).toEqual(['2026-11-20']);
  expect(moved).toHaveLength(2);
  // A day that is over binds from the next period on.
  await onDay(month, { ...day15, day: 5 });
  expect(await moveDue(db, [month], asked())).toEqual([]);
});

test('what was overdue when an amendment moved its day was overdue: its history keeps it, as it does of an extension', async () => {
  const { taskIds, dutyIds } = await handedDown(server, {
    tasks: [
      { due: '2026-03-05', lead: [culture] },
      { due: '2026-03-20', lead: [culture] },
      { due: '2026-03-06', lead: [culture] },
    ],
  });
  const { db } = server.deps;
  for (const [at, dueTo] of ['2026-06-30', '2026-06-30', '2026-02-28'].entries()) {
    await db
      .updateTable('task')
      .set({ dueTo })
      .where('id', '=', taskIds[at] ?? 0)
      .execute();
  }
  await moveDue(db, taskIds, asked());
  const details = await Promise.all(
    dutyIds.map(async (id) => (await server.ask<DutyDetail>('GET', `/duties/${id}`)).body),
  );
  expect(details.map((each) => [each.class, each.events[0]?.detail])).toEqual([
    ['in-term', { from: '2026-03-05', to: '2026-06-30', overdueFrom: '2026-03-06', overdueTo: '2026-03-10' }],
    ['in-term', { from: '2026-03-20', to: '2026-06-30' }],
    ['overdue', { from: '2026-03-06', to: '2026-02-28' }],
  ]);
  const then = await server.ask<DutyList>('GET', `/duties?task=${taskIds[0]}&asOf=2026-03-09`);
  expect(then.body.rows.map((row) => row.class)).toEqual(['overdue']);
});

test('each new period begins by itself, days without a server are made up for, nothing comes twice', async () => {
  const { taskIds } = await handedDown(server, { tasks: [{ every: 'month', lead: [culture] }] });
  const [task = 0] = taskIds;
  await spawnDuties(server.deps);
  server.now = new Date('2026-06-30T17:30:00Z'); // 1 July in Việt Nam.
  expect(await spawnDuties(server.deps)).toBeGreaterThan(0);
  expect(await spawnDuties(server.deps)).toBe(0);
  expect((await of(task)).map(({ period }) => period)).toEqual(
    ['02', '03', '04', '05', '06', '07'].map((month) => `2026-${month}`),
  );
  await sealOf(server.deps.db).settle();
  const audited = await server.deps.db
    .selectFrom('audit')
    .select(['who', 'action'])
    .where('action', '=', 'duty.open')
    .execute();
  expect(audited[0]).toEqual({ who: system.name, action: 'duty.open' });
  server.now = march;
});

test('after a merger the duty of the next period is the heir’s, one for both; before it each had its own', async () => {
  server.now = new Date('2025-12-15T03:00:00Z');
  const { taskIds } = await handedDown(server, {
    issuedOn: '2025-09-01',
    from: '2025-07-01',
    to: '2026-12-31',
    tasks: [{ every: 'half-year', lead: [...merged] }],
  });
  server.now = march;
  await openDuties(server.deps.db, taskIds, { actor: system, day: '2026-03-10' });
  const rows = await of(taskIds[0] ?? 0);
  const [one, two, next] = await Promise.all([...merged, heir].map((key) => server.unit(key)));
  expect(rows.map(({ unitId, period }) => [period, unitId])).toEqual([
    ['2025-H2', one],
    ['2025-H2', two],
    ['2026-H1', next],
  ]);
});

test('a call opens a duty for each unit, numbered, only of a task on call, only by who directs it', async () => {
  const { taskIds } = await handedDown(server, {
    tasks: [{ onCall: true, lead: [culture], coordinating: ['demo:so-tai-chinh'] }, { lead: [culture] }],
  });
  const [task = 0, usual = 0] = taskIds;
  expect(await of(task)).toEqual([]);
  const call = { taskId: task, dueOn: '2026-04-01', note: 'Đoàn khách đến' };
  const coordinator = server.as(await server.person({ [committee]: ['coordinator'] }));
  const officer = server.as(await server.person({ [culture]: ['officer'] }));
  expect((await officer.ask('POST', '/duties/calls', call)).status).toBe(403);
  const mayCall = async (as: typeof server, id: number) =>
    (await as.ask<TaskDetail>('GET', `/tasks/${id}`)).body.mayCall;
  expect([
    await mayCall(coordinator, task),
    await mayCall(officer, task),
    await mayCall(coordinator, usual),
  ]).toEqual([true, false, false]);
  const both = await Promise.all(
    [call, call].map((each) => coordinator.ask<{ period: string }>('POST', '/duties/calls', each)),
  );
  expect(both.map(({ body }) => body.period).toSorted()).toEqual(['call:1', 'call:2']);
  expect(await of(task)).toHaveLength(4);
  expect((await coordinator.ask('POST', '/duties/calls', { ...call, taskId: usual })).status).toBe(409);
  expect((await coordinator.ask('POST', '/duties/calls', { ...call, dueOn: '2026-03-09' })).status).toBe(422);
});

test('an amended plan cancels what is open, keeps what was done, moves days, and gives back what it cancelled', async () => {
  const { taskIds, dutyIds } = await handedDown(server, {
    tasks: [{ due: '2026-05-01', lead: [culture, 'demo:so-tai-chinh', 'demo:cong-an-tinh'] }],
  });
  const [taskId = 0] = taskIds;
  const [first = 0, second = 0, third = 0] = dutyIds;
  const { db } = server.deps;
  await db.updateTable('duty').set({ doneOn: '2026-03-01' }).where('id', '=', first).execute();
  await db.updateTable('duty').set({ dueOn: '2026-09-01' }).where('id', '=', third).execute();
  await db.updateTable('task').set({ dueTo: '2026-08-01' }).where('id', '=', taskId).execute();
  expect(await moveDue(db, [taskId], asked())).toEqual([second]);
  const due = new Map((await of(taskId)).map(({ id, dueOn }) => [id, dueOn]));
  expect([first, second, third].map((id) => due.get(id))).toEqual(['2026-05-01', '2026-08-01', '2026-09-01']);
  expect(await cancelDuties(db, [{ taskId }], asked())).toEqual([second, third]);
  expect(await reinstateDuties(db, [{ taskId }], asked())).toEqual([second, third]);
  const { body } = await server.ask<DutyDetail>('GET', `/duties/${second}`);
  expect(body.events.map(({ action }) => action)).toEqual(['reinstated', 'cancelled', 'amended', 'opened']);
});

test('a unit that issues the plan that it owes has done its duty on that day', async () => {
  const { planId, dutyIds } = await handedDown(server, {
    tasks: [{ due: '2026-03-01', asksPlan: true, lead: [culture] }],
  });
  const own = await handedDown(server, { owner: culture, issuedOn: '2026-03-05', tasks: [] });
  const unitIds = [await server.unit(culture)];
  const plan = { planId: own.planId, superiorPlanId: planId, unitIds, issuedOn: '2026-03-05' };
  expect(await fulfilOwnPlan(server.deps.db, plan, { actor: system, day: '2026-03-10' })).toEqual(dutyIds);
  const { body } = await server.ask<DutyDetail>('GET', `/duties/${dutyIds[0]}`);
  expect(body).toMatchObject({
    class: 'late',
    state: 'confirmed',
    doneOn: '2026-03-05',
    ownPlan: { id: own.planId },
  });
});

test('duties change hands with a trail; what the other has already stays where it is', async () => {
  const { dutyIds } = await handedDown(server, {
    tasks: [{ lead: [culture] }, { lead: [culture, 'demo:so-ngoai-vu'] }],
  });
  const toUnitId = await server.unit('demo:so-ngoai-vu');
  const { id: reorganisationId } = await server.deps.db
    .insertInto('reorganisation')
    .values({ kind: 'split', effectiveOn: '2026-03-10', legalBasis: 'Nghị quyết thử' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const passing = { toUnitId, day: '2026-03-10', reorganisationId, reason: null, personId: null };
  expect(await passOn(server.deps.db, dutyIds, passing)).toEqual([dutyIds[0]]);
  const { body } = await server.ask<DutyDetail>('GET', `/duties/${dutyIds[0]}`);
  expect([body.unit.id, body.transfers.length]).toEqual([toUnitId, 1]);
});
