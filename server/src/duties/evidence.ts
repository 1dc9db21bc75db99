// What proves that a duty was done: files, links, records of the product. Added and taken away while the duty is not confirmed.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { discard } from '../documents/files.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { addCheckingJob, keepNow } from './evidence-check.ts';
import {
  dropUnneeded,
  keptFile,
  type StoredFile,
  prepare,
  type Incoming,
  type NotTaken,
  type Prepared,
} from './evidence-files.ts';
import { evidenceOf, type Evidence } from './evidence-rows.ts';
import { factsOf, mayRead, mustMayDuty } from './facts.ts';
import { record } from './history.ts';
import { lockDuty, type Locked } from './lock.ts';
import type { linkEvidence } from './evidence-schema.ts';
import { stateOf } from './standing.ts';
import { hindrance } from './steps.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type Filing = Pick<Deps, 'db' | 'clock' | 'files'>;

export interface Proving {
  readonly actor: Actor;
  readonly dutyId: number;
  /** Place in the task's outputs; null: the duty as a whole. */
  readonly output: number | null;
}

/** Throws before anything is sent if it could not be taken afterwards. */
export async function requireMayProve({ db }: Pick<Deps, 'db'>, proving: Proving): Promise<void> {
  await db.transaction().execute((trx) => open(trx, proving));
}

async function open(db: Db, { actor, dutyId, output }: Proving): Promise<Locked> {
  const locked = await lockDuty(db, dutyId);
  mustMayDuty(actor, 'duty.report', locked.facts);
  if (hindrance('evidence', { ...locked.duty, state: stateOf(locked.duty) })) {
    throw new Conflict('evidence-settled');
  }
  if (output === null) return locked;
  const { outputs } = await db
    .selectFrom('task')
    .select('outputs')
    .where('id', '=', locked.taskId)
    .executeTakeFirstOrThrow();
  if (output >= outputs.length) throw new Invalid('no-output', { output: output + 1 });
  return locked;
}

/**
 * The evidence, or why the file was not taken. What may bear a mark of secrecy waits until a job has read it. The same file again is
 * the evidence that is there already.
 */
export async function addFile(
  deps: Filing,
  proving: Proving,
  incoming: Incoming,
): Promise<Evidence | NotTaken> {
  const prepared = await prepare(deps.files, incoming);
  if (!prepared.ok) return prepared;
  const { waiting, readable } = prepared;
  try {
    const taken = await write(deps, proving.actor, (trx, note) =>
      takeFile(trx, deps, proving, { prepared, note }),
    );
    if (!taken.isNew) await discard(deps.files, waiting);
    else if (!readable) await keepNow(deps, proving.actor, taken.id);
    return await shown(deps.db, proving.dutyId, taken.id);
  } catch (error) {
    // Whatever a row waits for stays: its job makes up for what failed here.
    if (!(await isAwaited(deps.db, waiting))) await discard(deps.files, waiting);
    throw error;
  }
}

async function isAwaited(db: Db, waiting: string): Promise<boolean> {
  const query = db.selectFrom('evidence').select('id').where('waiting', '=', waiting);
  // Where the database itself is gone nobody knows; the sweeping will.
  return query.executeTakeFirst().then(Boolean, () => true);
}

interface Taking {
  readonly prepared: Prepared;
  readonly note: Note;
}

/** No name as yet: it may itself be a secret as long as the file has not been read. */
async function takeFile(
  db: Db,
  deps: Filing,
  proving: Proving,
  { prepared, note }: Taking,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const locked = await open(db, proving);
  const { actor, output } = proving;
  const { id: dutyId, unitId, rootId } = locked;
  const { sha256, size, mediaType, waiting } = prepared;
  const there = await db
    .selectFrom('evidence')
    .select('id')
    .where('dutyId', '=', dutyId)
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`output is not distinct from ${output}::integer`)
    .executeTakeFirst();
  if (there) return { id: there.id, isNew: false };
  const file = { kind: 'file' as const, title: '', state: 'checking' as const, waiting };
  const { id } = await db
    .insertInto('evidence')
    .values({
      ...file,
      dutyId,
      output,
      sha256,
      size,
      mediaType,
      addedBy: actor.personId,
      addedAt: deps.clock(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addCheckingJob(db, id);
  note({
    action: 'evidence.upload',
    subject: 'duty',
    subjectId: dutyId,
    unitId,
    rootId,
    detail: { evidenceId: id },
  });
  return { id, isNew: true };
}

interface Adding {
  readonly locked: Locked;
  readonly row: {
    readonly kind: Evidence['kind'];
    readonly title: string;
    readonly url: string | null;
  };
  readonly note: Note;
}

/** The duty moves, but keeps its version: whoever sends photos first and the report then has seen no other duty. */
async function insert(
  db: Db,
  deps: Writing,
  proving: Proving,
  { locked, row, note }: Adding,
): Promise<number> {
  const { actor, output } = proving;
  const day = today(deps.clock);
  const { id: dutyId, unitId, rootId } = locked;
  const { id } = await db
    .insertInto('evidence')
    .values({ ...row, dutyId, output, addedBy: actor.personId, addedAt: deps.clock() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('duty').set({ lastMovedOn: day }).where('id', '=', dutyId).execute();
  const detail = { title: row.title, evidenceId: id };
  await record(db, actor, [dutyId], { action: 'evidenceAdded', day, detail });
  note({ action: 'evidence.add', subject: 'duty', subjectId: dutyId, unitId, rootId, detail });
  return id;
}

async function shown(db: Db, dutyId: number, id: number): Promise<Evidence> {
  const found = (await evidenceOf(db, dutyId, true)).find((each) => each.id === id);
  if (!found) throw new NotFound('no-evidence', { id });
  return found;
}

export async function addLink(
  deps: Writing,
  proving: Proving,
  { kind, title, url }: z.infer<typeof linkEvidence>,
): Promise<void> {
  await write(deps, proving.actor, async (trx, note) => {
    const locked = await open(trx, proving);
    await insert(trx, deps, proving, { locked, row: { kind, title, url: url ?? null }, note });
  });
}

/** The bytes go; that there was something, and who took it away, stays. */
export async function removeEvidence(
  deps: Writing & Pick<Deps, 'files'>,
  proving: Proving,
  id: number,
): Promise<void> {
  const { actor, dutyId } = proving;
  const day = today(deps.clock);
  const gone = await write(deps, actor, async (trx, note) => {
    const { unitId, rootId } = await open(trx, proving);
    const found = await trx
      .selectFrom('evidence')
      .select(['title', 'sha256', 'state', 'waiting'])
      .where('id', '=', id)
      .where('dutyId', '=', dutyId)
      .where('removedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw new NotFound('no-evidence', { id });
    const detail = { title: found.title, evidenceId: id };
    await trx.updateTable('evidence').set({ removedAt: deps.clock() }).where('id', '=', id).execute();
    // What nobody has seen yet, or was refused, has no name that the history could tell.
    if (found.state === 'kept')
      await record(trx, actor, [dutyId], { action: 'evidenceRemoved', day, detail });
    note({ action: 'evidence.remove', subject: 'duty', subjectId: dutyId, unitId, rootId, detail });
    return found;
  });
  // Only now: a server that dies in between leaves a file too many, which is swept, never evidence without its file.
  if (gone.state === 'checking' && gone.waiting) await discard(deps.files, gone.waiting);
  if (gone.sha256) await dropUnneeded(deps, gone.sha256);
}

/** For those who may read the duty; to others there is none. */
export async function storedFile(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  { actor, dutyId }: Pick<Proving, 'actor' | 'dutyId'>,
  id: number,
): Promise<StoredFile> {
  const facts = (await factsOf(db, [dutyId])).get(dutyId);
  if (!facts || !mayRead(actor, facts)) throw new NotFound('no-duty', { id: dutyId });
  const row = await db
    .selectFrom('evidence')
    .select(['sha256', 'fileName', 'mediaType', 'size'])
    .where('id', '=', id)
    .where('dutyId', '=', dutyId)
    .where('removedAt', 'is', null)
    .where('state', '=', 'kept')
    .executeTakeFirst();
  const file = row && (await keptFile(files, row));
  if (!file) throw new NotFound('no-evidence', { id });
  return file;
}
