// Rows of what plans below owe and have taken up.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { PlanRow } from './queries.ts';

export interface Owed {
  readonly unitId: number;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly ownPlanId: number | null;
}

/** Duties to issue a plan of one's own; of several in one unit each. */
export const owedUnder = (db: Db, planId: number): Promise<Owed[]> =>
  db
    .selectFrom('duty')
    .innerJoin('task', 'task.id', 'duty.taskId')
    .select(['duty.unitId', 'duty.dueOn', 'duty.doneOn', 'duty.ownPlanId'])
    .where('task.planId', '=', planId)
    .where('task.asksPlan', '=', true)
    .where('duty.cancelledOn', 'is', null)
    .where('duty.role', '=', 'lead')
    .orderBy('duty.id')
    .execute();

export type PlanUnder = Pick<PlanRow, 'id' | 'ownerId' | 'status' | 'issuedOn'>;

export const plansUnder = (db: Db, superiorId: number): Promise<PlanUnder[]> =>
  db
    .selectFrom('plan')
    .select(['id', 'ownerId', 'status', 'issuedOn'])
    .where('superiorId', '=', superiorId)
    .orderBy('id')
    .execute();

export interface TakenUp {
  readonly taskId: number;
  readonly planId: number;
  readonly ownerId: number;
}

/** Tasks of the plan that issued plans below carry out. */
export const takenUp = async (db: Db, superiorId: number): Promise<TakenUp[]> =>
  (
    await sql<TakenUp>`select distinct t.superior_task_id as "taskId", p.id as "planId", p.owner_id as "ownerId"
      from plan p join task t on t.plan_id = p.id and t.withdrawn_at is null
        join task s on s.id = t.superior_task_id and s.plan_id = ${superiorId} and s.withdrawn_at is null
      where p.superior_id = ${superiorId} and p.status in ('issued', 'closed') order by 1, 2`.execute(db)
  ).rows;

export interface TaskUnder {
  readonly id: number;
  readonly text: string;
  readonly group: string | null;
  readonly unitIds: readonly number[];
}

/** The plan's tasks, without those that ask for the plans themselves. */
export const tasksUnder = async (db: Db, planId: number): Promise<TaskUnder[]> =>
  (
    await sql<TaskUnder>`select t.id, t.text, t.group_name as "group",
        coalesce((select json_agg(distinct a.unit_id) from assignment a where a.task_id = t.id), '[]'::json) as "unitIds"
      from task t where t.plan_id = ${planId} and t.withdrawn_at is null and not t.asks_plan
      order by t.ordinal, t.id`.execute(db)
  ).rows;
