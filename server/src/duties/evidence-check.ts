// The job that reads a file before it is evidence: kept if it is clean, destroyed if it bears a mark of secrecy. Until then nobody
// opens it and nothing knows its name.
import { sql } from 'kysely';
import type pg from 'pg';
import { system, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { holding } from '../db/holding.ts';
import type { Deps } from '../deps.ts';
import { discard, isKept, keep, keptPath, release, waitingFile, type Files } from '../documents/files.ts';
import { dropUnneeded, ensureFolder, evidenceFiles, holdEvidence } from './evidence-files.ts';
import { record } from './history.ts';
import { tellRefused } from './told.ts';

type Filing = Pick<Deps, 'db' | 'clock' | 'files'>;
export type Checking = Filing & Pick<Deps, 'readers' | 'log'> & { readonly pool: pg.Pool };

/** First half of the keys of advisory locks on evidence that is being read. */
const lockSpace = 6_052;

/** Part of the transaction that takes the file in. Before documents: a picture is read in seconds. */
export const addCheckingJob = (db: Db, evidenceId: number) =>
  sql`select graphile_worker.add_job('check-evidence', json_build_object('evidenceId', ${evidenceId}::bigint),
    max_attempts := 5, priority := -1)`.execute(db);

export interface Waiting {
  readonly id: number;
  /** Of the one or of the other. */
  readonly dutyId: number | null;
  readonly reportId: number | null;
  readonly sha256: string;
  readonly waiting: string;
  readonly addedBy: number | null;
}

/** To whom the file belongs, for the record of what became of it. */
export interface Owner {
  readonly subject: string;
  readonly subjectId: number;
  readonly unitId: number;
  readonly rootId: number;
}

/** What a file proves: its history tells of what became of it, and whoever sent it is told of a refusal. */
export interface Holder {
  readonly kept: (
    trx: Db,
    row: Waiting,
    what: { readonly name: string; readonly day: string },
  ) => Promise<Owner>;
  readonly refused: (
    trx: Db,
    deps: Pick<Deps, 'clock'>,
    row: Waiting,
    what: { readonly refusal: Refusal; readonly day: string },
  ) => Promise<Owner>;
}
export type Refusal = 'secret-mark' | 'unreadable';

const dutyOf = ({ dutyId }: Waiting): number => {
  if (dutyId === null) throw new Error('This file does not prove a duty.');
  return dutyId;
};

export const ofDuties: Holder = {
  kept: async (trx, row, { name, day }) => {
    const dutyId = dutyOf(row);
    const { unitId, rootId } = await moved(trx, dutyId, day);
    const detail = { title: name, evidenceId: row.id };
    await record(trx, { personId: row.addedBy }, [dutyId], { action: 'evidenceAdded', day, detail });
    return { subject: 'duty', subjectId: dutyId, unitId, rootId };
  },
  refused: async (trx, deps, row, { refusal, day }) => {
    const dutyId = dutyOf(row);
    const { unitId, rootId, taskId } = await moved(trx, dutyId, day);
    const detail = { evidenceId: row.id, refusal };
    await record(trx, system, [dutyId], { action: 'evidenceRefused', day, detail });
    await tellRefused(trx, deps, { dutyId, unitId, taskId, personId: row.addedBy });
    return { subject: 'duty', subjectId: dutyId, unitId, rootId };
  },
};

/** Who holds what: reports know duties, not the other way. */
export type Holders = (row: Pick<Waiting, 'dutyId' | 'reportId'>) => Holder;

async function waitingById(db: Db, id: number): Promise<Waiting | null> {
  const row = await db
    .selectFrom('evidence')
    .select(['id', 'dutyId', 'reportId', 'sha256', 'waiting', 'addedBy'])
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row && row.sha256 !== null && row.waiting !== null
    ? { ...row, sha256: row.sha256, waiting: row.waiting }
    : null;
}

/** Where it lies, and what it is called. Cut short between moving the file and saying so: it lies among the kept ones. */
async function placeOf(files: Files, { waiting, sha256 }: Waiting) {
  const found = await waitingFile(files, waiting);
  const kept = evidenceFiles(files);
  const path = found?.path ?? ((await isKept(kept, sha256)) ? keptPath(kept, sha256) : null);
  return found && path !== null ? { path, name: found.name } : null;
}

/** Failures of ours, not the file's: another try may mend them. */
const passing = new Set(['took-too-long', 'took-too-much', 'reader-broke']);

/** `last`: no other try will follow, so that what could not be read is not kept either. */
export async function checkEvidence(
  deps: Checking,
  id: number,
  last: boolean,
  holders: Holders = () => ofDuties,
): Promise<void> {
  await holding(deps.pool, [lockSpace, id], async () => {
    const row = await waitingById(deps.db, id);
    if (!row) return;
    const holder = holders(row);
    const refuse = (refusal: Refusal) => destroy(deps, row, { refusal, holder });
    const place = await placeOf(deps.files, row);
    if (!place) return refuse('unreadable');
    const outcome = await deps.readers.read(place, () => undefined);
    if (!outcome.ok && outcome.code === 'secret-mark') return refuse('secret-mark');
    if (!outcome.ok && passing.has(outcome.code)) {
      if (!last) throw new Error(`Evidence could not be read: ${outcome.code}`);
      return refuse('unreadable');
    }
    await keepNow(deps, system, id, holder);
  });
}

/** It is clean: kept by its content, with its name, and the history of its duty tells of it. May be repeated after it was cut short. */
export async function keepNow(
  deps: Filing,
  actor: Actor,
  id: number,
  holder: Holder = ofDuties,
): Promise<void> {
  const found = await waitingById(deps.db, id);
  const name = found && (await waitingFile(deps.files, found.waiting))?.name;
  if (!found || !name) return;
  const day = today(deps.clock);
  const kept = await write(deps, actor, async (trx, note) => {
    await holdEvidence(trx, found.sha256);
    const { numUpdatedRows } = await trx
      .updateTable('evidence')
      .set({ state: 'kept', waiting: null, title: name, fileName: name })
      .where('id', '=', id)
      .where('state', '=', 'checking')
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const files = evidenceFiles(deps.files);
    await ensureFolder(files);
    await keep(files, found.waiting, found.sha256);
    const owner = await holder.kept(trx, found, { name, day });
    note({ action: 'evidence.add', ...owner, detail: { title: name, evidenceId: id } });
    return true;
  });
  if (kept) await release(deps.files, found.waiting);
}

/** The duty moves, but keeps its version: whoever sends photos first and the report then has seen no other duty. */
const moved = (db: Db, dutyId: number, day: string) =>
  db
    .updateTable('duty')
    .set({ lastMovedOn: sql<string>`greatest(last_moved_on, ${day}::date)` })
    .where('id', '=', dutyId)
    .returning(['unitId', 'rootId', 'taskId'])
    .executeTakeFirstOrThrow();

/** Nothing of the file stays but that there was one, and its sender is told. */
async function destroy(
  deps: Checking,
  row: Waiting,
  { refusal, holder }: { readonly refusal: Refusal; readonly holder: Holder },
): Promise<void> {
  const { id, sha256, waiting } = row;
  const day = today(deps.clock);
  // Before anything says that it is gone; cut short here, the next try finds nothing and refuses it again.
  await discard(deps.files, waiting);
  await write(deps, system, async (trx, note) => {
    const { numUpdatedRows } = await trx
      .updateTable('evidence')
      .set({ state: 'refused', refusal, waiting: null, sha256: null, size: null, mediaType: null })
      .where('id', '=', id)
      .where('state', '=', 'checking')
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    const owner = await holder.refused(trx, deps, row, { refusal, day });
    note({ action: 'evidence.refused', ...owner, detail: { evidenceId: id, refusal } });
  });
  await dropUnneeded(deps, sha256);
  deps.log('warn', 'Refused a file sent as evidence; nothing of it was kept', { evidence: id, refusal });
}

/** Readings whose process died before it could say so: nobody holds their lock, and they are queued again. */
export async function recheckOrphans({ db, pool }: Pick<Checking, 'db' | 'pool'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select e.id from evidence e where e.state = 'checking' and e.removed_at is null and not exists (
      select 1 from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
      where j.task_identifier = 'check-evidence' and j.locked_at is null and j.attempts < j.max_attempts
        and (p.payload->>'evidenceId')::bigint = e.id)`.execute(db);
  let count = 0;
  for (const { id } of rows) {
    if (!(await holding(pool, [lockSpace, id], async () => undefined))) continue;
    await addCheckingJob(db, id);
    count += 1;
  }
  return count;
}
