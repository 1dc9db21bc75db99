// One receiver is sent what it is due: the document, or the wish to have it back. What fails is tried again by the job (jobs.ts), later
// each time, fourteen times in about three days.
import { writeEdxml, typeName, type EdxmlPackage } from '@nhipcau/document';
import type pg from 'pg';
import type { Db } from '../db/connect.ts';
import { holding } from '../db/holding.ts';
import type { Deps } from '../deps.ts';
import { codeInAnswer } from '../exchange/answered-code.ts';
import { peerFor } from '../exchange/peers.ts';
import { sayState } from '../exchange/states.ts';
import { tell } from '../notices/service.ts';
import { fullNumber } from '../numbers/symbol.ts';
import { unitNames } from '../units/service.ts';
import { postGuarded, type Outcome } from '../webhooks/guarded.ts';
import { letterOf } from './letter.ts';
import * as queries from './queries.ts';
import * as receivers from './receiver-queries.ts';
import type { OutgoingRow, ReceiverRow } from './queries.ts';
import { externalIdOf, queueSending } from './send.ts';
import { readBytes } from './store.ts';

/** Milliseconds until the other side must have answered: it may have a hundred megabytes to take. */
const patience = 60_000;

export type Posting = Deps & { readonly pool: pg.Pool };

/** First half of the keys of advisory locks on receivers that are being sent to. */
const lockSpace = 6_142;

/** Throws when it has to be tried again. `last`: it will not be. One process at a time sends to a receiver. */
export async function send(deps: Posting, receiverId: number, last: boolean): Promise<void> {
  await holding(deps.pool, [lockSpace, receiverId], () => sendHeld(deps, receiverId, last));
}

export const isBeingSent = async (pool: pg.Pool, receiverId: number): Promise<boolean> =>
  !(await holding(pool, [lockSpace, receiverId], async () => undefined));

async function sendHeld(deps: Deps, receiverId: number, last: boolean): Promise<void> {
  const sending = await dueTo(deps.db, receiverId);
  if (!sending) return;
  const outcome = await carryOnce(deps, sending);
  const sent = isTaken(outcome);
  const failed = !sent && (last || outcome.final === true);
  await settle(deps, sending, { outcome, state: sent ? 'sent' : failed ? 'failed' : 'waiting' });
  if (!sent && !failed) throw new Error(`Receiver ${receiverId} could not be sent to.`);
}

const isTaken = ({ status = 0 }: Outcome): boolean => status >= 200 && status < 300;

/** What is due to a receiver now; null: it was sent or recalled meanwhile. */
async function dueTo(db: Db, receiverId: number): Promise<Sending | null> {
  const receiver = await receivers.receiverById(db, receiverId);
  const row = receiver && (await queries.outgoingById(db, receiver.outgoingId));
  if (!receiver || !row) return null;
  const recalls = receiver.recall === 'waiting';
  if (!recalls && (receiver.state !== 'waiting' || row.status !== 'issued')) return null;
  return { row, receiver, recalls };
}

/**
 * That it is about to leave is written down first. Where a process died before it could say what came of it, a package goes again
 * under the same name, which the other system takes once; a letter may have arrived, and only people can find out.
 */
async function carryOnce(deps: Deps, sending: Sending): Promise<Outcome> {
  const { id, way, sendingSince } = sending.receiver;
  if (sending.row.demo) return { status: 200, problem: 'demo' };
  if (sendingSince !== null && way === 'email') return { problem: 'interrupted', final: true };
  await receivers.updateReceiver(deps.db, id, { sendingSince: deps.clock() });
  return carry(deps, sending).catch((error: Error): Outcome => ({ problem: wordless(error) }));
}

/** "ECONNREFUSED", "ENOTFOUND": what a machine says, without its sentence in its own language. */
const wordless = (error: Error & { code?: unknown }): string =>
  typeof error.code === 'string' ? error.code : error.name === 'TimeoutError' ? 'timeout' : error.message;

interface Sending {
  readonly row: OutgoingRow;
  readonly receiver: ReceiverRow;
  readonly recalls: boolean;
}

/** What came of it; people are told of what failed for good. */
async function settle(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { row, receiver, recalls }: Sending,
  { outcome, state }: { readonly outcome: Outcome; readonly state: ReceiverRow['state'] },
): Promise<void> {
  const now = clock();
  await db.transaction().execute(async (trx) => {
    await receivers.updateReceiver(trx, receiver.id, {
      attempts: receiver.attempts + 1,
      answered: outcome.status ?? null,
      problem: outcome.problem?.slice(0, 500) ?? null,
      lastAt: now,
      sendingSince: null,
      ...(recalls
        ? { recall: state, ...(state === 'sent' ? { recalledAt: now } : {}) }
        : { state, ...(state === 'sent' ? { sentAt: now } : {}) }),
    });
    const code = codeInAnswer(outcome);
    if (state === 'sent' && !recalls && code) {
      await sayState(trx, { receiverId: receiver.id, code, at: now, saidAt: null, note: null, staff: null });
    }
    if (state === 'sent' && !recalls) await recallAtOnce(trx, receiver);
    if (state !== 'failed') return;
    const personIds = [...new Set([row.createdBy, row.issuedBy])].filter((id) => id !== null);
    const values = { unitId: row.ownerId, text: row.title.slice(0, 200), to: receiver.name };
    await tell(trx, { clock }, [{ kind: 'outgoing-failed', personIds, outgoingId: row.id, values }]);
  });
}

/** Recalled while it was on its way: the wish to have it back goes after it. */
async function recallAtOnce(db: Db, { id, outgoingId }: ReceiverRow): Promise<void> {
  const now = await queries.lockOutgoing(db, outgoingId);
  if (now?.status !== 'recalled') return;
  await receivers.updateReceiver(db, id, { recall: 'waiting' });
  await queueSending(db, [id]);
}

const carry = (deps: Deps, sending: Sending): Promise<Outcome> =>
  sending.receiver.way === 'email' ? byMail(deps, sending) : byPackage(deps, sending);

async function byMail(deps: Deps, { row, receiver, recalls }: Sending): Promise<Outcome> {
  const { mailer, db } = deps;
  if (!mailer) return { problem: 'no mail server' };
  const owner = (await unitNames(db, [row.ownerId])).get(row.ownerId) ?? '';
  const attachments = recalls ? [] : await attachmentsOf(deps, row);
  const letter = letterOf({ row, receiver, owner, recalls, attachments });
  const result = await mailer.send(letter);
  if (result === 'sent') return { status: 200 };
  return result === 'refused'
    ? { problem: 'refused by the mail server', final: true }
    : { problem: 'mail server' };
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export async function attachmentsOf(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  row: OutgoingRow,
): Promise<readonly { name: string; type: string; bytes: Uint8Array }[]> {
  const kept = await queries.filesOf(db, row.id);
  const name = fullNumber(row.number ?? 0, row.symbol).replaceAll('/', '-');
  // The PDF first: it is what was signed.
  return Promise.all(
    kept
      .toSorted((a, b) => b.kind.localeCompare(a.kind))
      .map(async ({ kind, sha256 }) => ({
        name: `${name}.${kind}`,
        type: types[kind],
        bytes: await readBytes(files, sha256),
      })),
  );
}

async function byPackage(deps: Deps, { row, receiver, recalls }: Sending): Promise<Outcome> {
  const peer = await peerFor(deps.db, row.ownerId, receiver.peerId ?? 0);
  if (!peer) return { problem: 'the system is turned off', final: true };
  const message = await packageOf(deps, row, { receiver, to: peer, recalls });
  const body = writeEdxml(message);
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    'content-length': body.length,
    'user-agent': 'NhipCau',
    ...(peer.token === null ? {} : { authorization: `Bearer ${peer.token}` }),
  };
  const url = new URL(peer.url);
  const outcome = await postGuarded({
    url,
    headers,
    body,
    allowed: deps.webhookHosts,
    patience,
    hear: 100_000,
  });
  const { status } = outcome;
  if (isFinal(status)) return { ...outcome, final: true, problem: `answered ${status}` };
  return outcome;
}

/** It says that the package itself is wrong, or that we may not send: the same again would be answered the same. */
const isFinal = (status = 0): boolean => status >= 400 && status < 500 && ![408, 425, 429].includes(status);

const priorities = { KHẨN: 1, 'THƯỢNG KHẨN': 2, 'HỎA TỐC': 3 } as const;

/** The package for one receiver. A replacement names what it takes the place of, if that receiver was sent it. */
export async function packageOf(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  row: OutgoingRow,
  {
    receiver,
    to,
    recalls,
  }: {
    readonly receiver: Pick<ReceiverRow, 'externalId' | 'peerId'>;
    readonly to: { readonly code: string; readonly name: string };
    readonly recalls: boolean;
  },
): Promise<EdxmlPackage> {
  const [owner] = await queries.unitsOf(deps.db, [row.ownerId]);
  const code = owner?.code ?? '';
  const { content } = row;
  const { signature, recipients, urgency } = content;
  const replaced = recalls ? null : await receivers.replacedFor(deps.db, row.id, receiver.peerId);
  const documentId = receiver.externalId ?? externalIdOf(code, row);
  const files = recalls ? [] : await attachmentsOf(deps, row);
  return {
    documentId,
    from: { id: code, name: owner?.name ?? '' },
    to: [{ id: to.code, name: to.name }],
    number: fullNumber(row.number ?? 0, row.symbol),
    date: row.issuedOn,
    subject: content.title,
    business: recalls ? 1 : replaced ? 3 : 0,
    reason: recalls ? row.recallReason : (replaced?.reason ?? null),
    ...(recalls ? { of: documentId } : replaced?.externalId ? { of: replaced.externalId } : {}),
    place: content.place,
    typeName: typeName(content.type) ?? content.type,
    signer: { competence: signature.authority.join(' '), position: signature.position, name: signature.name },
    places: recipients.filter((line) => !/^(?:như|lưu)/iu.test(line)),
    priority: urgency ? priorities[urgency] : 0,
    appendixes: content.attached.map(({ title }) => title),
    traces: [{ organId: code, at: stamp(deps.clock()) }],
    attachments: files.map(({ name, type, bytes }) => ({ name, contentType: type, bytes })),
  };
}

/** "2026/03/10 10:15:00" in Việt Nam. */
function stamp(now: Date): string {
  const local = new Date(now.getTime() + 7 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '/')} ${local.slice(11, 19)}`;
}
