import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DutyList, PlanDetail, Problem, TaskDetail, TaskList } from '../contract.ts';
import { planOf, step, type PlanAnswer } from '../testing/drafts.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { plan, usualTasks } from '../testing/plans.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const accept = async (id: number) =>
  server.ask<Problem>('POST', `/documents/${id}/accept`, {
    version: (await server.document(id)).state?.version,
  });
const tasksOf = async (query: string) =>
  (await server.ask<TaskList>('GET', `/tasks?${query}&sort=order`)).body.rows;
const dutiesOf = async (planId: number) =>
  (await server.ask<DutyList>('GET', `/duties?plan=${planId}&size=100`)).body.rows;

/** A document that was accepted, made a plan and issued as it stands. */
async function issued(number: string): Promise<{ documentId: number; planId: number }> {
  const documentId = await server.take(`${number.replace('/', '-')}.txt`, plan({ number }));
  await accept(documentId);
  const made: PlanAnswer = await server.ask('POST', '/plans', { documentId });
  const done = await step(server, made.body.id, 'issue', {
    number,
    issuedOn: '2026-02-10',
    signer: 'Trần Văn Mẫu',
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return { documentId, planId: made.body.id };
}

const revised = [
  usualTasks[0]?.replace('15/11/2026', '30/11/2026') ?? '',
  usualTasks[1] ?? '',
  '3. Sở Ngoại vụ đón đoàn nhà báo nước ngoài trước ngày 30/6/2026.',
];

describe('a document that is a plan', () => {
  test('stays in the register while a plan is made of it or was issued, and gives only one plan', async () => {
    const documentId = await server.take('a.txt', plan({ number: '70/KH-UBND' }));
    const early: PlanAnswer = await server.ask('POST', '/plans', { documentId });
    expect(early.body.code).toBe('plan-document-not-accepted');
    await accept(documentId);
    const made: PlanAnswer = await server.ask('POST', '/plans', { documentId });
    const again: PlanAnswer = await server.ask('POST', '/plans', { documentId });
    expect([again.status, again.body.code]).toEqual([409, 'plan-of-document']);
    const refused = await server.ask<Problem>('POST', `/documents/${documentId}/withdraw`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'plan-document-drafting']);
    await step(server, made.body.id, 'issue', {
      number: '70/KH-UBND',
      issuedOn: '2026-02-10',
      signer: 'Trần Văn Mẫu',
    });
    const later = await server.ask<Problem>('POST', `/documents/${documentId}/withdraw`, {});
    expect([later.status, later.body.code]).toEqual([409, 'plan-document-issued']);
    expect(later.body.detail).toContain(String(made.body.id));
  });

  test('keeps the rows that its tasks have in the register', async () => {
    const documentId = await server.take('b.txt', plan({ number: '71/KH-UBND' }));
    await accept(documentId);
    const before = await tasksOf(`document=${documentId}`);
    expect(before.map(({ plan: of, handedDown }) => [of, handedDown])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    const made: PlanAnswer = await server.ask('POST', '/plans', { documentId });
    const changed: PlanAnswer = await server.ask('PATCH', `/plans/${made.body.id}`, {
      version: made.body.version,
      body: { ...made.body.body, tasks: made.body.body.tasks.slice(0, 2) },
    });
    await step(server, changed.body.id, 'issue', {
      number: '71/KH-UBND',
      issuedOn: '2026-02-10',
      signer: 'Trần Văn Mẫu',
    });
    const after = await tasksOf(`document=${documentId}`);
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    expect(after.filter(({ plan: of }) => of?.id === made.body.id)).toHaveLength(2);
    expect(await tasksOf(`document=${documentId}&status=not-handed-down`)).toHaveLength(1);
    const detail = (await server.ask<TaskDetail>('GET', `/tasks/${before[0]?.id}`)).body;
    expect(detail.source?.text).toContain('hội nghị quảng bá du lịch');
  });

  test('revised, becomes the plan’s amendment, which changes nothing until it is issued', async () => {
    const { documentId, planId } = await issued('72/KH-UBND');
    const [first, second, third] = await tasksOf(`plan=${planId}`);
    const later = await server.take('c.txt', plan({ number: '72/KH-UBND', tasks: revised }));
    await server.ask('POST', `/documents/${later}/revision-of`, { documentId });
    expect((await accept(later)).status).toBe(200);
    expect((await server.document(documentId)).status).toBe('superseded');
    expect(await tasksOf(`document=${later}`)).toEqual([]);
    expect((await tasksOf(`plan=${planId}`)).map(({ id }) => id)).toEqual([first?.id, second?.id, third?.id]);

    const drafted = await planOf(server, planId);
    expect(drafted).toMatchObject({ amendmentStatus: 'draft', edition: 1, document: { id: later } });
    expect(drafted.amendment?.tasks.map(({ taskId }) => taskId)).toEqual([
      first?.id,
      second?.id,
      expect.any(Number),
    ]);
    expect(drafted.may).toContain('issue');
    const pending = await server.ask<Problem>('POST', `/documents/${later}/withdraw`, {});
    expect(pending.body.code).toBe('plan-document-amending');

    const done = await step(server, planId, 'issue', {
      number: '72/KH-UBND',
      issuedOn: '2026-03-01',
      signer: 'Trần Văn Mẫu',
      reason: 'Thay bản cũ',
    });
    expect(done.body).toMatchObject({ edition: 2, amendment: null, documentId: later });
    const rows = await tasksOf(`plan=${planId}`);
    expect(rows.map(({ id }) => id).slice(0, 2)).toEqual([first?.id, second?.id]);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ document }) => document?.id === later)).toBe(true);
    const duties = await dutiesOf(planId);
    expect(duties.find(({ taskId }) => taskId === first?.id)?.dueOn).toBe('2026-11-30');
    expect(
      duties.filter(({ taskId }) => taskId === third?.id).every(({ state }) => state === 'cancelled'),
    ).toBe(true);
    const detail = (await server.ask<TaskDetail>('GET', `/tasks/${first?.id}`)).body;
    expect(detail.source?.text).toContain('30/11/2026');
    expect((await server.ask<Problem>('POST', `/documents/${later}/withdraw`, {})).body.code).toBe(
      'plan-document-issued',
    );
  });

  test('revised while the plan is being amended or is closed, is refused and stays in review', async () => {
    const { documentId, planId } = await issued('73/KH-UBND');
    const later = await server.take('d.txt', plan({ number: '73/KH-UBND', tasks: revised }));
    await server.ask('POST', `/documents/${later}/revision-of`, { documentId });
    await step(server, planId, 'amend');
    expect((await accept(later)).body.code).toBe('plan-document-amending');
    await step(server, planId, 'drop-amendment');
    await step(server, planId, 'close');
    expect((await accept(later)).body.code).toBe('plan-document-closed');
    expect((await server.document(later)).status).toBe('review');
    await step(server, planId, 'reopen', { reason: 'Có bản mới' });
    expect((await accept(later)).status).toBe(200);
    // The amendment given up, the document may be withdrawn: all is as it was.
    await step(server, planId, 'drop-amendment');
    expect((await server.ask('POST', `/documents/${later}/withdraw`, {})).status).toBe(200);
    expect((await server.document(documentId)).status).toBe('accepted');
    expect(await tasksOf(`plan=${planId}`)).toHaveLength(3);
  });

  test('is the issuer’s: whoever may not draft for the issuer makes it their own, whoever may not read it makes nothing', async () => {
    const { documentId } = await issued('74/KH-UBND');
    const stranger = server.as(await server.person({ 'province:38': ['leader'] }));
    expect((await stranger.ask<PlanDetail>('POST', '/plans', { documentId })).status).toBe(404);
    expect((await stranger.ask<PlanDetail>('POST', '/plans', { documentId: 99_999 })).status).toBe(404);
  });
});
