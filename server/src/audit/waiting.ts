// Rows on their way into the chain: left by who writes, moved by one sealer at a time, many at once.
import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { markOf, waitingMarkOf, type Said, type Tip } from './chain.ts';
import * as queries from './queries.ts';

/** Begins with the time, so that new ones stand beside each other in the index. */
export function newTicket(at: Date): string {
  const text = at.getTime().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Nobody waits for anybody here: this is all that a transaction that writes does for the log. */
export async function leave(trx: Transaction<Tables>, key: Buffer, said: readonly Said[]): Promise<void> {
  const rows = said.map((each) => ({ ...each, ticket: each.ticket ?? '', mark: waitingMarkOf(key, each) }));
  for (let at = 0; at < rows.length; at += 1000) {
    await trx
      .insertInto('auditWaiting')
      .values(rows.slice(at, at + 1000))
      .execute();
  }
}

/** A row that bears the mark of what it says. */
export const isSound = (key: Buffer, row: queries.Waiting): boolean => row.mark === waitingMarkOf(key, row);

const portion = 2000;

/** All that waits, in the order of ids; what was changed or copied stays behind, for `verify` to tell. Null: nothing waited. */
export async function seal(db: Kysely<Tables>, key: Buffer): Promise<Tip | null> {
  let tip: Tip | null = null;
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const moved = await db.transaction().execute((trx) => move(trx, { key, from }));
    tip = moved.tip ?? tip;
    after = moved.next;
  }
  return tip;
}

interface Portion {
  readonly key: Buffer;
  readonly from: number;
}

async function move(trx: Transaction<Tables>, { key, from }: Portion) {
  const before = await queries.lockTip(trx);
  const found = await queries.waitingAfter(trx, from, portion);
  const next = found.length === portion ? (found.at(-1)?.id ?? null) : null;
  const sound = found.filter((row) => isSound(key, row));
  const known = await queries.ticketsIn(
    trx,
    sound.map(({ ticket }) => ticket),
  );
  let { seq, hash } = before;
  const places = sound.flatMap((row): queries.Placed[] => {
    if (known.has(row.ticket)) return [];
    known.add(row.ticket);
    const previous = hash;
    seq += 1;
    hash = markOf(key, previous, { ...row, seq });
    return [{ id: row.id, seq, previous, hash }];
  });
  if (places.length > 0) await queries.place(trx, places);
  return { tip: places.length > 0 ? { seq, hash } : null, next };
}

/** Which of the tickets stand neither in the chain nor before it: somebody took them away. */
export async function missing(db: Db, tickets: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{
    ticket: string;
  }>`select t.ticket::text from unnest(${tickets}::uuid[]) t(ticket)
    where not exists (select 1 from audit a where a.ticket = t.ticket)
      and not exists (select 1 from audit_waiting w where w.ticket = t.ticket)`.execute(db);
  return rows.map(({ ticket }) => ticket);
}
