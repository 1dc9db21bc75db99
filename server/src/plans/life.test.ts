import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PlanList, Problem } from '../contract.ts';
import {
  bodyOf,
  committee,
  draftPlan,
  issuePlan,
  named,
  planOf,
  planTask,
  step,
  type PlanAnswer,
} from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
let culture = 0;
let body = bodyOf([]);
beforeAll(async () => {
  server = await testServer();
  culture = await server.unit('demo:so-van-hoa-the-thao-va-du-lich');
  body = bodyOf([
    planTask({
      id: 'a',
      text: 'Tổ chức hội nghị',
      lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)],
      due: { kind: 'by', date: '2026-11-15' },
    }),
  ]);
});
afterAll(() => server.close());

let id = 0;
beforeEach(async () => {
  id = await draftPlan(server, { body });
});

const how = (number: string) => ({ number, issuedOn: '2026-02-10', signer: 'Trần Văn Mẫu' });

describe('a plan', () => {
  test('goes from draft over submitted and returned to approved, issued, closed and open again', async () => {
    expect((await planOf(server, id)).may).toEqual(['edit', 'submit', 'remove']);
    expect((await step(server, id, 'submit')).body.status).toBe('submitted');
    expect((await step(server, id, 'return')).body.code).toBe('plan-reason');
    expect((await step(server, id, 'return', { reason: 'Thiếu kinh phí' })).body.status).toBe('returned');
    await step(server, id, 'submit');
    expect((await step(server, id, 'withdraw')).body.status).toBe('draft');
    await step(server, id, 'submit');
    expect((await step(server, id, 'approve')).body.may).toEqual(['return', 'issue']);
    expect((await step(server, id, 'issue', how('1/KH-UBND'))).body.status).toBe('issued');
    expect((await step(server, id, 'close')).body.status).toBe('closed');
    const open = await step(server, id, 'reopen', { reason: 'Đóng nhầm' });
    expect(open.body.status).toBe('issued');
    expect(open.body.events.map(({ action }) => action)).toEqual(
      [
        'created',
        'changed',
        'submitted',
        'returned',
        'submitted',
        'withdrawn',
        'submitted',
        'approved',
        'issued',
        'closed',
        'reopened',
      ].toReversed(),
    );
    expect(open.body.events.find(({ action }) => action === 'returned')?.reason).toBe('Thiếu kinh phí');
  });

  test('takes no step that its state does not allow', async () => {
    for (const name of [
      'withdraw',
      'approve',
      'close',
      'reopen',
      'amend',
      'drop-amendment',
      'return',
      'issue',
    ]) {
      const more = name === 'issue' ? how('2/KH-UBND') : {};
      const answer = await step(server, id, name, { reason: 'x', ...more });
      expect([name, answer.status, answer.body.code]).toEqual([name, 409, 'plan-wrong-state']);
    }
    await issuePlan(server, id);
    for (const name of ['submit', 'withdraw', 'approve', 'reopen', 'drop-amendment', 'issue']) {
      const more = name === 'issue' ? how('2/KH-UBND') : {};
      const answer = await step(server, id, name, { reason: 'x', ...more });
      expect([name, answer.status]).toEqual([name, 409]);
    }
    const { version } = await planOf(server, id);
    const changed: PlanAnswer = await server.ask('PATCH', `/plans/${id}`, { version, title: 'Khác' });
    expect([changed.status, changed.body.code]).toEqual([409, 'plan-wrong-state']);
    const removed = await server.ask<Problem>('DELETE', `/plans/${id}?version=${version}`);
    expect([removed.status, removed.body.code]).toEqual([409, 'plan-in-use']);
  });

  test('is removed as long as it was never issued', async () => {
    const { version } = await planOf(server, id);
    expect((await server.ask('DELETE', `/plans/${id}?version=${version}`)).status).toBe(204);
    expect((await server.ask('GET', `/plans/${id}`)).status).toBe(404);
  });

  test('says what is wrong with it before it is submitted, naming the task', async () => {
    const empty = await draftPlan(server, { body: bodyOf([]) });
    expect((await step(server, empty, 'submit')).body.code).toBe('plan-no-tasks');
    const leaderless = bodyOf([...body.tasks, planTask({ id: 'b', text: 'Việc chưa ai làm' })]);
    const plan = await draftPlan(server, { body: leaderless });
    const refused = await step(server, plan, 'submit');
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain('2. “Việc chưa ai làm”');
    const { version } = await planOf(server, plan);
    const patch = (change: object): Promise<PlanAnswer> =>
      server.ask('PATCH', `/plans/${plan}`, { version, ...change });
    const backwards = planTask({ id: 'c', due: { kind: 'during', from: '2026-05-01', to: '2026-04-01' } });
    expect((await patch({ body: bodyOf([backwards]) })).body.code).toBe('plan-due');
    expect((await patch({ body: bodyOf([planTask({ id: 'd' }), planTask({ id: 'd' })]) })).body.code).toBe(
      'plan-same-id',
    );
    expect((await patch({ periodTo: '2025-12-31' })).body.code).toBe('plan-period');
    const nobody = planTask({ id: 'e', lead: [named('Không có', 2_000_000_000)] });
    expect((await patch({ body: bodyOf([nobody]) })).body.code).toBe('no-unit');
    expect((await planOf(server, plan)).version).toBe(version);
  });

  test('keeps its number for itself, and comes from no day that is still to come', async () => {
    await step(server, id, 'submit');
    await step(server, id, 'approve');
    const future = await step(server, id, 'issue', { ...how('7/KH-UBND'), issuedOn: '2026-03-11' });
    expect(future.body.code).toBe('plan-issued-in-future');
    expect((await step(server, id, 'issue', how('7/KH-UBND'))).status).toBe(200);
    const other = await draftPlan(server, { body, title: 'Kế hoạch khác' });
    await step(server, other, 'submit');
    await step(server, other, 'approve');
    const taken = await step(server, other, 'issue', how('07/kh-ubnd'));
    expect([taken.status, taken.body.code]).toEqual([409, 'plan-number-taken']);
    expect(taken.body.detail).toContain('Kế hoạch thử');
    expect((await step(server, other, 'issue', { ...how('7/KH-UBND'), issuedOn: '2025-12-30' })).status).toBe(
      200,
    );
  });
});

describe('two people at once', () => {
  test('a change to what somebody else has changed is refused with both versions', async () => {
    const { version } = await planOf(server, id);
    await server.ask('PATCH', `/plans/${id}`, { version, title: 'Của người này' });
    const stale: PlanAnswer = await server.ask('PATCH', `/plans/${id}`, { version, title: 'Của người kia' });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
    expect(stale.body.current.title).toBe('Của người này');
    expect(stale.body.yours).toEqual({ version, title: 'Của người kia' });
  });

  test('of two approvers one approves; of two who issue one issues; an edit meanwhile is told', async () => {
    const { version } = (await step(server, id, 'submit')).body;
    const approvals = await Promise.all(
      [1, 2].map(() => server.ask<Problem>('POST', `/plans/${id}/approve`, { version })),
    );
    expect(approvals.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const approved = await planOf(server, id);
    const issues = await Promise.all([
      server.ask<Problem>('POST', `/plans/${id}/issue`, { version: approved.version, ...how('11/KH-UBND') }),
      server.ask<Problem>('POST', `/plans/${id}/issue`, { version: approved.version, ...how('12/KH-UBND') }),
      server.ask<Problem>('PATCH', `/plans/${id}`, { version: approved.version, title: 'Sửa khi ban hành' }),
    ]);
    expect(issues.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const issued = await planOf(server, id);
    expect(issued).toMatchObject({ status: 'issued', title: 'Kế hoạch thử', edition: 1 });
    expect(issued.editions).toHaveLength(1);
    const { inTerm, overdue } = issued.classes ?? { inTerm: 0, overdue: 0 };
    expect(inTerm + overdue).toBe(1);
  });
});

describe('fields that no write knows', () => {
  test('are named and nothing is written', async () => {
    const created = await server.ask<Problem>('POST', '/plans', { x: 1 });
    expect([created.status, created.body.code]).toEqual([400, 'bad-request']);
    expect(created.body.detail).toMatch(/không được nhận: x\b/);
    const { version } = await planOf(server, id);
    const change = await server.ask<Problem>('PATCH', `/plans/${id}`, { version, name: 'Tên khác' });
    const stepped = await server.ask<Problem>('POST', `/plans/${id}/submit`, { version, note: 'Trình' });
    const issued = await server.ask<Problem>('POST', `/plans/${id}/issue`, {
      version,
      ...how('31/KH-UBND'),
      on: 1,
    });
    expect([change, stepped, issued].map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(
      [change, stepped, issued].map(({ body: { detail } }) => /không được nhận: (\w+)/.exec(detail)?.[1]),
    ).toEqual(['name', 'note', 'on']);
    expect((await planOf(server, id)).version).toBe(version);
  });
});

test('a plan carries out a longer one of its own unit, never itself or a shorter one', async () => {
  const make = async (years: [number, number]) => {
    const period = { periodFrom: `${years[0]}-01-01`, periodTo: `${years[1]}-12-31` };
    const plan = await draftPlan(server, { body });
    const { version } = await planOf(server, plan);
    expect((await server.ask('PATCH', `/plans/${plan}`, { version, ...period })).status).toBe(200);
    return plan;
  };
  const [programme, year, other] = [
    await make([2026, 2030]),
    await make([2026, 2026]),
    await make([2031, 2031]),
  ];
  await issuePlan(server, programme);
  const carry = async (plan: number, superiorId: number) => {
    const { version } = await planOf(server, plan);
    return (await server.ask('PATCH', `/plans/${plan}`, { version, superiorId })).status;
  };
  const offered = async (plan: number) =>
    (await server.ask<PlanList>('GET', `/plans?status=issued&size=200&superiorFor=${plan}`)).body.rows.map(
      (row) => row.id,
    );
  expect(await offered(year)).toContain(programme);
  expect(await offered(other)).not.toContain(programme);
  expect([await carry(year, programme), await carry(year, year), await carry(other, programme)]).toEqual([
    200, 422, 422,
  ]);
});

describe('who is told', () => {
  test('leaders that it is submitted, its author what became of it, units that they were given something', async () => {
    const officer = await server.person({ [committee]: ['officer'] });
    const leader = await server.person({ [committee]: ['leader'] });
    const worker = await server.person({ 'demo:so-van-hoa-the-thao-va-du-lich': ['officer'] });
    const plan = await draftPlan(server.as(officer), { body });
    const [by, over] = [server.as(officer), server.as(leader)];
    await step(by, plan, 'submit');
    await step(over, plan, 'return', { reason: 'Thiếu kinh phí' });
    await step(by, plan, 'submit');
    await step(over, plan, 'approve');
    await step(over, plan, 'issue', how('21/KH-UBND'));
    await step(by, plan, 'amend');
    const moved = body.tasks.map((task) => ({ ...task, due: { kind: 'by', date: '2026-12-01' } }));
    const { version } = await planOf(by, plan);
    await by.ask('PATCH', `/plans/${plan}`, { version, body: { ...body, tasks: moved } });
    await step(by, plan, 'submit');
    await step(over, plan, 'approve');
    await step(over, plan, 'issue', { ...how('22/KH-UBND'), reason: 'Lùi hạn' });
    const told = async (personId: number) =>
      (
        await server.deps.db
          .selectFrom('notice')
          .select('kind')
          .where('planId', '=', plan)
          .where('personId', '=', personId)
          .orderBy('id')
          .execute()
      ).map(({ kind }) => kind);
    expect(await told(leader)).toEqual(['plan-submitted', 'plan-submitted', 'plan-submitted']);
    expect(await told(officer)).toEqual([
      'plan-returned',
      'plan-approved',
      'plan-issued',
      'plan-approved',
      'plan-issued',
    ]);
    expect(await told(worker)).toEqual(['handed-down', 'changed']);
  });
});

describe('who sees and does what', () => {
  test('units below see a plan when it is issued, and its amendment when that is', async () => {
    const below = server.as(await server.person({ 'demo:so-ngoai-vu': ['officer'] }));
    const elsewhere = server.as(await server.person({ 'province:38': ['leader'] }));
    expect((await below.ask('GET', `/plans/${id}`)).status).toBe(404);
    await issuePlan(server, id);
    const seen: PlanAnswer = await below.ask('GET', `/plans/${id}`);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ may: [], classes: null });
    expect(seen.body.events.map(({ action }) => action)).toEqual(['issued']);
    await step(server, id, 'amend');
    expect((await below.ask<PlanAnswer['body']>('GET', `/plans/${id}`)).body).toMatchObject({
      amendment: null,
      amendmentStatus: null,
    });
    for (const path of ['hand-down', 'coverage', 'diff?from=1&to=2']) {
      expect([path, (await below.ask('GET', `/plans/${id}/${path}`)).status]).toEqual([path, 403]);
    }
    expect((await below.ask('POST', `/plans/${id}/close`, { version: 1 })).status).toBe(403);
    expect((await elsewhere.ask('GET', `/plans/${id}`)).status).toBe(404);
  });

  test('an officer drafts and submits for their own unit, and neither approves nor issues', async () => {
    const officer = server.as(await server.person({ [committee]: ['officer'] }));
    const own = await draftPlan(officer, { body });
    expect((await step(officer, own, 'submit')).status).toBe(200);
    expect((await planOf(officer, own)).may).toEqual(['withdraw']);
    const colleague = server.as(await server.person({ [committee]: ['officer'] }));
    expect((await step(colleague, own, 'withdraw')).body.code).toBe('plan-not-yours');
    expect((await step(officer, own, 'approve')).status).toBe(403);
    const foreign: PlanAnswer = await officer.ask('POST', '/plans', { unitId: culture });
    expect(foreign.status).toBe(403);
  });

  test('lists and counts hold what one may see', async () => {
    const total = async (who: TestServer, query = '') =>
      (await who.ask<PlanList>('GET', `/plans?${query}`)).body.total;
    const below = server.as(await server.person({ 'demo:so-ngoai-vu': ['officer'] }));
    const before = await total(below);
    await draftPlan(server, { body, title: 'Kế hoạch nháp riêng biệt' });
    expect(await total(below)).toBe(before);
    expect(await total(below, 'q=rieng%20biet')).toBe(0);
    expect(await total(server, 'q=rieng%20biet')).toBe(1);
    expect(await total(server, 'q=rieng%20biet&status=issued,closed')).toBe(0);
    expect(await total(server, 'q=rieng%20biet&year=2026')).toBe(1);
    expect(await total(server, 'q=rieng%20biet&year=2027')).toBe(0);
    expect(await total(server, `q=rieng%20biet&unit=${culture}`)).toBe(0);
  });
});
