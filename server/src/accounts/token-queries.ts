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
    .select(['t.revokedAt', 'p.name as createdBy'])
    .$if(unitIds !== null, (query) => query.where('t.unitId', 'in', unitIds?.length ? unitIds : [0]))
    .orderBy('t.id', 'desc')
    .execute();

export const tokenById = (db: Db, id: number) =>
  db.selectFrom('apiToken').select(['unitId', 'name']).where('id', '=', id).executeTakeFirst();

export const insertToken = async (db: Db, row: Insertable<Tables['apiToken']>): Promise<number> =>
  (await db.insertInto('apiToken').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const revokeToken = (db: Db, id: number, now: Date) =>
  db
    .updateTable('apiToken')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute();
