// Editions of plans and the numbers that they bear: rows, and nothing but rows.
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export type EditionRow = Selectable<Tables['planEdition']>;

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
