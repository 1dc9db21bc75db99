// Rows of the audit log.
import { sql, type Transaction } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { start, type Link, type Said, type Tip } from './chain.ts';

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

/** A row that has no place yet. */
export interface Waiting extends Said {
  readonly id: number;
  readonly ticket: string;
  readonly mark: string;
}

// To the microsecond and the letter, as they are stored: marks cover them.
const said = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  person_id, token_id, who, address, action, subject, subject_id, unit_id, root_id,
  detail::text as detail, ticket::text as ticket`;

export async function waitingAfter(db: Db, id: number, limit: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`select id, ${said}, mark from audit_waiting
    where id > ${id} order by id limit ${limit}`.execute(db);
  return rows;
}

export async function ticketsIn(db: Db, tickets: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ ticket: string }>`select ticket::text from audit
    where ticket = any(${tickets}::uuid[])`.execute(db);
  return new Set(rows.map(({ ticket }) => ticket));
}

export async function stillWaiting(db: Db, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('auditWaiting').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Where a waiting row comes to stand. */
export interface Placed {
  readonly id: number;
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** Moves rows within the database, as they are; not all of them there: nothing is moved. */
export async function place(trx: Transaction<Tables>, places: readonly Placed[]): Promise<void> {
  const column = <K extends keyof Placed>(name: K) => places.map((each) => each[name]);
  const done = await sql`with gone as (
      delete from audit_waiting w
      using unnest(${column('id')}::bigint[], ${column('seq')}::bigint[], ${column('previous')}::text[],
        ${column('hash')}::text[]) p(id, seq, previous, hash)
      where w.id = p.id returning w.*, p.seq, p.previous, p.hash)
    insert into audit (seq, at, person_id, token_id, who, address, action, subject, subject_id, unit_id, root_id,
      detail, previous, hash, ticket)
    select seq, at, person_id, token_id, who, address, action, subject, subject_id, unit_id, root_id,
      detail, previous, hash, ticket from gone order by seq`.execute(trx);
  if (Number(done.numAffectedRows ?? 0) !== places.length) {
    throw new Error('Rows of the audit log were taken away while they were put in their place.');
  }
}

/** Rows that have waited longer than they should have, by the database's own clock. */
export async function waitedLong(db: Db, seconds: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from audit_waiting
    where since < clock_timestamp() - ${seconds} * interval '1 second'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The next rows after `seq`; null: from the beginning. */
export async function rowsAfter(db: Db, seq: number | null, limit: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select seq, ${said}, previous, hash
    from audit where ${seq}::bigint is null or seq > ${seq} order by seq limit ${limit}`.execute(db);
  return rows;
}

/** How many rows say that they stand at or before `seq`, or say nothing. */
export async function countUpTo(db: Db, seq: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit where seq is null or seq <= ${seq}`.execute(db);
  return rows[0]?.count ?? 0;
}
