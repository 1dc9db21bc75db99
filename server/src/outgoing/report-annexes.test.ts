import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutgoingDetail, Report } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { fillIn, finance, foreign, health, newCall, plainRule, reportAt, step } from '../testing/reports.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
});
afterAll(() => server.close());

test('the annex of who has reported tells what was sent back from what was never sent, and counts nobody who is excused', async () => {
  const include = await Promise.all([health, finance, foreign].map((key) => server.unit(key)));
  const call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Đợt có bản trả lại',
    dueOn: '2026-12-20',
    indicators: ['TTDN.01'],
    units: { ...plainRule, include },
  });
  const unit = server.as(await server.person({ [health]: ['leader'] }));
  const filled = await fillIn(unit, await reportAt(unit, call.id, health), { 'TTDN.01': 3 }, null);
  const sent = (await step(unit, filled, 'submit')).body as Report;
  await step(server, sent, 'return', { reasons: [{ sectionId: null, reason: 'Thiếu minh chứng' }] });
  await step(server, await reportAt(server, call.id, finance), 'excuse', { reason: 'Đang sắp xếp' });
  const made = await server.ask<OutgoingDetail>('POST', '/outgoing', { reportId: call.ownReportId });
  expect(made.status).toBe(201);
  const annex = made.body.content.attached.find(({ title }) => title.startsWith('Tình hình gửi'));
  const [sentence] = annex?.body ?? [];
  expect(sentence).toMatchObject({
    line: 'Trong 2 đơn vị phải báo cáo: 1 chưa gửi (trong hạn), 1 đã trả lại để hoàn thiện; 1 đơn vị được miễn.',
  });
  expect(JSON.stringify(annex?.body)).toContain('"Đã trả lại để hoàn thiện"');
  expect(JSON.stringify(made.body.content.body)).toContain('báo cáo của 0/2 đơn vị');
});
