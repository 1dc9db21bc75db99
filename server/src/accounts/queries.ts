// The rows behind signing in.
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Insertable } from 'kysely';

export interface Account {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly demo: boolean;
  readonly password: string | null;
  readonly totp: string | null;
  readonly totpStep: number | null;
}

const accounts = (db: Db) =>
  db
    .selectFrom('person as p')
    .leftJoin('credential as c', 'c.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.active', 'p.demo', 'c.password', 'c.totp', 'c.totpStep']);

export const accountByEmail = (db: Db, emailKey: string): Promise<Account | undefined> =>
  accounts(db).where('p.emailKey', '=', emailKey).executeTakeFirst();

export const accountById = (db: Db, id: number): Promise<Account | undefined> =>
  accounts(db).where('p.id', '=', id).executeTakeFirst();

export const insertSession = async (db: Db, row: Insertable<Tables['session']>): Promise<string> =>
  (await db.insertInto('session').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const endSession = (db: Db, id: string, now: Date) =>
  db
    .updateTable('session')
    .set({ endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();

/** All of a person's, but the one named. */
export const endSessions = (db: Db, personId: number, now: Date, but: string | null = null) =>
  db
    .updateTable('session')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .$if(but !== null, (query) => query.where('id', '!=', but ?? ''))
    .returning('id')
    .execute();

export const sawPerson = (db: Db, id: number, now: Date) =>
  db.updateTable('person').set({ lastSeenAt: now }).where('id', '=', id).execute();
