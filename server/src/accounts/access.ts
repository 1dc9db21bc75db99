// All ways in that a person has open at the moment.
import type { Db } from '../db/connect.ts';
import * as queries from './queries.ts';

/** Sessions and one-time links end; the password stays. */
export async function dropAccess(db: Db, personId: number, now: Date): Promise<void> {
  await queries.endSessions(db, personId, now);
  await queries.dropInvitations(db, personId);
}
