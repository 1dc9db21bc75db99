import { sql, type KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Overview } from '../contract.ts';
import { foldTally } from '../tally/service.ts';
import { committee, handedDown } from '../testing/duties.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { placesOf } from '../units/places.ts';
import { standing } from './sums.ts';
import { treeOf } from './tree.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('counts that are folded between two readings are counted all the same', async () => {
  const { db } = server.deps;
  await handedDown(server, { tasks: [{ due: '2026-11-15', lead: ['demo:so-tai-chinh'] }] });
  const { rows } = await sql<{ n: number }>`select count(*) as n from tally_entry`.execute(db);
  expect(rows[0]?.n).toBeGreaterThan(0);
  let readings = 0;
  // Folds behind the back of whoever has just read which units have duties.
  const folding: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      readings += 1;
      // The ledger is read, the generation, the units.
      if (readings === 3) await foldTally(db);
      return result;
    },
  };
  const tree = treeOf(await placesOf(db), await server.unit(committee));
  const wanted = { year: 2026, role: 'lead', day: '2026-03-10', tree, name: 'raced' } as const;
  for (const each of [db.withPlugin(folding), db]) {
    const { summary } = await standing(each, wanted);
    expect([...summary.units.values()].reduce((sum, { inTerm }) => sum + inTerm, 0)).toBe(1);
    expect([...summary.years]).toEqual([2026]);
  }
});

test('the lists hold what was handed down a moment ago, before anything of it is folded', async () => {
  const { db } = server.deps;
  await foldTally(db);
  const shown = async () =>
    (await server.ask<Overview>('GET', '/overview?year=2026')).body.thisWeek.map(({ unit }) => unit.name);
  const before = await shown();
  await handedDown(server, { tasks: [{ due: '2026-03-12', lead: ['demo:cong-an-tinh'] }] });
  const { rows } = await sql<{ n: number }>`select count(*) as n from tally_entry`.execute(db);
  expect(rows[0]?.n).toBeGreaterThan(0);
  expect([before, await shown()]).toEqual([[], ['Công an tỉnh']]);
});
