// All ways in that a person has open at the moment.
import type { Db } from '../db/connect.ts';
import * as queries from './queries.ts';

/** Who they were at the provider: with another e-mail, it is for the provider to say anew who that is. */
export const dropIdentity = async (db: Db, personId: number): Promise<void> => {
  await db.deleteFrom('ssoIdentity').where('personId', '=', personId).execute();
};

/** Sessions and one-time links end; the password stays. */
export async function dropAccess(db: Db, personId: number, now: Date): Promise<void> {
  await queries.endSessions(db, personId, now);
  await queries.dropInvitations(db, personId);
}
