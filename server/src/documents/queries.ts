// Rows of documents, and nothing but rows.
import { sql, type Selectable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { matchesPhrase } from '../text/search.ts';

export type DocumentRow = Selectable<Tables['document']>;
/** Without the drafts as recognised, which only undoing and revising need. */
export type ReadingRow = Omit<Selectable<Tables['reading']>, 'recognised' | 'base'>;
export type DraftRow = Selectable<Tables['draft']>;

export const documentById = (db: Db, id: number): Promise<DocumentRow | undefined> =>
  db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();

/** Held until the end of the transaction: whoever else wants to change the document waits. */
export const lockDocument = (db: Db, id: number): Promise<DocumentRow | undefined> =>
  db.selectFrom('document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const documentBySha = (db: Db, sha256: string): Promise<DocumentRow | undefined> =>
  db.selectFrom('document').selectAll().where('sha256', '=', sha256).executeTakeFirst();

export const readingOf = (db: Db, id: number): Promise<ReadingRow | undefined> =>
  db
    .selectFrom('reading')
    .select(['documentId', 'text', 'blocks', 'pages', 'parsed', 'diff'])
    .where('documentId', '=', id)
    .executeTakeFirst();

/** The draft as it was recognised, and with what an earlier version gave it. */
export const basesOf = (db: Db, id: number) =>
  db
    .selectFrom('reading')
    .select(['recognised', 'base'])
    .where('documentId', '=', id)
    .executeTakeFirstOrThrow();

/** The beginning of a document's text. */
export const textOf = async (db: Db, id: number, characters: number): Promise<string> =>
  (
    await db
      .selectFrom('reading')
      .select(sql<string>`left(text, ${characters})`.as('text'))
      .where('documentId', '=', id)
      .executeTakeFirst()
  )?.text ?? '';

export const draftOf = (db: Db, id: number): Promise<DraftRow | undefined> =>
  db.selectFrom('draft').selectAll().where('documentId', '=', id).executeTakeFirst();

export const stepsOf = (db: Db, id: number, upTo: number) =>
  db
    .selectFrom('draftStep')
    .select(['seq', 'operations'])
    .where('documentId', '=', id)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();

export async function lastStep(db: Db, id: number): Promise<number> {
  const row = await db
    .selectFrom('draftStep')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('documentId', '=', id)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

export const trailOf = (db: Db, id: number) =>
  db.selectFrom('trail').selectAll().where('documentId', '=', id).orderBy('id', 'desc').limit(500).execute();

export const wasRefused = async (db: Db, id: number): Promise<Date | null> =>
  (await db.selectFrom('refusal').select('at').where('documentId', '=', id).executeTakeFirst())?.at ?? null;

export async function addTrail(db: Db, documentId: number, action: string, detail: string | null = null) {
  await db.insertInto('trail').values({ documentId, action, detail }).execute();
}

export interface ListWanted {
  readonly q: string | undefined;
  readonly status: readonly string[] | undefined;
  readonly type: string | undefined;
  readonly sort: string;
  readonly page: number;
  readonly size: number;
}

const columns = {
  createdAt: 'document.createdAt',
  issuedOn: 'document.issuedOn',
  title: 'document.title',
  issuer: 'document.issuer',
  number: 'document.number',
} as const;

function filtered(db: Db, wanted: ListWanted, without?: 'status' | 'type') {
  let query = db.selectFrom('document').where((eb) => eb.and(matchesPhrase('document', wanted.q ?? '')));
  if (without !== 'type' && wanted.type !== undefined) query = query.where('type', '=', wanted.type);
  if (without !== 'status' && wanted.status?.length) {
    query = query.where('status', 'in', wanted.status as DocumentRow['status'][]);
  }
  return query;
}

export function listDocuments(db: Db, wanted: ListWanted): Promise<DocumentRow[]> {
  const descending = wanted.sort.startsWith('-');
  const column = columns[wanted.sort.replace('-', '') as keyof typeof columns];
  return filtered(db, wanted)
    .selectAll()
    .orderBy(column, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('document.id', descending ? 'desc' : 'asc')
    .limit(wanted.size)
    .offset((wanted.page - 1) * wanted.size)
    .execute();
}

export async function countDocuments(db: Db, wanted: ListWanted): Promise<number> {
  const row = await filtered(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export const facetOf = (db: Db, wanted: ListWanted, column: 'status' | 'type') =>
  filtered(db, wanted, column)
    .select([column, (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(column)
    .orderBy('count', 'desc')
    .orderBy(column)
    .limit(100)
    .execute();

/** Puts the job into the queue in the same transaction as the row: neither exists without the other. */
export async function addReadingJob(db: Db, documentId: number): Promise<void> {
  await sql`select graphile_worker.add_job('read-document', json_build_object('documentId', ${documentId}::bigint),
    max_attempts := 5)`.execute(db);
}
