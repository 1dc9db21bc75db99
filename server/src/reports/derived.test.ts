import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureHistory, FigureRecords, FormulaResult, Report, ReportCall } from '../contract.ts';
import { handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  figureOf,
  finance,
  health,
  indicatorId,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';
import { refreshReports } from './refresh.ts';

let server: TestServer;
let unit: TestServer;
let call: ReportCall;
let dutyIds: readonly number[];

const codes = ['NV.01', 'NV.02', 'NV.03', 'NV.04', 'NV.05', 'NV.07', 'TTDN.02', 'TTDN.03', 'TTDN.04'];

beforeAll(async () => {
  server = await testServer();
  unit = await at(server, health);
  const task = (text: string, due: string, group: string) => ({ text, due, lead: [health], group });
  ({ dutyIds } = await handedDown(server, {
    tasks: [
      task('Đúng hạn', '2026-03-31', 'Truyền thông'),
      task('Quá hạn rồi mới xong', '2026-04-30', 'Truyền thông'),
      task('Còn trong hạn', '2026-12-13', 'Tập huấn'),
      task('Đang quá hạn', '2026-05-31', 'Tập huấn'),
      task('Hạn ở kỳ sau', '2026-12-31', 'Tập huấn'),
    ],
  }));
  const done = async (at: number, day: string) =>
    server.deps.pool.query('update duty set done_on = $1 where id = $2', [day, dutyIds[at]]);
  await done(0, '2026-03-20');
  await done(1, '2026-05-10');
  server.now = new Date('2026-12-01T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server, { indicators: codes }));
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
});
afterAll(() => server.close());

const report = () => reportAt(unit, call.id, health);
const values = (found: Report) => codes.slice(0, 6).map((code) => figureOf(found, code)?.value);

test('a report opens filled from the records of the window, split by month', async () => {
  const found = await report();
  expect(values(found)).toEqual([4, 1, 1, 1, 1, 2]);
  expect(figureOf(found, 'NV.01')).toMatchObject({ derived: 4, changed: false });
  expect(figureOf(found, 'NV.07')?.names).toEqual(['Tập huấn', 'Truyền thông']);
  const months = found.figures.filter(
    ({ indicatorId: id, cell }) => id === indicatorId(found, 'NV.01') && cell !== '',
  );
  expect(months.map(({ cell, value }) => [cell, value])).toEqual([
    ['month=03', 1],
    ['month=04', 1],
    ['month=05', 1],
    ['month=12', 1],
  ]);
  const other = await reportAt(await at(server, finance), call.id, finance);
  expect(values(other)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a derived figure opens to the records behind it, cell by cell', async () => {
  const { id, ...found } = await report();
  const indicator = indicatorId({ id, ...found } as Report, 'NV.03');
  const behind = await unit.ask<FigureRecords>('GET', `/reports/${id}/figures/${indicator}/records`);
  expect(behind.body.parts).toMatchObject([
    {
      value: 1,
      total: 1,
      rows: [{ recordId: dutyIds[1], title: 'Quá hạn rồi mới xong', href: `/viec/${dutyIds[1]}`, adds: 1 }],
    },
  ]);
  expect(behind.body.words).toContain('phân loại là hoàn thành quá hạn');
  const march = await unit.ask<FigureRecords>(
    'GET',
    `/reports/${id}/figures/${indicator}/records?cell=month%3D03`,
  );
  expect(march.body.parts).toMatchObject([{ value: 0, total: 0, rows: [] }]);
});

test('what a person changes needs a reason, is marked beside the records, and goes back to them', async () => {
  const before = await report();
  const figure = figureOf(before, 'NV.02');
  const send = (more: object) =>
    unit.ask<Report & { code: string }>('PATCH', `/reports/${before.id}`, {
      figures: [{ indicatorId: figure?.indicatorId, ...more }],
    });
  const without = await send({ value: 2, version: figure?.version });
  expect([without.status, without.body.code]).toEqual([422, 'figure-reason']);
  const changed = await send({ value: 2, version: figure?.version, reason: 'Một việc ghi nhầm hạn' });
  expect(figureOf(changed.body, 'NV.02')).toMatchObject({
    value: 2,
    derived: 1,
    changed: true,
    reason: 'Một việc ghi nhầm hạn',
  });
  // The records move on; what the person wrote stays, and what the records say stands beside it.
  await server.deps.pool.query(`update duty set done_on = '2026-11-30' where id = $1`, [dutyIds[2]]);
  const again = await step(unit, changed.body, 'derive');
  expect(figureOf(again.body, 'NV.02')).toMatchObject({ value: 2, derived: 2 });
  expect(figureOf(again.body, 'NV.04')).toMatchObject({ value: 0, derived: 0, changed: false });
  await server.deps.pool.query('update duty set done_on = null where id = $1', [dutyIds[2]]);
  const back = await step(unit, again.body, 'derive');
  const restored = await send({ asDerived: true, version: figureOf(back.body, 'NV.02')?.version });
  expect(figureOf(restored.body, 'NV.02')).toMatchObject({ value: 1, changed: false, reason: null });
  const history = await unit.ask<FigureHistory>(
    'GET',
    `/reports/${before.id}/figures/${figure?.indicatorId}/history`,
  );
  expect(history.body.rows.map(({ before: was, after, reason }) => [was, after, reason])).toEqual([
    [2, 1, null],
    [1, 2, 'Một việc ghi nhầm hạn'],
  ]);
});

test('a formula over entered figures follows them, by their weights', async () => {
  const before = await report();
  const answer = await unit.ask<Report>('PATCH', `/reports/${before.id}`, {
    figures: [
      { indicatorId: indicatorId(before, 'TTDN.02'), value: 8, version: 0 },
      { indicatorId: indicatorId(before, 'TTDN.03'), value: 6, version: 0 },
    ],
  });
  expect(figureOf(answer.body, 'TTDN.04')).toMatchObject({ value: 75, weight: 8, derived: 75 });
  const emptied = await unit.ask<Report>('PATCH', `/reports/${before.id}`, {
    figures: [{ indicatorId: indicatorId(before, 'TTDN.02'), value: 0, version: 1 }],
  });
  expect(figureOf(emptied.body, 'TTDN.04')).toMatchObject({ value: null });
  expect(figureOf(emptied.body, 'TTDN.04')?.warnings.map(({ code }) => code)).toContain('not-derived');
});

test('a window that has closed counts what was known when it closed', async () => {
  server.now = new Date('2026-12-20T03:00:00Z');
  await server.deps.pool.query(`update duty set done_on = '2026-12-18' where id = $1`, [dutyIds[3]]);
  const found = await step(unit, await report(), 'derive');
  // One more was due before the close; that another was done after it changes nothing.
  expect(figureOf(found.body, 'NV.05')?.value).toBe(2);
  await server.deps.pool.query('update duty set done_on = null where id = $1', [dutyIds[3]]);
});

test('a formula can be tried before it is kept, and nonsense is refused with a word for it', async () => {
  const unitId = await server.unit(health);
  const trial = { unitId, from: '2025-12-15', to: '2026-12-14' };
  const where = [{ field: 'counted_on', is: 'in-window' }];
  const tried = await server.ask<FormulaResult>('POST', '/indicators/try', {
    ...trial,
    formula: { op: 'count', register: 'duty', where },
    breakdown: ['month'],
  });
  expect(tried.body.value).toBe(4);
  expect(tried.body.cells).toHaveLength(4);
  const wrong = [
    [{ op: 'count', register: 'weather', where: [] }, 'formula-no-register'],
    [{ op: 'sum', register: 'duty', field: 'text', where: [] }, 'formula-not-number'],
    [
      { op: 'count', register: 'duty', where: [{ field: 'class', is: 'in', values: ['sớm'] }] },
      'formula-bad-filter',
    ],
    [{ op: 'count', register: 'duty', where: [{ field: "x' or 1=1", is: 'known' }] }, 'formula-no-field'],
    [
      { op: 'count', register: 'duty', where: [{ field: 'due_on', is: 'at-least', values: ['mai'] }] },
      'formula-bad-filter',
    ],
  ] as const;
  for (const [formula, code] of wrong) {
    const refused = await server.ask<{ code: string }>('POST', '/indicators/try', { ...trial, formula });
    expect([refused.status, refused.body.code]).toEqual([422, code]);
  }
});

test('reports in hand follow their records day by day until the close, and stay as they were then', async () => {
  server.now = new Date('2026-12-02T03:00:00Z');
  const regime = await newRegime(
    server,
    await regimeBody(server, { indicators: ['NV.01', 'NV.02'], name: 'Theo ngày' }),
  );
  const daily = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  const onTime = async () => figureOf(await reportAt(unit, daily.id, health), 'NV.02')?.value;
  const sql = 'update duty set done_on = $1 where id = $2';
  expect(await onTime()).toBe(1);
  await refreshReports(server.deps);
  await server.deps.pool.query(sql, ['2026-12-03', dutyIds[2]]);
  expect(await refreshReports(server.deps)).toBe(0);
  server.now = new Date('2026-12-04T03:00:00Z');
  expect(await refreshReports(server.deps)).toBeGreaterThan(0);
  expect(await onTime()).toBe(2);
  // The day after the close they are read for the last time.
  server.now = new Date('2026-12-15T03:00:00Z');
  expect(await refreshReports(server.deps)).toBeGreaterThan(0);
  server.now = new Date('2026-12-16T03:00:00Z');
  await server.deps.pool.query(sql, [null, dutyIds[2]]);
  expect(await refreshReports(server.deps)).toBe(0);
  expect(await onTime()).toBe(2);
});
