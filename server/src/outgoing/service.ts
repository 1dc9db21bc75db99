// The life of an outgoing document until it is signed: changed, submitted, taken back, returned, removed.
import { isDeepStrictEqual } from 'node:util';
import type { z } from '@hono/zod-openapi';
import { officialBearsSecrecyMark, bearsSecrecyMark, typeName } from '@nhipcau/document';
import type { Transaction } from 'kysely';
import { mustMay, type Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { schemeOf } from '../numbers/scheme.ts';
import { searchColumns } from '../text/search.ts';
import { unitNames } from '../units/service.ts';
import { factsOf, readable, seesInside, steps, type Ability } from './access.ts';
import { officialOf, type Content } from './content.ts';
import { detail, type OutgoingDetail } from './present.ts';
import * as queries from './queries.ts';
import * as receivers from './receiver-queries.ts';
import * as trail from './trail-queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as input from './input-schema.ts';
import { putDraft } from './sitting.ts';
import { tellDecided, tellSubmitted } from './told.ts';
import { wordsIn } from './words-in.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
type Change = z.infer<typeof input.outgoingChange>;
type Step = z.infer<typeof input.outgoingStep>;
export type Trx = Transaction<Tables>;

export interface Asked {
  readonly actor: Actor;
  readonly id: number;
  /** Of who reads the answer. */
  readonly locale?: Locale;
}

/** What a step works on, once it is known that the actor may take it now. */
export interface Opened {
  readonly trx: Trx;
  readonly note: Note;
  readonly row: OutgoingRow;
  readonly actor: Actor;
  readonly now: Date;
  /** Today, ISO. */
  readonly day: string;
}

/** Runs a step: the document is locked, the rule asked, the version compared, then whether it is ready for it. */
export async function taking<T extends { readonly version: number }>(
  deps: Writing,
  { actor, id, locale = 'vi' }: Asked,
  { ability, wanted }: { readonly ability: Ability; readonly wanted: T },
  work: (opened: Opened) => Promise<void>,
): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    const row = await queries.lockOutgoing(trx, id);
    if (!row) throw new NotFound('no-outgoing', { id });
    const facts = await factsOf(trx, actor, row);
    mustMay(actor, steps[ability].action, facts, { read: 'outgoing.read', code: 'no-outgoing', id });
    if (row.version !== wanted.version) {
      const current = await detail({ db: trx, clock: deps.clock, locale }, actor, row);
      throw new Conflict('stale-version', {}, { current, yours: wanted });
    }
    if (!steps[ability].open(row, actor)) throw refusal(ability, row);
    const now = deps.clock();
    // One moment for all: around midnight the day must be that of the time.
    await work({ trx, note, row, actor, now, day: today(() => now) });
  }).catch(async (error: unknown) => {
    // The answer shows what is there now: that is a look at it.
    if (error instanceof Conflict && error.code === 'stale-version') await seen(deps, { actor, id });
    throw error;
  });
}

function refusal(ability: Ability, { status }: OutgoingRow): Error {
  if (ability === 'withdraw' && status === 'submitted') return new Forbidden('outgoing-not-yours');
  return new Conflict('outgoing-wrong-state', { status });
}

export type Settling = Parameters<typeof queries.updateOutgoing>[2] & {
  readonly action: string;
  readonly reason?: string | null | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Writes the row's next version, what happened, and the record of it. */
export async function settle(
  { trx, note, row, actor, now }: Opened,
  { action, reason = null, detail: more = {}, ...columns }: Settling,
): Promise<void> {
  await queries.updateOutgoing(trx, row.id, { ...columns, version: row.version + 1, changedAt: now });
  const who = { personId: actor.personId, who: actor.name };
  const event = { outgoingId: row.id, at: now, ...who, action, reason, detail: JSON.stringify(more) };
  if (action !== 'changed' || !(await trail.goOnChanging(trx, event))) await trail.addEvent(trx, event);
  note({
    action: `outgoing.${action}`,
    subject: 'outgoing',
    subjectId: row.id,
    unitId: row.ownerId,
    rootId: row.rootId,
    detail: { ...more, ...(reason ? { reason } : {}) },
  });
}

/** Who looked at which draft, on the screen or as a file, and when, is written down (Decree 30/2020, Annex VI). */
export async function seen(deps: Writing, { actor, id }: Asked): Promise<OutgoingRow> {
  await readable(deps.db, actor, id);
  // Held while it is put down: a draft that is being written is not written over under who reads it.
  const row = await deps.db.transaction().execute(async (trx) => {
    const now = await queries.holdOutgoing(trx, id);
    if (!now) throw new NotFound('no-outgoing', { id });
    await trail.addView(trx, { outgoingId: id, draftNo: now.draftNo }, { actor, now: deps.clock() });
    return now;
  });
  if (!seesInside(actor, row)) await arrived(deps, actor, row);
  return row;
}

export const look = async (deps: Writing, asked: Asked): Promise<OutgoingDetail> =>
  detail({ ...deps, locale: asked.locale ?? 'vi' }, asked.actor, await seen(deps, asked));

/** A unit in the house that opens what it was sent has received it: code 01. */
async function arrived({ db, clock }: Writing, actor: Actor, { id }: OutgoingRow): Promise<void> {
  const own = [...new Set(actor.grants.flatMap((grant) => [...grant.own]))];
  await receivers.sayArrived(db, { outgoingId: id, unitIds: own, at: clock(), staff: actor.name });
}

export async function one(deps: Writing, { actor, id, locale = 'vi' }: Asked): Promise<OutgoingDetail> {
  return detail({ ...deps, locale }, actor, await readable(deps.db, actor, id));
}

/** Nothing that bears a mark of secrecy is kept, not even as a draft. */
export function requireOpen(content: Content): void {
  if (officialBearsSecrecyMark(officialOf(content, { number: null, symbol: '', date: null }))) {
    throw new Invalid('outgoing-secret');
  }
}

export function requireOpenWords(...texts: readonly (string | null | undefined)[]): void {
  if (bearsSecrecyMark(texts)) throw new Invalid('outgoing-secret');
}

export function requireType(type: string): void {
  if (typeName(type) === undefined) throw new Invalid('outgoing-no-type', { type });
}

export async function searchOf(
  db: Db,
  content: Content,
  {
    ownerId,
    fullNumber,
  }: {
    readonly ownerId: number;
    readonly fullNumber: string | null;
  },
) {
  const owner = (await unitNames(db, [ownerId])).get(ownerId) ?? '';
  const { title, type, addressees, recipients, signature } = content;
  const head = [title, fullNumber, typeName(type), owner, signature.name, ...addressees, ...recipients];
  return searchColumns([...head, ...wordsIn(content)]);
}

export async function change(deps: Writing, asked: Asked, wanted: Change): Promise<void> {
  await taking(deps, asked, { ability: 'edit', wanted }, async (opened) => {
    const { trx, row } = opened;
    const content = wanted.content ?? row.content;
    // The database keeps the fields in an order of its own.
    const changes = !isDeepStrictEqual(content, row.content);
    requireOpenWords(wanted.note);
    if (changes) {
      requireOpen(content);
      requireType(content.type);
      await requireFollowing(trx, row, content.type);
    }
    if (wanted.drafterId != null) await requireUnit(trx, wanted.drafterId);
    if (wanted.body != null) await requireBody(trx, row.ownerId, { body: wanted.body, day: opened.day });
    const text = JSON.stringify(content);
    const draftNo = changes
      ? await putDraft(opened, { content: text, note: wanted.note ?? null })
      : row.draftNo;
    await settle(opened, {
      action: 'changed',
      detail: { draftNo },
      content: text,
      draftNo,
      type: content.type,
      title: content.title,
      ...(wanted.drafterId === undefined ? {} : { drafterId: wanted.drafterId }),
      ...(wanted.body === undefined ? {} : { body: wanted.body }),
      ...(await searchOf(trx, content, { ownerId: row.ownerId, fullNumber: null })),
    });
  });
}

async function requireUnit(db: Db, id: number): Promise<void> {
  if (!(await unitNames(db, [id])).has(id)) throw new Invalid('no-unit', { id });
}

export async function requireBody(
  db: Db,
  ownerId: number,
  { body, day }: { readonly body: string; readonly day: string },
): Promise<void> {
  const { bodies } = await schemeOf(db, ownerId, Number(day.slice(0, 4)));
  if (!bodies.some(({ abbreviation }) => abbreviation === body))
    throw new Invalid('number-no-body', { body });
}

/** Form errors are corrected by a letter, content errors by a document of the same type (Decree 30/2020, Article 17). */
async function requireFollowing(db: Db, row: OutgoingRow, type: string): Promise<void> {
  for (const link of await queries.linksOf(db, row.id)) {
    if (!link.toward) continue;
    if (link.kind === 'corrects' && type !== 'CV') throw new Invalid('outgoing-letter-type');
    if (link.kind === 'replaces' && type !== link.type) {
      throw new Invalid('outgoing-same-type', { type: typeName(link.type) ?? link.type });
    }
  }
}

export async function withdraw(deps: Writing, asked: Asked, wanted: Step): Promise<void> {
  requireOpenWords(wanted.reason);
  await taking(deps, asked, { ability: 'withdraw', wanted }, (opened) =>
    settle(opened, { action: 'withdrawn', reason: wanted.reason, status: 'draft' }),
  );
}

/** Recorded as submitted only in the form that was checked: the version says so. */
export async function submitChecked(
  deps: Writing,
  asked: Asked,
  { wanted, warnings }: { readonly wanted: Step; readonly warnings: readonly string[] },
): Promise<void> {
  requireOpenWords(wanted.reason);
  await taking(deps, asked, { ability: 'submit', wanted }, async (opened) => {
    await settle(opened, {
      action: 'submitted',
      reason: wanted.reason,
      detail: { draftNo: opened.row.draftNo, warnings },
      status: 'submitted',
      submittedBy: asked.actor.personId,
    });
    await tellSubmitted(opened.trx, { ...deps, actor: asked.actor }, opened.row);
  });
}

export async function giveBack(
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof input.outgoingReturn>,
): Promise<void> {
  const { reason } = wanted;
  requireOpenWords(reason);
  await taking(deps, asked, { ability: 'return', wanted }, async (opened) => {
    const cleared = { signedBy: null, signedAt: null, signature: null };
    const { draftNo } = opened.row;
    await settle(opened, { action: 'returned', reason, detail: { draftNo }, status: 'returned', ...cleared });
    const teller = { ...deps, actor: asked.actor };
    await tellDecided(opened.trx, teller, opened.row, { kind: 'outgoing-returned', reason });
  });
}

/** A draft that never bore a number; the record of it stays in the audit. */
export async function remove(deps: Writing, asked: Asked, version: number): Promise<void> {
  await taking(deps, asked, { ability: 'remove', wanted: { version } }, async ({ trx, note, row }) => {
    await queries.removeOutgoing(trx, row.id);
    note({
      action: 'outgoing.removed',
      subject: 'outgoing',
      subjectId: row.id,
      unitId: row.ownerId,
      rootId: row.rootId,
      detail: { title: row.title, type: row.type },
    });
  });
}
