// Files that prove what a report says. They are taken, read for marks of secrecy and kept as the evidence of duties is (duties/evidence-*).
import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import type { Actor, Asked } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { discard } from '../documents/files.ts';
import { addCheckingJob, keepNow, ofDuties, type Holder, type Holders } from '../duties/evidence-check.ts';
import {
  keptFile,
  prepare,
  type Incoming,
  type NotTaken,
  type Prepared,
  type StoredFile,
} from '../duties/evidence-files.ts';
import { NotFound } from '../errors.ts';
import { tell } from '../notices/service.ts';
import { legibleReport } from './detail.ts';
import { requirePlace } from './evidence.ts';
import type * as schema from './input-schema.ts';
import { addEvents } from './queries.ts';
import { mayTake, type Trx } from './step.ts';

type Filing = Pick<Deps, 'db' | 'clock' | 'files'>;
export type Place = z.infer<typeof schema.evidencePlace>;

interface Held {
  readonly unitId: number;
  readonly rootId: number;
  readonly call: string;
}

async function heldBy(db: Db, reportId: number | null): Promise<Held & { readonly id: number }> {
  const { rows } = await sql<Held & { id: number }>`select r.id, r.unit_id, r.root_id, c.name as call
    from report r join report_call c on c.id = r.call_id where r.id = ${reportId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('This file proves no report.');
  return row;
}

const owner = ({ id, unitId, rootId }: Held & { readonly id: number }) => ({
  subject: 'report',
  subjectId: id,
  unitId,
  rootId,
});

/** The report keeps its version: whoever sends files first and the report then has seen no other report. */
export const ofReports: Holder = {
  kept: async (trx, { id, reportId, addedBy }, { name, day }) => {
    const held = await heldBy(trx, reportId);
    await trx.updateTable('reportEvidence').set({ title: name }).where('evidenceId', '=', id).execute();
    const detail = { kind: 'file', title: name };
    const event = { reportId: held.id, day, personId: addedBy, action: 'evidence-added', detail };
    await addEvents(trx, [event]);
    return owner(held);
  },
  refused: async (trx, deps, { reportId, addedBy }, { refusal, day }) => {
    const held = await heldBy(trx, reportId);
    const detail = { refusal };
    await addEvents(trx, [{ reportId: held.id, day, personId: null, action: 'evidence-refused', detail }]);
    const values = { text: held.call.slice(0, 200), unitId: held.unitId };
    if (addedBy !== null)
      await tell(trx, deps, [{ kind: 'evidence-refused', personIds: [addedBy], values, reportId: held.id }]);
    return owner(held);
  },
};

export const evidenceHolder: Holders = ({ reportId }) => (reportId === null ? ofDuties : ofReports);

/** Throws before anything is sent if it could not be taken afterwards. */
export async function requireMayProve(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  asked: Asked,
): Promise<void> {
  const day = today(clock);
  await db.transaction().execute((trx) => mayTake(trx, { ...asked, day }, { ability: 'fill' }));
}

/** Null: it was taken. What may bear a mark of secrecy waits until a job has read it; the same file again is the one that is there. */
export async function addFile(
  deps: Filing,
  asked: Asked,
  { place, incoming }: { readonly place: Place; readonly incoming: Incoming },
): Promise<NotTaken | null> {
  const prepared = await prepare(deps.files, incoming);
  if (!prepared.ok) return prepared;
  const { waiting, readable } = prepared;
  try {
    const taken = await write(deps, asked.actor, (trx, note) =>
      take(trx, asked, { place, prepared, note, at: deps.clock() }),
    );
    if (taken === null) await discard(deps.files, waiting);
    else if (!readable) await keepNow(deps, asked.actor, taken, ofReports);
    return null;
  } catch (error) {
    // Whatever a row waits for stays: its job makes up for what failed here.
    const query = deps.db.selectFrom('evidence').select('id').where('waiting', '=', waiting);
    const awaited = await query.executeTakeFirst().then(Boolean, () => true);
    if (!awaited) await discard(deps.files, waiting);
    throw error;
  }
}

interface Taking {
  readonly place: Place;
  readonly prepared: Prepared;
  readonly note: Note;
  readonly at: Date;
}

/** No name as yet: it may itself be a secret as long as the file has not been read. Null: it is there already. */
async function take(trx: Trx, asked: Asked, { place, prepared, note, at }: Taking): Promise<number | null> {
  const day = today(() => at);
  const { row, call } = await mayTake(trx, { ...asked, day }, { ability: 'fill' });
  requirePlace(call, place);
  const { sha256, size, mediaType, waiting } = prepared;
  const { sectionId, indicatorId, cell } = place;
  const { rows } = await sql`select 1 from report_evidence r join evidence e on e.id = r.evidence_id
    where r.report_id = ${row.id} and r.kind = 'file' and r.removed_at is null and e.sha256 = ${sha256}
      and r.section_id is not distinct from ${sectionId}::text and r.cell is not distinct from ${cell}::text
      and r.indicator_id is not distinct from ${indicatorId}::bigint`.execute(trx);
  if (rows.length > 0) return null;
  const added = { addedBy: asked.actor.personId, addedAt: at };
  const file = { kind: 'file' as const, title: '', state: 'checking' as const, waiting };
  const { id } = await trx
    .insertInto('evidence')
    .values({ ...file, reportId: row.id, sha256, size, mediaType, ...added })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('reportEvidence')
    .values({ reportId: row.id, kind: 'file', title: '', evidenceId: id, ...place, ...added })
    .execute();
  await addCheckingJob(trx, id);
  const { unitId, rootId } = row;
  const about = { subject: 'report', subjectId: row.id, unitId, rootId };
  note({ action: 'evidence.upload', ...about, detail: { evidenceId: id } });
  return id;
}

/** For those who may read the report; to others there is none. */
export async function reportFile(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  actor: Actor,
  { reportId, id }: { readonly reportId: number; readonly id: number },
): Promise<StoredFile> {
  await legibleReport(db, actor, reportId);
  const row = await db
    .selectFrom('reportEvidence as r')
    .innerJoin('evidence as e', 'e.id', 'r.evidenceId')
    .select(['e.sha256', 'e.fileName', 'e.mediaType', 'e.size'])
    .where('r.id', '=', id)
    .where('r.reportId', '=', reportId)
    .where('r.kind', '=', 'file')
    .where('r.removedAt', 'is', null)
    .where('e.removedAt', 'is', null)
    .where('e.state', '=', 'kept')
    .executeTakeFirst();
  const file = row && (await keptFile(files, row));
  if (!file) throw new NotFound('no-evidence', { id });
  return file;
}
