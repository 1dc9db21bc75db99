// Rows of the audit log.
import { sql, type Transaction } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { start, type Link, type Tip } from './chain.ts';

export interface Row extends Link {
  readonly previous: string;
  readonly hash: string;
}

/** The last row, held until the transaction ends: rows are chained one after the other. */
export async function lockTip(trx: Transaction<Tables>): Promise<Tip> {
  const { rows } = await sql<{ seq: number | null; hash: string | null }>`select * from audit_tip()`.execute(
    trx,
  );
  const [found] = rows;
  return found?.seq == null ? start : { seq: found.seq, hash: found.hash ?? '' };
}

export async function tip(db: Db): Promise<Tip> {
  const row = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? start;
}

export async function hashAt(db: Db, seq: number): Promise<string | null> {
  if (seq === 0) return start.hash;
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash ?? null;
}

export async function insertRows(trx: Transaction<Tables>, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await trx
      .insertInto('audit')
      .values(rows.slice(at, at + 1000))
      .execute();
  }
}

/** The next rows after `seq` (null: from the beginning), as they are stored, to the microsecond and the letter. */
export async function rowsAfter(db: Db, seq: number | null, limit: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select seq,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      person_id, token_id, who, address, action, subject, subject_id, unit_id, root_id,
      detail::text as detail, previous, hash
    from audit where ${seq}::bigint is null or seq > ${seq} order by seq limit ${limit}`.execute(db);
  return rows;
}

/** How many rows say that they stand at or before `seq`, or say nothing. */
export async function countUpTo(db: Db, seq: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit where seq is null or seq <= ${seq}`.execute(db);
  return rows[0]?.count ?? 0;
}
