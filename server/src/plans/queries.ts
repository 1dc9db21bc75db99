// Rows of plans, and nothing but rows.
import {
  sql,
  type Insertable,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  type Updateable,
} from 'kysely';
import type { Scope } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { matchesWords } from '../text/search.ts';

export type PlanRow = Selectable<Tables['plan']>;
export type EditionRow = Selectable<Tables['planEdition']>;

export const planById = (db: Db, id: number): Promise<PlanRow | undefined> =>
  db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();

/** Held until the end of the transaction: whoever else wants to change the plan waits. */
export const lockPlan = (db: Db, id: number): Promise<PlanRow | undefined> =>
  db.selectFrom('plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Nobody changes it until the end of the transaction. */
export const holdPlan = (db: Db, id: number) =>
  db.selectFrom('plan').select('id').where('id', '=', id).forShare().executeTakeFirst();

export const planOfDocument = (db: Db, documentId: number): Promise<PlanRow | undefined> =>
  db
    .selectFrom('plan')
    .selectAll()
    .where((eb) =>
      eb
        .or([eb('documentId', '=', documentId), eb('amendmentDocumentId', '=', documentId)])
        .or(
          eb.exists(
            eb
              .selectFrom('planEdition')
              .select('planId')
              .whereRef('planId', '=', 'plan.id')
              .where('documentId', '=', documentId),
          ),
        ),
    )
    .orderBy('id')
    .executeTakeFirst();

export const insertPlan = async (db: Db, row: Insertable<Tables['plan']>): Promise<number> =>
  (await db.insertInto('plan').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const updatePlan = (db: Db, id: number, row: Updateable<Tables['plan']>) =>
  db.updateTable('plan').set(row).where('id', '=', id).execute();

export async function removePlan(db: Db, id: number): Promise<void> {
  await db.updateTable('plan').set({ previousId: null }).where('previousId', '=', id).execute();
  await db.deleteFrom('plan').where('id', '=', id).execute();
}

export const insertEdition = (db: Db, row: Insertable<Tables['planEdition']>) =>
  db.insertInto('planEdition').values(row).execute();

export const editionsOf = (db: Db, planId: number) =>
  db
    .selectFrom('planEdition')
    .select(['edition', 'title', 'number', 'issuedOn', 'signer', 'reason'])
    .where('planId', '=', planId)
    .orderBy('edition')
    .execute();

export const editionOf = (db: Db, planId: number, edition: number): Promise<EditionRow | undefined> =>
  db
    .selectFrom('planEdition')
    .selectAll()
    .where('planId', '=', planId)
    .where('edition', '=', edition)
    .executeTakeFirst();

/** Another plan of the unit that used the number in that year. */
export const numberTaken = (
  db: Db,
  { planId, ownerId, numberKey, year }: { planId: number; ownerId: number; numberKey: string; year: number },
) =>
  db
    .selectFrom('planEdition')
    .innerJoin('plan', 'plan.id', 'planEdition.planId')
    .select(['plan.id', 'plan.title'])
    .where('planEdition.numberKey', '=', numberKey)
    .where('planEdition.planId', '!=', planId)
    .where(sql<boolean>`extract(year from plan_edition.issued_on) = ${year}`)
    .where('plan.ownerId', '=', ownerId)
    .executeTakeFirst();

/** Numbers of one unit are given one after the other. */
export const lockNumbers = (db: Db, ownerId: number) =>
  sql`select pg_advisory_xact_lock(6049, ${ownerId}::integer)`.execute(db);

export interface NewEvent {
  readonly planId: number;
  readonly personId: number | null;
  readonly action: string;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

export const addEvent = (db: Db, { planId, personId, action, reason = null, detail = null }: NewEvent) =>
  db
    .insertInto('planEvent')
    .values({ planId, personId, action, reason, detail: detail && JSON.stringify(detail) })
    .execute();

export const eventsOf = (db: Db, planId: number) =>
  db
    .selectFrom('planEvent')
    .leftJoin('person', 'person.id', 'planEvent.personId')
    .select([
      'planEvent.at',
      'planEvent.action',
      'planEvent.reason',
      'planEvent.detail',
      'person.name as who',
    ])
    .where('planId', '=', planId)
    .orderBy('planEvent.id', 'desc')
    .limit(500)
    .execute();

export const refsOf = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.ownerId')
    .select(['plan.id', 'plan.title', 'plan.number', 'plan.status', 'unit.name as ownerName'])
    .where(sql<boolean>`plan.id = any(${[...ids]}::bigint[])`)
    .execute();

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

const anyOf = (column: string, ids: readonly number[]) =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::bigint[])`;

/** The plans that a scope reaches, as a condition: those below know of a plan once it was issued. */
export function within(scope: Scope): Condition {
  const issued = sql<SqlBool>`plan.status in ('issued', 'closed')`;
  const handed = (role: 'lead' | 'coordinating') => (units: RawBuilder<number[]>) =>
    sql<SqlBool>`(${issued} and exists (select 1 from task t join assignment a on a.task_id = t.id
      where t.plan_id = plan.id and t.withdrawn_at is null and a.role = ${role} and a.unit_id = any(${units})))`;
  return reaches(scope, {
    owner: sql`plan.owner_id`,
    issued,
    leads: handed('lead'),
    coordinating: handed('coordinating'),
    issuer: sql`plan.owner_id`,
    confirmer: sql`case when ${issued} then plan.confirmer_id end`,
  });
}

export interface PlansWanted {
  readonly q?: string | undefined;
  /** A unit with those whose work it took over. */
  readonly owners?: readonly number[] | undefined;
  readonly year?: number | undefined;
  readonly statuses?: readonly string[] | undefined;
  readonly superior?: number | undefined;
  readonly carriedBy?: CarriedBy | undefined;
  readonly scope: Scope;
}

/** A plan seen as what carries others out: units above its own, its unit with those before it, its period. */
export interface CarriedBy {
  readonly above: readonly number[];
  readonly own: readonly number[];
  readonly periodFrom: string;
  readonly periodTo: string;
}

function found(db: Db, { q, owners, year, statuses, superior, scope, carriedBy }: PlansWanted) {
  let query = db.selectFrom('plan').where(within(scope));
  if (q) query = query.where((eb) => eb.and(matchesWords('plan', q)));
  if (owners) query = query.where(anyOf('plan.ownerId', owners));
  if (statuses) {
    // An amendment waits for somebody as a plan does; only those inside know that there is one.
    const inside = scope.everything
      ? sql<SqlBool>`true`
      : anyOf('plan.ownerId', [...scope.unitIds, ...scope.issuers]);
    const among = sql`any(${[...statuses]}::text[])`;
    query = query.where(
      sql<SqlBool>`(plan.status = ${among} or (plan.amendment_status = ${among} and ${inside}))`,
    );
  }
  if (carriedBy) {
    const { above, own, periodFrom: from, periodTo: to } = carriedBy;
    query = query.where(sql<SqlBool>`(${anyOf('plan.ownerId', above)} or (${anyOf('plan.ownerId', own)}
      and plan.period_from <= ${from} and ${to} <= plan.period_to
      and (plan.period_from < ${from} or ${to} < plan.period_to)))`);
  }
  if (superior !== undefined) query = query.where('plan.superiorId', '=', superior);
  if (year !== undefined) {
    query = query
      .where('plan.periodFrom', '<=', `${year}-12-31`)
      .where('plan.periodTo', '>=', `${year}-01-01`);
  }
  return query;
}

export type PlanSort = 'period' | '-period' | 'title' | '-title' | 'issued' | '-issued';
const sortColumns = { period: 'plan.periodFrom', title: 'plan.title', issued: 'plan.issuedOn' } as const;

export interface Page {
  readonly sort: PlanSort;
  readonly limit: number;
  readonly offset: number;
}

/** Without the bodies. */
const summaryColumns = [
  'plan.id',
  'plan.title',
  'plan.ownerId',
  'plan.status',
  'plan.periodFrom',
  'plan.periodTo',
  'plan.number',
  'plan.issuedOn',
  'plan.edition',
  'plan.amendmentStatus',
  'plan.taskCount',
  'plan.superiorId',
  'plan.documentId',
  'plan.demo',
] as const;

export type SummaryRow = Pick<
  PlanRow,
  | 'id'
  | 'title'
  | 'ownerId'
  | 'status'
  | 'periodFrom'
  | 'periodTo'
  | 'number'
  | 'issuedOn'
  | 'edition'
  | 'amendmentStatus'
  | 'taskCount'
  | 'superiorId'
  | 'documentId'
  | 'demo'
>;

export function listPlans(db: Db, wanted: PlansWanted, { sort, limit, offset }: Page): Promise<SummaryRow[]> {
  const column = sortColumns[sort.replace('-', '') as keyof typeof sortColumns];
  return found(db, wanted)
    .select(summaryColumns)
    .orderBy(column, (order) => (sort.startsWith('-') ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('plan.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countPlans(db: Db, wanted: PlansWanted): Promise<number> {
  const row = await found(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

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

/** The rows of the register that a document's tasks have. */
export const taskRowsOf = (db: Db, documentId: number) =>
  db.selectFrom('task').select(['id', 'draftId']).where('documentId', '=', documentId).execute();

/** Issued plans of units below that carry it out. */
export const issuedBelow = (db: Db, superiorId: number) =>
  db
    .selectFrom('plan')
    .select(['id', 'ownerId', 'issuedOn'])
    .where('superiorId', '=', superiorId)
    .where('status', 'in', ['issued', 'closed'])
    .orderBy('id')
    .execute();

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

/** Nobody withdraws it while a plan is being made of it. */
export const holdDocument = (db: Db, documentId: number) =>
  db.selectFrom('document').select('id').where('id', '=', documentId).forShare().executeTakeFirst();
