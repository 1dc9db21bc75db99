// Recomputes the whole log, some thousand rows at a time, and names the first that is not as it was written.
import type { Db } from '../db/connect.ts';
import { lossAction, markOf, start, type Tip } from './chain.ts';
import { readHead } from './key.ts';
import * as queries from './queries.ts';
import { isSound } from './waiting.ts';

export type Finding =
  /** A row says something else than when it was written, stands in another's place, or was written by somebody without the key. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** Rows are missing from here on, with others behind. */
  | { readonly kind: 'removed'; readonly seq: number }
  /** More than one row bears this number, or a number that none had. */
  | { readonly kind: 'inserted'; readonly seq: number }
  /** The log ends here; the head that was kept knows of more. */
  | { readonly kind: 'truncated'; readonly seq: number; readonly kept: number }
  /** The log does not hold what the kept head, or the one that was handed in, says stood there. */
  | { readonly kind: 'other-head'; readonly seq: number }
  /** A row that has no place yet says something else than when it was written, is a copy, or was written without the key. */
  | { readonly kind: 'waiting-changed'; readonly id: number }
  /** Rows were taken away before they had a place: this row of the log tells of it. */
  | { readonly kind: 'lost'; readonly seq: number }
  | { readonly kind: 'head-forged' }
  | { readonly kind: 'head-gone' };

export interface Verified {
  readonly rows: number;
  readonly tip: Tip;
  /** Rows that had waited for their place longer than a minute: the server was not running, or somebody kept it from them. */
  readonly waited: number;
  /** Null: everything is as it was written. */
  readonly finding: Finding | null;
}

/** By its parts, or as what seals the database. */
export interface Verification {
  readonly key: Buffer;
  /** Where the head is kept. */
  readonly data: string;
  /** Gives those that wait their place first. */
  readonly settle: () => Promise<void>;
  /** One that somebody wrote down earlier. */
  readonly noted?: Tip;
  readonly onProgress?: (rows: number) => void;
}

const portion = 5000;

/** Seconds after which a row that still waits is remarked upon. */
const patience = 60;

export async function verify(db: Db, wanted: Verification): Promise<Verified> {
  const waited = await queries.waitedLong(db, patience);
  await wanted.settle();
  // Read before the rows: whatever it knows of must be among them.
  const head = await readHead(wanted.data, wanted.key);
  const heads = [...(typeof head === 'string' ? [] : [head]), ...(wanted.noted ? [wanted.noted] : [])];
  const { tip, lostAt, finding: wrong } = await walk(db, wanted, heads);
  if (wrong) return { rows: tip.seq, tip, waited, finding: wrong };
  const finding =
    (await afterwards(db, tip, heads)) ?? (await wrongBefore(db, wanted.key)) ?? headless(head, tip);
  const lost: Finding | null = lostAt === null ? null : { kind: 'lost', seq: lostAt };
  return { rows: tip.seq, tip, waited, finding: finding ?? lost };
}

async function walk(db: Db, { key, onProgress }: Verification, heads: readonly Tip[]) {
  const awaited = new Map(heads.map(({ seq, hash }) => [seq, hash]));
  let tip = start;
  let lostAt: number | null = null;
  for (let more = true; more;) {
    const rows = await queries.rowsAfter(db, tip === start ? null : tip.seq, portion);
    for (const row of rows) {
      const finding = wrongWith(key, tip, row) ?? otherThan(awaited.get(row.seq), row);
      if (finding) return { tip, lostAt, finding };
      if (row.action === lossAction) lostAt ??= row.seq;
      tip = { seq: row.seq, hash: row.hash };
    }
    onProgress?.(tip.seq);
    more = rows.length === portion;
  }
  return { tip, lostAt, finding: null };
}

/** Rows that wait: those that came just now are sound; copies of what is in the chain never get a place. */
async function wrongBefore(db: Db, key: Buffer): Promise<Finding | null> {
  for (let after: number | null = 0; after !== null;) {
    const rows: readonly queries.Waiting[] = await queries.waitingAfter(db, after, portion);
    const known = await queries.ticketsIn(
      db,
      rows.map(({ ticket }) => ticket),
    );
    // Between the two readings a row may have found its place: then it waits no more.
    const copies = await queries.stillWaiting(
      db,
      rows.filter(({ ticket }) => known.has(ticket)).map(({ id }) => id),
    );
    const wrong = rows.find((row) => !isSound(key, row) || copies.has(row.id));
    if (wrong) return { kind: 'waiting-changed', id: wrong.id };
    after = rows.length === portion ? (rows.at(-1)?.id ?? null) : null;
  }
  return null;
}

/** Whether the row is the one that follows `tip`. */
function wrongWith(key: Buffer, tip: Tip, row: queries.Row): Finding | null {
  if (row.seq > tip.seq + 1) return { kind: 'removed', seq: tip.seq + 1 };
  if (row.seq <= tip.seq) return { kind: 'inserted', seq: row.seq };
  const sound = row.previous === tip.hash && row.hash === markOf(key, tip.hash, row);
  return sound ? null : { kind: 'changed', seq: row.seq };
}

const otherThan = (awaited: string | undefined, { seq, hash }: queries.Row): Finding | null =>
  awaited === undefined || awaited === hash ? null : { kind: 'other-head', seq };

/** What the rows alone cannot tell: that there are more with the same numbers, or that the last are gone. */
async function afterwards(db: Db, tip: Tip, heads: readonly Tip[]): Promise<Finding | null> {
  if ((await queries.countUpTo(db, tip.seq)) !== tip.seq) return { kind: 'inserted', seq: tip.seq };
  const further = heads.find(({ seq }) => seq > tip.seq);
  return further ? { kind: 'truncated', seq: tip.seq, kept: further.seq } : null;
}

function headless(head: Tip | 'none' | 'forged', tip: Tip): Finding | null {
  if (head === 'forged') return { kind: 'head-forged' };
  return head === 'none' && tip.seq > 0 ? { kind: 'head-gone' } : null;
}
