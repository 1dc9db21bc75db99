// A document system hands a package in: its files become documents to review; and it asks how far the tasks of it are.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readEdxml, type EdxmlMessage } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import { actingUnit, may, mustMay, scopeOf, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { ifReadable, mustRead } from '../documents/rights.ts';
import { largestFile, plainName, receive } from '../documents/receive.ts';
import { factsOf, mayRead } from '../duties/facts.ts';
import { classOn, stateOf } from '../duties/standing.ts';
import { Forbidden, Invalid, NotFound } from '../errors.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';

export type Message = z.infer<typeof schema.message>;
type Status = z.infer<typeof schema.statusCode>;
type Row = NonNullable<Awaited<ReturnType<typeof queries.messageById>>>;

/** Bytes of a package: files of 100 MB as base64, with room for its head. */
export const largestPackage = 140 * 2 ** 20;

/** The same package sent twice is the same message; a recall is noted, and people answer it (recall.ts). */
export async function takePackage(
  deps: Deps,
  actor: Actor,
  { bytes, unitId }: { readonly bytes: Uint8Array; readonly unitId: number | null },
): Promise<{ message: Message; fresh: boolean }> {
  const read = readEdxml(bytes);
  if (!read.ok) throw new Invalid(`edxml-${read.fault}`);
  const { message } = read;
  const owner = await ownerOf(deps.db, actor, message, unitId);
  const { id, fresh } = await enter(deps, actor, owner, message);
  if (message.business !== 1) await takeFiles(deps, actor, { id, owner, message, fresh });
  return { message: await messageFor(deps, actor, id), fresh };
}

/** The unit asked for; else the one that the package is addressed to; else the sender's own account's. */
async function ownerOf(db: Db, actor: Actor, message: EdxmlMessage, wanted: number | null): Promise<number> {
  if (wanted !== null) {
    if (!may(actor, 'document.upload', { unitId: wanted })) throw new Forbidden();
    return wanted;
  }
  const addressed = await queries.unitsCoded(
    db,
    message.to.slice(0, 200).map(({ id }) => id),
  );
  return (
    addressed.find((unitId) => may(actor, 'document.upload', { unitId })) ??
    actingUnit(actor, 'document.upload')
  );
}

const named = ({ from }: EdxmlMessage, externalId: string, unitId: number) => ({
  unitId,
  senderCode: from.id.slice(0, 100),
  externalId: externalId.slice(0, 500),
});

async function enter(
  deps: Deps,
  actor: Actor,
  unitId: number,
  message: EdxmlMessage,
): Promise<{ id: number; fresh: boolean }> {
  const { from, documentId, number, date, subject, business, of } = message;
  return write(deps, actor, async (trx, note) => {
    await requireOwn(trx, message, unitId);
    const before = of === undefined ? undefined : await queries.messageNamed(trx, named(message, of, unitId));
    const same = await queries.messageNamed(trx, named(message, documentId, unitId));
    const target = business === 1 || business === 2 ? (before ?? same) : same;
    if (business === 1) {
      if (!target) throw new Invalid('edxml-unknown', { id: (of ?? documentId).slice(0, 200) });
      await askBack(trx, target.id, { at: deps.clock(), reason: message.reason });
    }
    const made = target
      ? undefined
      : await trx
          .insertInto('exchangeMessage')
          .values({
            ...named(message, documentId, unitId),
            senderName: from.name.slice(0, 500),
            number: number?.slice(0, 200) ?? null,
            issuedOn: date,
            subject: subject?.slice(0, 2000) ?? null,
            receivedAt: deps.clock(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
    const id =
      target?.id ??
      made?.id ??
      (await queries.messageNamed(trx, named(message, documentId, unitId)))?.id ??
      0;
    if (business === 3 && before && before.id !== id) await replaceBy(trx, before.id, id);
    const detail = { sender: from.id, externalId: documentId, business };
    if (made || business > 0)
      note({ action: 'exchange.take', subject: 'exchange', subjectId: id, unitId, detail });
    return { id, fresh: made !== undefined };
  });
}

/** A name begins with the agency that gave it: nobody speaks of what came from another. */
async function requireOwn(db: Db, message: EdxmlMessage, unitId: number): Promise<void> {
  for (const externalId of [message.documentId, message.of]) {
    if (externalId === undefined) continue;
    const other = await queries.namedByOther(db, named(message, externalId, unitId));
    if (!other) continue;
    throw new Invalid('edxml-foreign', { id: externalId.slice(0, 200), sender: other.senderName });
  }
}

/** The same wish said again changes nothing; a new reason asks anew. */
const askBack = (db: Db, id: number, { at, reason }: { readonly at: Date; readonly reason: string | null }) =>
  db
    .updateTable('exchangeMessage')
    .set({
      recallAskedAt: at,
      recallReason: reason?.slice(0, 2000) ?? null,
      recallAnswer: null,
      recallAnsweredAt: null,
      recallAnsweredBy: null,
      recallNote: null,
    })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('recallAskedAt', 'is', null),
        eb('recallReason', 'is distinct from', reason?.slice(0, 2000) ?? null),
      ]),
    )
    .execute();

const replaceBy = (db: Db, id: number, replacedBy: number) =>
  db
    .updateTable('exchangeMessage')
    .set({ replacedBy })
    .where('id', '=', id)
    .where('replacedBy', 'is', null)
    .execute();

interface Taking {
  readonly id: number;
  readonly owner: number;
  readonly message: EdxmlMessage;
  readonly fresh: boolean;
}

/**
 * Each file by itself: one that is refused does not hold up the others. Handed in again, a package brings what a process that died
 * had not taken yet; an update or replacement brings what it had not brought before. What was given back does not come again.
 */
async function takeFiles(deps: Deps, actor: Actor, { id, owner, message, fresh }: Taking): Promise<void> {
  const row = await queries.messageById(deps.db, id);
  if (row?.recallAnswer === '15') return;
  const before = (await queries.filesOf(deps.db, id)).length;
  const known = await queries.contentsOf(deps.db, id);
  const repeats = !fresh && message.business === 0;
  const files = message.attachments.map((file) => ({ ...file, sha256: sha256Of(file.bytes) }));
  const wanted = repeats ? files.slice(before) : files.filter(({ sha256 }) => !known.has(sha256));
  for (const [at, { name, bytes, sha256 }] of wanted.entries()) {
    const tooLarge = () => bytes.length > largestFile;
    const incoming = { name, content: Readable.from([Buffer.from(bytes)]), tooLarge, ownerId: owner };
    const received = await receive(deps, actor, incoming);
    // Which document the same bytes came as before, only those hear who may read it.
    const first = received.ok || !received.first ? null : await ifReadable(deps.db, actor, received.first.id);
    await deps.db
      .insertInto('exchangeDocument')
      .values({
        messageId: id,
        ordinal: before + at,
        // Never a path: the name alone, without what a screen would obey.
        name: plainName(name).slice(0, 300),
        documentId: received.ok ? received.id : (first?.id ?? null),
        refused: received.ok ? null : received.code,
        sha256,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function messageFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  id: number,
): Promise<Message> {
  const row = await queries.messageById(deps.db, id);
  if (!row) throw new NotFound('no-message', { id });
  const asked = { read: 'document.read', code: 'no-message', id } as const;
  mustMay(actor, 'document.read', { unitId: row.unitId }, asked);
  return present(deps, actor, row);
}

export async function listMessages(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  externalId: string | undefined,
): Promise<Message[]> {
  const rows = await queries.messagesOf(deps.db, scopeOf(actor, 'document.read').unitIds, externalId);
  return Promise.all(rows.map((row) => present(deps, actor, row)));
}

async function present({ db, clock }: Pick<Deps, 'db' | 'clock'>, actor: Actor, row: Row): Promise<Message> {
  const files = await queries.filesOf(db, row.id);
  const documents = files.flatMap(({ documentId, status }) =>
    documentId !== null && status !== null ? [documentId] : [],
  );
  const tasks = await tasksOf(db, { actor, day: today(clock) }, documents);
  const gone = row.recallAnswer === '15' ? 'given-back' : 'refused';
  return {
    id: row.id,
    externalId: row.externalId,
    sender: { code: row.senderCode, name: row.senderName },
    unitId: row.unitId,
    number: row.number,
    subject: row.subject,
    receivedAt: row.receivedAt.toISOString(),
    status: row.recallAnswer ?? (row.recallAskedAt ? '13' : statusOf(files, tasks)),
    recall: row.recallAskedAt && {
      askedAt: row.recallAskedAt.toISOString(),
      reason: row.recallReason,
      answer: row.recallAnswer,
      answeredAt: row.recallAnsweredAt?.toISOString() ?? null,
      answeredBy: row.answerer,
      note: row.recallNote,
    },
    replacedBy: row.replacedBy,
    // A file that bore a mark of secrecy left no document behind: only that it was refused.
    files: files.map(({ name, documentId, refused, status, problem }) => ({
      name,
      documentId: status === null ? null : documentId,
      refused: refused ?? (documentId !== null && status === null ? gone : (problem?.code ?? null)),
    })),
    tasks,
    may:
      row.recallAskedAt && !row.recallAnswer && may(actor, 'document.remove', { unitId: row.unitId })
        ? ['answerRecall']
        : [],
  };
}

type Tasks = Message['tasks'];

interface Reader {
  readonly actor: Actor;
  readonly day: string;
}

/** With those of their duties that the reader may read: a document is more public than how each unit stands. */
async function tasksOf(db: Db, { actor, day }: Reader, documentIds: readonly number[]): Promise<Tasks> {
  const tasks = await queries.tasksOf(db, documentIds);
  const rows = await queries.dutiesOf(
    db,
    tasks.map(({ id }) => id),
  );
  const facts = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  const readable = rows.filter(({ id }) => {
    const known = facts.get(id);
    return known !== undefined && mayRead(actor, known);
  });
  const duties = Map.groupBy(readable, ({ taskId }) => taskId);
  return tasks.map(({ id, text }) => ({
    id,
    text,
    duties: (duties.get(id) ?? []).map((duty) => ({
      id: duty.id,
      unit: duty.unit,
      unitCode: duty.unitCode,
      role: duty.role,
      class: classOn(duty, day),
      state: stateOf(duty),
      dueOn: duty.dueOn,
      doneOn: duty.doneOn,
    })),
  }));
}

type Files = Awaited<ReturnType<typeof queries.filesOf>>;

/** The standard's code of how far it is: from the furthest back of its duties. */
function statusOf(files: Files, tasks: Tasks): Status {
  const taken = files.filter(
    ({ status, refused }) => status !== null && status !== 'failed' && refused === null,
  );
  const known = files.filter(({ status }) => status !== null && status !== 'failed');
  if (files.length > 0 && known.length === 0) return '02';
  if (taken.some(({ status }) => status === 'reading')) return '01';
  const duties = tasks.flatMap((task) => task.duties).filter(({ state }) => state !== 'cancelled');
  if (duties.length === 0) return files.length === 0 ? '01' : '03';
  if (duties.every(({ state }) => state === 'confirmed')) return '06';
  return duties.every(({ state }) => state === 'new') ? '04' : '05';
}

/** The tasks of one document, for a system that sent it by multipart. */
export async function statesOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  documentId: number,
): Promise<{ documentId: number; status: Status; tasks: Tasks }> {
  const row = await mustRead(db, actor, documentId);
  const tasks = await tasksOf(db, { actor, day: today(clock) }, [documentId]);
  const file = {
    name: row.fileName ?? '',
    documentId,
    refused: null,
    status: row.status,
    problem: row.problem,
  };
  return { documentId, status: statusOf([file], tasks), tasks };
}
