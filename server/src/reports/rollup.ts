// Figures of reports with all that counts below them: kept by the database (migration 0013), put together here by each indicator's rule.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Rule } from '../indicators/body.ts';

export interface Part {
  readonly value: number | null;
  /** How many reports have it. */
  readonly n: number;
}

export interface Total {
  readonly own: number | null;
  readonly weight: number | null;
  readonly below: Part;
  readonly total: Part;
}

interface Row {
  readonly indicatorId: number;
  readonly cell: string;
  /** Of a distinct count: how many names; its other row says how many reports gave any. */
  readonly isNames: boolean;
  readonly own: string | null;
  readonly ownDen: string | null;
  readonly ownN: number;
  readonly below: string | null;
  readonly belowDen: string | null;
  readonly belowN: number;
  readonly total: string | null;
  readonly totalDen: string | null;
}

/** By indicator and cell: "12 channel=portal". */
export const keyOf = (indicatorId: number, cell: string): string => `${indicatorId} ${cell}`;

/** A value, or values times their weights by the sum of these. */
export function valued(num: string | null, den: string | null, rule: Rule): number | null {
  if (num === null) return null;
  if (rule !== 'average') return Number(num);
  return den === null || Number(den) === 0 ? null : Number(num) / Number(den);
}

/**
 * Of one report, or of several together as if they were one (a unit's predecessors in the last period). Distinct counts count each name
 * once, wherever it was named; where names were given, and none of them, they are 0.
 */
export async function totalsOf(
  db: Db,
  reportIds: readonly number[],
  rules: ReadonlyMap<number, Rule>,
  indicatorId: number | null = null,
): Promise<ReadonlyMap<string, Total>> {
  if (reportIds.length === 0) return new Map();
  const ids = sql`any(${[...reportIds]}::bigint[])`;
  const only = indicatorId === null ? sql`` : sql`and indicator_id = ${indicatorId}`;
  const { rows } = await sql<Row>`
    select indicator_id, cell, false as is_names, sum(num) filter (where own)::text as own, sum(den) filter (where own)::text as own_den,
      coalesce(sum(n) filter (where own), 0)::integer as own_n,
      sum(num) filter (where not own)::text as below, sum(den) filter (where not own)::text as below_den,
      coalesce(sum(n) filter (where not own), 0)::integer as below_n, sum(num)::text as total, sum(den)::text as total_den
    from (
      select indicator_id, cell, true as own, num, den, n from figure_part where key = '' and report_id = ${ids} ${only}
      union all select indicator_id, cell, false, num, den, n from rollup where key = '' and report_id = ${ids} ${only}
      union all select indicator_id, cell, false, num, den, n from rollup_entry where key = '' and report_id = ${ids} ${only}) p
    group by 1, 2 having sum(n) > 0
    union all
    select indicator_id, cell, true, (count(*) filter (where own_n > 0))::text, null, 0,
      (count(*) filter (where below_n > 0))::text, null, 0, count(*)::text, null
    from (
      select indicator_id, cell, key, coalesce(sum(n) filter (where own), 0) as own_n,
        coalesce(sum(n) filter (where not own), 0) as below_n
      from (
        select indicator_id, cell, k.key collate "C" as key, true as own, 1 as n
          from report_figure cross join unnest(keys) as k(key) where rule = 'distinct' and report_id = ${ids} ${only}
        union all select indicator_id, cell, key, false, n from rollup where key <> '' and report_id = ${ids} ${only}
        union all select indicator_id, cell, key, false, n from rollup_entry where key <> '' and report_id = ${ids} ${only}) p
      group by 1, 2, 3 having sum(n) > 0) named
    group by 1, 2`.execute(db);
  const names = new Map(
    rows.filter(({ isNames }) => isNames).map((row) => [keyOf(row.indicatorId, row.cell), row]),
  );
  return new Map(
    rows
      .filter(({ isNames }) => !isNames)
      .map((row): [string, Total] => {
        const key = keyOf(row.indicatorId, row.cell);
        const rule = rules.get(row.indicatorId) ?? 'sum';
        return [key, totalOf(row, { rule, names: names.get(key) })];
      }),
  );
}

function totalOf(row: Row, { rule, names }: { readonly rule: Rule; readonly names: Row | undefined }): Total {
  const { ownN, belowN } = row;
  const of = (num: 'own' | 'below' | 'total', den: 'ownDen' | 'belowDen' | 'totalDen') =>
    rule === 'distinct' ? Number(names?.[num] ?? 0) : valued(row[num], row[den], rule);
  return {
    own: ownN > 0 ? of('own', 'ownDen') : null,
    weight: row.ownDen === null ? null : Number(row.ownDen),
    below: { value: belowN > 0 ? of('below', 'belowDen') : null, n: belowN },
    total: { value: of('total', 'totalDen'), n: ownN + belowN },
  };
}

/** One figure of many reports, each with all that counts below it. */
export async function wholesOf(
  db: Db,
  reportIds: readonly number[],
  { indicatorId, cell, rule }: { readonly indicatorId: number; readonly cell: string; readonly rule: Rule },
): Promise<ReadonlyMap<number, number | null>> {
  const of = sql`report_id = any(${[...reportIds]}::bigint[]) and indicator_id = ${indicatorId} and cell = ${cell}`;
  const { rows } = await sql<{ id: number; num: string; den: string; names: number }>`select report_id as id,
      (sum(num) filter (where key = ''))::text as num, (sum(den) filter (where key = ''))::text as den,
      count(*) filter (where key <> '') as names
    from (select report_id, key, sum(num) as num, sum(den) as den from (
        select report_id, key, num, den, n from figure_part where ${of}
        union all select report_id, key, num, den, n from below_part where ${of}) p
      group by 1, 2 having sum(n) > 0) keyed
    group by 1`.execute(db);
  return new Map(
    rows.map(({ id, num, den, names }) => [id, rule === 'distinct' ? names : valued(num, den, rule)]),
  );
}

/**
 * By indicator: how many of the reports directly below that count have its whole, by themselves or through those below them. Null: nothing
 * is below them, so that the count of the roll-up says it. Each is looked up by its key: all of a level are many rows.
 */
export async function havingBelow(
  db: Db,
  reportId: number,
  indicatorIds: readonly number[],
): Promise<ReadonlyMap<number, number> | null> {
  const deeper = await sql`select 1 from report k join report g on g.parent_id = k.id
    where k.parent_id = ${reportId} limit 1`.execute(db);
  if (deeper.rows.length === 0) return null;
  const kept = (table: 'rollup' | 'rollup_entry') => sql`select n from ${sql.table(table)}
    where report_id = r.id and indicator_id = i.id and cell = '' and key = ''`;
  const { rows } = await sql<{ id: number; n: number }>`select i.id, count(*) as n
    from report r cross join unnest(${[...indicatorIds]}::bigint[]) as i(id)
    where r.parent_id = ${reportId} and r.counted and coalesce(
      (select 1 from report_figure f where f.report_id = r.id and f.indicator_id = i.id and f.cell = ''
        and case f.rule when 'distinct' then f.keys is not null when 'average' then f.value is not null and f.weight is not null
          else f.value is not null end limit 1),
      (select sum(n) from (${kept('rollup')} union all ${kept('rollup_entry')}) x), 0) > 0
    group by 1`.execute(db);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Rows folded in one transaction, which takes some milliseconds. */
const portion = 5000;

/** Folds what was in the ledger when it began; returns how many rows that were. */
export async function foldRollup(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from rollup_entry`.execute(db);
  const length = rows[0]?.n ?? 0;
  let done = 0;
  while (done < length) {
    const folded = await sql<{ n: number }>`select fold_rollup(${portion}) as n`.execute(db);
    const n = folded.rows[0]?.n ?? 0;
    if (n === 0) break;
    done += n;
  }
  return done;
}

/** All anew from the figures, while writers wait: after reports were restored or loaded past the triggers. */
export const recountRollup = (db: Db) => sql`select recount_rollup()`.execute(db);
