// What proves that a duty was done: files, links, records of the product. Added and taken away while the duty is not confirmed.
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { discard, isKept, keep, readKept, release } from '../documents/files.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import {
  ensureFolder,
  evidenceFiles,
  holdEvidence,
  letGoEvidence,
  prepare,
  type Incoming,
  type NotTaken,
  type Prepared,
} from './evidence-files.ts';
import { evidenceOf, type Evidence } from './evidence-rows.ts';
import { factsOf, mayRead, mustMayDuty } from './facts.ts';
import { record } from './history.ts';
import { lockDuty, type Locked } from './lock.ts';
import type { linkEvidence } from './schema.ts';
import { stateOf } from './standing.ts';
import { hindrance } from './steps.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type Filing = Pick<Deps, 'db' | 'clock' | 'files' | 'readers' | 'log'>;

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

/** The evidence, or why the file was not taken. The same file again is the evidence that is there already. */
export async function addFile(
  deps: Filing,
  proving: Proving,
  incoming: Incoming,
): Promise<Evidence | NotTaken> {
  const prepared = await prepare(deps, incoming);
  if (!prepared.ok) return prepared;
  try {
    const id = await write(deps, proving.actor, (trx, note) =>
      keepFile(trx, deps, proving, { prepared, note }),
    );
    await release(deps.files, prepared.waiting);
    return await shown(deps.db, proving.dutyId, id);
  } catch (error) {
    await discard(deps.files, prepared.waiting);
    throw error;
  }
}

interface Keeping {
  readonly prepared: Prepared;
  readonly note: Note;
}

async function keepFile(
  db: Db,
  deps: Filing,
  proving: Proving,
  { prepared, note }: Keeping,
): Promise<number> {
  const locked = await open(db, proving);
  const { name: fileName, sha256, size, mediaType, waiting } = prepared;
  const there = await db
    .selectFrom('evidence')
    .select('id')
    .where('dutyId', '=', locked.id)
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`output is not distinct from ${proving.output}::integer`)
    .executeTakeFirst();
  if (there) return there.id;
  await holdEvidence(db, sha256);
  const files = evidenceFiles(deps.files);
  await ensureFolder(files);
  await keep(files, waiting, sha256);
  const row = { kind: 'file' as const, title: fileName, sha256, fileName, mediaType, size };
  return insert(db, deps, proving, { locked, row, note });
}

interface Adding {
  readonly locked: Locked;
  readonly row: {
    readonly kind: Evidence['kind'];
    readonly title: string;
    readonly url?: string | null;
    readonly sha256?: string;
    readonly fileName?: string;
    readonly mediaType?: string;
    readonly size?: number;
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
  const found = (await evidenceOf(db, dutyId)).find((each) => each.id === id);
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
  await write(deps, actor, async (trx, note) => {
    const { unitId, rootId } = await open(trx, proving);
    const gone = await trx
      .updateTable('evidence')
      .set({ removedAt: deps.clock() })
      .where('id', '=', id)
      .where('dutyId', '=', dutyId)
      .where('removedAt', 'is', null)
      .returning(['title', 'sha256'])
      .executeTakeFirst();
    if (!gone) throw new NotFound('no-evidence', { id });
    const detail = { title: gone.title, evidenceId: id };
    await record(trx, actor, [dutyId], { action: 'evidenceRemoved', day, detail });
    note({ action: 'evidence.remove', subject: 'duty', subjectId: dutyId, unitId, rootId, detail });
    if (gone.sha256 === null) return;
    // Before the transaction ends, since after it the same file may come again and be kept.
    await holdEvidence(trx, gone.sha256);
    await letGoEvidence(trx, deps.files, gone.sha256);
  });
}

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly content: () => Readable;
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
    .executeTakeFirst();
  const kept = evidenceFiles(files);
  const { sha256 = null, fileName = null, mediaType = null, size = null } = row ?? {};
  if (sha256 === null || size === null || !(await isKept(kept, sha256))) {
    throw new NotFound('no-evidence', { id });
  }
  return {
    name: fileName ?? '',
    mediaType: mediaType ?? 'application/octet-stream',
    size,
    content: () => readKept(kept, sha256),
  };
}
