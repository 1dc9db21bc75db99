// What a plan handed down: to whom, and how it stands.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

/** The units among these that its tasks were handed to, by role. */
export const handedTo = (db: Db, planId: number, unitIds: readonly number[]) =>
  db
    .selectFrom('assignment')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .select(['assignment.role', 'assignment.unitId'])
    .distinct()
    .where('task.planId', '=', planId)
    .where('task.withdrawnAt', 'is', null)
    .where(sql<boolean>`assignment.unit_id = any(${[...unitIds]}::bigint[])`)
    .execute();

export interface ClassRow {
  readonly key: number;
  readonly onTime: number;
  readonly late: number;
  readonly inTerm: number;
  readonly overdue: number;
}

/** The four classes of the duties that lead, by plan, as they stand on a day. */
export const classesOf = async (db: Db, planIds: readonly number[], day: string) =>
  (
    await sql<ClassRow>`select plan_id as key,
        count(*) filter (where done_on is not null and coalesce(done_on <= due_on, true)) as "onTime",
        count(*) filter (where done_on > due_on) as late,
        count(*) filter (where done_on is null and coalesce(due_on >= ${day}::date, true)) as "inTerm",
        count(*) filter (where done_on is null and due_on < ${day}::date) as overdue
      from duty where plan_id = any(${[...planIds]}::bigint[]) and role = 'lead' and cancelled_on is null
      group by plan_id`.execute(db)
  ).rows;

export interface OpenRow {
  readonly unitId: number;
  readonly open: number;
  readonly overdue: number;
  readonly reported: number;
}

/** What is not confirmed yet, in either role, by unit. */
export const openByUnit = async (db: Db, planId: number, day: string) =>
  (
    await sql<OpenRow>`select unit_id, count(*) filter (where done_on is null) as open,
        count(*) filter (where done_on is null and due_on < ${day}::date) as overdue,
        count(*) filter (where done_on is not null) as reported
      from duty where plan_id = ${planId} and cancelled_on is null and confirmed_on is null group by unit_id`.execute(
      db,
    )
  ).rows;

export const openDutiesOf = (db: Db, planId: number) =>
  db
    .selectFrom('duty')
    .innerJoin('task', 'task.id', 'duty.taskId')
    .select(['task.planTaskId', 'duty.unitId', 'duty.role', 'duty.period', 'duty.openedOn', 'duty.dueOn'])
    .select(
      sql<number>`coalesce((select x.from_unit_id from duty_transfer x where x.duty_id = duty.id order by x.id limit 1),
        duty.unit_id)`.as('firstUnitId'),
    )
    .where('duty.planId', '=', planId)
    .where('duty.doneOn', 'is', null)
    .where('duty.cancelledOn', 'is', null)
    .execute();

/** Of all that was ever handed down and not taken back: task of the plan, unit and role. */
export const handedOf = (db: Db, planId: number) =>
  db
    .selectFrom('assignment')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .select(['task.planTaskId', 'assignment.unitId', 'assignment.role'])
    .where('task.planId', '=', planId)
    .where('task.withdrawnAt', 'is', null)
    .execute();
