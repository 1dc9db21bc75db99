// What happens to duties when their plan is amended, or when the plan that a unit owed is issued.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { record } from './history.ts';
import { overdueUntil } from './moves.ts';
import type { Opening } from './open.ts';
import { isDated, termOf, type Every } from './periods.ts';
import type { DayOfPeriod } from '../tasks/due-day.ts';

/** Duties of a task; of one unit in one role, or of all. */
export interface Which {
  readonly taskId: number;
  readonly unitId?: number;
  readonly role?: 'lead' | 'coordinating';
}

export interface Reasoned extends Opening {
  readonly reason: string | null;
}

/** A unit's are also those that it has handed on. */
const matching = (which: readonly Which[]) => sql`jsonb_to_recordset(${JSON.stringify(which)}::jsonb)
  as w("taskId" bigint, "unitId" bigint, role text) on w."taskId" = d.task_id and (w.role is null or w.role = d.role)
  and (w."unitId" is null or w."unitId" = d.unit_id
    or exists (select 1 from duty_transfer x where x.duty_id = d.id and x.from_unit_id = w."unitId"))`;

/** Whether a duty "d" is of the rhythm in which its task "t" is done now; what was called for stays called for. */
const fits = sql`case when d.period like 'call:%' then true when t.on_call then false
  when t.due_kind = 'recurring' and t.due_every <> 'day' then coalesce(d.period ~ case t.due_every
    when 'five-years' then '^\\d{4}-\\d{4}$' when 'year' then '^\\d{4}$' when 'half-year' then '-H' when 'quarter' then '-Q'
    when 'month' then '^\\d{4}-\\d\\d$' else '-W' end, false)
  else d.period is null end`;

/** Cancels what is still open of them; what was done stays done. Returns the ids. */
export async function cancelDuties(
  db: Db,
  which: readonly Which[],
  { actor, day, reason }: Reasoned,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`with found as (
      select d.id from duty d join ${matching(which)}
      where d.done_on is null and d.cancelled_on is null
        -- Who has it from another and is named as well goes on.
        and (w."unitId" is null or w."unitId" = d.unit_id or not exists (select 1 from assignment a
          where a.task_id = d.task_id and a.unit_id = d.unit_id and a.role = d.role))
      order by d.id for update of d)
    update duty set cancelled_on = ${day}::date, last_moved_on = ${day}::date, version = version + 1
    from found where duty.id = found.id returning duty.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await record(db, actor, ids, { action: 'cancelled', day, note: reason, detail: { by: 'plan' } });
  return ids;
}

/** The way back, for what a plan had cancelled: somebody's own cancelling stays. */
export async function reinstateDuties(
  db: Db,
  which: readonly Which[],
  { actor, day, reason }: Reasoned,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`with found as (
      select d.id from duty d join ${matching(which)} join task t on t.id = d.task_id
      where d.cancelled_on is not null and ${fits} and (select e.detail->>'by' from duty_event e
        where e.duty_id = d.id and e.action = 'cancelled' order by e.id desc limit 1) = 'plan'
      order by d.id for update of d)
    update duty set cancelled_on = null, last_moved_on = ${day}::date, version = version + 1
    from found where duty.id = found.id returning duty.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await record(db, actor, ids, { action: 'reinstated', day, note: reason, detail: { by: 'plan' } });
  return ids;
}

/**
 * A task that is done once now and not every month, or every quarter: what was open of the old rhythm and not yet due ends.
 * What fell due before the amendment was owed, and stays. Returns the ids.
 */
export async function endOldRhythm(
  db: Db,
  taskIds: readonly number[],
  { actor, day, reason }: Reasoned,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`with found as (
      select d.id from duty d join task t on t.id = d.task_id
      where t.id = any(${[...taskIds]}::bigint[]) and d.done_on is null and d.cancelled_on is null
        and coalesce(d.due_on >= ${day}::date, true) and not ${fits} order by d.id for update of d)
    update duty set cancelled_on = ${day}::date, last_moved_on = ${day}::date, version = version + 1
    from found where duty.id = found.id returning duty.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await record(db, actor, ids, { action: 'cancelled', day, note: reason, detail: { by: 'plan' } });
  return ids;
}

/**
 * Open duties follow their task, which was amended: group, part, and the day. Whoever had been given more time keeps it if it is
 * longer; what was done late before keeps its day; that it was overdue until now stays in its history. Returns the ids of those
 * whose day moved.
 */
export async function moveDue(
  db: Db,
  taskIds: readonly number[],
  { actor, day, reason }: Reasoned,
): Promise<readonly number[]> {
  const ids = [...taskIds];
  const part = sql`coalesce((select a.part from assignment a
    where a.task_id = d.task_id and a.unit_id = d.unit_id and a.role = d.role), d.part)`;
  await sql`update duty d set group_id = t.group_id, part = ${part}, version = d.version + 1 from task t
    where d.task_id = t.id and t.id = any(${ids}::bigint[]) and d.cancelled_on is null
      and (d.group_id is distinct from t.group_id or d.part is distinct from ${part})`.execute(db);
  const again = JSON.stringify(await daysAhead(db, ids, day));
  const { rows } = await sql<{ id: number; beforeOn: string | null; afterOn: string | null }>`with meant as (
      select t.id as task_id, null::text as period, t.due_to as due_on from task t
        where t.id = any(${ids}::bigint[]) and t.due_kind <> 'recurring' and not t.on_call
      union all select * from jsonb_to_recordset(${again}::jsonb) as a("taskId" bigint, period text, "dueOn" date)),
    found as (
      select d.id, d.due_on as before_on, case when d.due_on is distinct from d.first_due_on
        then greatest(m.due_on, d.due_on) else m.due_on end as after_on
      from duty d join meant m on m.task_id = d.task_id and m.period is not distinct from d.period
      where d.done_on is null and d.cancelled_on is null and not d.once_late
      order by d.id for update of d),
    moved as (update duty set due_on = after_on, first_due_on = after_on, last_moved_on = ${day}::date,
        year = coalesce(extract(year from after_on), year), version = version + 1
      from found where duty.id = found.id and before_on is distinct from after_on
      returning duty.id, before_on, after_on)
    select * from moved`.execute(db);
  await sql`insert into due_change (duty_id, on_day, before_on, after_on)
    select id, ${day}::date, before, after from unnest(${rows.map(({ id }) => id)}::bigint[],
      ${rows.map(({ beforeOn }) => beforeOn)}::date[], ${rows.map(({ afterOn }) => afterOn)}::date[])
      as c(id, before, after)`.execute(db);
  for (const same of Map.groupBy(rows, ({ beforeOn, afterOn }) => `${beforeOn} ${afterOn}`).values()) {
    const { beforeOn: from = null, afterOn: to = null } = same[0] ?? {};
    const moved = same.map(({ id }) => id);
    // An earlier day makes nothing in term that was overdue.
    const until = from !== null && (to === null || to > from) ? overdueUntil(from, day) : {};
    await record(db, actor, moved, { action: 'amended', day, note: reason, detail: { from, to, ...until } });
  }
  return rows.map(({ id }) => id);
}

interface Recurring {
  readonly taskId: number;
  readonly period: string;
  readonly openedOn: string;
  readonly dueEvery: Every;
  readonly dueDay: DayOfPeriod | null;
  readonly until: string;
}

interface Ahead {
  readonly taskId: number;
  readonly period: string;
  readonly dueOn: string;
}

/** By which day the open periods of recurring tasks are due now. A day that has passed binds from the next period on. */
async function daysAhead(db: Db, taskIds: readonly number[], day: string): Promise<readonly Ahead[]> {
  const { rows } =
    await sql<Recurring>`select d.task_id, d.period, min(d.opened_on) as opened_on, t.due_every, t.due_day,
      p.period_to as until from duty d join task t on t.id = d.task_id join plan p on p.id = t.plan_id
    where t.id = any(${[...taskIds]}::bigint[]) and t.due_kind = 'recurring' and not t.on_call and d.period is not null
      and d.done_on is null and d.cancelled_on is null and ${fits}
    group by d.task_id, d.period, t.due_every, t.due_day, p.period_to`.execute(db);
  return rows.flatMap(({ taskId, period, openedOn, dueEvery: every, dueDay: on, until }) => {
    const term = isDated(every) ? termOf({ every, on }, openedOn, until) : null;
    return term?.name === period && term.dueOn >= day ? [{ taskId, period, dueOn: term.dueOn }] : [];
  });
}

export interface OwnPlan {
  /** The plan that was issued, and the superior's that asked for it. */
  readonly planId: number;
  readonly superiorPlanId: number;
  /** Whose plan it is, with those whose work it took over. */
  readonly unitIds: readonly number[];
  readonly issuedOn: string;
}

/** The unit has issued the plan that it owed: its duty is done on the day of issue, and needs nobody to confirm it. */
export async function fulfilOwnPlan(
  db: Db,
  { planId, superiorPlanId, unitIds, issuedOn }: OwnPlan,
  { actor, day }: Opening,
): Promise<readonly number[]> {
  const done = sql`least(${issuedOn}::date, ${day}::date)`;
  const { rows } = await sql<{ id: number }>`with found as (
      select d.id from duty d join task t on t.id = d.task_id
      where t.plan_id = ${superiorPlanId} and t.asks_plan and d.unit_id = any(${[...unitIds]}::bigint[])
        and d.done_on is null and d.cancelled_on is null
        -- Asked for every year: a year's plan is not the next year's.
        and (d.period is null or exists (select 1 from plan p where p.id = ${planId}
          and p.period_from <= d.due_on and p.period_to >= d.opened_on))
      order by d.id for update of d)
    update duty set own_plan_id = ${planId}, confirmed_on = ${day}::date,
      done_on = case when once_late then greatest(due_on + 1, ${done}) else ${done} end, received_on = coalesce(received_on, ${day}::date), reported_at = now(), returned = false,
      once_late = once_late or coalesce(${done} > due_on, false),
      last_moved_on = ${day}::date, version = version + 1
    from found where duty.id = found.id returning duty.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await record(db, actor, ids, { action: 'ownPlan', day, detail: { planId } });
  return ids;
}
