// Keeping the counts of duties: the ledger is folded into them by a job, and they can be counted anew from the duties.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

/** Rows folded in one transaction, which takes some milliseconds. */
const portion = 1000;

/** Folds what was in the ledger when it began; returns how many rows that were. */
export async function foldTally(db: Db): Promise<number> {
  const { rows } = await sql<{ length: number }>`select count(*) as length from tally_entry`.execute(db);
  const length = rows[0]?.length ?? 0;
  let done = 0;
  while (done < length) {
    const folded = await foldPortion(db, portion);
    // Nothing left, or somebody else folds.
    if (folded === 0) break;
    done += folded;
  }
  return done;
}

async function foldPortion(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select fold_tally(${most}) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Counts all anew, while writers wait: after duties were restored or loaded past the triggers. */
export const recountTally = (db: Db) => sql`select recount_tally()`.execute(db);
