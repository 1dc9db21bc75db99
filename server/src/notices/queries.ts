// Rows of notices and of what people wish to be told.
import { sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Db } from '../db/connect.ts';
import type { Kind, Wish } from './kinds.ts';

export interface Recipient {
  readonly personId: number;
  /** The unit at which they hold the role. */
  readonly unitId: number;
}

/** Who holds one of the roles at one of the units on the day; people on leave are stood in for by their deputies as well. */
export async function holdersAt(
  db: Db,
  { unitIds, roles, day }: { unitIds: readonly number[]; roles: readonly Role[]; day: string },
): Promise<readonly Recipient[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<Recipient>`select distinct g.person_id, g.unit_id
    from role_grant g join person p on p.id = g.person_id and p.active
    where g.unit_id = any(${[...unitIds]}::bigint[]) and g.role = any(${[...roles]}::text[]) and g.ended_at is null
      and g.valid_from <= ${day}::date and coalesce(g.valid_to >= ${day}::date, true)`.execute(db);
  return rows;
}

export async function wishesOf(
  db: Db,
  personIds: readonly number[],
  kind?: Kind,
): Promise<readonly ({ personId: number; kind: string } & Wish)[]> {
  let query = db
    .selectFrom('noticeWish')
    .selectAll()
    .where(sql<boolean>`person_id = any(${[...personIds]}::bigint[])`);
  if (kind) query = query.where('kind', '=', kind);
  return query.execute();
}

export interface NewNotice {
  readonly personId: number;
  readonly kind: Kind;
  readonly data: string;
  readonly dutyId: number | null;
  readonly planId: number | null;
  readonly reportId: number | null;
  readonly outgoingId: number | null;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly mail: 'none' | 'digest' | 'now';
}

export async function insertNotices(db: Db, rows: readonly NewNotice[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 2000) {
    await db
      .insertInto('notice')
      .values(rows.slice(at, at + 2000))
      .execute();
  }
}

export const noticesOf = (db: Db, personId: number, unreadOnly: boolean) => {
  const query = db.selectFrom('notice').where('personId', '=', personId);
  return unreadOnly ? query.where('readAt', 'is', null) : query;
};

export const markRead = (db: Db, personId: number, ids: readonly number[] | undefined, at: Date) => {
  const query = db
    .updateTable('notice')
    .set({ readAt: at })
    .where('personId', '=', personId)
    .where('readAt', 'is', null);
  return (ids ? query.where(sql<boolean>`id = any(${[...ids]}::bigint[])`) : query).execute();
};

export const saveWish = (db: Db, row: { personId: number; kind: string; app: boolean; mail: Wish['mail'] }) =>
  db
    .insertInto('noticeWish')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['personId', 'kind']).doUpdateSet({ app: row.app, mail: row.mail }),
    )
    .execute();

/** A random key of the house; made by whoever needs it first. */
export async function houseKey(db: Db, name: string, fresh: string): Promise<string> {
  await db
    .insertInto('houseKey')
    .values({ name, value: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db
    .selectFrom('houseKey')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return value;
}
