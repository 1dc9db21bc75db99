// Accepting: the document, what it cites and its tasks enter the register together, or not at all; and the way back.
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound } from '../errors.ts';
import { insertTasks, reopenTasks, returnProgress, withdrawTasks } from '../tasks/service.ts';
import { isDay, type Draft } from './draft.ts';
import { tellChange } from './events.ts';
import { removeKept } from './files.ts';
import { addTrail } from './queries.ts';
import { open, requireReview, stateOf, type Asked } from './review.ts';
import { numberKey } from './row.ts';

export async function accept(deps: Pick<Deps, 'db' | 'clock'>, asked: Asked, version: number): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const opened = await open(trx, asked.id, true);
    requireReview(opened.row);
    if (opened.draft.version !== version) {
      const current = await stateOf(trx, opened, asked.locale);
      throw new Conflict('stale-version', {}, { current, yours: { version, operations: [] }, rebased: null });
    }
    const draft = opened.draft.data;
    await replaceCitations(trx, asked.id, draft);
    const earlier = opened.row.revisionOf;
    const tasks = await insertTasks(trx, { documentId: asked.id, draft, earlier });
    if (earlier !== null) await supersede(trx, earlier, asked.id, deps.clock());
    await trx
      .updateTable('document')
      .set({ status: 'accepted', acceptedAt: deps.clock() })
      .where('id', '=', asked.id)
      .execute();
    await addTrail(trx, asked.id, 'accepted', String(tasks));
    await tellChange(trx, asked.id);
  });
}

async function replaceCitations(db: Db, documentId: number, draft: Draft): Promise<void> {
  await db.deleteFrom('citation').where('documentId', '=', documentId).execute();
  const rows = draft.citations
    .filter(({ struck }) => !struck)
    .map(({ id, type, number, date, issuer, title, role, span }) => ({
      documentId,
      draftId: id,
      type,
      number,
      numberKey: numberKey(number),
      issuer,
      title,
      role,
      date: date !== null && isDay(date) ? date : null,
      spanStart: span?.[0] ?? null,
      spanEnd: span?.[1] ?? null,
    }));
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('citation')
      .values(rows.slice(at, at + 1000))
      .execute();
  }
}

/** The revision takes the place of the one it revises, if that one is in the register. */
async function supersede(db: Db, earlier: number, by: number, at: Date): Promise<void> {
  const changed = await db
    .updateTable('document')
    .set({ status: 'superseded', supersededBy: by })
    .where('id', '=', earlier)
    .where('status', '=', 'accepted')
    .returning('id')
    .executeTakeFirst();
  if (!changed) return;
  await withdrawTasks(db, earlier, at, 'superseded');
  await addTrail(db, earlier, 'superseded', String(by));
  await tellChange(db, earlier);
}

/** Takes a document out of the register again: back in review, its tasks kept aside with their history. */
export async function withdraw(
  deps: Pick<Deps, 'db' | 'clock'>,
  { id }: Asked,
  reason: string | null,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { row } = await open(trx, id, true);
    if (row.status === 'superseded') throw new Conflict('has-revision', { id: row.supersededBy ?? 0 });
    if (row.status !== 'accepted') throw new Conflict('not-accepted');
    await withdrawTasks(trx, id, deps.clock(), 'withdrawn');
    await trx.deleteFrom('citation').where('documentId', '=', id).execute();
    await trx
      .updateTable('document')
      .set({ status: 'review', acceptedAt: null })
      .where('id', '=', id)
      .execute();
    await addTrail(trx, id, 'withdrawn', reason);
    await reinstate(trx, id);
    await tellChange(trx, id);
  });
}

/** What the withdrawn document had superseded stands in the register again, with what was done meanwhile. */
async function reinstate(db: Db, by: number): Promise<void> {
  const earlier = await db
    .updateTable('document')
    .set({ status: 'accepted', supersededBy: null })
    .where('supersededBy', '=', by)
    .returning('id')
    .execute();
  for (const { id } of earlier) {
    await returnProgress(db, { from: by, to: id });
    await reopenTasks(db, id);
    await addTrail(db, id, 'reinstated', String(by));
    await tellChange(db, id);
  }
}

/** Removes a document that never entered the register, or was withdrawn, with its file. */
export async function remove(deps: Pick<Deps, 'db' | 'files'>, id: number): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('document')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound('no-document', { id });
    if (row.status === 'reading') throw new Conflict('still-reading');
    if (row.status === 'accepted' || row.status === 'superseded') throw new Conflict('in-register');
    await trx
      .updateTable('task')
      .set({ continues: null })
      .where('continues', 'in', tasksOf(trx, id))
      .execute();
    await trx.deleteFrom('task').where('documentId', '=', id).execute();
    await trx.deleteFrom('document').where('id', '=', id).execute();
    await addTrail(trx, id, 'removed');
    await tellChange(trx, id);
    // Before the transaction ends, since after it the same file may come again and be kept.
    if (row.sha256) await removeKept(deps.files, row.sha256);
  });
}

const tasksOf = (db: Db, id: number) => db.selectFrom('task').select('id').where('documentId', '=', id);
