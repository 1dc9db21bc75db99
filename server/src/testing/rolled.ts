// What must hold of the reports of a call whatever was done to them: what is kept of roll-ups is what a plain recursion over the figures
// gives, nothing counts twice, and nothing that counts is lost.
import { expect } from 'vitest';
import type { Rule } from '../indicators/body.ts';
import { keyOf, recountRollup, totalsOf } from '../reports/rollup.ts';
import type { TestServer } from './harness.ts';

export interface Rolled {
  readonly callId: number;
  readonly indicators: readonly { readonly id: number; readonly rule: Rule }[];
}

interface Row {
  readonly id: number;
  readonly unit: number;
  readonly parent: number | null;
  readonly counted: boolean;
  readonly inHand: boolean;
  readonly mergedInto: number | null;
}

interface Own {
  readonly report: number;
  readonly indicator: number;
  readonly cell: string;
  readonly value: number | null;
  readonly weight: number | null;
  readonly keys: string[] | null;
}

const reportsOf = async ({ deps }: TestServer, callId: number) =>
  (
    await deps.pool.query<Row>(
      `select id, unit_id as unit, parent_id as parent, counted, status in ('draft', 'returned') as "inHand",
        merged_into as "mergedInto" from report where call_id = $1 order by id`,
      [callId],
    )
  ).rows;

const figuresOf = async ({ deps }: TestServer, callId: number) =>
  (
    await deps.pool.query<Own>(
      `select report_id as report, indicator_id as indicator, cell, value::float8 as value, weight::float8 as weight, keys
        from report_figure f join report r on r.id = f.report_id where r.call_id = $1`,
      [callId],
    )
  ).rows;

interface Whole {
  readonly value: number | null;
  /** Reports that have it. */
  readonly n: number;
}

/** As the rules say it in words. */
function whole(parts: readonly Own[], rule: Rule): Whole {
  const given = parts.filter(({ value, weight, keys }) =>
    rule === 'distinct' ? keys !== null : value !== null && (rule !== 'average' || weight !== null),
  );
  if (given.length === 0) return { value: null, n: 0 };
  const n = given.length;
  if (rule === 'distinct') return { value: new Set(given.flatMap(({ keys }) => keys ?? [])).size, n };
  const weights = given.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const sum = given.reduce(
    (all, { value, weight }) => all + (value ?? 0) * (rule === 'average' ? (weight ?? 0) : 1),
    0,
  );
  return { value: rule === 'average' ? (weights === 0 ? null : sum / weights) : sum, n };
}

const kept = async ({ deps }: TestServer) =>
  (
    await deps.pool.query<{ num: string; den: string }>(
      `select report_id, indicator_id, cell, key, sum(num)::text as num, sum(den)::text as den, sum(n)::text as n
      from below_part group by 1, 2, 3, 4 having sum(num) <> 0 or sum(den) <> 0 or sum(n) <> 0 order by 1, 2, 3, 4`,
    )
  ).rows.map((row) => ({ ...row, num: Number(row.num), den: Number(row.den) }));

/** At every report, for every indicator and cell: the roll-up is the recursion; and counting all anew changes nothing. */
export async function requireRolledUp(server: TestServer, { callId, indicators }: Rolled): Promise<void> {
  const before = await kept(server);
  const [tree, own] = [await reportsOf(server, callId), await figuresOf(server, callId)];
  const reach = (id: number): number[] => [
    id,
    ...tree.filter((each) => each.parent === id && each.counted).flatMap((each) => reach(each.id)),
  ];
  const rules = new Map(indicators.map(({ id, rule }) => [id, rule] as const));
  for (const { id } of tree) {
    const here = new Set(reach(id));
    const totals = await totalsOf(server.deps.db, [id], rules);
    const byKey = Map.groupBy(
      own.filter(({ report }) => here.has(report)),
      ({ indicator, cell }) => keyOf(indicator, cell),
    );
    for (const key of new Set([...totals.keys(), ...byKey.keys()])) {
      const rule = rules.get(Number(key.split(' ')[0])) ?? 'sum';
      const [is, should] = [totals.get(key)?.total, whole(byKey.get(key) ?? [], rule)];
      expect([id, key, is?.n ?? 0]).toEqual([id, key, should.n]);
      if (is?.value == null || should.value === null)
        expect([id, key, is?.value ?? null]).toEqual([id, key, should.value]);
      else expect(is.value).toBeCloseTo(should.value, 6);
    }
  }
  await recountRollup(server.deps.db);
  expect(await kept(server)).toEqual(before);
}

/**
 * Nothing stands under a report that will never be sent while another could take it, depths are those of the tree, every unit is part
 * of one report that stands, and the records that all of them count are all there are: `records` of the derived indicator.
 */
export async function requireEachOnce(
  server: TestServer,
  { callId, records, derived }: Rolled & { readonly records: number; readonly derived: number },
): Promise<void> {
  const tree = await reportsOf(server, callId);
  const byId = new Map(tree.map((each) => [each.id, each]));
  const standing = tree.filter(({ mergedInto }) => mergedInto === null);
  const top = tree.find(({ parent }) => parent === null);
  const stranded = standing.filter(
    ({ parent }) => parent !== null && byId.get(parent)?.mergedInto !== null && top?.inHand,
  );
  expect(stranded).toEqual([]);
  const { rows } = await server.deps.pool.query<{ wrong: number; orphans: number; counted: number }>(
    `select (select count(*)::int from report r join report p on p.id = r.parent_id
        where r.call_id = $1 and r.depth <> p.depth + 1) as wrong,
      (select count(*)::int from report_part x join report r on r.id = x.report_id
        where x.call_id = $1 and r.merged_into is not null) as orphans,
      (select coalesce(sum(f.value), 0)::int from report_figure f join report r on r.id = f.report_id
        where r.call_id = $1 and r.merged_into is null and f.indicator_id = $2 and f.cell = '') as counted`,
    [callId, derived],
  );
  expect(rows).toEqual([{ wrong: 0, orphans: 0, counted: records }]);
}
