// The targets that a report's figures stand beside.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { CallRecord, ReportRecord } from './queries.ts';
import { keyOf } from './rollup.ts';

/**
 * By indicator and cell, as the report names them: a unit's own copy of an indicator has the targets of its code. Of the unit itself;
 * where it has none for an indicator, those of the units whose work it took over, together.
 */
export async function targetsOf(
  db: Db,
  { unitId }: Pick<ReportRecord, 'unitId'>,
  { period, form }: Pick<CallRecord, 'period' | 'form'>,
): Promise<ReadonlyMap<string, number>> {
  if (period === null) return new Map();
  const asked = JSON.stringify(form.indicators.map(({ id, code }) => ({ id, code })));
  const { rows } = await sql<{ indicatorId: number; cell: string; value: string }>`with told as (
      select x.id as indicator_id, t.cell, t.value, t.unit_id = ${unitId} as own, t.indicator_id = x.id as same
      from jsonb_to_recordset(${asked}::jsonb) as x(id bigint, code text) join indicator i on i.code = x.code
        join indicator_target t on t.indicator_id = i.id and t.period = ${period}
        join unit u on u.id = t.unit_id join unit mine on mine.id = ${unitId}
      where coalesce(u.heir_id, u.id) = coalesce(mine.heir_id, mine.id))
    , ranked as (select *, rank() over (partition by indicator_id order by own desc, same desc) as place,
        bool_or(own) over (partition by indicator_id) as has_own from told)
    select indicator_id, cell, sum(value)::text as value from ranked
    where case when has_own then own and place = 1 else same or not exists (
      select 1 from told s where s.indicator_id = ranked.indicator_id and s.same) end
    group by 1, 2`.execute(db);
  return new Map(rows.map(({ indicatorId, cell, value }) => [keyOf(indicatorId, cell), Number(value)]));
}
