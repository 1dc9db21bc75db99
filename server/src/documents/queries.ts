// Rows of documents, and nothing but rows.
import { sql, type Selectable } from 'kysely';
import type { Condition } from '../access/condition.ts';
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

export const documentBySha = (
  db: Db,
  sha256: string,
  rootId: number | null,
): Promise<DocumentRow | undefined> =>
  db
    .selectFrom('document')
    .selectAll()
    .where('sha256', '=', sha256)
    .where(sql<boolean>`root_id is not distinct from ${rootId}::bigint`)
    .executeTakeFirst();

/** Nobody else puts this content among the kept files, or takes it away, until the transaction ends. */
export async function holdContent(trx: Db, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(6050, hashtext(${sha256}))`.execute(trx);
}

/** Whether another document is made of the same bytes: in another province, which nobody here hears of. */
export async function hasTwin(trx: Db, sha256: string, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom('document')
    .select('id')
    .where('sha256', '=', sha256)
    .where('id', '!=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Units that its tasks in the register name. */
export async function unitsNamedIn(db: Db, id: number) {
  const rows = await db
    .selectFrom('taskAgency')
    .innerJoin('task', 'task.id', 'taskAgency.taskId')
    .select(['taskAgency.unitId', 'taskAgency.role'])
    .distinct()
    .where('task.documentId', '=', id)
    .where('taskAgency.unitId', 'is not', null)
    .execute();
  const of = (role: 'lead' | 'coordinating') =>
    rows.flatMap((row) => (row.role === role && row.unitId !== null ? [row.unitId] : []));
  return { leads: of('lead'), coordinating: of('coordinating') };
}

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
  db
    .selectFrom('trail')
    .leftJoin('person', 'person.id', 'trail.personId')
    .select(['trail.at', 'trail.action', 'trail.detail', 'person.name as who'])
    .where('documentId', '=', id)
    .orderBy('trail.id', 'desc')
    .limit(500)
    .execute();

export const refusalOf = (db: Db, id: number) =>
  db.selectFrom('refusal').selectAll().where('documentId', '=', id).executeTakeFirst();

export interface Trailed {
  readonly documentId: number;
  readonly action: string;
  readonly detail?: string | null;
  /** Who did it; nobody for what the product does by itself. */
  readonly personId?: number | null;
}

export async function addTrail(
  db: Db,
  { documentId, action, detail = null, personId = null }: Trailed,
): Promise<void> {
  await db.insertInto('trail').values({ documentId, action, detail, personId }).execute();
}

export interface ListWanted {
  readonly q: string | undefined;
  readonly status: readonly string[] | undefined;
  readonly type: string | undefined;
  readonly sort: string;
  readonly page: number;
  readonly size: number;
  /** Which documents the reader may know of. */
  readonly readable: Condition;
}

const columns = {
  createdAt: 'document.createdAt',
  issuedOn: 'document.issuedOn',
  title: 'document.title',
  issuer: 'document.issuer',
  number: 'document.number',
} as const;

function filtered(db: Db, wanted: ListWanted, without?: 'status' | 'type') {
  let query = db
    .selectFrom('document')
    .where(wanted.readable)
    .where((eb) => eb.and(matchesPhrase('document', wanted.q ?? '')));
  if (without !== 'type' && wanted.type !== undefined) query = query.where('type', '=', wanted.type);
  if (without !== 'status' && wanted.status?.length) {
    query = query.where('status', 'in', wanted.status as DocumentRow['status'][]);
  }
  return query;
}

function sorted(db: Db, wanted: ListWanted) {
  const descending = wanted.sort.startsWith('-');
  const column = columns[wanted.sort.replace('-', '') as keyof typeof columns];
  return filtered(db, wanted)
    .orderBy(column, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('document.id', descending ? 'desc' : 'asc');
}

export const listDocuments = (db: Db, wanted: ListWanted): Promise<DocumentRow[]> =>
  sorted(db, wanted)
    .selectAll()
    .limit(wanted.size)
    .offset((wanted.page - 1) * wanted.size)
    .execute();

export const documentIds = async (db: Db, wanted: ListWanted): Promise<readonly number[]> =>
  (await sorted(db, wanted).select('document.id').execute()).map(({ id }) => id);

/** In the order of the ids. */
export async function documentsAmong(db: Db, ids: readonly number[]): Promise<readonly DocumentRow[]> {
  const found = await db
    .selectFrom('document')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
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
