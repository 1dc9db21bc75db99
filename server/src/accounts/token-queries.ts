// The rows behind tokens.
import type { Insertable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

/** Of these units; null: of all. */
export const tokens = (db: Db, unitIds: readonly number[] | null) =>
  db
    .selectFrom('apiToken as t')
    .leftJoin('person as p', 'p.id', 't.createdBy')
    .select(['t.id', 't.unitId', 't.name', 't.roles', 't.hint', 't.createdAt', 't.expiresOn', 't.lastUsedAt'])
    .leftJoin('person as k', 'k.id', 't.keptBy')
    .select(['t.revokedAt', 'p.name as createdBy', 'k.name as keptBy', 't.keptBy as keeperId'])
    .$if(unitIds !== null, (query) => query.where('t.unitId', 'in', unitIds?.length ? unitIds : [0]))
    .orderBy('t.id', 'desc')
    .execute();

export const tokenById = (db: Db, id: number) =>
  db
    .selectFrom('apiToken')
    .select(['unitId', 'name', 'roles', 'revokedAt'])
    .where('id', '=', id)
    .executeTakeFirst();

export const insertToken = async (db: Db, row: Insertable<Tables['apiToken']>): Promise<number> =>
  (await db.insertInto('apiToken').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const keepToken = (db: Db, id: number, personId: number) =>
  db
    .updateTable('apiToken')
    .set({ keptBy: personId })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();

export const revokeToken = (db: Db, id: number, now: Date) =>
  db
    .updateTable('apiToken')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute();
