// Accepting: the document, what it cites and its tasks enter the register together, or not at all; and the way back.
import type { Actor, Asked } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound } from '../errors.ts';
import { beginAmendment, planToAmend, requireNoPlan } from '../plans/revised.ts';
import { insertTasks, reopenTasks, withdrawTasks } from '../tasks/service.ts';
import { publish } from '../webhooks/service.ts';
import { isDay, type Draft } from './draft.ts';
import { tellChange } from './events.ts';
import { letGo } from './keeping.ts';
import { addTrail, documentById, lockDocument } from './queries.ts';
import { noted, open, openFor, requireReview, stateOf } from './review.ts';
import { mustDo } from './rights.ts';
import { numberKey } from './row.ts';

export async function accept(deps: Pick<Deps, 'db' | 'clock'>, asked: Asked, version: number): Promise<void> {
  await write(deps, asked.actor, async (trx, note) => {
    const opened = await openFor(trx, asked, 'document.accept');
    requireReview(opened.row);
    if (opened.draft.version !== version) {
      const current = await stateOf(trx, opened, asked.locale);
      throw new Conflict('stale-version', {}, { current, yours: { version, operations: [] }, rebased: null });
    }
    const draft = opened.draft.data;
    await replaceCitations(trx, asked.id, draft);
    const earlier = opened.row.revisionOf;
    if (earlier !== null) await mustReplace(trx, asked.actor, earlier);
    // What was handed down is changed by the plan's amendment; until then the revision's tasks wait aside.
    const plan = earlier === null ? null : await planToAmend(trx, earlier);
    const aside = plan ? deps.clock() : null;
    const tasks = await insertTasks(trx, { documentId: asked.id, draft, earlier, aside });
    const by = { id: asked.id, personId: asked.actor.personId };
    if (earlier !== null) await supersede(trx, earlier, by, deps.clock());
    await trx
      .updateTable('document')
      .set({ status: 'accepted', acceptedAt: deps.clock() })
      .where('id', '=', asked.id)
      .execute();
    if (plan && earlier !== null) {
      const before = (await open(trx, earlier)).draft.data;
      const { id: documentId, actor } = asked;
      await beginAmendment({ trx, note, actor, plan, documentId, earlier: before, later: draft });
    }
    await addTrail(trx, {
      documentId: asked.id,
      action: 'accepted',
      detail: String(tasks),
      personId: by.personId,
    });
    note({ action: 'document.accept', ...noted(opened.row), detail: { tasks } });
    await tellChange(trx, asked.id);
    const { ownerId, number, title } = opened.row;
    await publish(trx, async () => [
      {
        name: 'document.accepted',
        unitIds: ownerId === null ? [] : [ownerId],
        data: { documentId: asked.id, number, title, tasks },
      },
    ]);
  });
}

/** Whoever lets a revision in takes the earlier one out: they must be allowed both. */
async function mustReplace(trx: Db, actor: Actor, earlier: number): Promise<void> {
  const row = await documentById(trx, earlier);
  if (row) await mustDo(trx, actor, 'document.accept', row);
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

interface By {
  readonly id: number;
  readonly personId: number | null;
}

/** The revision takes the place of the one it revises, if that one is in the register. */
async function supersede(db: Db, earlier: number, { id: by, personId }: By, at: Date): Promise<void> {
  const changed = await db
    .updateTable('document')
    .set({ status: 'superseded', supersededBy: by })
    .where('id', '=', earlier)
    .where('status', '=', 'accepted')
    .returning('id')
    .executeTakeFirst();
  if (!changed) return;
  await withdrawTasks(db, earlier, at, 'superseded');
  await addTrail(db, { documentId: earlier, action: 'superseded', detail: String(by), personId });
  await tellChange(db, earlier);
}

/** Takes a document out of the register again: back in review, its tasks kept aside with their history. */
export async function withdraw(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: Asked,
  reason: string | null,
): Promise<void> {
  const { id, actor } = asked;
  await write(deps, actor, async (trx, note) => {
    const { row } = await openFor(trx, asked, 'document.remove');
    if (row.status === 'superseded') throw new Conflict('has-revision', { id: row.supersededBy ?? 0 });
    if (row.status !== 'accepted') throw new Conflict('not-accepted');
    await requireNoPlan(trx, id);
    await withdrawTasks(trx, id, deps.clock(), 'withdrawn');
    await trx.deleteFrom('citation').where('documentId', '=', id).execute();
    await trx
      .updateTable('document')
      .set({ status: 'review', acceptedAt: null })
      .where('id', '=', id)
      .execute();
    const { personId } = actor;
    await addTrail(trx, { documentId: id, action: 'withdrawn', detail: reason, personId });
    note({ action: 'document.withdraw', ...noted(row), detail: { reason } });
    await reinstate(trx, { id, personId });
    await tellChange(trx, id);
  });
}

/** What the withdrawn document had superseded stands in the register again. */
async function reinstate(db: Db, { id: by, personId }: By): Promise<void> {
  const earlier = await db
    .updateTable('document')
    .set({ status: 'accepted', supersededBy: null })
    .where('supersededBy', '=', by)
    .returning('id')
    .execute();
  for (const { id } of earlier) {
    await reopenTasks(db, id);
    await addTrail(db, { documentId: id, action: 'reinstated', detail: String(by), personId });
    await tellChange(db, id);
  }
}

/** Removes a document that never entered the register, or was withdrawn, with its file. */
export async function remove(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  { id, actor }: Omit<Asked, 'locale'>,
): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    const row = await lockDocument(trx, id);
    if (!row) throw new NotFound('no-document', { id });
    await mustDo(trx, actor, 'document.remove', row);
    if (row.status === 'reading') throw new Conflict('still-reading');
    if (row.status === 'accepted' || row.status === 'superseded') throw new Conflict('in-register');
    await trx
      .updateTable('task')
      .set({ continues: null })
      .where('continues', 'in', tasksOf(trx, id))
      .execute();
    await trx.deleteFrom('task').where('documentId', '=', id).execute();
    await trx.deleteFrom('document').where('id', '=', id).execute();
    await addTrail(trx, { documentId: id, action: 'removed', personId: actor.personId });
    note({ action: 'document.remove', ...noted(row) });
    await tellChange(trx, id);
    // Before the transaction ends, since after it the same file may come again and be kept.
    if (row.sha256) await letGo(trx, deps.files, { id, sha256: row.sha256 });
  });
}

const tasksOf = (db: Db, id: number) => db.selectFrom('task').select('id').where('documentId', '=', id);
