// The filters of a list of duties as conditions, the same for its rows, its counts and its exports. The duty is "d", its task "t".
import { sql, type RawBuilder } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { scopeOf, type Actor } from '../access/actor.ts';
import type { Action } from '../access/policy.ts';
import { fold } from '../text/fold.ts';
import { matchesPhrase, taskIdsMatching } from '../text/search.ts';
import type { Places } from '../units/places.ts';
import type { Reach } from './reach.ts';
import { within } from './reach.ts';
import type * as schema from './schema.ts';

export type DutyFilter = z.infer<typeof schema.dutyFilter>;
type Condition = RawBuilder<unknown>;

/** When it is asked, and whether as of an earlier day: then what was decided since had not happened. */
export interface When {
  readonly day: string;
  readonly asOf: boolean;
}

const lateDue = sql`case when c.duty_id is null then d.due_on else c.before_on end`;
const due = ({ asOf }: When) => (asOf ? lateDue : sql`d.due_on`);
const yearThen = ({ asOf }: When) =>
  asOf
    ? sql`coalesce(case when c.duty_id is not null then extract(year from c.before_on) end, d.year)`
    : sql`d.year`;
const done = ({ asOf, day }: When) =>
  asOf ? sql`case when d.done_on <= ${day}::date then d.done_on end` : sql`d.done_on`;

/** See standing.ts, which says the same without a database. */
export const classSql = (when: When) => sql<schemaClass>`case
  when ${done(when)} is not null then case when ${due(when)} is null or ${done(when)} <= ${due(when)} then 'on-time' else 'late' end
  when ${due(when)} is null or ${due(when)} >= ${when.day}::date then 'in-term' else 'overdue' end`;
type schemaClass = z.infer<typeof schema.dutyClass>;

const stateSql = sql<string>`case when d.cancelled_on is not null then 'cancelled'
  when d.confirmed_on is not null then 'confirmed' when d.done_on is not null then 'reported' when d.returned then 'returned'
  when d.progress is not null then 'in-progress' when d.received_on is null then 'new' else 'received' end`;

const numbers = (list: readonly string[] = []) =>
  list.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);

/** Units that the list is about, where the filter says so; null: all that the reader reaches. */
export function unitsWanted(filter: DutyFilter, actor: Actor, places: Places): readonly number[] | null {
  const sets: ReadonlySet<number>[] = [];
  if (filter.unit) sets.push(new Set(numbers(filter.unit).flatMap((id) => [...places.own(id)])));
  if (filter.under !== undefined) sets.push(places.withBelow(filter.under));
  if (filter.view === 'mine' || filter.view === 'urged') sets.push(new Set(worksFor(actor)));
  const [first, ...rest] = sets;
  return first ? [...first].filter((id) => rest.every((set) => set.has(id))) : null;
}

/** The units whose work the reader does, else those at which they hold any role. */
function worksFor(actor: Actor): readonly number[] {
  const { unitIds } = scopeOf(actor, 'duty.report');
  return unitIds.length > 0 ? unitIds : actor.grants.flatMap(({ own }) => [...own]);
}

/** Waiting for the reader: what their units confirm, and what belongs to units that they confirm for. */
function decides(actor: Actor, action: Action): Condition {
  const { everything, unitIds, confirmers } = scopeOf(actor, action);
  if (everything) return sql`true`;
  return sql`(d.unit_id = any(${[...unitIds]}::bigint[]) or d.confirmer_id = any(${[...confirmers]}::bigint[]))`;
}

const extensionAsked = sql`exists (select 1 from extension e where e.duty_id = d.id and e.decided_on is null)`;

function viewIs(view: NonNullable<DutyFilter['view']>, actor: Actor, { day }: When): Condition | null {
  const isOpen = sql`d.done_on is null and d.cancelled_on is null`;
  switch (view) {
    case 'mine':
      return null;
    case 'confirm':
      return sql`d.done_on is not null and d.confirmed_on is null and d.cancelled_on is null
        and ${decides(actor, 'duty.confirm')}`;
    case 'extensions':
      return sql`${isOpen} and ${extensionAsked} and ${decides(actor, 'duty.confirm')}`;
    case 'urged':
      return sql`${isOpen} and exists (select 1 from urging_duty ud join urging ug on ug.id = ud.urging_id
        where ud.duty_id = d.id and ug.answered_at is null)`;
    case 'stuck':
      return sql`${isOpen} and d.due_on <= ${day}::date + 14 and d.last_moved_on <= ${day}::date - 30`;
  }
}

function groupIs(group: readonly string[]): Condition {
  const ids = numbers(group);
  const names = group.filter((name) => name !== 'none').map(fold);
  const none = group.includes('none') ? sql`or d.group_id is null` : sql``;
  return sql`(d.group_id = any(${ids}::bigint[])
    or d.group_id in (select id from task_group where name_key = any(${names}::text[])) ${none})`;
}

/** Classes and states that are asked for; cancelled ones only where somebody asks for them. */
function standingIs({ class: wanted, state }: DutyFilter, when: When): Condition[] {
  const found: Condition[] = [];
  const cancelled = state?.includes('cancelled') ?? false;
  if (!cancelled) {
    found.push(
      when.asOf
        ? sql`(d.cancelled_on is null or d.cancelled_on > ${when.day}::date)`
        : sql`d.cancelled_on is null`,
    );
  }
  if (state) found.push(sql`${stateSql} = any(${state}::text[])`);
  if (wanted) {
    // Said once more so that the index of open ones serves.
    const openOnly = !when.asOf && wanted.every((each) => each === 'in-term' || each === 'overdue');
    if (openOnly) found.push(sql`d.done_on is null`);
    // What was cancelled later still counted on an earlier day.
    const counted = when.asOf
      ? sql`coalesce(d.cancelled_on > ${when.day}::date, true)`
      : sql`d.cancelled_on is null`;
    found.push(sql`${classSql(when)} = any(${wanted}::text[]) and ${counted}`);
  }
  if (when.asOf) found.push(sql`d.opened_on <= ${when.day}::date`);
  return found;
}

/** What finds the tasks that hold the words, for who sees whole trees and nothing beside them; null: for others, or no words. */
export function wordsAmong(q: string | undefined, { everything, roots, single, beyond }: Reach) {
  const few = !everything && roots.length > 0 && roots.length <= 200;
  return q?.trim() && few && single.length === 0 && beyond === null ? taskIdsMatching(q, roots) : null;
}

function found(q: string, tasks: readonly number[] | undefined) {
  if (tasks) return sql`d.task_id = any(${`{${tasks.join(',')}}`}::bigint[])`;
  const words = matchesPhrase('task', q, sql`task.withdrawn_at is null`);
  return sql`d.task_id in (select task.id from task where ${sql.join([...words], sql` and `)})`;
}

export interface Narrowed {
  readonly filter: DutyFilter;
  readonly actor: Actor;
  readonly places: Places;
  readonly reach: Reach;
  readonly when: When;
  /** Where words are looked for: the tasks that hold them, found once for a list and its counts. */
  readonly tasks?: readonly number[];
}

/** What holds besides the units; `units` are those that the list is about. */
export function conditions(
  { filter, actor, reach, when, tasks }: Narrowed,
  units: readonly number[] | null,
): Condition {
  const all: Condition[] = [...standingIs(filter, when)];
  const allowed = within(reach);
  if (allowed && !units?.every((id) => reach.units.has(id))) all.push(allowed);
  if (filter.plan) all.push(sql`d.plan_id = any(${numbers(filter.plan)}::bigint[])`);
  if (filter.task !== undefined) all.push(sql`d.task_id = ${filter.task}`);
  if (filter.group) all.push(groupIs(filter.group));
  if (filter.role) all.push(sql`d.role = ${filter.role}`);
  if (filter.year !== undefined) all.push(sql`${yearThen(when)} = ${filter.year}`);
  if (filter.dueFrom) all.push(sql`${due(when)} >= ${filter.dueFrom}::date`);
  if (filter.dueTo) all.push(sql`${due(when)} <= ${filter.dueTo}::date`);
  if (filter.noDue) all.push(sql`${due(when)} is null`);
  if (filter.formerly) {
    const ids = numbers(filter.formerly);
    all.push(sql`d.id in (select duty_id from duty_transfer where from_unit_id = any(${ids}::bigint[]))`);
  }
  const view = filter.view && viewIs(filter.view, actor, when);
  if (view) all.push(view);
  if (filter.q?.trim()) {
    all.push(found(filter.q, tasks));
  }
  return sql`${sql.join(all.length > 0 ? all.map((each) => sql`(${each})`) : [sql`true`], sql` and `)}`;
}

/** The rows that changed their due day or their unit since, beside the duty; only for an earlier day. */
export const dueThen = ({ asOf, day }: When): Condition =>
  asOf
    ? sql`left join (select distinct on (duty_id) duty_id, before_on from due_change
        where on_day > ${day}::date order by duty_id, id) c on c.duty_id = d.id
      left join (select distinct on (duty_id) duty_id, from_unit_id from duty_transfer
        where on_day > ${day}::date order by duty_id, id) m on m.duty_id = d.id`
    : sql``;

/** Of these units, today or on the day that is asked. */
export function ofUnits(ids: readonly number[], { asOf, day }: When): Condition {
  const units = sql`any(${[...ids]}::bigint[])`;
  if (!asOf) return sql`d.unit_id = ${units}`;
  return sql`(d.unit_id = ${units} and m.duty_id is null or m.from_unit_id = ${units} and d.id = any(array(
    select duty_id from duty_transfer where from_unit_id = ${units} and on_day > ${day}::date)))`;
}
