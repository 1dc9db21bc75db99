import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  Coverage,
  DutyList,
  HandDown,
  PlanDetail,
  PlanDiff,
  TaskDetail,
  TaskList,
} from '../contract.ts';
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
let foreign = 0;
beforeAll(async () => {
  server = await testServer();
  culture = await server.unit('demo:so-van-hoa-the-thao-va-du-lich');
  foreign = await server.unit('demo:so-ngoai-vu');
});
afterAll(() => server.close());

const preview = async (id: number, day: string) =>
  (await server.ask<HandDown>('GET', `/plans/${id}/hand-down?issuedOn=${day}`)).body;
const dutiesOf = async (plan: number, query = '') =>
  (await server.ask<DutyList>('GET', `/duties?plan=${plan}&size=500&${query}`)).body;
const change = async (id: number, more: object): Promise<PlanAnswer> =>
  server.ask('PATCH', `/plans/${id}`, { version: (await planOf(server, id)).version, ...more });

describe('handing down', () => {
  test('expands a collective name as of the day: districts before July 2025, communes after', async () => {
    const id = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('UBND các huyện, thị xã, thành phố')] })]),
      from: '2025-01-01',
    });
    const [before] = (await preview(id, '2025-03-10')).rows;
    expect(before?.units.map(({ name }) => name)).toContain('Ủy ban nhân dân huyện Đồng Nứa Xanh');
    const [after] = (await preview(id, '2026-03-10')).rows;
    expect(after).toMatchObject({ units: [], problem: 'no-unit' });
    const communes = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('UBND các xã, phường')] })]),
    });
    const [row] = (await preview(communes, '2026-03-10')).rows;
    expect(row?.units.length).toBeGreaterThan(5);
    expect(row?.units.every(({ name }) => /xã|phường/.test(name))).toBe(true);
  });

  test('names what nobody can be given: a name that means nobody, a task without a lead', async () => {
    const id = await draftPlan(server, {
      body: bodyOf([
        planTask({ id: 'a', lead: [named('Hội những người bạn của dòng sông')] }),
        planTask({ id: 'b', coordinating: [named('Sở Ngoại vụ', foreign)] }),
      ]),
    });
    const { rows, duties } = await preview(id, '2026-03-10');
    expect(rows.map(({ planTaskId, role, problem }) => [planTaskId, role, problem])).toEqual([
      ['a', 'lead', 'no-unit'],
      ['b', 'lead', 'no-lead'],
      ['b', 'coordinating', null],
    ]);
    expect(duties).toBe(1);
  });

  test('gives each unit one duty: who leads and belongs to the others named counts as lead', async () => {
    const id = await draftPlan(server, {
      body: bodyOf([
        planTask({
          id: 'a',
          text: 'Tuyên truyền biên giới',
          lead: [named('Sở Ngoại vụ', foreign)],
          coordinating: [
            named('các sở, ban, ngành'),
            named('Sở Văn hóa, Thể thao và Du lịch', culture, 'Viết bài'),
          ],
          due: { kind: 'by', date: '2026-06-30' },
          outputs: ['Báo cáo'],
        }),
      ]),
    });
    const promised = await preview(id, '2026-02-10');
    const issued = await issuePlan(server, id);
    const { rows, total } = await dutiesOf(id);
    expect(total).toBe(promised.duties);
    expect(total).toBeGreaterThan(10);
    expect(new Set(rows.map(({ unit }) => unit.id)).size).toBe(total);
    expect(rows.filter(({ role }) => role === 'lead').map(({ unit }) => unit.id)).toEqual([foreign]);
    expect(rows.find(({ unit }) => unit.id === culture)).toMatchObject({
      part: 'Viết bài',
      dueOn: '2026-06-30',
    });
    const [task] = issued.body.tasks;
    const detail = (await server.ask<TaskDetail>('GET', `/tasks/${task?.taskId}`)).body;
    expect(detail).toMatchObject({
      document: null,
      plan: { id, number: issued.number },
      handedDown: { inTerm: 1, overdue: 0, onTime: 0, late: 0 },
      outputs: ['Báo cáo'],
      duties: `/api/duties?task=${task?.taskId}`,
    });
    expect(detail.handedTo).toHaveLength(total);
  });

  test('gives what a unit that has ended would have got to who took its work over', async () => {
    const ended = await server.unit('demo:so-thong-tin-va-truyen-thong');
    const id = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('Sở Thông tin và Truyền thông', ended)] })]),
    });
    await issuePlan(server, id);
    const units = (await dutiesOf(id)).rows.map(({ unit }) => unit.id);
    expect(units).toHaveLength(1);
    expect(units[0]).not.toBe(ended);
  });

  test('opens a recurring task by period, one on call not at all, a review every five years once', async () => {
    const lead = [named('Sở Ngoại vụ', foreign)];
    const id = await draftPlan(server, {
      body: bodyOf([
        planTask({ id: 'q', lead, due: { kind: 'recurring', every: 'quarter' } }),
        planTask({ id: 'c', lead, onCall: true }),
        planTask({ id: 'f', lead, due: { kind: 'recurring', every: 'five-years' } }),
      ]),
      to: '2030-12-31',
    });
    const { rows } = await preview(id, '2026-02-10');
    expect(rows.map(({ periods }) => periods.length)).toEqual([20, 0, 1]);
    await issuePlan(server, id);
    const periods = (await dutiesOf(id)).rows.map(({ period }) => period);
    expect(periods.toSorted()).toEqual(['2026-2030', '2026-Q1']);
  });

  test('leaves the confirming to the agency that the plan makes the standing one', async () => {
    const id = await draftPlan(server, {
      body: bodyOf([
        planTask({ id: 'a', lead: [named('Sở Ngoại vụ', foreign)] }),
        planTask({
          id: 'b',
          text: 'Là cơ quan thường trực, theo dõi, đôn đốc và tổng hợp báo cáo việc thực hiện Kế hoạch',
          lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)],
        }),
      ]),
    });
    expect((await issuePlan(server, id)).confirmer?.id).toBe(culture);
    const plain = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('Sở Ngoại vụ', foreign)] })]),
    });
    expect((await issuePlan(server, plain)).confirmer?.id).toBe(await server.unit(committee));
    await server.person({ 'demo:so-van-hoa-the-thao-va-du-lich': ['coordinator'] });
    const coordinated = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('Sở Ngoại vụ', foreign)] })]),
    });
    expect((await issuePlan(server, coordinated)).confirmer?.id).toBe(culture);
  });
});

describe('an amendment', () => {
  test('changes duties with the tasks that it changes; what is done stays done', async () => {
    const lead = (unitId: number, name: string) => [named(name, unitId)];
    const [so, vh] = [lead(foreign, 'Sở Ngoại vụ'), lead(culture, 'Sở Văn hóa, Thể thao và Du lịch')];
    const due = (date: string) => ({ kind: 'by' as const, date });
    const before = [
      planTask({ id: 'kept', lead: so, due: due('2026-06-30') }),
      planTask({ id: 'moved', lead: so, due: due('2026-06-30') }),
      planTask({ id: 'gone', lead: so, due: due('2026-06-30') }),
      planTask({ id: 'done', lead: so, due: due('2026-06-30') }),
      planTask({ id: 'other', lead: so, due: due('2026-06-30') }),
    ];
    const id = await draftPlan(server, { body: bodyOf(before) });
    const issued = await issuePlan(server, id);
    const duty = async (planTaskId: string) => {
      const taskId = issued.body.tasks.find((task) => task.id === planTaskId)?.taskId;
      return (await dutiesOf(id)).rows.filter((row) => row.taskId === taskId);
    };
    const [done] = await duty('done');
    const reporter = server.as(await server.person({ 'demo:so-ngoai-vu': ['leader'] }));
    const reported = await reporter.ask('POST', `/duties/${done?.id}/steps`, {
      do: 'report',
      version: done?.version,
      doneOn: '2026-03-01',
    });
    expect(reported.status).toBe(200);

    await step(server, id, 'amend', { reason: 'Theo chỉ đạo mới' });
    const [kept, moved, , , other] = (await planOf(server, id)).body.tasks;
    const after = [
      kept,
      moved && { ...moved, due: due('2026-09-30') },
      other && { ...other, lead: vh },
      planTask({ id: 'new', lead: vh, due: due('2026-10-31') }),
    ].filter((task) => task !== undefined);
    const drafted = await change(id, { title: 'Kế hoạch thử (điều chỉnh)', body: bodyOf(after) });
    expect(drafted.body).toMatchObject({ title: 'Kế hoạch thử', amendmentStatus: 'draft', edition: 1 });
    expect((await preview(id, '2026-03-10')).changes).toEqual({ kept: 1, moved: 1, cancelled: 2, added: 2 });
    expect((await dutiesOf(id)).rows.filter(({ state }) => state !== 'cancelled')).toHaveLength(5);

    const diff = (await server.ask<PlanDiff>('GET', `/plans/${id}/diff`)).body;
    expect(diff).toMatchObject({ from: 1, to: 2 });
    expect(diff.tasks.map(({ planTaskId, change: what }) => [planTaskId, what])).toEqual([
      ['kept', 'same'],
      ['moved', 'changed'],
      ['gone', 'removed'],
      ['done', 'removed'],
      ['other', 'changed'],
      ['new', 'added'],
    ]);
    expect(diff.tasks[1]?.fields).toEqual([{ field: 'due', before: '2026-06-30', after: '2026-09-30' }]);
    expect(diff.rest).toEqual([
      { field: 'title', before: 'Kế hoạch thử', after: 'Kế hoạch thử (điều chỉnh)' },
    ]);

    const amended = await issuePlan(server, id, { issuedOn: '2026-03-10' });
    expect(amended).toMatchObject({ edition: 2, title: 'Kế hoạch thử (điều chỉnh)', amendment: null });
    expect(amended.number).toBe(issued.number);
    expect(amended.editions.map(({ edition, reason }) => [edition, reason])).toEqual([
      [1, 'Điều chỉnh'],
      [2, 'Điều chỉnh'],
    ]);
    expect(await duty('kept')).toMatchObject([{ dueOn: '2026-06-30', state: 'new' }]);
    expect(await duty('moved')).toMatchObject([{ dueOn: '2026-09-30' }]);
    expect((await duty('gone')).every(({ state }) => state === 'cancelled')).toBe(true);
    expect(await duty('done')).toMatchObject([{ doneOn: '2026-03-01', class: 'on-time' }]);
    const others = (await duty('other')).filter(({ state }) => state !== 'cancelled');
    expect(others.map(({ unit }) => unit.id)).toEqual([culture]);
    const register = (await server.ask<TaskList>('GET', `/tasks?plan=${id}&sort=order`)).body.rows;
    // What was done of a task that the amendment leaves out stays in sight.
    expect(register.map(({ text }) => text).toSorted()).toEqual(
      ['Nhiệm vụ kept', 'Nhiệm vụ moved', 'Nhiệm vụ other', 'Nhiệm vụ new', 'Nhiệm vụ done'].toSorted(),
    );
    expect((await server.ask<PlanDiff>('GET', `/plans/${id}/diff?from=1&to=9`)).status).toBe(404);
  });

  test('given up, leaves nothing; issued before the edition in force, it is refused; it needs a reason', async () => {
    const body = bodyOf([planTask({ id: 'a', lead: [named('Sở Ngoại vụ', foreign)] })]);
    const id = await draftPlan(server, { body });
    await issuePlan(server, id);
    await step(server, id, 'amend');
    expect((await step(server, id, 'drop-amendment')).body).toMatchObject({
      amendment: null,
      status: 'issued',
    });
    await step(server, id, 'amend');
    await step(server, id, 'submit');
    await step(server, id, 'approve');
    const how = { number: '99/KH-THU', signer: 'Trần Văn Mẫu' };
    const early = await step(server, id, 'issue', { ...how, issuedOn: '2026-02-01', reason: 'x' });
    expect(early.body.code).toBe('plan-amended-before');
    const unreasoned = await step(server, id, 'issue', { ...how, issuedOn: '2026-03-01' });
    expect(unreasoned.body.code).toBe('plan-reason');
    expect((await planOf(server, id)).edition).toBe(1);
  });
});

describe('plans of units below', () => {
  const commune = 'demo:so-ngoai-vu';

  test('take over the tasks that name them, linked; issued, they are the plan that the unit owed', async () => {
    const id = await draftPlan(server, {
      title: 'Kế hoạch của tỉnh',
      body: bodyOf([
        planTask({
          id: 'own',
          text: 'Các đơn vị xây dựng kế hoạch thực hiện',
          lead: [named('các sở, ban, ngành')],
          due: { kind: 'by', date: '2026-03-01' },
          asksPlan: true,
        }),
        planTask({ id: 'a', text: 'Việc của Sở Ngoại vụ', lead: [named('Sở Ngoại vụ', foreign)] }),
        planTask({
          id: 'b',
          text: 'Việc không ai nhận',
          lead: [named('Sở Văn hóa, Thể thao và Du lịch', culture)],
        }),
      ]),
    });
    const superior = await issuePlan(server, id);
    const below = server.as(await server.person({ [commune]: ['officer', 'leader', 'approver'] }));
    const made: PlanAnswer = await below.ask('POST', '/plans', { superiorId: id });
    expect(made.body).toMatchObject({ owner: { id: foreign }, superior: { id }, tasks: 1 });
    const [task] = made.body.body.tasks;
    expect(task).toMatchObject({
      text: 'Việc của Sở Ngoại vụ',
      superiorTaskId: superior.body.tasks[1]?.taskId,
      lead: [{ unitId: foreign }],
    });
    const covered = async () => (await server.ask<Coverage>('GET', `/plans/${id}/coverage`)).body;
    const standing = (coverage: Coverage) => coverage.units.find(({ unit }) => unit.id === foreign);
    const first = await covered();
    expect(first.dueOn).toBe('2026-03-01');
    expect(standing(first)).toMatchObject({ state: 'overdue', plan: { id: made.body.id }, taskIds: [] });
    expect(first.counts.tasksNobody).toBe(2);
    const own = await issuePlan(below, made.body.id, { issuedOn: '2026-03-05' });
    const second = await covered();
    expect(standing(second)).toMatchObject({
      state: 'issued-late',
      issuedOn: '2026-03-05',
      taskIds: [superior.body.tasks[1]?.taskId],
    });
    expect(second.counts).toMatchObject({ issuedLate: 1, issued: 0, tasksNobody: 1 });
    const taskId = superior.body.tasks[0]?.taskId;
    const duty = (await dutiesOf(id, `task=${taskId}`)).rows.find(({ unit }) => unit.id === foreign);
    expect(duty).toMatchObject({ doneOn: '2026-03-05', class: 'late', state: 'confirmed' });
    const above = (await server.ask<TaskDetail>('GET', `/tasks/${superior.body.tasks[1]?.taskId}`)).body;
    expect(above.below.map(({ owner }) => owner?.id)).toEqual([foreign]);
    const linked = (await below.ask<TaskDetail>('GET', `/tasks/${own.body.tasks[0]?.taskId}`)).body;
    expect(linked.superior?.text).toBe('Việc của Sở Ngoại vụ');
    expect((await planOf(server, id)).below).toBe(1);
  });

  test('cannot be linked with tasks of other plans, nor with plans that are not issued or not above', async () => {
    const draft = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('x', culture)] })]),
    });
    const issued = await draftPlan(server, {
      body: bodyOf([planTask({ id: 'a', lead: [named('x', foreign)] })]),
    });
    const taskId = (await issuePlan(server, issued)).body.tasks[0]?.taskId;
    const below = server.as(await server.person({ [commune]: ['officer'] }));
    expect((await below.ask('POST', '/plans', { superiorId: draft })).status).toBe(404);
    const level: PlanAnswer = await server.ask('POST', '/plans', { superiorId: issued });
    expect(level.body.code).toBe('plan-not-superior');
    const id = await draftPlan(below, { unit: commune, body: bodyOf([]) });
    const { version } = await planOf(below, id);
    const linked: PlanAnswer = await below.ask('PATCH', `/plans/${id}`, {
      version,
      body: bodyOf([planTask({ id: 'a', superiorTaskId: taskId ?? 0 })]),
    });
    expect(linked.body.code).toBe('plan-superior-task');
  });
});

describe('from last year’s plan', () => {
  test('days move along, what was done once is proposed, ended units become their heirs', async () => {
    const ended = await server.unit('demo:so-thong-tin-va-truyen-thong');
    const id = await draftPlan(server, {
      title: 'Kế hoạch công tác thông tin đối ngoại năm 2024',
      from: '2024-01-01',
      to: '2024-12-31',
      body: bodyOf(
        [
          planTask({
            id: 'a',
            text: 'Hội nghị tổng kết năm 2024',
            lead: [named('Sở Thông tin và Truyền thông', ended)],
            due: { kind: 'by', date: '2024-02-29' },
          }),
          planTask({
            id: 'b',
            lead: [named('Sở Ngoại vụ', foreign)],
            due: { kind: 'recurring', every: 'month' },
          }),
        ],
        { targets: [{ id: 'm', text: '10 bài năm 2024', value: 10, unit: 'bài', by: '2024-12-31' }] },
      ),
    });
    const made: PlanAnswer = await server.ask('POST', '/plans', {
      previousId: id,
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
    });
    expect(made.body).toMatchObject({
      title: 'Kế hoạch công tác thông tin đối ngoại năm 2026',
      periodFrom: '2026-01-01',
      previous: { id },
      status: 'draft',
    });
    const [once, again] = made.body.body.tasks;
    expect(once).toMatchObject({
      text: 'Hội nghị tổng kết năm 2026',
      due: { kind: 'by', date: '2026-02-28' },
      proposal: true,
      taskId: null,
    });
    expect(once?.lead[0]?.unitId).not.toBe(ended);
    expect(once?.lead[0]?.name).toMatch(/^Sở /);
    expect(again).toMatchObject({ proposal: false, due: { kind: 'recurring', every: 'month' } });
    expect(made.body.body.targets[0]).toMatchObject({ text: '10 bài năm 2026', by: '2026-12-31' });
    const next: PlanDetail = (await server.ask<PlanDetail>('POST', '/plans', { previousId: id })).body;
    expect([next.periodFrom, next.periodTo]).toEqual(['2025-01-01', '2025-12-31']);
  });
});
