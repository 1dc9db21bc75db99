// Rows of plans, and nothing but rows.
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export type PlanRow = Selectable<Tables['plan']>;

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
      'planEvent.personId',
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

/** Nobody withdraws it while a plan is being made of it. */
export const holdDocument = (db: Db, documentId: number) =>
  db.selectFrom('document').select('id').where('id', '=', documentId).forShare().executeTakeFirst();
