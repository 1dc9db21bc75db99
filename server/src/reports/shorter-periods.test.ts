import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureRecords, Problem, Report, ReportCall } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  figureOf,
  health,
  indicatorId,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';

let server: TestServer;
let unit: TestServer;
let year: ReportCall;

// Added; of the last period; averaged by weight; names told apart.
const indicators = ['TTDN.01', 'TTDN.02', 'TTDN.41', 'TTDN.42', 'TTDN.31'];

async function half(
  period: string,
  [texts, agencies, cases, days]: readonly number[],
  names: readonly string[],
): Promise<void> {
  const regime = (
    await server.ask<{ rows: { id: number; name: string }[] }>('GET', '/regimes')
  ).body.rows.find(({ name }) => name === 'Sáu tháng');
  const call = await newCall(server, { of: 'regime', regimeId: regime?.id ?? 0, period });
  const report = await reportAt(unit, call.id, health);
  const figure = (code: string, value: number | undefined) => ({
    indicatorId: indicatorId(report, code),
    value: value ?? 0,
    version: 0,
  });
  const filled = await unit.ask<Report>('PATCH', `/reports/${report.id}`, {
    figures: [
      figure('TTDN.01', texts),
      figure('TTDN.02', agencies),
      figure('TTDN.41', cases),
      figure('TTDN.42', days),
      { indicatorId: indicatorId(report, 'TTDN.31'), names, version: 0 },
    ],
  });
  const sent = await step(unit, filled.body, 'submit');
  const taken = await step(server, sent.body, 'accept');
  expect([taken.status, taken.body.status]).toEqual([200, 'accepted']);
}

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-16T03:00:00Z');
  unit = await at(server, health);
  const body = await regimeBody(server, {
    indicators,
    units: [health],
    frequency: 'half-year',
    name: 'Sáu tháng',
  });
  const outline = body.outline.map((section) => ({ ...section, required: false }));
  await newRegime(server, { ...body, outline });
  const yearly = await newRegime(
    server,
    await regimeBody(server, { indicators, units: [health], name: 'Cả năm' }),
  );
  await half('2026-H1', [3, 40, 2, 5], ['NHK', 'BBC']);
  await half('2026-H2', [4, 42, 6, 1], ['nhk', 'KBS']);
  year = await newCall(server, { of: 'regime', regimeId: yearly.id, period: '2026' });
});
afterAll(() => server.close());

test('a year opens filled from its accepted halves, each figure by its rule', async () => {
  const report = await reportAt(unit, year.id, health);
  const value = (code: string) => figureOf(report, code)?.value;
  expect([value('TTDN.01'), value('TTDN.02'), value('TTDN.41')]).toEqual([7, 42, 8]);
  expect(value('TTDN.42')).toBe((5 * 2 + 1 * 6) / 8);
  expect(figureOf(report, 'TTDN.31')).toMatchObject({ value: 3, names: ['BBC', 'KBS', 'NHK'] });
  expect(figureOf(report, 'TTDN.01')).toMatchObject({ derived: 7, changed: false });
});

test('it opens to the reports that it was taken from, and another value needs a reason', async () => {
  const report = await reportAt(unit, year.id, health);
  const id = indicatorId(report, 'TTDN.01');
  const behind = await unit.ask<FigureRecords>('GET', `/reports/${report.id}/figures/${id}/records`);
  expect(behind.body.parts[0]?.rows.map(({ register, adds }) => [register, adds])).toEqual([
    ['report', 3],
    ['report', 4],
  ]);
  const send = (more: object) =>
    unit.ask<Report & { code: string }>('PATCH', `/reports/${report.id}`, {
      figures: [{ indicatorId: id, version: figureOf(report, 'TTDN.01')?.version, ...more }],
    });
  const without = (await send({ value: 8 })) as { status: number; body: Problem | Report };
  expect([without.status, (without.body as Problem).code]).toEqual([422, 'figure-reason']);
  const changed = await send({ value: 8, reason: 'Bổ sung một văn bản' });
  expect(figureOf(changed.body, 'TTDN.01')).toMatchObject({ value: 8, derived: 7, changed: true });
  const again = await step(unit, changed.body, 'derive');
  expect(figureOf(again.body, 'TTDN.01')).toMatchObject({ value: 8, derived: 7, changed: true });
});
