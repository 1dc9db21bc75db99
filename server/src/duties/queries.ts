// Rows of duties: a page of a list, its counts, one duty with all that hangs on it.
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import {
  classSql,
  conditions,
  dueThen,
  ofUnits,
  unitsWanted,
  wordsAmong,
  type Narrowed,
  type When,
} from './filter.ts';
import { keptCounts } from './kept-counts.ts';
import type { Reach } from './reach.ts';
import type * as schema from './schema.ts';
import type { DutyClass } from './standing.ts';

export type DutySort = z.infer<typeof schema.dutySort>;

export interface DutyRecord {
  readonly id: number;
  readonly taskId: number;
  readonly unitId: number;
  readonly role: 'lead' | 'coordinating';
  readonly part: string | null;
  readonly period: string | null;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  readonly receivedOn: string | null;
  readonly reportedAt: Date | null;
  readonly confirmedOn: string | null;
  readonly cancelledOn: string | null;
  readonly returned: boolean;
  readonly onceLate: boolean;
  readonly progress: number | null;
  readonly lastMovedOn: string;
  readonly confirmerId: number | null;
  readonly ownPlanId: number | null;
  readonly rootId: number;
  readonly version: number;
  readonly text: string;
  readonly asksPlan: boolean;
  readonly group: string | null;
  readonly unitName: string;
  readonly heirId: number | null;
  readonly heirName: string | null;
  readonly planId: number | null;
  readonly planTitle: string | null;
  readonly planNumber: string | null;
  readonly planStatus: z.infer<typeof schema.dutyRow>['plan'] extends (infer P) | null
    ? P extends { status: infer S }
      ? S | null
      : never
    : never;
  readonly planOwner: string | null;
  readonly extensionAsked: boolean;
  readonly urged: number;
  readonly class: DutyClass;
}

const shown = (
  when: When,
) => sql`d.id, d.task_id, d.unit_id, d.role, d.part, d.period, d.opened_on, d.due_on, d.first_due_on,
  d.done_on, d.received_on, d.reported_at, d.confirmed_on, d.cancelled_on, d.returned, d.once_late, d.progress,
  d.last_moved_on, d.confirmer_id, d.own_plan_id, d.root_id, d.version, t.text, t.asks_plan, g.name as "group",
  u.name as unit_name, h.id as heir_id, h.name as heir_name,
  p.id as plan_id, p.title as plan_title, p.number as plan_number, p.status as plan_status, o.name as plan_owner,
  exists (select 1 from extension e where e.duty_id = d.id and e.decided_on is null) as extension_asked,
  (select count(*) from urging_duty ud join urging ug on ug.id = ud.urging_id
    where ud.duty_id = d.id and ug.urged_on >= d.last_moved_on) as urged,
  ${classSql(when)} as class`;

const joined = sql`join task t on t.id = d.task_id join unit u on u.id = d.unit_id
  left join unit h on h.id = u.heir_id and h.id <> u.id left join task_group g on g.id = d.group_id
  left join plan p on p.id = d.plan_id left join unit o on o.id = p.owner_id`;

/** What each sort goes by; ties go by the duty's number. */
const keys: Readonly<Record<string, RawBuilder<unknown>>> = {
  due: sql`d.due_on`,
  moved: sql`d.last_moved_on`,
  unit: sql`u.name`,
  group: sql`g.name`,
  text: sql`t.text`,
};

/** By columns of the duty alone an index gives the order; names need their tables. */
const named: Readonly<Record<string, RawBuilder<unknown>>> = {
  unit: sql`join unit u on u.id = d.unit_id`,
  group: sql`left join task_group g on g.id = d.group_id`,
  text: sql`join task t on t.id = d.task_id`,
};

export interface Page {
  readonly sort: DutySort;
  readonly limit: number;
  readonly offset: number;
}

/** The ids of a page. Where the list is about a few units or whole trees, each is read in the index's own order. */
function pageIds(narrowed: Narrowed, { sort, limit, offset }: Page): RawBuilder<unknown> {
  const name = sort.replace('-', '');
  const key = keys[name] ?? sql`d.due_on`;
  const down = sort.startsWith('-');
  // The index has empty days last; the other way round they come first in it, and are asked for last all the same.
  const order = down ? sql`${key} desc nulls last, d.id desc` : sql`${key}, d.id`;
  const units = unitsWanted(narrowed.filter, narrowed.actor, narrowed.places);
  const where = conditions(narrowed, units);
  const from = (extra: RawBuilder<unknown>, size: number) => sql`select d.id, ${key} as key from duty d
    ${named[name] ?? sql``} ${dueThen(narrowed.when)} where ${extra} and ${where} order by ${order} limit ${size}`;
  const arms = armsOf(narrowed, units);
  const page = sql`limit ${limit} offset ${offset}`;
  const outer = down ? sql`key desc nulls last, id desc` : sql`key, id`;
  const few = arms !== null && arms.reduce((sum, { ids }) => sum + ids.length, 0) <= 50;
  // With the tasks known there are few rows, which are looked up once, not once for each tree.
  const known = narrowed.tasks !== undefined;
  if (known || name !== 'due' || !few || narrowed.when.asOf) {
    const within = armIs(narrowed, units);
    return sql`select id, key from (${from(within, limit + offset)}) x order by ${outer} ${page}`;
  }
  const parts = arms.map(
    ({ column, ids, but }) => sql`select x.id, x.key from unnest(${[...ids]}::bigint[]) as k(id)
      cross join lateral (${from(sql`${column} = k.id and ${but}`, limit + offset)}) x`,
  );
  return sql`select x.id, x.key from (${sql.join(parts, sql` union all `)}) x order by ${sql.raw(
    down ? 'x.key desc nulls last, x.id desc' : 'x.key, x.id',
  )} ${page}`;
}

interface Arm {
  readonly column: RawBuilder<unknown>;
  readonly ids: readonly number[];
  /** What another arm has already is not in this one. */
  readonly but: RawBuilder<unknown>;
}

const all = sql`true`;

/** What the rows must belong to at the least, by one of these; null: to anything. */
function armsOf({ reach }: Narrowed, units: readonly number[] | null): readonly Arm[] | null {
  if (units !== null) return [{ column: sql`d.unit_id`, ids: units, but: all }];
  const { everything, roots, single, beyond } = reach;
  if (everything || beyond !== null) return null;
  const trees = { column: sql`d.root_id`, ids: roots, but: all };
  if (single.length === 0) return [trees];
  const but = roots.length === 0 ? all : sql`not d.root_id = any(${[...roots]}::bigint[])`;
  const others = { column: sql`d.unit_id`, ids: single, but };
  return roots.length === 0 ? [others] : [trees, others];
}

/** The arms as a condition; who asks of an earlier day asks for whose it was then. */
function armIs(narrowed: Narrowed, units: readonly number[] | null): RawBuilder<unknown> {
  if (units !== null) return ofUnits(units, narrowed.when);
  const arms = armsOf(narrowed, units);
  if (arms === null) return all;
  const list = arms.map(({ column, ids }) => sql`${column} = any(${[...ids]}::bigint[])`);
  return sql`(${sql.join(list, sql` or `)})`;
}

/** Undefined: words are looked for with the other filters, if there are any. */
export async function tasksMatching(
  db: Db,
  q: string | undefined,
  reach: Reach,
): Promise<readonly number[] | undefined> {
  const found = wordsAmong(q, reach);
  if (found === null) return undefined;
  const { rows } = await sql<{ id: number }>`select id from (${found}) as f`.execute(db);
  return rows.map(({ id }) => id);
}

/** All of a list, in its order: what an export goes by, so that it holds each once whatever is changed meanwhile. */
export async function dutyIds(db: Db, narrowed: Narrowed, sort: DutySort): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from (${pageIds(narrowed, {
    sort,
    limit: 10_000_000,
    offset: 0,
  })}) as x`.execute(db);
  return rows.map(({ id }) => id);
}

export async function listDuties(db: Db, narrowed: Narrowed, page: Page): Promise<readonly DutyRecord[]> {
  const outer = page.sort.startsWith('-') ? sql`x.key desc nulls last, x.id desc` : sql`x.key, x.id`;
  const { rows } = await sql<DutyRecord>`with x as materialized (${pageIds(narrowed, page)})
    select ${shown(narrowed.when)} from x join duty d on d.id = x.id ${joined} ${dueThen(narrowed.when)}
    order by ${outer}`.execute(db);
  return rows;
}

export interface Counts {
  readonly total: number;
  readonly classes: Readonly<Record<DutyClass, number>>;
}

/** How many there are, and of those that were not cancelled how many in each class; in one reading. */
export async function countDuties(db: Db, narrowed: Narrowed): Promise<Counts> {
  const kept = await keptCounts(db, narrowed);
  if (kept) return { total: Object.values(kept).reduce((sum, n) => sum + n, 0), classes: kept };
  const units = unitsWanted(narrowed.filter, narrowed.actor, narrowed.places);
  const within = armIs(narrowed, units);
  const { rows } = await sql<{ class: DutyClass | 'cancelled'; n: number }>`
    select case when d.cancelled_on is not null and ${!narrowed.when.asOf} then 'cancelled' else ${classSql(narrowed.when)} end as class,
      count(*) as n
    from duty d ${dueThen(narrowed.when)} where ${within} and ${conditions(narrowed, units)} group by 1`.execute(
    db,
  );
  const of = (name: DutyClass | 'cancelled') => rows.find((row) => row.class === name)?.n ?? 0;
  const classes = {
    'on-time': of('on-time'),
    late: of('late'),
    'in-term': of('in-term'),
    overdue: of('overdue'),
  };
  return { total: rows.reduce((sum, { n }) => sum + n, 0), classes };
}

export async function dutiesById(db: Db, ids: readonly number[], when: When): Promise<readonly DutyRecord[]> {
  const { rows } = await sql<DutyRecord>`select ${shown(when)} from duty d ${joined} ${dueThen(when)}
    where d.id = any(${[...ids]}::bigint[])
    order by array_position(${[...ids]}::bigint[], d.id)`.execute(db);
  return rows;
}
