// A second upload of a document that changed: found, proposed, and linked when a person says so.
import { sql } from 'kysely';
import type { Asked } from '../access/actor.ts';
import type { Condition } from '../access/condition.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { StoredProposal } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import { fold } from '../text/fold.ts';
import { tellChange } from './events.ts';
import type { Draft } from './draft.ts';
import { apply, type SettledOperation } from './operations.ts';
import { addTrail, basesOf, documentById, stepsOf, textOf, type DocumentRow } from './queries.ts';
import { noted, open, openFor, requireReview } from './review.ts';
import { mustDo, mustRead, ofTree } from './rights.ts';
import { similarity } from './revision-match.ts';
import { mergeRevision } from './revision-merge.ts';
import { rowFields } from './row.ts';
import { countOpen, warningsOf } from './warnings.ts';

/** Enough of a text to tell whether it is the same document. */
const compared = 200_000;

/** Looks for a document that this one seems to revise: the same number and issuer in the same year, or the same title. */
export async function proposeRevision(db: Db, documentId: number, text: string): Promise<void> {
  const row = await documentById(db, documentId);
  if (!row) return;
  let best: StoredProposal | null = null;
  for (const other of await candidates(db, row, await ofTree(db, row.rootId))) {
    const reason = sameNumber(row, other) ? 'same-number' : 'same-title';
    const alike = similarity(text.slice(0, compared), await textOf(db, other.id, compared));
    if (alike < (reason === 'same-number' ? 0.2 : 0.6) || (best && best.similarity >= alike)) continue;
    best = { documentId: other.id, reason, similarity: Math.round(alike * 100) / 100 };
  }
  if (!best) return;
  await db
    .updateTable('document')
    .set({ proposedRevision: JSON.stringify(best) })
    .where('id', '=', documentId)
    .execute();
}

const candidates = (db: Db, row: DocumentRow, ofTheTree: Condition): Promise<DocumentRow[]> =>
  db
    .selectFrom('document')
    .selectAll()
    .where(ofTheTree)
    .where('id', '!=', row.id)
    .where('status', 'in', ['review', 'accepted'])
    .where((eb) =>
      eb.or([
        ...(row.numberKey === null ? [] : [eb('numberKey', '=', row.numberKey)]),
        ...(row.titleKey === null ? [] : [eb('titleKey', '=', row.titleKey)]),
        sql<boolean>`false`,
      ]),
    )
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
    .then((rows) => rows.filter((other) => sameNumber(row, other) || sameTitle(row, other)));

function sameNumber(a: DocumentRow, b: DocumentRow): boolean {
  return a.numberKey !== null && a.numberKey === b.numberKey && sameIssuer(a, b) && sameYear(a, b);
}

/** The same plan of another year is another plan: its title says so, its date too. */
function sameTitle(a: DocumentRow, b: DocumentRow): boolean {
  const numbersDiffer = a.numberKey !== null && b.numberKey !== null && a.numberKey !== b.numberKey;
  return (
    a.titleKey !== null && a.titleKey === b.titleKey && !numbersDiffer && sameIssuer(a, b) && sameYear(a, b)
  );
}

const sameIssuer = (a: DocumentRow, b: DocumentRow) =>
  a.issuer === null || b.issuer === null || fold(a.issuer) === fold(b.issuer);

const sameYear = (a: DocumentRow, b: DocumentRow) =>
  a.issuedOn === null || b.issuedOn === null || a.issuedOn.slice(0, 4) === b.issuedOn.slice(0, 4);

/**
 * Links a document in review with the one it revises, or parts them (null). The draft begins anew from what was recognised,
 * with what people had edited in the earlier version; what they had already edited in this one stays, on top.
 */
export async function reviseDocument(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: Asked,
  earlierId: number | null,
): Promise<void> {
  const { id, actor } = asked;
  await write(deps, actor, async (trx, note) => {
    const opened = await openFor(trx, asked, 'document.review');
    requireReview(opened.row);
    const { recognised } = await basesOf(trx, id);
    const merged = earlierId === null ? null : await mergeWith(trx, { asked, earlierId, base: recognised });
    const base = merged?.draft ?? recognised;
    const draft = await replay(trx, id, base, opened.draft.cursor);
    const json = JSON.stringify(base);
    await trx
      .updateTable('reading')
      .set({ base: json, diff: merged ? JSON.stringify(merged.diff) : null })
      .where('documentId', '=', id)
      .execute();
    await trx
      .updateTable('draft')
      .set({ version: opened.draft.version + 1, data: JSON.stringify(draft) })
      .where('documentId', '=', id)
      .execute();
    const warnings = countOpen(warningsOf(opened.reading.parsed.warnings, draft, 'vi'));
    await trx
      .updateTable('document')
      .set({ revisionOf: earlierId, proposedRevision: null })
      .set(rowFields(draft, opened.row.fileName ?? '', warnings))
      .where('id', '=', id)
      .execute();
    const action = earlierId === null ? 'revision-refused' : 'revision-of';
    const { personId } = actor;
    await addTrail(trx, { documentId: id, action, detail: earlierId?.toString() ?? null, personId });
    note({ action: `document.${action}`, ...noted(opened.row), detail: { earlierId } });
    await tellChange(trx, id);
  });
}

interface Link {
  readonly asked: Asked;
  readonly earlierId: number;
  readonly base: Draft;
}

async function mergeWith(db: Db, { asked, earlierId, base }: Link) {
  // It takes the other's place in the register one day: to read the other is not enough.
  await mustDo(db, asked.actor, 'document.review', await mustRead(db, asked.actor, earlierId));
  if (await revises(db, earlierId, asked.id)) throw new Invalid('revises-itself');
  const opened = await open(db, earlierId);
  const { base: earlierBase } = await basesOf(db, earlierId);
  return mergeRevision({ earlierBase, earlierNow: opened.draft.data, base });
}

/** Whether `id` is `other`, or revises it, directly or over others. */
async function revises(db: Db, id: number, other: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with recursive line(id) as (
      select ${id}::bigint union select d.revision_of from document d join line on line.id = d.id
        where d.revision_of is not null
    ) select id from line where id = ${other}`.execute(db);
  return rows.length > 0;
}

/** The steps taken so far on another base; operations that name what it does not hold are dropped for good. */
async function replay(db: Db, id: number, base: Draft, cursor: number): Promise<Draft> {
  await db.deleteFrom('draftStep').where('documentId', '=', id).where('seq', '>', cursor).execute();
  let draft = base;
  for (const { seq, operations } of await stepsOf(db, id, cursor)) {
    const fitting = (operations as readonly SettledOperation[]).filter((operation) => {
      try {
        draft = apply(draft, operation);
        return true;
      } catch (error) {
        if (error instanceof Invalid) return false;
        throw error;
      }
    });
    await db
      .updateTable('draftStep')
      .set({ operations: JSON.stringify(fitting) })
      .where('documentId', '=', id)
      .where('seq', '=', seq)
      .execute();
  }
  return draft;
}
