// What overviews read: the folded counts, what the ledger holds beyond them, and a few rows of the duties themselves.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Outcome } from '../db/tables/tally.ts';
import type { Counts } from './counts.ts';

export interface Wanted {
  readonly year: number;
  readonly role: 'lead' | 'coordinating';
  /** ISO date. */
  readonly day: string;
}

const bigints = (ids: readonly number[]) => sql`${`{${ids.join(',')}}`}::bigint[]`;

export interface Entry {
  readonly unit: number;
  /** Top of the tree as the duties bear it. */
  readonly root: number;
  readonly group: number | null;
  readonly year: number;
  readonly bucket: string;
  readonly outcome: Outcome;
  readonly n: number;
}

export interface Pending {
  readonly generation: number;
  readonly rows: readonly Entry[];
  /** How many rows of the ledger wait to be folded. */
  readonly length: number;
}

/** What is not folded yet, and which generation it comes on top of: both of one moment. `unitIds` null: all units. */
export async function pendingOf(db: Db, unitIds: readonly number[] | null, role: string): Promise<Pending> {
  const ofUnits = unitIds === null ? sql`true` : sql`unit_id = any(${bigints(unitIds)})`;
  const { rows } = await sql<Pending>`select s.generation,
      (select count(*) from (select 1 from tally_entry limit 5000) as few) as length,
      coalesce((select json_agg(json_build_object('unit', unit_id, 'root', root_id, 'group', group_id, 'year', year, 'bucket', bucket,
          'outcome', outcome, 'n', n))
        from (select unit_id, root_id, group_id, year, bucket, outcome, sum(n) as n from tally_entry
          where ${ofUnits} and role = any(array[${role}, 'lead']) and (role = ${role} or year = 0)
          group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0) as e), '[]') as rows
    from tally_state s`.execute(db);
  return rows[0] ?? { generation: 0, rows: [], length: 0 };
}

export interface Pair {
  readonly unitId: number;
  readonly rootId: number;
  readonly years: readonly number[];
}

/** Under which tops the units have duties, and of which years (0: what waits); also others, under a top that is one of the units. */
export async function pairsOf(db: Db, unitIds: readonly number[] | null): Promise<readonly Pair[]> {
  const ids = unitIds === null ? null : bigints(unitIds);
  const ofUnits = ids === null ? sql`true` : sql`(unit_id = any(${ids}) or root_id = any(${ids}))`;
  const { rows } = await sql<Pair>`select unit_id, root_id, array_agg(year::integer) as years from unit_year
    where ${ofUnits} group by unit_id, root_id`.execute(db);
  return rows;
}

export async function generationOf(db: Db): Promise<number> {
  const { rows } = await sql<{ generation: number }>`select generation from tally_state`.execute(db);
  return rows[0]?.generation ?? 0;
}

/** Whole trees are counted by their top, other units one by one. */
export interface Sources {
  readonly roots: readonly number[];
  readonly units: readonly number[];
}

export interface Cell extends Counts {
  /** A unit, or the top of a whole tree. */
  readonly place: number | null;
  readonly groupId: number | null;
  readonly month: number | null;
  /** Which of the three it is counted by. */
  readonly by: 'place' | 'group' | 'month';
}

const cells = (
  rows: RawBuilder<unknown>,
  classes: RawBuilder<unknown>,
) => sql`select place, group_id as "groupId", month,
    case grouping(place, group_id, month) when 3 then 'place' when 5 then 'group' else 'month' end as by, ${classes}
  from (${rows}) as counted group by grouping sets ((place), (group_id), (month))`;

const classesOn = (day: string) => sql`
  coalesce(sum(n) filter (where outcome = 'on-time'), 0)::integer as "onTime",
  coalesce(sum(n) filter (where outcome = 'late'), 0)::integer as late,
  coalesce(sum(n) filter (where outcome = 'open' and bucket >= ${day}::date), 0)::integer as "inTerm",
  coalesce(sum(n) filter (where outcome = 'open' and bucket < ${day}::date), 0)::integer as overdue`;

interface Folded {
  readonly generation: number;
  readonly cells: readonly Cell[];
  readonly overdueBefore: number;
  readonly waiting: readonly {
    readonly outcome: 'to-confirm' | 'extension' | 'unanswered';
    readonly n: number;
  }[];
}

const month = sql`case when bucket < 'infinity' then extract(month from bucket)::integer end`;

/** The folded counts, of one moment. */
export async function foldedOf(
  db: Db,
  { roots, units }: Sources,
  { year, role, day }: Wanted,
): Promise<Folded> {
  const [ofRoots, ofUnits] = [bigints(roots), bigints(units)];
  const both = (columns: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
    select unit_id as place, ${columns} from unit_count
    where unit_id = any(${ofUnits}) and not (root_id = any(${ofRoots})) and ${where}
    union all select root_id as place, ${columns} from root_count where root_id = any(${ofRoots}) and ${where}`;
  const counted = both(
    sql`group_id, ${month} as month, bucket, outcome, n`,
    sql`year = ${year} and role = ${role}`,
  );
  const before = both(
    sql`n`,
    sql`year between 1 and ${year - 1} and role = ${role} and outcome = 'open' and bucket < ${day}::date`,
  );
  const { rows } = await sql<Folded>`select s.generation,
      coalesce((select json_agg(c) from (${cells(counted, classesOn(day))}) as c), '[]') as cells,
      (select coalesce(sum(n), 0) from (${before}) as b) as "overdueBefore",
      coalesce((select json_agg(w) from (select outcome, sum(n) as n from (${both(sql`outcome, n`, sql`year = 0`)}) as w
        group by outcome) as w), '[]') as waiting
    from tally_state s`.execute(db);
  return rows[0] ?? { generation: 0, cells: [], overdueBefore: 0, waiting: [] };
}

interface Past {
  readonly cells: readonly Cell[];
  readonly overdueBefore: number;
  readonly years: readonly number[];
}

/** From the duties themselves: what was decided, done, cancelled or handed over after the day had not happened. */
export async function pastOf(db: Db, unitIds: readonly number[], { year, role, day }: Wanted): Promise<Past> {
  const at = sql`${day}::date`;
  const { rows } = await sql<Past>`with units as materialized (select unnest(${bigints(unitIds)}) as id),
    moved as materialized (select distinct on (duty_id) duty_id, from_unit_id from duty_transfer
      where on_day > ${at} order by duty_id, id),
    changed as materialized (select distinct on (duty_id) duty_id, before_on from due_change
      where on_day > ${at} order by duty_id, id),
    there as (
      select d.*, d.unit_id as unit_then from duty d
      where d.unit_id in (select id from units) and not exists (select 1 from moved m where m.duty_id = d.id)
      union all
      select d.*, m.from_unit_id from moved m join duty d on d.id = m.duty_id where m.from_unit_id in (select id from units)),
    life as materialized (
      select t.unit_then as place, t.group_id,
        case when c.duty_id is not null and c.before_on is not null then extract(year from c.before_on)::integer
          else t.year end as year,
        case when c.duty_id is null then t.due_on else c.before_on end as due_on,
        case when t.done_on <= ${at} then t.done_on end as done_on
      from there t left join changed c on c.duty_id = t.id
      where t.role = ${role} and t.opened_on <= ${at} and coalesce(t.cancelled_on > ${at}, true)),
    counted as (select place, group_id, extract(month from due_on)::integer as month, done_on, due_on
      from life where year = ${year})
    select
      coalesce((select json_agg(c) from (${cells(
        sql`select place, group_id, month, tally_outcome(done_on, due_on) as outcome,
          coalesce(due_on, 'infinity') as bucket, 1 as n from counted`,
        classesOn(day),
      )}) as c), '[]') as cells,
      (select count(*) from life where year < ${year} and done_on is null and due_on < ${at}) as "overdueBefore",
      coalesce((select array_agg(distinct year::integer) from life), '{}') as years`.execute(db);
  return rows[0] ?? { cells: [], overdueBefore: 0, years: [] };
}

export type Reach =
  | { readonly by: 'units' | 'roots'; readonly ids: readonly number[] }
  | { readonly by: 'all' };

export interface Listed {
  readonly id: number;
  readonly unitId: number;
  readonly list: 'week' | 'moved' | 'stuck';
}

interface Section {
  readonly list: Listed['list'];
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly key: RawBuilder<unknown>;
}

function sections(role: string, day: string): readonly Section[] {
  const open = sql`d.role = ${role} and d.done_on is null and d.cancelled_on is null`;
  const at = sql`${day}::date`;
  return [
    {
      list: 'week',
      where: sql`${open} and d.due_on between ${at} and ${at} + 7`,
      order: sql`d.due_on, d.id`,
      key: sql`d.due_on`,
    },
    {
      list: 'moved',
      where: sql`d.role = ${role} and d.cancelled_on is null and d.last_moved_on between ${at} - 7 and ${at}
        and (d.last_moved_on > d.opened_on or d.progress is not null or d.done_on is not null)`,
      order: sql`d.last_moved_on desc, d.id desc`,
      key: sql`d.last_moved_on`,
    },
    {
      list: 'stuck',
      where: sql`${open} and d.due_on <= ${at} + 14 and d.last_moved_on <= ${at} - 30`,
      order: sql`d.due_on, d.id`,
      key: sql`d.due_on`,
    },
  ];
}

/** The first of each list, in its order; `most` of each. */
export async function listed(
  db: Db,
  reach: Reach,
  { role, day, most }: { role: string; day: string; most: number },
): Promise<readonly Listed[]> {
  const parts = sections(role, day).map(({ list, where, order, key }) => {
    const limited = (more: RawBuilder<unknown>) =>
      sql`select d.id, d.unit_id, ${key} as key from duty d where ${where} ${more} order by ${order} limit ${most}`;
    const found =
      reach.by === 'all'
        ? limited(sql``)
        : sql`select f.* from unnest(${bigints(reach.ids)}) as among(id) cross join lateral
            (${limited(reach.by === 'units' ? sql`and d.unit_id = among.id` : sql`and d.root_id = among.id`)}) as f`;
    const sorted = list === 'moved' ? sql`key desc, id desc` : sql`key, id`;
    return sql`select ${sql.lit(list)} as list, id, unit_id,
      row_number() over (order by ${sorted}) as place from (${found}) as d order by ${sorted} limit ${most}`;
  });
  const { rows } = await sql<Listed>`select id, unit_id, list from (${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  )}) as l order by list, place`.execute(db);
  return rows;
}

export async function kindsOf(db: Db, ids: readonly number[]) {
  const { rows } = await sql<{
    id: number;
    name: string;
    kind: string;
    level: string | null;
  }>`select id, name, kind, level from unit
    where id = any(${bigints(ids)})`.execute(db);
  return rows;
}

/** In the order in which names are sorted here. */
export async function groupsOf(db: Db, ids: readonly number[]) {
  const { rows } = await sql<{
    id: number;
    name: string;
    nameKey: string;
  }>`select id, name, name_key from task_group
    where id = any(${bigints(ids)}) order by name, id`.execute(db);
  return rows;
}
