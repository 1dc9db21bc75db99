// Rows of outgoing documents, and nothing but rows.
import { sql, type Insertable, type Selectable, type SqlBool, type Updateable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export type OutgoingRow = Selectable<Tables['outgoing']>;
export type ReceiverRow = Selectable<Tables['outgoingReceiver']>;
export type FileRow = Selectable<Tables['outgoingFile']>;

export const outgoingById = (db: Db, id: number): Promise<OutgoingRow | undefined> =>
  db.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirst();

/** Held until the end of the transaction: whoever else wants to change it waits. */
export const lockOutgoing = (db: Db, id: number): Promise<OutgoingRow | undefined> =>
  db.selectFrom('outgoing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Nobody changes it until the end of the transaction. */
export const holdOutgoing = (db: Db, id: number): Promise<OutgoingRow | undefined> =>
  db.selectFrom('outgoing').selectAll().where('id', '=', id).forShare().executeTakeFirst();

export const insertOutgoing = async (db: Db, row: Insertable<Tables['outgoing']>): Promise<number> =>
  (await db.insertInto('outgoing').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const updateOutgoing = (db: Db, id: number, row: Updateable<Tables['outgoing']>) =>
  db.updateTable('outgoing').set(row).where('id', '=', id).execute();

export const removeOutgoing = (db: Db, id: number) =>
  db.deleteFrom('outgoing').where('id', '=', id).execute();

export const filesOf = (db: Db, outgoingId: number): Promise<FileRow[]> =>
  db.selectFrom('outgoingFile').selectAll().where('outgoingId', '=', outgoingId).orderBy('kind').execute();

export const insertFiles = (db: Db, rows: readonly Insertable<Tables['outgoingFile']>[]) =>
  db
    .insertInto('outgoingFile')
    .values([...rows])
    .execute();

export const insertLink = (db: Db, row: Insertable<Tables['outgoingLink']>) =>
  db.insertInto('outgoingLink').values(row).execute();

/** Links in either direction; `toward`: the other one is what this corrects or replaces. */
export const linksOf = (db: Db, id: number) =>
  db
    .selectFrom('outgoingLink as l')
    .innerJoin('outgoing as o', (join) =>
      join.on(sql<SqlBool>`o.id = case when l.from_id = ${id} then l.to_id else l.from_id end`),
    )
    .select([
      'l.kind',
      'l.reason',
      'o.id',
      'o.type',
      'o.title',
      'o.number',
      'o.symbol',
      'o.issuedOn',
      'o.status',
    ])
    .select(['o.ownerId', 'o.drafterId'])
    .select(sql<boolean>`l.from_id = ${id}`.as('toward'))
    .where((eb) => eb.or([eb('l.fromId', '=', id), eb('l.toId', '=', id)]))
    .orderBy('o.id')
    .execute();

/** Documents that are to take its place, or have. */
export const replacementsOf = (db: Db, id: number, statuses: readonly OutgoingRow['status'][]) =>
  db
    .selectFrom('outgoingLink as l')
    .innerJoin('outgoing as o', 'o.id', 'l.fromId')
    .select(['o.id', 'o.title', 'o.number', 'o.symbol', 'o.status'])
    .where('l.toId', '=', id)
    .where('l.kind', '=', 'replaces')
    .where(sql<SqlBool>`o.status = any(${[...statuses]}::text[])`)
    .orderBy('o.id')
    .execute();

export interface UnitRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly level: string | null;
  readonly code: string | null;
  readonly contact: { readonly email?: string | undefined };
}

export const unitsOf = async (db: Db, ids: readonly number[]): Promise<readonly UnitRow[]> =>
  db
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'level', 'code', 'contact'])
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();

export const personNames = async (
  db: Db,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> => {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${wanted}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
