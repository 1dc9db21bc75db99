import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyList, Overview, PlanList } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { illustrate } from './illustrate.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ count: 2 });
  server.now = new Date('2026-11-22T03:00:00Z');
  const { seedPeople } = await import('../people/demo.ts');
  await seedPeople(server.deps.db);
  await illustrate(server.deps);
}, 300_000);
afterAll(() => server.close());

const overview = async (year: number) => (await server.ask<Overview>('GET', `/overview?year=${year}`)).body;

test('the illustration has duties in all four classes in both years', async () => {
  for (const year of [2025, 2026]) {
    const { total } = await overview(year);
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(0);
  }
});

test('forty units and more have duties, and people who do them', async () => {
  const { units } = await overview(2026);
  const busy = units.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
  expect(busy.length).toBeGreaterThanOrEqual(40);
  const { rows } = await server.deps.pool.query<{ n: number }>(
    `select count(distinct coalesce(u.heir_id, u.id)) as n from duty d join unit u on u.id = d.unit_id
     where exists (select 1 from role_grant g join unit v on v.id = g.unit_id where coalesce(v.heir_id, v.id) = coalesce(u.heir_id, u.id))`,
  );
  expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(40);
});

test('what two communes had to do before they merged counts under the commune they became', async () => {
  const merged = await server.unit('demo:uy-ban-nhan-dan-xa-thac-sim-may');
  const before = [
    await server.unit('demo:uy-ban-nhan-dan-xa-thac-may-hong'),
    await server.unit('demo:uy-ban-nhan-dan-xa-bai-sim-tim'),
  ];
  const list = (await server.ask<DutyList>('GET', `/duties?unit=${merged}&year=2025`)).body;
  expect(list.total).toBeGreaterThanOrEqual(4);
  expect(list.rows.every(({ unit }) => before.includes(unit.id))).toBe(true);
  expect(list.rows[0]?.heir?.id).toBe(merged);
});

test('plans stand in their states: issued, being drawn up, of the province and of units below', async () => {
  const plans = (await server.ask<PlanList>('GET', '/plans?size=100')).body;
  const states = new Set(plans.rows.map(({ status }) => status));
  expect([...states].toSorted()).toEqual(['draft', 'issued']);
  expect(plans.rows.filter(({ superior }) => superior !== null).length).toBeGreaterThanOrEqual(12);
});
