// The one door for writes: what is changed and the record of who changed it are one transaction.
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';

export interface Entry {
  /** What was done, as "plan.issue" or "duty.report". */
  readonly action: string;
  /** To what: "plan", "duty", "unit", "person" … and which. */
  readonly subject?: string;
  readonly subjectId?: number;
  /** Whose record it is. */
  readonly unitId?: number | null;
  readonly rootId?: number | null;
  /** Never a password, a token or the text of a letter: enough to understand what happened. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type Note = (entry: Entry) => void;

/** Any number that nobody else locks. */
const chain = sql`select pg_advisory_xact_lock(6048, 1)`;

/** Rows are chained one after the other, so the lock is taken last and held only while the transaction ends. */
export async function write<T>(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  work: (trx: Transaction<Tables>, note: Note) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const entries: Entry[] = [];
    const result = await work(trx, (entry) => entries.push(entry));
    if (entries.length > 0) await append(trx, { actor, entries, at: clock() });
    return result;
  });
}

interface Appended {
  readonly actor: Actor;
  readonly entries: readonly Entry[];
  readonly at: Date;
}

async function append(trx: Transaction<Tables>, { actor, entries, at }: Appended): Promise<void> {
  await chain.execute(trx);
  const last = await trx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let { seq, hash } = last ?? { seq: 0, hash: '' };
  const rows = entries.map(
    ({ action, subject = null, subjectId = null, unitId = null, rootId = null, detail = {} }) => {
      const { personId, tokenId, name: who, address } = actor;
      const row = {
        seq: ++seq,
        at,
        personId,
        tokenId,
        who,
        address,
        action,
        subject,
        subjectId,
        unitId,
        rootId,
      };
      const previous = hash;
      const stored = JSON.stringify(detail);
      hash = hashOf({ ...row, at: at.toISOString(), detail: stored }, previous);
      return { ...row, detail: stored, previous, hash };
    },
  );
  await trx.insertInto('audit').values(rows).execute();
}

const hashOf = (row: Readonly<Record<string, unknown>>, previous: string): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, row]))
    .digest('hex');
