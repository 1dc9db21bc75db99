// Rows of documents as the API shows them.
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { StoredProblem } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { problem } from '../http/problem.ts';
import { unitNames } from '../units/service.ts';
import { waitingFile } from './files.ts';
import * as queries from './queries.ts';
import { open, stateOf } from './review.ts';
import { abilitiesOf, factsOf, ifReadable, mustRead } from './rights.ts';
import type * as schema from './schema.ts';

export type DocumentSummary = z.infer<typeof schema.documentSummary>;
export type DocumentDetail = z.infer<typeof schema.documentDetail>;
export type DocumentRef = z.infer<typeof schema.documentRef>;

const said = (stored: StoredProblem | null, locale: Locale) =>
  stored === null ? null : problem({ status: 422, ...stored, locale });

export function summary(row: queries.DocumentRow, locale: Locale): DocumentSummary {
  return {
    id: row.id,
    fileName: row.fileName ?? '',
    format: row.format as DocumentSummary['format'],
    size: row.size,
    status: row.status,
    progress: row.progress,
    problem: said(row.problem, locale),
    type: row.type,
    number: row.number,
    issuedOn: row.issuedOn,
    issuer: row.issuer,
    title: row.title,
    tasks: row.tasks,
    warnings: row.warnings,
    createdAt: row.createdAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    revisionOf: row.revisionOf,
    supersededBy: row.supersededBy,
    demo: row.demo,
  };
}

export const reference = ({ id, number, title, fileName, status }: queries.DocumentRow): DocumentRef => ({
  id,
  number,
  title,
  status,
  fileName: fileName ?? '',
});

/** While a file waits its name stands beside it on disk, not in the database. */
export async function named(files: Deps['files'], row: queries.DocumentRow): Promise<queries.DocumentRow> {
  if (row.fileName !== null || row.waiting === null) return row;
  return { ...row, fileName: (await waitingFile(files, row.waiting))?.name ?? '' };
}

export interface Wanted {
  readonly id: number;
  readonly actor: Actor;
  readonly locale: Locale;
}

export async function detail(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  { id, actor, locale }: Wanted,
): Promise<DocumentDetail> {
  const refused = await queries.refusalOf(db, id);
  if (refused && may(actor, 'document.read', { unitId: refused.ownerId }))
    return refusedDetail(refused, locale);
  const row = await mustRead(db, actor, id);
  const trail = (await queries.trailOf(db, id)).map(({ at, action, detail: note, who }) => ({
    at: at.toISOString(),
    action,
    detail: note,
    who,
  }));
  const names = await unitNames(db, row.ownerId === null ? [] : [row.ownerId]);
  const base = {
    ...summary(await named(files, row), locale),
    sha256: row.sha256 ?? '',
    trail,
    owner: row.ownerId === null ? null : { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
    may: abilitiesOf(actor, await factsOf(db, row)),
  };
  if (row.status === 'reading' || row.status === 'failed') {
    return { ...base, content: null, state: null, revision: null, proposedRevisionOf: null };
  }
  const opened = await open(db, id);
  return {
    ...base,
    content: contentOf(opened.reading),
    state: await stateOf(db, opened, locale),
    revision: await revisionOf(db, actor, { row, reading: opened.reading }),
    proposedRevisionOf: await proposalOf(db, actor, row),
  };
}

/** All that is known of a refused file is that it was refused. */
function refusedDetail(
  { documentId: id, at }: { readonly documentId: number; readonly at: Date },
  locale: Locale,
): DocumentDetail {
  const nothing = {
    type: null,
    number: null,
    issuedOn: null,
    issuer: null,
    title: null,
    format: null,
    progress: null,
  };
  return {
    id,
    fileName: '',
    size: 0,
    status: 'refused',
    ...nothing,
    tasks: 0,
    warnings: 0,
    demo: false,
    createdAt: at.toISOString(),
    acceptedAt: null,
    revisionOf: null,
    supersededBy: null,
    sha256: '',
    trail: [],
    owner: null,
    may: [],
    problem: refusal('', locale),
    content: null,
    state: null,
    revision: null,
    proposedRevisionOf: null,
  };
}

export const refusal = (file: string, locale: Locale) =>
  problem({ status: 422, code: 'secret-mark', values: { file: file || '…' }, locale });

function contentOf({ text, blocks, pages, parsed }: queries.ReadingRow): DocumentDetail['content'] {
  return {
    text,
    blocks: [...blocks],
    pages: [...pages],
    sections: [...parsed.sections],
    evidence: parsed.document.evidence,
    targets: [...parsed.targets],
    figures: [...parsed.figures],
  };
}

interface Read {
  readonly row: queries.DocumentRow;
  readonly reading: queries.ReadingRow;
}

async function revisionOf(
  db: Db,
  actor: Actor,
  { row, reading: { diff } }: Read,
): Promise<DocumentDetail['revision']> {
  const earlier = row.revisionOf === null ? null : await ifReadable(db, actor, row.revisionOf);
  return earlier && diff ? { of: reference(earlier), diff } : null;
}

async function proposalOf(
  db: Db,
  actor: Actor,
  row: queries.DocumentRow,
): Promise<DocumentDetail['proposedRevisionOf']> {
  if (!row.proposedRevision || row.status !== 'review') return null;
  const { documentId, reason, similarity } = row.proposedRevision;
  const earlier = await ifReadable(db, actor, documentId);
  if (!earlier || !may(actor, 'document.review', await factsOf(db, earlier))) return null;
  return { document: reference(earlier), reason, similarity };
}
