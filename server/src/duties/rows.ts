// Duties as lists show them, for subjects that know which they want.
import type { Db } from '../db/connect.ts';
import { present, type DutyRow } from './present.ts';
import { dutiesById } from './queries.ts';

/** In the order of the ids, with their classes on the day. */
export async function dutyRows(db: Db, ids: readonly number[], day: string): Promise<readonly DutyRow[]> {
  return ids.length === 0 ? [] : (await dutiesById(db, ids, { day, asOf: false })).map(present);
}
