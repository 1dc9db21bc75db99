// Recomputes the whole log, some thousand rows at a time, and names the first that is not as it was written.
import type { Db } from '../db/connect.ts';
import { markOf, start, type Tip } from './chain.ts';
import { readHead } from './key.ts';
import * as queries from './queries.ts';

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
  | { readonly kind: 'head-forged' }
  | { readonly kind: 'head-gone' };

export interface Verified {
  readonly rows: number;
  readonly tip: Tip;
  /** Null: everything is as it was written. */
  readonly finding: Finding | null;
}

export interface Verification {
  readonly key: Buffer;
  /** Where the head is kept. */
  readonly data: string;
  /** One that somebody wrote down earlier. */
  readonly noted?: Tip;
  readonly onProgress?: (rows: number) => void;
}

const portion = 5000;

export async function verify(db: Db, wanted: Verification): Promise<Verified> {
  // Read first: whatever it knows of must be among the rows read after it.
  const head = await readHead(wanted.data, wanted.key);
  const heads = [...(typeof head === 'string' ? [] : [head]), ...(wanted.noted ? [wanted.noted] : [])];
  const awaited = new Map(heads.map(({ seq, hash }) => [seq, hash]));
  let tip = start;
  for (let more = true; more;) {
    const rows = await queries.rowsAfter(db, tip === start ? null : tip.seq, portion);
    for (const row of rows) {
      const finding = wrongWith(wanted.key, tip, row) ?? otherThan(awaited.get(row.seq), row);
      if (finding) return { rows: tip.seq, tip, finding };
      tip = { seq: row.seq, hash: row.hash };
    }
    wanted.onProgress?.(tip.seq);
    more = rows.length === portion;
  }
  const finding = (await afterwards(db, tip, heads)) ?? headless(head, tip);
  return { rows: tip.seq, tip, finding };
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
