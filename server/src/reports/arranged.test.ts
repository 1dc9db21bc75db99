import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CallPreview,
  Indicator,
  ReorganisationResult,
  Report,
  ReportCall,
  Rollup,
} from '../contract.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  accepted,
  at,
  figureOf,
  fillIn,
  finance,
  health,
  indicatorId,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  reportsOf,
  step,
} from '../testing/reports.ts';
import { followUnits } from './follow.ts';

const justice = 'demo:so-tu-phap';
const ward = 'demo:uy-ban-nhan-dan-phuong-ben-thuong-lua';
const office = 'demo:phong-van-hoa-xa-hoi-ben-thuong-lua';
const next = 'demo:uy-ban-nhan-dan-phuong-nam-hong-giang';

let server: TestServer;
let admin: TestServer;

beforeAll(async () => {
  server = await testServer();
  admin = server.as(await server.person({ [committee]: ['administrator'] }));
  const task = (text: string, unit: string) => ({ text, due: '2026-06-30', lead: [unit] });
  await handedDown(server, { tasks: [health, justice, justice, office].map((unit) => task(unit, unit)) });
});
afterAll(() => server.close());

let calls = 0;
async function called(units: readonly string[], indicators = ['TTDN.01', 'NV.01']): Promise<ReportCall> {
  server.now = new Date('2026-06-20T03:00:00Z');
  calls += 1;
  const body = await regimeBody(server, { units, indicators, name: `Đợt ${calls}` });
  const regime = await newRegime(server, body);
  return newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
}

let acts = 0;
async function merged(from: string, into: string): Promise<() => Promise<void>> {
  acts += 1;
  const done = await admin.ask<ReorganisationResult>('POST', '/units/reorganisations', {
    kind: 'abolish',
    legalBasis: `Nghị quyết số ${acts}/NQ-HĐND`,
    effectiveOn: '2026-06-18',
    unitIds: [await server.unit(from)],
    successorId: await server.unit(into),
    below: 'move',
  });
  expect(done.status).toBe(200);
  await followUnits(server.deps);
  return async () => {
    const undone = await admin.ask('POST', `/units/reorganisations/${done.body.reorganisation.id}/undo`);
    expect(undone.status).toBe(204);
    await followUnits(server.deps);
  };
}

async function takenBy(unit: string, sent: Report): Promise<Report> {
  const taken = await step(await at(server, unit), sent, 'accept');
  expect([taken.status, taken.body.status]).toEqual([200, 'accepted']);
  return taken.body;
}

async function sentFrom(call: ReportCall, unit: string, figures: Record<string, number>): Promise<Report> {
  const there = await at(server, unit);
  const filled = await fillIn(there, await reportAt(there, call.id, unit), figures);
  return (await step(there, filled, 'submit')).body;
}

const cellOf = async (reportId: number, code: string) => {
  const { body } = await server.ask<Rollup>('GET', `/reports/${reportId}/rollup`);
  return body.rows.find((row) => row.code === code)?.cells.find(({ cell }) => cell === '');
};

test('what was accepted below a unit counts with its heir once it is merged', async () => {
  const call = await called([ward, office, next]);
  const own = await takenBy(ward, await sentFrom(call, office, { 'TTDN.01': 5 }));
  expect(own.depth).toBe(2);
  const undo = await merged(ward, next);
  const moved = await reportAt(await at(server, office), call.id, office);
  expect(moved.parentId).toBe((await reportAt(await at(server, next), call.id, next)).id);
  await accepted(server, { callId: call.id, unit: next }, { 'TTDN.01': 2 });
  expect((await cellOf(call.ownReportId ?? 0, 'TTDN.01'))?.total).toBe(7);
  await undo();
  // It was sent with the heir's, and stays there.
  expect((await reportAt(await at(server, ward), call.id, ward)).mergedInto).toBe(moved.parentId);
  expect((await cellOf(call.ownReportId ?? 0, 'TTDN.01'))?.total).toBe(7);
});

test('a unit that is asked later does not take what was sent before', async () => {
  const call = await called([ward]);
  const counted = await accepted(server, { callId: call.id, unit: ward }, { 'TTDN.01': 1 });
  expect(figureOf(counted, 'NV.01')?.value).toBe(1);
  const added = await server.ask<ReportCall>('POST', `/calls/${call.id}/add`, {
    version: call.version,
    unitIds: [await server.unit(office)],
  });
  expect(added.status).toBe(200);
  expect(figureOf(await reportAt(await at(server, office), call.id, office), 'NV.01')?.value).toBe(0);
  expect(figureOf(await reportAt(await at(server, ward), call.id, ward), 'NV.01')?.value).toBe(1);
});

test('one that is asked later, before anything was sent, counts for itself, and its superior hears of it', async () => {
  const call = await called([ward]);
  expect(figureOf(await reportAt(await at(server, ward), call.id, ward), 'NV.01')?.value).toBe(1);
  await server.ask('POST', `/calls/${call.id}/add`, {
    version: call.version,
    unitIds: [await server.unit(office)],
  });
  const mine = await reportAt(await at(server, office), call.id, office);
  expect([figureOf(mine, 'NV.01')?.value, mine.depth]).toEqual([1, 2]);
  expect(figureOf(await reportAt(await at(server, ward), call.id, ward), 'NV.01')?.value).toBe(0);
});

test('a longer period takes from the shorter ones of a merged unit once', async () => {
  server.now = new Date('2026-06-20T03:00:00Z');
  const body = await regimeBody(server, {
    units: [health, justice],
    frequency: 'half-year',
    name: 'Nửa năm',
    indicators: ['TTDN.01', 'TTDN.02'],
  });
  const half = await newRegime(server, body);
  const first = await newCall(server, { of: 'regime', regimeId: half.id, period: '2026-H1' });
  await accepted(server, { callId: first.id, unit: health }, { 'TTDN.01': 10, 'TTDN.02': 100 });
  await accepted(server, { callId: first.id, unit: justice }, { 'TTDN.01': 3, 'TTDN.02': 30 });
  const year = await called([health, justice], ['TTDN.01', 'TTDN.02']);
  const sent = await sentFrom(year, justice, {});
  expect(figureOf(sent, 'TTDN.01')?.value).toBe(3);
  const undo = await merged(justice, health);
  const again = await step(
    await at(server, health),
    await reportAt(await at(server, health), year.id, health),
    'derive',
  );
  expect(figureOf(again.body, 'TTDN.01')?.value).toBe(10);
  await undo();
});

test('a report is not excused once something below it is accepted, and nothing is accepted below an excused one', async () => {
  const call = await called([ward, office]);
  const sent = await sentFrom(call, office, { 'TTDN.01': 5 });
  const superior = await reportAt(await at(server, ward), call.id, ward);
  const excused = await step(server, superior, 'excuse', { reason: 'Mới thành lập' });
  expect(excused.body.class).toBe('excused');
  const refused = await step(await at(server, ward), sent, 'accept');
  expect([refused.status, refused.body.code]).toEqual([409, 'report-superior-excused']);
  const owes = await step(server, excused.body, 'excuse', { reason: null });
  await takenBy(ward, sent);
  const never = await step(server, owes.body, 'excuse', { reason: 'Mới thành lập' });
  expect([never.status, never.body.code]).toEqual([409, 'report-below-counted']);
});

test('what was sent late and is opened for a correction stays late', async () => {
  const call = await called([finance]);
  server.now = new Date('2026-12-30T03:00:00Z');
  const late = await accepted(server, { callId: call.id, unit: finance }, { 'TTDN.01': 1 });
  expect(late.class).toBe('late');
  const open = (await step(server, late, 'reopen', { reason: 'Đính chính' })).body;
  const moved = await step(server, open, 'extend', { dueOn: '2027-01-31', reason: 'Gia hạn' });
  expect([moved.status, moved.body.code]).toEqual([409, 'report-wrong-state']);
  expect((await reportAt(await at(server, finance), call.id, finance)).class).toBe('late');
});

test('of a distinct count it is known how many reports gave one, and nothing named is not nothing given', async () => {
  const made = await server.ask<Indicator>('POST', '/indicators', {
    ownerId: await server.unit(committee),
    code: 'A.NAMES',
    name: 'Hãng',
    rule: 'distinct',
  });
  expect(made.status).toBe(201);
  const call = await called([health, finance], ['A.NAMES']);
  const own = call.ownReportId ?? 0;
  const give = async (unit: string, names: readonly string[]) => {
    const there = await at(server, unit);
    const report = await reportAt(there, call.id, unit);
    const figure = { indicatorId: indicatorId(report, 'A.NAMES'), names, version: 0 };
    await there.ask('PATCH', `/reports/${report.id}`, { figures: [figure] });
    await accepted(server, { callId: call.id, unit }, {});
  };
  expect(await cellOf(own, 'A.NAMES')).toMatchObject({ below: null, total: null, n: 0 });
  await give(health, []);
  const missing = await cellOf(own, 'A.NAMES');
  expect(missing).toMatchObject({ below: 0, total: 0, n: 1 });
  expect(missing?.warnings.map(({ code }) => code)).toEqual(['below-missing']);
  await give(finance, ['BBC', 'NHK', 'KBS']);
  expect(await cellOf(own, 'A.NAMES')).toMatchObject({ below: 3, total: 3, n: 2, warnings: [] });
  const rows = await reportsOf(server, call.id);
  expect(rows.filter(({ status }) => status === 'accepted')).toHaveLength(2);
});

test('nobody approves, locks or opens again what they sent up themselves', async () => {
  const call = await called([finance]);
  const taken = await accepted(server, { callId: call.id, unit: finance }, { 'TTDN.01': 1 });
  const own = server.as(await server.person({ [finance]: ['leader', 'approver'] }));
  const mine = await reportAt(own, call.id, finance);
  expect(mine.may).toEqual([]);
  for (const name of ['approve', 'lock', 'reopen', 'approve-level'])
    expect([name, (await step(own, mine, name, { reason: 'Tự làm' })).status]).not.toEqual([name, 200]);
  const above = server.as(await server.person({ [committee]: ['approver'] }));
  const approved = await step(above, taken, 'approve');
  expect([approved.status, approved.body.status]).toEqual([200, 'approved']);
  expect((await step(above, approved.body, 'lock')).body.status).toBe('locked');
});

test('a regime goes on calling when a unit that it names has come under others', async () => {
  server.now = new Date('2026-06-20T03:00:00Z');
  const regime = await newRegime(
    server,
    await regimeBody(server, { units: [health, finance], name: 'Đi nơi khác' }),
  );
  const { rows } = await server.deps.pool.query<{ id: number }>(
    `select id from unit where kind = 'committee' and level = 'province' and valid_to is null and not demo limit 1`,
  );
  await server.deps.pool.query(
    `update regime_version set body = jsonb_set(body, '{tiers,0,units,include,2}', to_jsonb($2::int)) where regime_id = $1`,
    [regime.id, rows[0]?.id],
  );
  const wanted = { of: 'regime' as const, regimeId: regime.id, period: '2026' };
  const shown = (await server.ask<CallPreview>('POST', '/calls/preview', wanted)).body;
  expect([shown.units, shown.advice.map(({ code }) => code)]).toEqual([2, ['units-left']]);
  expect((await newCall(server, wanted)).reporting.expected).toBe(2);
});

test('one that is missing is missing, however many stand below the other', async () => {
  const call = await called([ward, office, next], ['TTDN.01']);
  await takenBy(ward, await sentFrom(call, office, { 'TTDN.01': 1 }));
  await accepted(server, { callId: call.id, unit: ward }, { 'TTDN.01': 1 });
  const own = call.ownReportId ?? 0;
  expect(await cellOf(own, 'TTDN.01')).toMatchObject({
    total: 2,
    n: 2,
    warnings: [{ code: 'below-missing' }],
  });
  await accepted(server, { callId: call.id, unit: next }, { 'TTDN.01': 1 });
  expect(await cellOf(own, 'TTDN.01')).toMatchObject({ total: 3, n: 3, warnings: [] });
});
