import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report, ReportCall, UrgingList } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { fillIn, finance, foreign, health, newCall, plainRule, reportAt, step } from '../testing/reports.ts';

let server: TestServer;
let call: ReportCall;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-01T03:00:00Z');
  call = await newCall(server, {
    of: 'ad-hoc',
    name: 'Đợt đôn đốc',
    dueOn: '2026-12-10',
    indicators: ['TTDN.01'],
    units: {
      ...plainRule,
      include: await Promise.all([health, finance, foreign].map((key) => server.unit(key))),
    },
  });
  server.now = new Date('2026-12-15T03:00:00Z');
  const urged = await server.ask<{ urged: number }>('POST', `/calls/${call.id}/urge`, {
    channel: 'system',
    message: 'Đề nghị gửi báo cáo',
  });
  if (urged.body.urged !== 3) throw new Error(JSON.stringify(urged.body));
});
afterAll(() => server.close());

const answersTo = async ({ unit }: Report) =>
  (await server.ask<UrgingList>('GET', '/urgings?size=100')).body.rows
    .filter(({ to }) => to.id === unit.id)
    .map(({ answer }) => answer);
const counts = async () => (await server.ask<ReportCall>('GET', `/calls/${call.id}`)).body.reporting;
const unanswered = async () =>
  (await server.ask<UrgingList>('GET', '/urgings?open=true&size=100')).body.rows.filter(
    ({ reports }) => reports.length > 0,
  ).length;

test('a report that is sent answers what was urged of it, and of no other', async () => {
  const unit = server.as(await server.person({ [health]: ['leader'] }));
  const filled = await fillIn(unit, await reportAt(unit, call.id, health), { 'TTDN.01': 3 }, null);
  expect(filled.urged).toBe(1);
  const sent = (await step(unit, filled, 'submit')).body;
  expect(sent).toMatchObject({ status: 'submitted', urged: 0 });
  expect(await answersTo(sent)).toEqual(['Đã gửi báo cáo ngày 15/12/2026.']);
  expect((await reportAt(server, call.id, finance)).urged).toBe(1);
  expect(await unanswered()).toBe(2);
});

test('one that is excused owes nothing: it is not expected, and what was urged of it is closed', async () => {
  expect(await counts()).toMatchObject({ expected: 3, sent: 1, missing: 2, excused: 0 });
  const report = await reportAt(server, call.id, finance);
  const excused = (await step(server, report, 'excuse', { reason: 'Đang sắp xếp' })).body;
  expect(excused).toMatchObject({ class: 'excused', urged: 0 });
  expect(await answersTo(excused)).toEqual(['Được miễn báo cáo từ ngày 15/12/2026.']);
  expect(await unanswered()).toBe(1);
  const now = await counts();
  expect(now).toMatchObject({ expected: 2, sent: 1, missing: 1, excused: 1 });
  expect(now.sent + now.waiting + now.missing).toBe(now.expected);
});
