// Units as they stood on a day: the tree, states, who came before and after.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';

/** A state, an alias of "unit_state", in force on a day. */
export const inForce = (alias: string, day: string): RawBuilder<boolean> =>
  sql<boolean>`(coalesce(${sql.ref(`${alias}.validFrom`)} <= ${day}::date, true)
    and coalesce(${sql.ref(`${alias}.validTo`)} >= ${day}::date, true))`;

export interface TreeRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly level: string | null;
  readonly code: string | null;
  readonly areaCode: string | null;
  readonly parentId: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly assumed: boolean;
  readonly demo: boolean;
  readonly depth: number;
  readonly below: number;
}

export interface TreeWanted {
  readonly on: string;
  readonly under: number | null;
  readonly depth: number;
}

/** Each row counts all below it, however few levels are asked for. */
export async function treeOn(db: Db, { on, under, depth }: TreeWanted): Promise<readonly TreeRow[]> {
  const top = under === null ? sql`s.parent_id is null` : sql`s.parent_id = ${under}`;
  const { rows } = await sql<TreeRow>`with recursive tree as (
      select s.unit_id, s.parent_id, array[s.unit_id] as line, 1 as depth
      from unit_state s where ${top} and ${inForce('s', on)}
      union all
      select s.unit_id, s.parent_id, t.line || s.unit_id, t.depth + 1
      from tree t join unit_state s on s.parent_id = t.unit_id and ${inForce('s', on)}
      where t.depth < 50 and not s.unit_id = any(t.line)),
    counted as (select up.id, count(*) - 1 as below from tree, unnest(line[1:${depth}]) up(id) group by up.id)
    select u.id, s.name, s.kind, s.level, s.code, s.area_code as "areaCode", s.parent_id as "parentId",
      u.valid_from as "validFrom", u.valid_to as "validTo", u.assumed, u.demo, t.depth, c.below
    from tree t join unit u on u.id = t.unit_id join unit_state s on s.unit_id = u.id and ${inForce('s', on)}
    join counted c on c.id = t.unit_id
    where t.depth <= ${depth}
    order by u.demo, s.area_code nulls last, s.code nulls last, s.name, u.id`.execute(db);
  return rows;
}

export async function belowOn(db: Db, under: number, on: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`with recursive below as (
      select s.unit_id as id from unit_state s where s.parent_id = ${under} and ${inForce('s', on)}
      union select s.unit_id from below b join unit_state s on s.parent_id = b.id and ${inForce('s', on)})
    select id from below`.execute(db);
  return rows.map(({ id }) => id);
}

/** Days of reorganisations among a unit and all that ever stood below it. */
export async function daysOf(db: Db, under: number | null): Promise<{ day: string; count: number }[]> {
  const among = under === null ? sql`true` : sql`r.id in (${eventsUnder(under)})`;
  const { rows } = await sql<{ day: string; count: number }>`select r.effective_on as day, count(*) as count
    from reorganisation r where ${among} group by 1 order by 1`.execute(db);
  return rows;
}

const eventsUnder = (under: number) => sql`with recursive ever as (
    select ${under}::bigint as id
    union select n.unit_id from ever e cross join lateral (
      select s.unit_id from unit_state s where s.parent_id = e.id
      union all select p.unit_id from unit_successor p where p.successor_id = e.id) n)
  select x.reorganisation_id from ever e join reorganisation_unit x on x.unit_id = e.id`;

export interface EventsWanted {
  readonly under?: number | undefined;
  readonly unitId?: number | undefined;
  readonly id?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

function matchingEvents(db: Db, { under, unitId, id, from, to, kind }: EventsWanted) {
  let query = db.selectFrom('reorganisation as r');
  if (under !== undefined) query = query.where(sql<boolean>`r.id in (${eventsUnder(under)})`);
  if (unitId !== undefined)
    query = query.where(
      sql<boolean>`r.id in (select reorganisation_id from reorganisation_unit where unit_id = ${unitId}
        union select reorganisation_id from unit_state where unit_id = ${unitId})`,
    );
  if (id !== undefined) query = query.where('r.id', '=', id);
  if (from !== undefined) query = query.where('r.effectiveOn', '>=', from);
  if (to !== undefined) query = query.where('r.effectiveOn', '<=', to);
  if (kind !== undefined) query = query.where('r.kind', '=', kind as 'new');
  return query;
}

export interface UnitName {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Named as it was called the day before the event, or from its day on. */
const unitsOfSide = (side: 'before' | 'after') => sql<UnitName[]>`(
  select coalesce(json_agg(json_build_object('id', u.id, 'kind', u.kind, 'validFrom', u.valid_from,
      'validTo', u.valid_to, 'name', coalesce((select s.name from unit_state s where s.unit_id = u.id
        and coalesce(s.valid_from <= r.effective_on - ${side === 'before' ? 1 : 0}::integer, true)
        and coalesce(s.valid_to >= r.effective_on - ${side === 'before' ? 1 : 0}::integer, true)
        limit 1), u.name)) order by x.main desc, u.id), '[]')
  from reorganisation_unit x join unit u on u.id = x.unit_id
  where x.reorganisation_id = r.id and x.side = ${side})`;

const dutiesApart = sql<number>`((select count(*) from duty_transfer x where x.reorganisation_id = r.id)
  + (select count(*) from duty_move m where m.reorganisation_id = r.id))::integer`;

export const reorganisations = (db: Db, wanted: EventsWanted) =>
  matchingEvents(db, wanted)
    .select(['r.id', 'r.key', 'r.kind', 'r.effectiveOn', 'r.legalBasis', 'r.note', 'r.demo'])
    .select([
      unitsOfSide('before').as('before'),
      unitsOfSide('after').as('after'),
      dutiesApart.as('dutiesApart'),
    ])
    .orderBy('r.effectiveOn', 'desc')
    .orderBy('r.id', 'desc')
    .limit(wanted.limit)
    .offset(wanted.offset)
    .execute();

export type EventRow = Awaited<ReturnType<typeof reorganisations>>[number];

export async function countReorganisations(db: Db, wanted: EventsWanted): Promise<number> {
  const row = await matchingEvents(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export const unitRow = (db: Db, id: number) =>
  db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();

export const namesOf = (db: Db, ids: readonly number[]): Promise<UnitName[]> =>
  db
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'validFrom', 'validTo'])
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();

export const statesOf = (db: Db, unitId: number) =>
  db
    .selectFrom('unitState as s')
    .selectAll('s')
    .where('s.unitId', '=', unitId)
    .orderBy(sql`s.valid_from nulls first`)
    .execute();

export interface Link {
  readonly from: number;
  readonly to: number;
  readonly main: boolean;
  readonly on: string | null;
  readonly reorganisationId: number | null;
}

/** All who came before, and all who came after, as far as it goes. */
export async function lineageOf(db: Db, unitId: number): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`with recursive
    earlier as (select ${unitId}::bigint as id union select s.unit_id from earlier e join unit_successor s on s.successor_id = e.id),
    later as (select ${unitId}::bigint as id union select s.successor_id from later l join unit_successor s on s.unit_id = l.id)
    select s.unit_id as "from", s.successor_id as "to", s.main, u.valid_to + 1 as "on",
      s.reorganisation_id as "reorganisationId"
    from unit_successor s join unit u on u.id = s.unit_id
    where s.successor_id in (select id from earlier) or s.unit_id in (select id from later)
    order by u.valid_to, s.unit_id, s.main desc, s.successor_id limit 500`.execute(db);
  return rows;
}
