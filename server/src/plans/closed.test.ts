// What goes on around a plan: while it is closed, when it is open again, year after year, across a merger overnight.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyDetail, DutyList, OpenWork, PlanTask, UnitDetail } from '../contract.ts';
import { spawnDuties } from '../duties/spawn.ts';
import { bodyOf, committee, draftPlan, issuePlan, named, planTask, step } from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let culture = 0;
const at = (day: string) => {
  server.now = new Date(`${day}T03:00:00Z`);
};
beforeAll(async () => {
  server = await testServer();
  culture = await server.unit('demo:so-van-hoa-the-thao-va-du-lich');
});
afterAll(() => server.close());

const recurring = (every: 'month' | 'year', more: Partial<PlanTask> = {}) =>
  planTask({
    id: 'a',
    lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)],
    due: { kind: 'recurring', every },
    ...more,
  });
const periods = async (plan: number) =>
  (await server.ask<DutyList>('GET', `/duties?plan=${plan}&size=500`)).body.rows
    .map(({ period, unit, doneOn }) => ({ period, unit: unit.id, doneOn }))
    .toSorted((a, b) => (a.period ?? '').localeCompare(b.period ?? ''));

test('a closed plan asks for nothing new; opened again, it asks for what has begun meanwhile', async () => {
  at('2026-03-10');
  const call = planTask({ id: 'b', onCall: true, lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)] });
  const id = await draftPlan(server, { body: bodyOf([recurring('month'), call]) });
  const issued = await issuePlan(server, id, { issuedOn: '2026-03-01' });
  await spawnDuties(server.deps);
  await step(server, id, 'close');
  at('2026-04-02');
  await spawnDuties(server.deps);
  expect((await periods(id)).map(({ period }) => period)).toEqual(['2026-03']);
  const taskId = issued.body.tasks[1]?.taskId;
  const called = await server.ask<{ code: string }>('POST', '/duties/calls', {
    taskId,
    dueOn: '2026-04-20',
    note: 'Đoàn khách đến',
  });
  expect([called.status, called.body.code]).toEqual([409, 'plan-wrong-state']);
  const opened = await step(server, id, 'reopen', { reason: 'Đóng nhầm' });
  expect(opened.status).toBe(200);
  expect((await periods(id)).map(({ period }) => period)).toEqual(['2026-03', '2026-04']);
});

test('before it is closed one is told what is open and whose; closed, that goes on and counts, and the history says how much it was', async () => {
  at('2026-03-10');
  const foreign = await server.unit('demo:so-ngoai-vu');
  const lead = (due: string, ...units: readonly number[]) =>
    planTask({
      id: due,
      due: { kind: 'by', date: due },
      lead: units.map((unit) => named(`Đơn vị ${unit}`, unit)),
    });
  const id = await draftPlan(server, {
    body: bodyOf([
      lead('2026-03-05', culture),
      lead('2026-06-30', culture, foreign),
      lead('2026-02-28', foreign),
    ]),
  });
  await issuePlan(server, id, { issuedOn: '2026-02-10' });
  const rows = (await server.ask<DutyList>('GET', `/duties?plan=${id}&sort=due`)).body.rows;
  const done = rows[0];
  const officer = server.as(await server.person({ 'demo:so-ngoai-vu': ['officer'] }));
  const reported = await officer.ask('POST', `/duties/${done?.id}/steps`, {
    do: 'report',
    version: done?.version,
    doneOn: '2026-02-27',
  });
  expect(reported.status).toBe(200);
  const open = await server.ask<OpenWork>('GET', `/plans/${id}/open-work`);
  expect(open.body).toEqual({
    open: 3,
    overdue: 1,
    reported: 1,
    units: [
      { unit: { id: culture, name: 'Sở Văn hóa, Thể thao và Du lịch' }, open: 2, overdue: 1, reported: 0 },
      { unit: { id: foreign, name: 'Sở Ngoại vụ' }, open: 1, overdue: 0, reported: 1 },
    ],
  });
  // How others stand is for the owner's people.
  expect((await officer.ask('GET', `/plans/${id}/open-work`)).status).toBe(403);
  expect((await server.as(null).ask('GET', `/plans/${id}/open-work`)).status).toBe(401);

  const closed = await step(server, id, 'close', { reason: 'Hết năm' });
  expect(closed.body.events[0]).toMatchObject({
    action: 'closed',
    reason: 'Hết năm',
    detail: { open: 3, overdue: 1, reported: 1 },
  });
  const after = (await server.ask<DutyList>('GET', `/duties?plan=${id}&sort=due`)).body;
  expect(after.classes).toEqual({ onTime: 1, late: 0, inTerm: 2, overdue: 1 });
  // What goes on is reported and confirmed as before.
  const late = after.rows[1];
  const own = server.as(await server.person({ 'demo:so-van-hoa-the-thao-va-du-lich': ['officer'] }));
  const report = { do: 'report', version: late?.version, doneOn: '2026-03-10' };
  const answer = await own.ask<DutyDetail>('POST', `/duties/${late?.id}/steps`, report);
  expect([answer.status, answer.body.class]).toEqual([200, 'late']);
});

test('a plan asked for every year is owed every year: last year’s amended is not this year’s', async () => {
  at('2026-03-10');
  const superior = await draftPlan(server, {
    body: bodyOf([recurring('year', { asksPlan: true })]),
    to: '2030-12-31',
  });
  await issuePlan(server, superior, { issuedOn: '2026-03-01' });
  const head = server.as(
    await server.person({ 'demo:so-van-hoa-the-thao-va-du-lich': ['officer', 'approver', 'leader'] }),
  );
  const own = await draftPlan(head, {
    unit: 'demo:so-van-hoa-the-thao-va-du-lich',
    superiorId: superior,
    body: bodyOf([planTask({ id: 'x', lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)] })]),
  });
  await issuePlan(head, own, { issuedOn: '2026-03-05' });
  expect(await periods(superior)).toEqual([{ period: '2026', unit: culture, doneOn: '2026-03-05' }]);
  at('2027-01-02');
  await spawnDuties(server.deps);
  await step(head, own, 'amend', { reason: 'Bổ sung' });
  await issuePlan(head, own, { issuedOn: '2027-01-02' });
  expect((await periods(superior)).map(({ period, doneOn }) => [period, doneOn])).toEqual([
    ['2026', '2026-03-05'],
    ['2027', null],
  ]);
});

test('the duty of a period that begins with a merger is the heir’s, whichever job of the night comes first', async () => {
  at('2026-03-10');
  const admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const parentId = await server.unit(committee);
  const commune = async (name: string) =>
    (await admin.ask<UnitDetail>('POST', '/units', { name, kind: 'committee', level: 'commune', parentId }))
      .body.id;
  const [one, two] = [
    await commune('Ủy ban nhân dân xã Đêm Một'),
    await commune('Ủy ban nhân dân xã Đêm Hai'),
  ];
  const merged = await admin.ask<{ begins: { id: number }[] }>('POST', '/units/reorganisations', {
    legalBasis: 'Nghị quyết thử',
    effectiveOn: '2026-04-01',
    kind: 'merge',
    unitIds: [one, two],
    into: { unit: { name: 'Ủy ban nhân dân xã Đêm', kind: 'committee', parentId } },
    below: 'join',
  });
  expect(merged.status).toBe(200);
  const id = await draftPlan(server, {
    body: bodyOf([recurring('month', { lead: [named('UBND xã Đêm Một', one)] })]),
  });
  await issuePlan(server, id, { issuedOn: '2026-03-01' });
  await sql`update seed set hash = '2026-03-10' where name = 'duties-of-periods'`.execute(server.deps.db);
  at('2026-04-01');
  await spawnDuties(server.deps);
  expect((await periods(id)).map(({ period, unit }) => [period, unit])).toEqual([
    ['2026-03', one],
    ['2026-04', merged.body.begins[0]?.id],
  ]);
});
