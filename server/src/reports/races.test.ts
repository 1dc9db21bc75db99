// Two people at the same moment: one of them comes first, the other hears of it, and what counts is what stands there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report, ReportCall, ReportEvents, Rollup } from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  fillIn,
  figureOf,
  finance,
  health,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';
import { followUnits } from './follow.ts';

let server: TestServer;
let calls = 0;
beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-06-20T03:00:00Z');
});
afterAll(() => server.close());

async function called(): Promise<ReportCall> {
  calls += 1;
  const body = await regimeBody(server, { name: `Đợt ${calls}`, indicators: ['TTDN.01'] });
  const outline = body.outline.map((section) => ({ ...section, required: false }));
  const regime = await newRegime(server, { ...body, outline });
  return newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
}

async function sent(call: ReportCall, value: number): Promise<Report> {
  const there = await at(server, health);
  const filled = await fillIn(there, await reportAt(there, call.id, health), { 'TTDN.01': value });
  return (await step(there, filled, 'submit')).body;
}

const total = async ({ ownReportId }: ReportCall) =>
  (await server.ask<Rollup>('GET', `/reports/${ownReportId}/rollup`)).body.rows[0]?.cells[0]?.total ?? null;
const top = async ({ ownReportId }: ReportCall) =>
  (await server.ask<Report>('GET', `/reports/${ownReportId}`)).body;
const statuses = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted();

test('accepted by several at once it counts once', async () => {
  const call = await called();
  const report = await sent(call, 7);
  const answers = await Promise.all([1, 2, 3, 4].map(() => step(server, report, 'accept')));
  expect(statuses(answers)).toEqual([200, 409, 409, 409]);
  expect(await total(call)).toBe(7);
});

test('accepted and sent back at once it is one of them, and counts accordingly', async () => {
  for (let round = 0; round < 4; round++) {
    const call = await called();
    const report = await sent(call, 7);
    const back = { reasons: [{ sectionId: null, reason: 'Sai số' }] };
    const answers = await Promise.all([step(server, report, 'accept'), step(server, report, 'return', back)]);
    expect(statuses(answers)).toEqual([200, 409]);
    const now = await reportAt(await at(server, health), call.id, health);
    expect([now.status, await total(call)]).toEqual(
      answers[0].status === 200 ? ['accepted', 7] : ['returned', null],
    );
  }
});

test('a report is not accepted into one that is sent at the same moment, unless it came first', async () => {
  for (let round = 0; round < 4; round++) {
    const call = await called();
    const report = await sent(call, 7);
    const above = await top(call);
    const [taken, up] = await Promise.all([step(server, report, 'accept'), step(server, above, 'submit')]);
    expect(up.status).toBe(200);
    if (taken.status !== 200) expect(taken.body.code).toBe('report-superior-sent');
    expect(await total(call)).toBe(taken.status === 200 ? 7 : null);
    const events = async (id: number) =>
      (await server.ask<ReportEvents>('GET', `/reports/${id}/events`)).body.rows.map(({ action }) => action);
    expect((await events(report.id)).includes('accepted')).toBe(taken.status === 200);
    expect(await events(above.id)).toContain('submitted');
  }
});

test('nothing is sent into a call that is closed at the same moment, unless it came first', async () => {
  for (let round = 0; round < 4; round++) {
    const call = await called();
    const report = await sent(call, 7);
    const [taken, closed] = await Promise.all([
      step(server, report, 'accept'),
      server.ask('POST', `/calls/${call.id}/close`, { version: call.version }),
    ]);
    expect(closed.status).toBe(200);
    if (taken.status !== 200) expect(taken.body.code).toBe('call-not-open');
    expect(await total(call)).toBe(taken.status === 200 ? 7 : null);
  }
});

test('whoever fills a report in while its unit is merged has it kept, or is told where it is now', async () => {
  const admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const call = await called();
  const there = await at(server, finance);
  const mine = await reportAt(there, call.id, finance);
  const done = await admin.ask<{ reorganisation: { id: number } }>('POST', '/units/reorganisations', {
    kind: 'abolish',
    legalBasis: 'Nghị quyết số 1',
    effectiveOn: '2026-06-19',
    unitIds: [await server.unit(finance)],
    successorId: await server.unit(health),
    below: 'move',
  });
  expect(done.status).toBe(200);
  const figure = { indicatorId: mine.call.form.indicators[0]?.id, value: 5, version: 0 };
  const [filled] = await Promise.all([
    there.ask<Report & { code: string }>('PATCH', `/reports/${mine.id}`, { figures: [figure] }),
    followUnits(server.deps),
  ]);
  const now = await reportAt(await at(server, finance), call.id, finance);
  expect(now.mergedInto).not.toBeNull();
  if (filled.status !== 200) expect([filled.status, filled.body.code]).toEqual([409, 'report-merged']);
  expect(figureOf(now, 'TTDN.01')?.value ?? null).toBe(filled.status === 200 ? 5 : null);
});
