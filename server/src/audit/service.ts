// The one door for writes: what is changed and the record of who changed it are one transaction.
import type { Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { markOf, stamp, type Tip } from './chain.ts';
import { claim, claimed } from './once.ts';
import * as queries from './queries.ts';
import { sealOf } from './seal.ts';

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

type Writing = Pick<Deps, 'db' | 'clock'>;

/** The lock on the chain is taken last and held only while the transaction ends. */
export async function write<T>(
  { db, clock }: Writing,
  actor: Actor,
  work: (trx: Transaction<Tables>, note: Note) => Promise<T>,
): Promise<T> {
  const seal = sealOf(db);
  const { result, tip } = await db.transaction().execute(async (trx) => {
    await claim(trx);
    const entries: Entry[] = [];
    const result = await work(trx, (entry) => entries.push(entry));
    const at = clock();
    const tip = entries.length > 0 ? await append(trx, { actor, entries, at, key: seal.key }) : null;
    return { result, tip };
  });
  claimed();
  if (tip) seal.wrote(tip);
  return result;
}

/** What happened without anything being changed: a refusal, a sign-in that failed, private data that was shown. */
export const record = (deps: Writing, actor: Actor, entry: Entry): Promise<void> =>
  write(deps, actor, async (_trx, note) => note(entry));

interface Appended {
  readonly actor: Actor;
  readonly entries: readonly Entry[];
  readonly at: Date;
  readonly key: Buffer;
}

async function append(trx: Transaction<Tables>, { actor, entries, at, key }: Appended): Promise<Tip> {
  let { seq, hash } = await queries.lockTip(trx);
  const rows = entries.map((entry): queries.Row => {
    const previous = hash;
    seq += 1;
    const link = { ...said(actor, entry), seq, at: stamp(at) };
    hash = markOf(key, previous, link);
    return { ...link, previous, hash };
  });
  await queries.insertRows(trx, rows);
  return { seq, hash };
}

function said(
  { personId, tokenId, name, address }: Actor,
  { action, subject, subjectId, unitId, rootId, detail = {} }: Entry,
) {
  const plain = (text: string) => text.toWellFormed();
  return {
    personId,
    tokenId,
    who: plain(name),
    address: address === null ? null : plain(address),
    action,
    subject: subject ?? null,
    subjectId: subjectId ?? null,
    unitId: unitId ?? null,
    rootId: rootId ?? null,
    detail: JSON.stringify(detail),
  };
}
