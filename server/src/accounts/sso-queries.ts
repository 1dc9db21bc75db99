// The rows behind single sign-on.
import type { Insertable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { accountByEmail, accountById, type Account } from './queries.ts';

export { accountByEmail };

export const insertFlow = (db: Db, row: Insertable<Tables['ssoFlow']>) =>
  db.insertInto('ssoFlow').values(row).execute();

export const dropFlowsBefore = (db: Db, time: Date) =>
  db.deleteFrom('ssoFlow').where('createdAt', '<', time).execute();

/** Taken away while it is read: each serves once. */
export const takeFlow = (db: Db, hash: string, after: Date) =>
  db
    .deleteFrom('ssoFlow')
    .where('hash', '=', hash)
    .where('createdAt', '>', after)
    .returningAll()
    .executeTakeFirst();

export async function accountBySubject(
  db: Db,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('ssoIdentity')
    .select('personId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row && accountById(db, row.personId);
}

/** False: the person is known there under another name already. */
export const linkIdentity = async (db: Db, row: Insertable<Tables['ssoIdentity']>): Promise<boolean> =>
  (await db
    .insertInto('ssoIdentity')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()) !== undefined;
