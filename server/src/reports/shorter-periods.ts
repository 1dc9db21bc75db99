// Entered figures of a longer period open filled from the unit's accepted reports of shorter ones within it (quarters of a year),
// each by its rule: added, the last one, averaged by weight, names told apart.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { CallForm } from '../regimes/body.ts';
import type { Deriving } from './derive.ts';

/**
 * The regime whose shorter calls cover most of the window; of several the one with the fewest calls, so that no quarter counts beside
 * the half-year that holds it.
 */
async function regimeWithin(db: Db, callId: number): Promise<number | null> {
  const { rows } = await sql<{
    id: number;
  }>`select p.regime_id as id from report_call p join report_call c on c.id = ${callId}
    where p.regime_id is not null and p.regime_id is distinct from c.regime_id and p.status <> 'cancelled'
      and p.window_from >= c.window_from and p.window_to <= c.window_to
      and p.window_to - p.window_from < c.window_to - c.window_from and p.root_id = c.root_id
    group by 1 order by sum(p.window_to - p.window_from + 1) desc, count(*), 1 limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

const enteredOf = (form: CallForm) =>
  form.indicators
    .filter(({ formula }) => formula === null)
    .map(({ id, code, rule }) => ({ i: id, code, rule }));

/** Figures of accepted reports of the shorter calls, by the longer report that they belong to. */
const sourceOf = (regimeId: number, { callId, form, reportIds }: Deriving): RawBuilder<unknown> => sql`
  select r.id as r, x.i, x.rule, f.cell, f.value, f.weight, f.keys, f.names, s.id as source, s.unit_id, p.window_to
  from report r join report_call c on c.id = ${callId} join unit u on u.id = r.unit_id
    join report_call p on p.regime_id = ${regimeId} and p.status <> 'cancelled' and p.window_from >= c.window_from
      and p.window_to <= c.window_to
    join report s on s.call_id = p.id and s.counted and (s.depth = 0) = (r.depth = 0)
    join unit v on v.id = s.unit_id and coalesce(v.heir_id, v.id) = coalesce(u.heir_id, u.id)
    -- Two reports of one heir, one sent before the merger: each takes what it counts.
    join report_part q on q.call_id = r.call_id and q.unit_id = s.unit_id and q.report_id = r.id
    join report_figure f on f.report_id = s.id join indicator k on k.id = f.indicator_id
    join jsonb_to_recordset(${JSON.stringify(enteredOf(form))}::jsonb) as x(i bigint, code text, rule text)
      on x.code = k.code and x.rule = f.rule
  where r.call_id = ${callId} and r.id = any(${[...reportIds]}::bigint[])`;

const kept = sql`on conflict (report_id, indicator_id, cell) do update set
  derived = excluded.derived, derived_keys = excluded.derived_keys, derived_at = excluded.derived_at,
  value = case when report_figure.changed then report_figure.value else excluded.value end,
  weight = case when report_figure.changed then report_figure.weight else excluded.weight end,
  keys = case when report_figure.changed then report_figure.keys else excluded.keys end,
  names = case when report_figure.changed then report_figure.names else excluded.names end,
  changed = report_figure.changed,
  version = report_figure.version + case when report_figure.derived is distinct from excluded.derived then 1 else 0 end
  -- What a person entered before there was anything to take from shorter periods stays theirs.
  where report_figure.derived_at is not null or report_figure.changed_at is null`;

export async function takeFromShorter(db: Db, deriving: Deriving): Promise<void> {
  if (enteredOf(deriving.form).length === 0) return;
  const regimeId = await regimeWithin(db, deriving.callId);
  if (regimeId === null) return;
  const source = sourceOf(regimeId, deriving);
  await sql`insert into report_figure (report_id, indicator_id, cell, rule, value, weight, derived, derived_at)
    select r, i, cell, rule, value, weight, value, ${deriving.at} from (
      select r, i, cell, rule, case rule when 'last' then sum(value) filter (where latest)
          when 'average' then sum(value * weight) / nullif(sum(weight), 0) else sum(value) end as value,
        case rule when 'average' then sum(weight) end as weight
      from (select *, window_to = max(window_to) over (partition by r, i, cell) as latest from (${source}) x
        where value is not null and rule <> 'distinct' and (rule <> 'average' or weight is not null)) y
      group by r, i, cell, rule) z where value is not null ${kept}`.execute(db);
  await sql`insert into report_figure (report_id, indicator_id, cell, rule, keys, names, derived_keys, derived_at)
    select r, i, cell, 'distinct', array_agg(k order by k), array_agg(n order by k), array_agg(k order by k), ${deriving.at}
    from (select r, i, cell, k, min(n) as n from (${source}) x cross join unnest(x.keys, x.names) as t(k, n)
      where rule = 'distinct' group by r, i, cell, k) y
    group by r, i, cell ${kept}`.execute(db);
}

export interface Behind {
  readonly reportId: number;
  readonly unitId: number;
  readonly name: string;
  readonly value: number | null;
}

/** The shorter reports that a figure was taken from. */
export async function shorterBehind(
  db: Db,
  deriving: Deriving,
  { indicatorId, cell }: { readonly indicatorId: number; readonly cell: string },
): Promise<readonly Behind[]> {
  const regimeId = await regimeWithin(db, deriving.callId);
  if (regimeId === null) return [];
  const { rows } = await sql<
    Omit<Behind, 'value'> & { value: string | null }
  >`select x.source as report_id, x.unit_id, c.name,
      coalesce(x.value, cardinality(x.keys))::text as value
    from (${sourceOf(regimeId, deriving)}) x join report s on s.id = x.source join report_call c on c.id = s.call_id
    where x.i = ${indicatorId} and x.cell = ${cell} order by c.window_to, x.source`.execute(db);
  return rows.map(({ value, ...row }) => ({ ...row, value: value === null ? null : Number(value) }));
}
