// A task that was handed down becomes duties: one for each unit and role, of a recurring task one in each period.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import { record } from './history.ts';
import type { DayOfPeriod } from '../tasks/due-day.ts';
import { isDated, termsIn, yearOf, type Every } from './periods.ts';
import { noteSources } from './transfer.ts';

export interface Opening {
  readonly actor: Actor;
  /** Today, ISO. */
  readonly day: string;
}

interface TaskToOpen {
  readonly id: number;
  readonly planId: number | null;
  readonly confirmerId: number | null;
  readonly groupId: number | null;
  readonly dueTo: string | null;
  readonly dueEvery: Every | null;
  readonly dueDay: DayOfPeriod | null;
  readonly recurring: boolean;
  readonly onCall: boolean;
  /** When it was handed down. */
  readonly since: string;
  /** The plan's first and last day. */
  readonly begins: string | null;
  readonly until: string | null;
}

/** One duty of every unit that the task was handed down to. */
interface Occasion {
  readonly taskId: number;
  readonly period: string | null;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly year: number;
}

/**
 * Part of the transaction that hands tasks down (their rows of `assignment` are there). Opens what has begun by `day`; may be
 * repeated: what is open already, or was, stays as it is. Returns the ids of the duties that are new.
 */
export async function openDuties(
  db: Db,
  taskIds: readonly number[],
  { actor, day }: Opening,
): Promise<readonly number[]> {
  const opened: number[] = [];
  for (let at = 0; at < taskIds.length; at += 500) {
    const tasks = await tasksToOpen(db, taskIds.slice(at, at + 500), day);
    const occasions = tasks.flatMap((task) => occasionsOf(task, day));
    opened.push(...(await insertDuties(db, occasions)));
  }
  await record(db, actor, opened, { action: 'opened', day });
  return opened;
}

async function tasksToOpen(db: Db, ids: readonly number[], day: string): Promise<readonly TaskToOpen[]> {
  const { rows } =
    await sql<TaskToOpen>`select t.id, t.plan_id, coalesce(p.confirmer_id, t.owner_id) as confirmer_id,
      t.group_id, t.due_to, t.due_every, t.due_day, t.due_kind = 'recurring' as recurring, t.on_call,
      least(coalesce(e.issued_on, p.issued_on, ${day}::date), ${day}::date) as since,
      p.period_from as begins, p.period_to as until
    from task t left join plan p on p.id = t.plan_id
      left join plan_edition e on e.plan_id = p.id and e.edition = p.edition
    where t.id = any(${[...ids]}::bigint[]) and t.withdrawn_at is null`.execute(db);
  return rows;
}

/** What has begun by the day: nothing for what waits for a call, no period that was over when the task was handed down. */
function occasionsOf(task: TaskToOpen, day: string): readonly Occasion[] {
  const { id: taskId, since, dueTo, dueEvery, dueDay, recurring, onCall } = task;
  if (onCall) return [];
  if (recurring && isDated(dueEvery)) {
    const until = task.until === null || task.until > day ? periodEnd(task, day) : task.until;
    const from = task.begins !== null && task.begins > since ? task.begins : since;
    return termsIn({ every: dueEvery, on: dueDay }, { from, to: until })
      .filter(({ from }) => from <= day)
      .map(({ name: period, from, dueOn }) => ({
        taskId,
        period,
        openedOn: from,
        dueOn,
        year: yearOf(dueOn),
      }));
  }
  const dueOn = recurring ? null : dueTo;
  return [{ taskId, period: null, openedOn: since, dueOn, year: yearOf(dueOn ?? since) }];
}

/** The end of what is to be looked at: the running period counts to its own end, or to the plan's. */
function periodEnd({ dueEvery, until }: TaskToOpen, day: string): string {
  const far = `${yearOf(day) + (dueEvery === 'five-years' ? 5 : 1)}-12-31`;
  return until !== null && until < far ? until : far;
}

interface Given {
  readonly taskId: number;
  readonly unitId: number;
  readonly role: 'lead' | 'coordinating';
  readonly part: string | null;
  readonly endedOn: string | null;
}

async function insertDuties(db: Db, occasions: readonly Occasion[]): Promise<readonly number[]> {
  const byTask = Map.groupBy(occasions, ({ taskId }) => taskId);
  const places = await placesOf(db);
  const opened: number[] = [];
  const rows = (await givenTo(db, [...byTask.keys()])).flatMap((given) =>
    (byTask.get(given.taskId) ?? []).flatMap((occasion) => {
      const unitId = holder(places, given, occasion.openedOn);
      const givenTo = given.unitId;
      return unitId === null ? [] : [{ ...occasion, ...given, givenTo, unitId, rootId: places.root(unitId) }];
    }),
  );
  for (let at = 0; at < rows.length; at += 5000) {
    opened.push(...(await insertRows(db, rows.slice(at, at + 5000))));
  }
  await openMilestones(db, opened);
  await noteSources(db, opened);
  return opened;
}

async function givenTo(db: Db, taskIds: readonly number[]): Promise<readonly Given[]> {
  const { rows } = await sql<Given>`select a.task_id, a.unit_id, a.role, a.part, u.valid_to as ended_on
    from assignment a join unit u on u.id = a.unit_id
    where a.task_id = any(${[...taskIds]}::bigint[]) order by a.task_id, a.role desc, a.unit_id`.execute(db);
  return rows;
}

/** A unit that had ended when the duty began has handed it to its heir; null: nobody took its work over. */
function holder(places: Places, { unitId, endedOn }: Given, openedOn: string): number | null {
  if (endedOn === null || endedOn >= openedOn) return unitId;
  const heir = places.heir(unitId);
  return heir === unitId ? null : heir;
}

/** `givenTo`: whom the plan gave it to, whose heir may hold it. */
type NewDuty = Occasion & Omit<Given, 'endedOn'> & { readonly givenTo: number; readonly rootId: number };

async function insertRows(db: Db, rows: readonly NewDuty[]): Promise<readonly number[]> {
  const { rows: made } = await sql<{ id: number }>`
    insert into duty (task_id, unit_id, role, part, period, opened_on, due_on, first_due_on, last_moved_on,
      confirmer_id, plan_id, root_id, group_id, year)
    select t.id, n."unitId", n.role, n.part, n.period, n."openedOn", n."dueOn", n."dueOn", n."openedOn",
      coalesce(p.confirmer_id, t.owner_id), t.plan_id, n."rootId", t.group_id, n.year
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("taskId" bigint, "unitId" bigint, role text, part text,
        period text, "openedOn" date, "dueOn" date, "givenTo" bigint, "rootId" bigint, year smallint)
      join task t on t.id = n."taskId" left join plan p on p.id = t.plan_id
    -- What a unit has, and leaves to its heir, or what it has handed on, is not opened again.
    where not exists (select 1 from duty d where d.task_id = n."taskId" and d.unit_id = n."givenTo" and d.role = n.role
        and d.period is not distinct from n.period)
      and not exists (select 1 from duty_transfer x join duty d on d.id = x.duty_id
        where d.task_id = n."taskId" and d.role = n.role and d.period is not distinct from n.period
          and x.from_unit_id in (n."givenTo", n."unitId"))
    order by t.id, n."unitId", n.role, n.period
    on conflict do nothing returning id`.execute(db);
  return made.map(({ id }) => id);
}

/** The leading units keep the task's milestones, those of the period only. */
async function openMilestones(db: Db, dutyIds: readonly number[]): Promise<void> {
  await sql`insert into duty_milestone (duty_id, no, title, due_on)
    select d.id, m.no, m.milestone->>'text', (m.milestone->>'date')::date
    from duty d join task t on t.id = d.task_id
      cross join lateral jsonb_array_elements(t.milestones) with ordinality as m(milestone, no)
    where d.id = any(${[...dutyIds]}::bigint[]) and d.role = 'lead' and m.milestone->>'date' ~ '^\\d{4}-\\d\\d-\\d\\d$'
      and (d.period is null or (m.milestone->>'date')::date between d.opened_on and d.due_on)
    on conflict do nothing`.execute(db);
}

/** A task that is done on call was called: each of its units has a duty of its own for this call. */
export async function openCall(
  db: Db,
  task: { readonly id: number; readonly dueOn: string },
  { actor, day }: Opening,
  note: string,
): Promise<{ readonly period: string; readonly ids: readonly number[] }> {
  const { rows } = await sql<{
    last: number;
  }>`select coalesce(max(substring(period from 6)::integer), 0) as last
    from duty where task_id = ${task.id} and period like 'call:%'`.execute(db);
  const period = `call:${(rows[0]?.last ?? 0) + 1}`;
  const ids = await insertDuties(db, [
    { taskId: task.id, period, openedOn: day, dueOn: task.dueOn, year: yearOf(task.dueOn) },
  ]);
  await record(db, actor, ids, { action: 'opened', day, note });
  return { period, ids };
}
