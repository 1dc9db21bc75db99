import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report, ReportCall } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import {
  at,
  figureOf,
  finance,
  fillIn,
  health,
  newCall,
  newRegime,
  plainRule,
  regimeBody,
  reportAt,
  step,
} from '../testing/reports.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const names = { count: 0 };

/** A call on its own for a window; nothing else speaks of these units in the years that a test names. */
async function called(
  window: { readonly from: string; readonly to: string },
  units: readonly string[],
  indicators: readonly string[] = ['TTDN.01', 'TTDN.05'],
): Promise<ReportCall> {
  names.count += 1;
  const include = await Promise.all(units.map((key) => server.unit(key)));
  return newCall(server, {
    of: 'ad-hoc',
    name: `Đợt ${names.count}`,
    dueOn: '2027-06-30',
    ...window,
    indicators: [...indicators],
    units: { ...plainRule, include },
  });
}
/** Filled without words, sent, and accepted. */
async function given(
  call: ReportCall,
  unit: string,
  figures: Readonly<Record<string, number>>,
): Promise<void> {
  const there = await at(server, unit);
  const filled = await fillIn(there, await reportAt(there, call.id, unit), figures, null);
  const sent = await step(there, filled, 'submit');
  const taken = await step(server, sent.body, 'accept');
  expect([sent.status, taken.status]).toEqual([200, 200]);
}

const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` });
const lastIn = (report: Report, code = 'TTDN.01') => {
  const figure = figureOf(report, code);
  return [figure?.last, figure?.lastOf];
};

test('the last period is found in whatever call asked for a window as long as this one, right before it', async () => {
  server.now = new Date('2027-01-10T03:00:00Z');
  const before = await called(year(2025), [health]);
  await given(before, health, { 'TTDN.01': 7, 'TTDN.05': 2 });
  // Another length, an overlapping year, the same year again, and one that was never sent.
  const quarter = await called({ from: '2025-10-01', to: '2025-12-31' }, [health]);
  await given(quarter, health, { 'TTDN.01': 99 });
  const unsent = await called(year(2025), [health]);
  await fillIn(
    await at(server, health),
    await reportAt(await at(server, health), unsent.id, health),
    { 'TTDN.01': 98 },
    null,
  );
  const shifted = await called({ from: '2025-10-01', to: '2026-09-30' }, [health]);
  await given(shifted, health, { 'TTDN.01': 97 });
  const now = await called(year(2026), [health]);
  const report = await reportAt(await at(server, health), now.id, health);
  expect(lastIn(report)).toEqual([7, `${before.name} (số liệu 01/01/2025 – 31/12/2025)`]);
  expect(lastIn(report, 'TTDN.05')[0]).toBe(2);
  const english = await (
    await at(server, health)
  ).ask<Report>('GET', `/reports/${report.id}`, undefined, {
    'accept-language': 'en',
  });
  expect(lastIn(english.body)[1]).toBe(`${before.name} (figures of 2025-01-01 to 2025-12-31)`);
});

test('the regime’s own last period goes before another’s; a figure that it did not ask for is found beside it', async () => {
  server.now = new Date('2027-01-10T03:00:00Z');
  const body = await regimeBody(server, { units: [finance], indicators: ['TTDN.01'] });
  const outline = body.outline.map((each) => ({ ...each, required: false }));
  const window = { fromDay: 1, fromMonth: 0, toDay: 31, toMonth: 0 };
  const regime = await newRegime(server, { ...body, outline, window });
  const own = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2025' });
  await given(own, finance, { 'TTDN.01': 3 });
  const other = await called({ from: '2025-01-01', to: '2025-12-31' }, [finance]);
  await given(other, finance, { 'TTDN.01': 50, 'TTDN.05': 4 });
  const now = await newCall(server, { of: 'regime', regimeId: regime.id, period: '2026' });
  expect(lastIn(await reportAt(await at(server, finance), now.id, finance))[0]).toBe(3);
  const beside = await called({ from: '2026-01-01', to: '2026-12-31' }, [finance]);
  expect(lastIn(await reportAt(await at(server, finance), beside.id, finance), 'TTDN.05')[0]).toBe(4);
});

const first = 'demo:so-cong-thuong';
const second = 'demo:so-giao-duc-va-dao-tao';
const merged = 'demo:so-tu-phap';

test('of a merged unit it is what all its predecessors gave, by the rule of the indicator; else there is none, and it is said', async () => {
  server.now = new Date('2024-01-20T03:00:00Z');
  const codes = ['TTDN.01', 'TTDN.05', 'TTDN.31'];
  const before = await called({ from: '2023-01-01', to: '2023-12-31' }, [first, second], codes);
  const names_ = async (unit: string, list: readonly string[]) => {
    const there = await at(server, unit);
    const report = await reportAt(there, before.id, unit);
    const id = figureOf(report, 'TTDN.31')?.indicatorId;
    await there.ask('PATCH', `/reports/${report.id}`, {
      figures: [{ indicatorId: id, names: list, version: 0 }],
    });
  };
  await names_(first, ['BBC', 'NHK']);
  await names_(second, ['nhk', 'KBS']);
  await given(before, first, { 'TTDN.01': 4, 'TTDN.05': 1 });
  await given(before, second, { 'TTDN.01': 6 });
  const { db } = server.deps;
  const [a, b, heir] = await Promise.all([first, second, merged].map((key) => server.unit(key)));
  await db
    .updateTable('unit')
    .set({ heirId: heir, validTo: '2024-06-30' })
    .where('id', 'in', [a ?? 0, b ?? 0])
    .execute();
  await db
    .updateTable('unit')
    .set({ validFrom: '2024-07-01' })
    .where('id', '=', heir ?? 0)
    .execute();
  server.now = new Date('2025-01-10T03:00:00Z');
  const now = await called({ from: '2024-01-01', to: '2024-12-31' }, [merged], codes);
  const report = await reportAt(await at(server, merged), now.id, merged);
  expect(lastIn(report)).toEqual([
    10,
    `${before.name} (số liệu 01/01/2023 – 31/12/2023), cộng theo cách tổng hợp của chỉ tiêu từ 2 đơn vị trước khi sắp xếp`,
  ]);
  // A name that two of them gave is one.
  expect(lastIn(report, 'TTDN.31')[0]).toBe(3);
  // Only one of the two gave it.
  expect(lastIn(report, 'TTDN.05')).toEqual([
    null,
    `Không so được với “${before.name}”: trong 2 đơn vị trước khi sắp xếp có đơn vị chưa có số này`,
  ]);
  // What was divided among several cannot be told apart.
  await db
    .insertInto('unitSuccessor')
    .values([
      { unitId: a ?? 0, successorId: heir ?? 0, main: true },
      { unitId: a ?? 0, successorId: await server.unit(health), main: false },
    ])
    .execute();
  expect(lastIn(await reportAt(await at(server, merged), now.id, merged))).toEqual([
    null,
    `Không so được với “${before.name}”: đơn vị trước đó được tách cho nhiều đơn vị`,
  ]);
});
