import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallPreview, ReorganisationResult, Report, ReportCall, Rollup } from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  accepted,
  at,
  figureOf,
  fillIn,
  finance,
  foreign,
  health,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  reportsOf,
  step,
} from '../testing/reports.ts';
import { followUnits } from './follow.ts';

let server: TestServer;
let admin: TestServer;
const justice = 'demo:so-tu-phap';
const units = [health, finance, foreign, justice];

beforeAll(async () => {
  server = await testServer();
  admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const task = (text: string, unit: string) => ({ text, due: '2026-06-30', lead: [unit] });
  await handedDown(server, { tasks: [task('Một', health), task('Hai', health), task('Ba', justice)] });
});
afterAll(() => server.close());

const merge = async (from: string, into: string, effectiveOn: string) => {
  const answer = await admin.ask<ReorganisationResult>('POST', '/units/reorganisations', {
    kind: 'abolish',
    legalBasis: 'Nghị quyết số 12/NQ-HĐND ngày 01/6/2026',
    effectiveOn,
    unitIds: [await server.unit(from)],
    successorId: await server.unit(into),
    below: 'move',
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.reorganisation.id;
};

const totalOf = async (call: ReportCall, code: string) => {
  const { body } = await server.ask<Rollup>('GET', `/reports/${call.ownReportId}/rollup`);
  return body.rows.find((row) => row.code === code)?.cells.find(({ cell }) => cell === '')?.total;
};

test('a unit merged before the call is answered for by its heir, once, over both parts', async () => {
  server.now = new Date('2026-07-10T03:00:00Z');
  const undo = await merge(justice, health, '2026-07-01');
  server.now = new Date('2026-12-01T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { units, name: 'Trước' }));
  const shown = await server.ask<CallPreview>('POST', '/calls/preview', {
    of: 'regime',
    regimeId: regime.id,
    period: '2026',
  });
  expect(shown.body.units).toBe(3);
  expect(shown.body.rows.find(({ covers }) => covers.length > 0)).toMatchObject({
    unit: { name: 'Sở Y tế' },
    covers: [{ name: 'Sở Tư pháp' }],
  });
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  expect(call.reporting.expected).toBe(3);
  expect(figureOf(await reportAt(await at(server, health), call.id, health), 'NV.01')?.value).toBe(3);
  await accepted(server, { callId: call.id, unit: health }, {});
  expect(await totalOf(call, 'NV.01')).toBe(3);
  expect((await admin.ask('POST', `/units/reorganisations/${undo}/undo`)).status).toBe(204);
});

test('a unit merged after the call reports through its heir; what it wrote stays, and counts nowhere', async () => {
  server.now = new Date('2026-06-20T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { units, name: 'Trong kỳ' }));
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  expect(call.reporting.expected).toBe(4);
  const there = await at(server, justice);
  await fillIn(there, await reportAt(there, call.id, justice), { 'TTDN.01': 7 });
  expect(figureOf(await reportAt(await at(server, health), call.id, health), 'NV.01')?.value).toBe(2);
  const undo = await merge(justice, health, '2026-06-18');
  expect(await followUnits(server.deps)).toBe(1);
  expect(await followUnits(server.deps)).toBe(0);
  const [mine, theirs] = [
    await reportAt(await at(server, health), call.id, health),
    await reportAt(await at(server, justice), call.id, justice),
  ];
  expect(theirs).toMatchObject({ mergedInto: mine.id, heir: { id: mine.unit.id } });
  expect(figureOf(theirs, 'TTDN.01')?.value).toBe(7);
  expect(figureOf(mine, 'NV.01')?.value).toBe(3);
  expect(mine.covers.map(({ name }) => name)).toContain('Sở Tư pháp');
  const counted = (await server.ask<ReportCall>('GET', `/calls/${call.id}`)).body.reporting;
  expect(counted.expected).toBe(3);
  const refused = await step(await at(server, health), theirs, 'submit');
  expect([refused.status, refused.body.code]).toEqual([409, 'report-merged']);
  // Taken back, each stands by itself again.
  expect((await admin.ask('POST', `/units/reorganisations/${undo}/undo`)).status).toBe(204);
  expect(await followUnits(server.deps)).toBe(1);
  const again = await reportAt(await at(server, justice), call.id, justice);
  expect(again.mergedInto).toBeNull();
  expect(figureOf(again, 'NV.01')?.value).toBe(1);
  expect(figureOf(await reportAt(await at(server, health), call.id, health), 'NV.01')?.value).toBe(2);
});

test('what a unit sent before it was merged stands and counts, and its heir counts the rest', async () => {
  server.now = new Date('2026-06-20T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { units, name: 'Đã gửi' }));
  const call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  await accepted(server, { callId: call.id, unit: justice }, { 'TTDN.01': 7 });
  const undo = await merge(justice, health, '2026-06-18');
  await followUnits(server.deps);
  await accepted(server, { callId: call.id, unit: health }, { 'TTDN.01': 4 });
  expect([await totalOf(call, 'TTDN.01'), await totalOf(call, 'NV.01')]).toEqual([11, 3]);
  const rows = await reportsOf(server, call.id);
  expect(rows.filter(({ mergedInto }) => mergedInto !== null)).toEqual([]);
  const heir = await at(server, health);
  const theirs = (
    await heir.ask<Report>('GET', `/reports/${rows.find(({ unit }) => unit.name === 'Sở Tư pháp')?.id}`)
  ).body;
  expect(theirs.heir?.name).toBe('Sở Y tế');
  await admin.ask('POST', `/units/reorganisations/${undo}/undo`);
});
