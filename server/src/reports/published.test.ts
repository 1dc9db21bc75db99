import { afterAll, beforeAll, expect, test } from 'vitest';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { at, fillIn, finance, health, newCall, plainRule, reportAt, step } from '../testing/reports.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
});
afterAll(() => server.close());

const events = ['report.called', 'report.sent', 'report.returned', 'report.accepted', 'report.approved'];

async function listening(unit: string): Promise<number> {
  const unitId = await server.unit(unit);
  const made = await server.ask<{ id: number }>('POST', '/webhooks', {
    unitId,
    url: 'http://127.0.0.1:9/tin',
    events,
  });
  return made.body.id;
}

async function told(webhookId: number): Promise<readonly { event: string; data: Record<string, unknown> }[]> {
  const rows = await server.deps.db
    .selectFrom('webhookDelivery')
    .select('body')
    .where('webhookId', '=', webhookId)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => JSON.parse(body));
}

test('who listens at the unit or at the one that receives is told of each step, who listens beside is not', async () => {
  const [own, receiver, beside] = [
    await listening(health),
    await listening(committee),
    await listening(finance),
  ];
  const call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Đợt nghe',
    dueOn: '2026-12-20',
    indicators: ['TTDN.01'],
    units: { ...plainRule, include: [await server.unit(health)] },
  });
  const unit = await at(server, health);
  const filled = await fillIn(unit, await reportAt(unit, call.id, health), { 'TTDN.01': 3 }, null);
  const sent = (await step(unit, filled, 'submit')).body;
  const reasons = [{ sectionId: null, reason: 'Thiếu' }];
  const returned = (await step(server, sent, 'return', { reasons })).body;
  const again = (await step(unit, returned, 'submit')).body;
  const accepted = (await step(server, again, 'accept')).body;
  await step(server, accepted, 'approve');
  const heard = await told(own);
  expect(heard.map(({ event }) => event)).toEqual([
    'report.called',
    'report.sent',
    'report.returned',
    'report.sent',
    'report.accepted',
    'report.approved',
  ]);
  expect(heard[1]?.data).toMatchObject({
    reportId: filled.id,
    callId: call.id,
    call: 'Đợt nghe',
    unitId: await server.unit(health),
    receiverId: await server.unit(committee),
    status: 'submitted',
    class: 'on-time',
    dueOn: '2026-12-20',
    submittedOn: '2026-12-01',
  });
  expect(heard[2]?.data).toMatchObject({ status: 'returned', class: 'in-term', reasons });
  // The call's own report is called for as well, at the unit that receives.
  expect((await told(receiver)).map(({ data }) => data['depth'])).toEqual([0, 1, 1, 1, 1, 1, 1]);
  expect(await told(beside)).toEqual([]);
});

test('a step that is refused tells nobody', async () => {
  const id = await listening(finance);
  const call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Đợt hỏng',
    dueOn: '2026-12-20',
    indicators: ['TTDN.01'],
    units: { ...plainRule, include: [await server.unit(finance)] },
  });
  const unit = await at(server, finance);
  const report = await reportAt(unit, call.id, finance);
  const before = (await told(id)).length;
  expect((await step(unit, { id: report.id, version: 99 }, 'submit')).status).toBe(409);
  expect((await step(server, report, 'accept')).status).toBe(409);
  expect((await told(id)).length).toBe(before);
});
