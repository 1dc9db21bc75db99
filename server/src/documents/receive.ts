// A file comes in: it is on disk before its row exists, and its job is born with its row.
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import { placesOf } from '../units/places.ts';
import { discard, takeIn } from './files.ts';
import { addReadingJob, addTrail, documentBySha, type DocumentRow } from './queries.ts';

export interface Incoming {
  readonly name: string;
  readonly content: Readable;
  /** Asked when all has come: whether the stream was cut off at the limit. */
  readonly tooLarge?: () => boolean;
  readonly demo?: boolean;
  /** In whose name; null: nobody's as yet. */
  readonly ownerId: number | null;
}

export type Received =
  | { readonly ok: true; readonly id: number }
  | {
      readonly ok: false;
      readonly code: 'empty-file' | 'too-large' | 'duplicate-file';
      readonly first?: DocumentRow;
    };

/** Bytes. */
export const largestFile = 50 * 2 ** 20;

/** The name alone, without folders or control characters, as browsers and hostile clients may send it. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return Array.from(clean.toWellFormed()).slice(0, 200).join('') || 'khong-ten';
}

export async function receive(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  actor: Actor,
  incoming: Incoming,
): Promise<Received> {
  const { db, files } = deps;
  const { ownerId } = incoming;
  const rootId = ownerId === null ? null : (await placesOf(db)).root(ownerId);
  const waiting = await takeIn(files, plainName(incoming.name), incoming.content);
  const refuse = async (refusal: Received): Promise<Received> => {
    await discard(files, waiting.id);
    return refusal;
  };
  if (incoming.tooLarge?.()) return refuse({ ok: false, code: 'too-large' });
  if (waiting.size === 0) return refuse({ ok: false, code: 'empty-file' });
  const id = await write(deps, actor, async (trx, note) => {
    const row = await trx
      .insertInto('document')
      .values({
        status: 'reading',
        sha256: waiting.sha256,
        waiting: waiting.id,
        size: waiting.size,
        ownerId,
        rootId,
        demo: incoming.demo ?? false,
        progress: JSON.stringify({ stage: 'waiting', page: 0, pages: 0 }),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return null;
    await addReadingJob(trx, row.id);
    await addTrail(trx, { documentId: row.id, action: 'uploaded', personId: actor.personId });
    // No name: it may itself be a secret as long as the file has not been read.
    note({ action: 'document.upload', subject: 'document', subjectId: row.id, unitId: ownerId, rootId });
    return row.id;
  }).catch(async (error: unknown) => {
    await discard(files, waiting.id);
    throw error;
  });
  if (id !== null) return { ok: true, id };
  const first = await documentBySha(db, waiting.sha256, rootId);
  return refuse({ ok: false, code: 'duplicate-file', ...(first ? { first } : {}) });
}

/** Ids of folders that documents wait for. */
export async function awaited(db: Deps['db']): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('document').select('waiting').where('waiting', 'is not', null).execute();
  return new Set(rows.flatMap(({ waiting }) => (waiting ? [waiting] : [])));
}

/** Readings whose process died before it could say so: nobody holds their lock, and they are queued again. */
export async function requeueOrphans(
  db: Deps['db'],
  isBeingRead: (id: number) => Promise<boolean>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select d.id from document d where d.status = 'reading' and not exists (
      select 1 from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
      where j.task_identifier = 'read-document' and j.locked_at is null and j.attempts < j.max_attempts
        and (p.payload->>'documentId')::bigint = d.id)`.execute(db);
  let count = 0;
  for (const { id } of rows) {
    if (await isBeingRead(id)) continue;
    await addReadingJob(db, id);
    count += 1;
  }
  return count;
}
