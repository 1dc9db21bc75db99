import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem, Report, ReportCall, Rollup, RollupParts } from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  accepted,
  at,
  figureOf,
  fillIn,
  health,
  indicatorId,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';

let server: TestServer;
let before: ReportCall;
let now: ReportCall;
const peers = [
  'so-noi-vu',
  'so-tai-chinh',
  'so-tu-phap',
  'so-cong-thuong',
  'so-xay-dung',
  'so-ngoai-vu',
  'so-giao-duc-va-dao-tao',
  'so-khoa-hoc-va-cong-nghe',
].map((key) => `demo:${key}`);
const units = [health, ...peers];

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-01-05T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { units, indicators: ['TTDN.05'] }));
  before = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2025' });
  await accepted(server, { callId: before.id, unit: health }, { 'TTDN.05': 4 });
  server.now = new Date('2026-12-16T03:00:00Z');
  now = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const indicator = now.form.indicators[0]?.id;
  const target = async (unit: string, value: number) => ({
    indicatorId: indicator,
    unitId: await server.unit(unit),
    period: '2026',
    value,
  });
  await server.ask('PUT', '/indicators/targets', {
    targets: [await target(health, 10), await target(committee, 50)],
  });
  for (const [place, unit] of peers.entries())
    await accepted(server, { callId: now.id, unit }, { 'TTDN.05': 5 + (place % 3) });
});
afterAll(() => server.close());

test('a figure stands beside the last period and its target; a jump is pointed at, and stays', async () => {
  const unit = await at(server, health);
  const filled = await fillIn(unit, await reportAt(unit, now.id, health), { 'TTDN.05': 90 });
  const figure = figureOf(filled, 'TTDN.05');
  expect(figure).toMatchObject({ value: 90, last: 4, target: 10 });
  // Who reports is not compared with others; who receives it sees that it is far from all of them.
  expect(figure?.warnings.map(({ code }) => code)).toEqual(['changed-much']);
  await step(unit, filled, 'submit');
  const seen = figureOf(await reportAt(server, now.id, health), 'TTDN.05');
  expect(seen?.warnings.map(({ code }) => code)).toEqual(['changed-much', 'outlier']);
  expect(seen?.value).toBe(90);
});

test('a roll-up tells total, target, last period and how many have it, and opens report by report', async () => {
  const rollup = (await server.ask<Rollup>('GET', `/reports/${now.ownReportId}/rollup`)).body;
  const [cell] = rollup.rows[0]?.cells ?? [];
  expect(cell).toMatchObject({ own: null, below: 47, total: 47, n: 8, last: 4, target: 50 });
  expect(cell?.warnings.map(({ code }) => code)).toContain('below-missing');
  const id = rollup.rows[0]?.indicatorId ?? 0;
  const parts = (await server.ask<RollupParts>('GET', `/reports/${now.ownReportId}/rollup/${id}`)).body.rows;
  expect(parts).toHaveLength(10);
  expect(
    parts.filter(({ counted, own }) => counted && !own).reduce((sum, { value }) => sum + (value ?? 0), 0),
  ).toBe(47);
  expect(parts.find(({ value }) => value === 90)).toMatchObject({ counted: false, status: 'submitted' });
});

test('who is late after the report above was sent can still send; it is accepted once that one is open again', async () => {
  const own = async () => (await server.ask<Report>('GET', `/reports/${now.ownReportId}`)).body;
  const sent = await step(server, await fillIn(server, await own(), {}), 'submit');
  expect(sent.status).toBe(200);
  const report = await reportAt(server, now.id, health);
  expect(report.status).toBe('submitted');
  const refused = await step(server, report, 'accept');
  expect([refused.status, (refused.body as unknown as Problem).code]).toEqual([409, 'report-superior-sent']);
  await step(server, await own(), 'withdraw');
  const taken = await step(server, report, 'accept');
  expect(taken.body.status).toBe('accepted');
  const rollup = (await server.ask<Rollup>('GET', `/reports/${now.ownReportId}/rollup`)).body;
  expect(rollup.rows[0]?.cells[0]?.total).toBe(137);
  expect(indicatorId(report, 'TTDN.05')).toBe(rollup.rows[0]?.indicatorId);
});

test('one that is excused is neither missing nor expected to be accepted', async () => {
  const fresh = await newCall(server, {
    of: 'ad-hoc',
    name: 'Miễn',
    dueOn: '2026-12-17',
    units: {
      underId: null,
      direct: false,
      levels: [],
      kinds: [],
      include: [await server.unit(health)],
      exclude: [],
    },
  });
  server.now = new Date('2026-12-20T03:00:00Z');
  const report = await reportAt(server, fresh.id, health);
  const excused = await step(server, report, 'excuse', { reason: 'Đơn vị đang sắp xếp' });
  expect(excused.body).toMatchObject({ class: 'excused', excuse: 'Đơn vị đang sắp xếp' });
  const counts = (await server.ask<ReportCall>('GET', `/calls/${fresh.id}`)).body.reporting;
  expect(counts).toMatchObject({ expected: 0, sent: 0, missing: 0, excused: 1 });
  const extended = await step(
    server,
    (await step(server, excused.body, 'excuse', { reason: null })).body,
    'extend',
    {
      dueOn: '2026-12-30',
      reason: 'Thêm thời gian',
    },
  );
  expect(extended.body).toMatchObject({ class: 'in-term', dueOn: '2026-12-30', firstDueOn: '2026-12-17' });
});
