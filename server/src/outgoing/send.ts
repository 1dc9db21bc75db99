// Sending (gửi văn bản): to units that work here, by e-mail, as a package to another document system, or on paper.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { peerFor, peersInBook } from '../exchange/peers.ts';
import { matcherFor, unitNames } from '../units/service.ts';
import { markSent } from '../numbers/service.ts';
import { insideFacts, readable, seesInside } from './access.ts';
import { numberOf } from './present.ts';
import * as queries from './queries.ts';
import * as receivers from './receiver-queries.ts';
import type { OutgoingRow, ReceiverRow } from './queries.ts';
import type * as receiverSchema from './receiver-schema.ts';
import { requireOpenWords, settle, taking, type Asked, type Opened, type Writing } from './service.ts';
import { tellReceivers } from './told.ts';

type Send = z.infer<typeof receiverSchema.outgoingSend>;
type Input = Send['receivers'][number];
type Named = Pick<ReceiverRow, 'name' | 'way'> &
  Partial<Pick<ReceiverRow, 'unitId' | 'email' | 'peerId' | 'externalId' | 'language'>>;

/** All or none: a receiver that cannot be sent to keeps the others from being entered. */
export async function distribute(deps: Deps, asked: Asked, wanted: Send): Promise<void> {
  await taking(deps, asked, { ability: 'distribute', wanted }, async (opened) => {
    const { trx, row, day } = opened;
    await requireInForce(opened);
    const named: Named[] = [];
    for (const each of wanted.receivers) named.push(await nameOf(deps, opened, each));
    requireOpenWords(...named.map(({ name }) => name));
    const made = await enter(opened, named);
    await queueSending(
      trx,
      made.filter(({ state }) => state === 'waiting').map(({ id }) => id),
    );
    const unitIds = made.flatMap(({ unitId }) => unitId ?? []);
    await tellReceivers(trx, { ...deps, actor: asked.actor }, row, { kind: 'outgoing-sent', unitIds });
    if (row.numberId !== null) await markSent(trx, row.numberId, day);
    await settle(opened, {
      action: 'sent',
      detail: { to: named.map(({ name, way }) => ({ name, way })).slice(0, 100), count: named.length },
    });
  });
}

/** What was replaced is not sent any more: what took its place is. */
async function requireInForce({ trx, row }: Opened): Promise<void> {
  const [other] = await queries.replacementsOf(trx, row.id, ['issued']);
  if (!other) return;
  const values = { number: numberOf(row) ?? '', by: numberOf(other) ?? other.title };
  throw new Conflict('outgoing-replaced-already', values);
}

/** The illustration's letters are written down and never leave. */
const hasMail = ({ mailer }: Pick<Deps, 'mailer'>, { demo }: OutgoingRow): boolean => mailer !== null || demo;

async function nameOf(deps: Deps, { trx, row }: Opened, input: Input): Promise<Named> {
  if (input.way === 'paper') return input;
  if (input.way === 'email') {
    if (!hasMail(deps, row)) throw new Invalid('outgoing-no-mail');
    const email = input.email.trim();
    const { name, language = await receivers.languageOf(trx, email) } = input;
    return { way: 'email', name, email, language };
  }
  if (input.way === 'inside') {
    const { unitId } = input;
    if (unitId === row.ownerId) throw new Invalid('outgoing-own-unit');
    const name = (await unitNames(trx, [unitId])).get(unitId);
    if (name === undefined) throw new Invalid('no-unit', { id: unitId });
    return { way: 'inside', unitId, name };
  }
  const peer = await peerFor(trx, row.ownerId, input.peerId);
  if (!peer) throw new Invalid('outgoing-no-peer');
  const [owner] = await queries.unitsOf(trx, [row.ownerId]);
  if (!owner?.code) throw new Invalid('outgoing-no-code');
  return { way: 'edxml', peerId: peer.id, name: peer.name, externalId: externalIdOf(owner.code, row) };
}

/** "H56.01,2026/03/10,05/KH-UBND": what other systems call the document. */
export function externalIdOf(code: string, { number, symbol, issuedOn }: OutgoingRow): string {
  const full = `${String(number ?? 0).padStart(2, '0')}/${symbol ?? ''}`;
  return `${code},${(issuedOn ?? '').replaceAll('-', '/')},${full}`;
}

async function enter({ trx, row, actor, now }: Opened, named: readonly Named[]): Promise<ReceiverRow[]> {
  const made: ReceiverRow[] = [];
  for (const each of named) {
    const leaves = each.way === 'email' || each.way === 'edxml';
    // What belongs to the illustration is recorded, and nothing of it leaves.
    const isThere = !leaves || row.demo;
    const entered = await trx
      .insertInto('outgoingReceiver')
      .values({
        outgoingId: row.id,
        ...each,
        state: isThere ? 'sent' : 'waiting',
        sentAt: isThere ? now : null,
        problem: leaves && row.demo ? 'demo' : null,
        addedBy: actor.personId,
        addedAt: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!entered) throw new Conflict('outgoing-receiver-twice', { name: each.name });
    made.push(entered);
  }
  return made;
}

/** Jobs are born with what they send. */
export const queueSending = (db: Db, receiverIds: readonly number[]) =>
  sql`select graphile_worker.add_job('send-outgoing', json_build_object('receiverId', id),
    max_attempts => 14, job_key => 'send-outgoing:' || id)
    from unnest(${[...receiverIds]}::bigint[]) as id`.execute(db);

interface OfReceiver extends Asked {
  readonly receiverId: number;
}

async function receiverFor(
  db: Db,
  { actor, id, receiverId }: OfReceiver,
): Promise<{ row: OutgoingRow; receiver: ReceiverRow }> {
  const row = await readable(db, actor, id);
  if (!may(actor, 'outgoing.issue', insideFacts(row))) throw new Forbidden();
  const receiver = (await receivers.receiversOf(db, id)).find((each) => each.id === receiverId);
  if (!receiver) throw new NotFound('outgoing-no-receiver', { id: receiverId });
  return { row, receiver };
}

/** Tried again after it failed, for instance when the other side has mended its address. */
export async function sendAgain(deps: Deps, asked: OfReceiver): Promise<void> {
  await write(deps, asked.actor, async (trx, note) => {
    const { row, receiver } = await receiverFor(trx, asked);
    const recalls = receiver.recall === 'failed';
    if (receiver.state !== 'failed' && !recalls) {
      throw new Conflict('outgoing-wrong-state', { status: receiver.state });
    }
    await trx
      .updateTable('outgoingReceiver')
      .set(recalls ? { recall: 'waiting' } : { state: 'waiting', problem: null })
      .where('id', '=', receiver.id)
      .execute();
    await queueSending(trx, [receiver.id]);
    note(noteOf(row, 'outgoing.sendAgain', { receiver: receiver.id, name: receiver.name }));
  });
}

/** Who took the paper, and when (ký nhận). */
export async function putDownReceipt(
  deps: Writing,
  asked: OfReceiver,
  { receivedBy, receivedOn }: z.infer<typeof receiverSchema.receiverEdit>,
): Promise<void> {
  requireOpenWords(receivedBy);
  await write(deps, asked.actor, async (trx, note) => {
    const { row, receiver } = await receiverFor(trx, asked);
    if (receiver.way !== 'paper') throw new Conflict('outgoing-wrong-state', { status: receiver.way });
    await trx
      .updateTable('outgoingReceiver')
      .set({ receivedBy, receivedOn })
      .where('id', '=', receiver.id)
      .execute();
    note(noteOf(row, 'outgoing.received', { receiver: receiver.id, receivedBy, receivedOn }));
  });
}

const noteOf = (row: OutgoingRow, action: string, detail: Readonly<Record<string, unknown>>) => ({
  action,
  subject: 'outgoing',
  subjectId: row.id,
  unitId: row.ownerId,
  rootId: row.rootId,
  detail,
});

/** Whom "Kính gửi" and "Nơi nhận" name, as far as they are known here. */
export async function suggest(
  deps: Pick<Deps, 'db' | 'clock' | 'mailer'>,
  { actor, id }: Asked,
): Promise<z.infer<typeof receiverSchema.suggestions>> {
  const { db, clock } = deps;
  const row = await readable(db, actor, id);
  const mail = hasMail(deps, row);
  if (!seesInside(actor, row)) return { mail, rows: [] };
  const { addressees, recipients } = row.content;
  const lines = [...addressees, ...recipients].filter((line) => !/^(?:như|lưu)/iu.test(line));
  const names = [...new Set(lines.flatMap(namesIn))].slice(0, 200);
  // A department's name says nothing of its province: the top of its tree does.
  const issuer = (await unitNames(db, [row.rootId])).get(row.rootId) ?? null;
  const match = await matcherFor(db, { issuer, on: row.issuedOn ?? today(clock) });
  const ids = names.map((name) => match(name).unitId);
  const units = new Map(
    (
      await queries.unitsOf(
        db,
        ids.filter((unitId) => unitId !== null),
      )
    ).map((unit) => [unit.id, unit]),
  );
  const peers = await peersInBook(db, row.ownerId);
  const working = await receivers.unitsWithPeople(db, [...units.keys()]);
  const named = names.map((name, at): Suggestion => {
    const unit = units.get(ids[at] ?? 0);
    return {
      name,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
      inside: unit !== undefined && working.has(unit.id) && unit.id !== row.ownerId,
      email: unit?.contact.email ?? null,
      peerId: peers.find(({ code }) => code === unit?.code)?.id ?? null,
    };
  });
  // Whoever had what it corrects or replaces has to hear of it, whether it names them or not.
  const before = (await receivers.receiversBefore(db, row.id)).map(suggestionOf);
  const there = (await receivers.receiversOf(db, row.id)).map(suggestionOf);
  const rows: Suggestion[] = [];
  for (const each of [...before, ...named])
    if (![...there, ...rows].some((known) => isSame(known, each))) rows.push(each);
  return { mail, rows };
}

type Suggestion = z.infer<typeof receiverSchema.suggestions>['rows'][number];

const suggestionOf = ({ name, way, unitId, email, peerId }: ReceiverRow): Suggestion => ({
  name,
  unitId,
  unitName: unitId === null ? null : name,
  inside: way === 'inside',
  email,
  peerId,
});

const isSame = (a: Suggestion, b: Suggestion): boolean =>
  (['unitId', 'email', 'peerId', 'name'] as const).some(
    (field) => a[field] !== null && a[field] === b[field],
  );

/** "Sở Tài chính (để b/c)", "Các Sở: Tài chính, Ngoại vụ" as they stand; what is in brackets says why. */
const namesIn = (line: string): string[] =>
  line
    .replace(/\([^)]*\)/g, '')
    .split(/;/)
    .map((each) => each.replace(/^[-–+\s]+|[.,;\s]+$/g, ''))
    .filter((each) => each.length > 2);
