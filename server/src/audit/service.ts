// The one door for writes: what is changed and the record of who changed it are one transaction.
import type { Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { again } from '../db/again.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { stamp, type Said } from './chain.ts';
import { claim, claimed } from './once.ts';
import { sealOf } from './seal.ts';
import { leave, newTicket } from './waiting.ts';

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

/** `work` runs once more where it met another on the same rows (db/again.ts). The log's rows wait
 * beside the chain, so that writers never wait for each other: the sealer gives them their place. */
export async function write<T>(
  { db, clock }: Writing,
  actor: Actor,
  work: (trx: Transaction<Tables>, note: Note) => Promise<T>,
): Promise<T> {
  const seal = sealOf(db);
  const whole = async (trx: Transaction<Tables>) => {
    await claim(trx);
    const entries: Entry[] = [];
    const result = await work(trx, (entry) => entries.push(entry));
    const at = clock();
    const left = entries.map((entry) => said(actor, entry, at));
    if (left.length > 0) await leave(trx, seal.key, left);
    return { result, left };
  };
  const { result, left } = await again(() => db.transaction().execute(whole));
  claimed();
  if (left.length > 0) seal.wrote(left.map(({ ticket }) => ticket));
  return result;
}

/** What happened without anything being changed: a refusal, a sign-in that failed, private data that was shown. */
export const record = (deps: Writing, actor: Actor, entry: Entry): Promise<void> =>
  write(deps, actor, async (_trx, note) => note(entry));

function said(
  { personId, tokenId, name, address }: Actor,
  { action, subject, subjectId, unitId, rootId, detail = {} }: Entry,
  at: Date,
): Said & { readonly ticket: string } {
  const plain = (text: string) => text.toWellFormed();
  return {
    ticket: newTicket(at),
    at: stamp(at),
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
