// The job that reads a file: what comes of it is a draft to review, a refusal of which nothing stays, or a clear failure.
import { indexRegister, recheckCitations } from '@nhipcau/document';
import { sql } from 'kysely';
import type pg from 'pg';
import { system } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import { holding as holdingAny } from '../db/holding.ts';
import type { Deps } from '../deps.ts';
import { fold } from '../text/fold.ts';
import { matcherFor } from '../units/service.ts';
import { firstDraft } from './draft.ts';
import { tellChange } from './events.ts';
import { discard, isKept, keptPath, release, waitingFile, type Files } from './files.ts';
import { heldDocuments } from './graph-queries.ts';
import { letGo, takeUp } from './keeping.ts';
import { addTrail, documentById, type DocumentRow } from './queries.ts';
import type { Headway, Outcome, Understood } from './reading/messages.ts';
import type { Readers } from './reading/readers.ts';
import { proposeRevision } from './revision.ts';
import { ofTree } from './rights.ts';
import { publish } from '../webhooks/service.ts';
import { numberKey, rowFields } from './row.ts';
import { countOpen, warningsOf } from './warnings.ts';

export interface ReadDeps extends Deps {
  readonly pool: pg.Pool;
  readonly readers: Readers;
}

/** First half of the keys of advisory locks on documents that are being read. */
const lockSpace = 6_049;

/** Does the work if no other process is at this document, else nothing. */
export const holding = (pool: pg.Pool, documentId: number, work: () => Promise<void>): Promise<boolean> =>
  holdingAny(pool, [lockSpace, documentId], work);

export async function isBeingRead(pool: pg.Pool, documentId: number): Promise<boolean> {
  return !(await holding(pool, documentId, async () => undefined));
}

export async function readDocument(deps: ReadDeps, documentId: number): Promise<void> {
  await holding(deps.pool, documentId, async () => {
    const row = await documentById(deps.db, documentId);
    if (row?.status !== 'reading' || !row.waiting || !row.sha256) return;
    const found = await waitingFile(deps.files, row.waiting);
    const name = found?.name ?? `#${documentId}`;
    // Without a path: cut short after the file was moved, before the row knew of it.
    const path =
      found?.path ?? ((await isKept(deps.files, row.sha256)) ? keptPath(deps.files, row.sha256) : null);
    if (path === null) return fail(deps, row, { code: 'file-lost', values: { file: name } }, name);
    const outcome = await deps.readers.read({ path, name }, progressWriter(deps, documentId));
    await settle(deps, row, name, outcome);
  });
}

async function settle(deps: ReadDeps, row: DocumentRow, name: string, outcome: Outcome): Promise<void> {
  if (outcome.ok) return takeOver(deps, row, name, outcome.understood);
  if (outcome.code === 'secret-mark') return refuse(deps, row);
  return fail(deps, row, outcome, name);
}

/** Also what an earlier attempt had moved already. */
async function drop(db: Deps['db'], files: Files, { id, waiting, sha256 }: DocumentRow): Promise<void> {
  if (waiting) await discard(files, waiting);
  if (sha256) await db.transaction().execute((trx) => letGo(trx, files, { id, sha256 }));
}

/** Nothing of the file stays but that there was one. */
async function refuse(deps: ReadDeps, row: DocumentRow): Promise<void> {
  const { db, files, log } = deps;
  const { id, ownerId, rootId } = row;
  await drop(db, files, row);
  await write(deps, system, async (trx, note) => {
    await trx.deleteFrom('document').where('id', '=', row.id).execute();
    await trx.deleteFrom('trail').where('documentId', '=', row.id).execute();
    await trx.insertInto('refusal').values({ documentId: id, ownerId, rootId }).execute();
    note({ action: 'document.refused', subject: 'document', subjectId: id, unitId: ownerId, rootId });
    await tellChange(trx, row.id);
  });
  log('warn', 'Refused a file that bears a mark of secrecy; nothing of it was kept');
}

interface Failure {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The row stays, to say why; the file does not, and may be sent again. */
export async function fail(
  { db, files, log }: Pick<ReadDeps, 'db' | 'files' | 'log'>,
  row: DocumentRow,
  { code, values }: Failure,
  name: string,
): Promise<void> {
  await drop(db, files, row);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('document')
      .set({ status: 'failed', problem: JSON.stringify({ code, values }), progress: null })
      .set({
        fileName: name || `#${row.id}`,
        waiting: null,
        sha256: null,
        search: fold(name),
        searchExact: '',
      })
      .where('id', '=', row.id)
      .execute();
    await addTrail(trx, { documentId: row.id, action: 'failed', detail: code });
    await tellChange(trx, row.id);
  });
  log('info', 'A file could not be read', { document: row.id, code });
}

async function takeOver(
  deps: ReadDeps,
  row: DocumentRow,
  name: string,
  understood: Understood,
): Promise<void> {
  const { db, files } = deps;
  const { text, blocks, pages, format } = understood;
  const { document: header } = understood.parsed;
  const match = await matcherFor(db, { issuer: header.issuer, on: header.issuedOn });
  const held = await heldDocuments(db, await ofTree(db, row.rootId));
  const register = indexRegister(held.filter(({ number }) => numberKey(number) !== numberKey(header.number)));
  const parsed = {
    ...understood.parsed,
    warnings: recheckCitations(understood.parsed, register),
    text: '',
  };
  const base = firstDraft(parsed, match);
  // The draft has its tasks and citations: no need to hold them twice.
  const rest = { ...parsed, tasks: [], citations: [], recipients: [], recipientSpans: [] };
  await db.transaction().execute(async (trx) => {
    const { waiting, sha256 } = row;
    if (waiting && sha256) await takeUp(trx, files, { waiting, sha256 });
    const draft = JSON.stringify(base);
    await trx
      .insertInto('reading')
      .values({
        documentId: row.id,
        text,
        recognised: draft,
        base: draft,
        ...json({ blocks, pages, parsed: rest }),
      })
      .execute();
    await trx
      .insertInto('draft')
      .values({ documentId: row.id, version: 1, cursor: 0, data: draft })
      .execute();
    const fields = rowFields(base, name, countOpen(warningsOf(parsed.warnings, base, 'vi')));
    await trx
      .updateTable('document')
      .set({
        status: 'review',
        progress: null,
        waiting: null,
        fileName: name,
        format,
        readAt: new Date(),
        ...fields,
      })
      .where('id', '=', row.id)
      .execute();
    await proposeRevision(trx, row.id, text);
    await addTrail(trx, { documentId: row.id, action: 'read' });
    await tellChange(trx, row.id);
    await publish(trx, async () => [
      {
        name: 'document.read',
        unitIds: row.ownerId === null ? [] : [row.ownerId],
        data: { documentId: row.id, number: fields.number, title: fields.title },
      },
    ]);
  });
  if (row.waiting) await release(files, row.waiting);
}

const json = <K extends string>(parts: Readonly<Record<K, unknown>>) =>
  Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, JSON.stringify(value)])) as Record<
    K,
    string
  >;

/** Writes at most a few times a second, and never lets a slow database hold up the reading. */
function progressWriter({ db, log }: ReadDeps, documentId: number): (headway: Headway) => void {
  let last = 0;
  let stage = '';
  return (headway) => {
    const now = Date.now();
    if (headway.stage === stage && now - last < 250) return;
    last = now;
    stage = headway.stage;
    writeProgress(db, documentId, headway).catch((error: Error) =>
      log('warn', 'Progress was not written', { error: error.message }),
    );
  };
}

async function writeProgress(db: Db, documentId: number, headway: Headway): Promise<void> {
  await sql`update document set progress = ${JSON.stringify(headway)}::jsonb
    where id = ${documentId} and status = 'reading'`.execute(db);
  await tellChange(db, documentId);
}
