// Counts of a list from those that the database keeps (the views of migration 0008), where no filter asks for more than they know.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';
import { unitsWanted, type Narrowed } from './filter.ts';
import type { DutyClass } from './standing.ts';

const known = new Set(['unit', 'under', 'view', 'class', 'role', 'year']);

/** Counts of the units or whole trees that the list is about; null: it cannot be said by these alone. */
function countsOf({ filter, actor, places, reach }: Narrowed): RawBuilder<unknown> | null {
  const list = (ids: readonly number[]) => sql`${`{${ids.join(',')}}`}::bigint[]`;
  const units = unitsWanted(filter, actor, places);
  if (units !== null)
    return units.every((id) => reach.units.has(id)) ? ofUnits(sql`unit_id = any(${list(units)})`) : null;
  const { everything, roots, single, beyond } = reach;
  if (everything || beyond !== null) return null;
  const trees = sql`select role, year, bucket, outcome, n from root_tally where root_id = any(${list(roots)})`;
  if (single.length === 0) return trees;
  const others = sql`unit_id = any(${list(single)}) and not root_id = any(${list(roots)})`;
  return sql`${trees} union all ${ofUnits(others)}`;
}

const ofUnits = (where: RawBuilder<unknown>) =>
  sql`select role, year, bucket, outcome, n from unit_tally where ${where}`;

/** Null: the duties themselves must be counted. */
export async function keptCounts(
  db: Db,
  narrowed: Narrowed,
): Promise<Readonly<Record<DutyClass, number>> | null> {
  const { filter, when } = narrowed;
  const asksMore = Object.entries(filter).some(([name, value]) => value !== undefined && !known.has(name));
  if (when.asOf || asksMore || (filter.view !== undefined && filter.view !== 'mine')) return null;
  const rows = countsOf(narrowed);
  if (rows === null) return null;
  const role = filter.role === undefined ? sql`` : sql`and role = ${filter.role}`;
  const year = filter.year === undefined ? sql`and year > 0` : sql`and year = ${filter.year}`;
  const found = await sql<{ class: DutyClass; n: number }>`select case when outcome <> 'open' then outcome
      when bucket >= ${when.day}::date then 'in-term' else 'overdue' end as class, sum(n)::integer as n
    from (${rows}) as counted where true ${role} ${year} group by 1`.execute(db);
  const of = (name: DutyClass) =>
    filter.class && !filter.class.includes(name) ? 0 : (found.rows.find((row) => row.class === name)?.n ?? 0);
  return { 'on-time': of('on-time'), late: of('late'), 'in-term': of('in-term'), overdue: of('overdue') };
}
