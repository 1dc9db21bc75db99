import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Indicator, Problem, Report, ReportCall, Rollup, TargetList } from '../contract.ts';
import { committee } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  figureOf,
  health,
  indicatorNamed,
  newCall,
  newRegime,
  regimeBody,
  reportAt,
} from '../testing/reports.ts';

let server: TestServer;
let call: ReportCall;
let ready: Indicator;
let own: Indicator;
let unitId: number;

beforeAll(async () => {
  server = await testServer();
  server.now = new Date('2026-12-16T03:00:00Z');
  unitId = await server.unit(health);
  ready = await indicatorNamed(server, 'TTDN.06');
  const ownerId = await server.unit(committee);
  own = (await server.ask<Indicator>('POST', `/indicators/${ready.id}/copy`, { ownerId })).body;
  const regime = await newRegime(
    server,
    await regimeBody(server, { units: [health], indicators: ['TTDN.06'] }),
  );
  call = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
});
afterAll(() => server.close());

const put = (indicatorId: number, targets: readonly object[], unit = unitId) =>
  server.ask<Problem>('PUT', '/indicators/targets', {
    targets: targets.map((each) => ({ indicatorId, unitId: unit, period: '2026', ...each })),
  });
const report = async (): Promise<Report> => reportAt(await at(server, health), call.id, health);

test('targets of the code stand beside the figures of a copy, part by part', async () => {
  expect((await put(ready.id, [{ value: 100 }, { cell: 'sex=female', value: 40 }])).status).toBe(204);
  const seen = await report();
  expect(figureOf(seen, 'TTDN.06')).toMatchObject({ target: 100, value: null });
  expect(figureOf(seen, 'TTDN.06', 'sex=female')).toMatchObject({ target: 40, value: null });
});

test('the copy’s own take their place, whole and parts together', async () => {
  await put(own.id, [
    { value: 80 },
    { cell: 'sex=female', value: 50 },
    { cell: 'sex=male', value: 50, note: 'Theo kế hoạch năm' },
  ]);
  const seen = await report();
  expect(['', 'sex=female', 'sex=male'].map((cell) => figureOf(seen, 'TTDN.06', cell)?.target)).toEqual([
    80, 50, 50,
  ]);
});

test('parts that contradict the whole are told of where they are set and where they are reported, and stay', async () => {
  const { rows } = (
    await server.ask<TargetList>('GET', `/indicators/targets?indicator=${own.id}&unit=${unitId}`)
  ).body;
  expect(rows.map(({ cell, value, warnings }) => [cell, value, warnings])).toEqual([
    ['', 80, ['Phân tổ theo giới tính cộng được 100, khác mục tiêu chung 80.']],
    ['sex=female', 50, []],
    ['sex=male', 50, []],
  ]);
  expect(figureOf(await report(), 'TTDN.06')?.warnings.map(({ code }) => code)).toContain('targets-differ');
  const total = (await put(own.id, [{ value: 100, version: 1 }])).status;
  expect(total).toBe(204);
  expect(figureOf(await report(), 'TTDN.06')?.warnings.map(({ code }) => code)).not.toContain(
    'targets-differ',
  );
});

test('the roll-up shows the targets of who calls, part by part', async () => {
  const ownerId = await server.unit(committee);
  await put(own.id, [{ value: 500 }, { cell: 'sex=male', value: 200 }], ownerId);
  const { body } = await server.ask<Rollup>('GET', `/reports/${call.ownReportId}/rollup`);
  expect(body.rows[0]?.cells.map(({ cell, target }) => [cell, target])).toEqual([
    ['', 500],
    ['sex=male', 200],
  ]);
});

test('a target for a part that the indicator does not have is refused', async () => {
  const refused = await put(own.id, [{ cell: 'tone=positive', value: 1 }]);
  expect([refused.status, refused.body.code]).toEqual([422, 'target-no-cell']);
  const unknown = await put(own.id, [{ cell: 'sex=none', value: 1 }]);
  expect([unknown.status, unknown.body.code]).toEqual([422, 'no-dimension-item']);
});
