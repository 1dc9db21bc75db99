// Rows of schemes, series and numbers.
import { sql, type Insertable, type Selectable, type SqlBool, type Updateable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { matchesWords } from '../text/search.ts';

export type SchemeRow = Selectable<Tables['numberScheme']>;
export type EntryRow = Selectable<Tables['numberEntry']>;

export const schemeFor = (db: Db, unitId: number, year: number): Promise<SchemeRow | undefined> =>
  db
    .selectFrom('numberScheme')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('fromYear', '<=', year)
    .orderBy('fromYear', 'desc')
    .limit(1)
    .executeTakeFirst();

export const schemeAfter = (db: Db, unitId: number, year: number) =>
  db
    .selectFrom('numberScheme')
    .select('fromYear')
    .where('unitId', '=', unitId)
    .where('fromYear', '>', year)
    .orderBy('fromYear')
    .limit(1)
    .executeTakeFirst();

export const putScheme = (db: Db, row: Insertable<Tables['numberScheme']>) =>
  db
    .insertInto('numberScheme')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'fromYear']).doUpdateSet((eb) => ({
        series: eb.ref('excluded.series'),
        ownSeries: eb.ref('excluded.ownSeries'),
        abbreviation: eb.ref('excluded.abbreviation'),
        symbol: eb.ref('excluded.symbol'),
        letterSymbol: eb.ref('excluded.letterSymbol'),
        drafters: eb.ref('excluded.drafters'),
        bodies: eb.ref('excluded.bodies'),
        version: eb.ref('excluded.version'),
        changedBy: eb.ref('excluded.changedBy'),
        changedAt: eb.ref('excluded.changedAt'),
      })),
    )
    .execute();

/** Many take numbers at once, but nobody while the scheme is changed. */
export const holdScheme = (db: Db, unitId: number) =>
  sql`select pg_advisory_xact_lock_shared(6140, ${unitId}::int)`.execute(db);
export const lockScheme = (db: Db, unitId: number) =>
  sql`select pg_advisory_xact_lock(6140, ${unitId}::int)`.execute(db);

/** Numbers of an agency are given, or put down, one after the other: none in two series at once. */
export const lockNumbers = (db: Db, unitId: number) =>
  sql`select pg_advisory_xact_lock(6141, ${unitId}::int)`.execute(db);

/** Last day of a unit that has ended; null: it lives. */
export const endOf = async (db: Db, unitId: number) =>
  db
    .selectFrom('unit')
    .leftJoin('unit as heir', 'heir.id', 'unit.heirId')
    .select(['unit.name', 'unit.validTo', 'heir.name as heir'])
    .where('unit.id', '=', unitId)
    .executeTakeFirst();

/** Whether a number was given by its register in that year; those given outside of it decide nothing. */
export const anyNumber = async (db: Db, unitId: number, year: number): Promise<boolean> =>
  (await db
    .selectFrom('numberEntry')
    .select('id')
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .where('outside', '=', false)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export interface SeriesKey {
  readonly unitId: number;
  readonly year: number;
  readonly code: string;
}

/** The series' row stays locked until the transaction ends: whoever comes next waits, and gets the one after. */
export async function nextIn(db: Db, key: SeriesKey): Promise<number> {
  const { last } = await db
    .insertInto('numberSeries')
    .values({ ...key, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'year', 'code']).doUpdateSet({ last: sql`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** Rows that bear the number already: in the series, or under the same symbol. */
export const standing = (
  db: Db,
  {
    unitId,
    year,
    code,
    number,
    symbol,
  }: SeriesKey & { readonly number: number; readonly symbol: string | null },
): Promise<EntryRow[]> =>
  db
    .selectFrom('numberEntry')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .where('number', '=', number)
    .where((eb) => eb.or([eb('series', '=', code), eb('symbol', '=', symbol)]))
    .orderBy('id')
    .execute();

export const seriesRow = (db: Db, { unitId, year, code }: SeriesKey) =>
  db
    .selectFrom('numberSeries')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .where('code', '=', code)
    .executeTakeFirst();

/** False: it has begun already. */
export async function beginSeries(
  db: Db,
  key: SeriesKey,
  { after, reason }: { readonly after: number; readonly reason: string },
): Promise<boolean> {
  const made = await db
    .insertInto('numberSeries')
    .values({ ...key, last: after, begunAfter: after, begunReason: reason })
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'year', 'code'])
        .doUpdateSet({ last: after, begunAfter: after, begunReason: reason })
        .where('numberSeries.last', '=', sql<number>`number_series.begun_after`),
    )
    .returning('code')
    .executeTakeFirst();
  return made !== undefined;
}

export interface SeriesCount {
  readonly code: string;
  readonly last: number;
  readonly begunAfter: number;
  readonly begunReason: string | null;
  readonly used: number;
  readonly reserved: number;
  readonly cancelled: number;
  readonly unexplained: number[];
}

export const seriesOf = async (db: Db, unitId: number, year: number): Promise<readonly SeriesCount[]> =>
  (
    await sql<SeriesCount>`select s.code, s.last, s.begun_after, s.begun_reason,
        coalesce(e.used, 0)::int as used, coalesce(e.reserved, 0)::int as reserved,
        coalesce(e.cancelled, 0)::int as cancelled,
        array(select n from generate_series(s.begun_after + 1, s.last) n where not exists (
          select 1 from number_entry x where x.unit_id = s.unit_id and x.year = s.year and x.series = s.code
            and x.number = n) order by n limit 100) as unexplained
      from number_series s
      left join lateral (select count(*) filter (where status = 'used') as used,
          count(*) filter (where status = 'reserved') as reserved,
          count(*) filter (where status = 'cancelled') as cancelled
        from number_entry where unit_id = s.unit_id and year = s.year and series = s.code) e on true
      where s.unit_id = ${unitId} and s.year = ${year} order by s.code`.execute(db)
  ).rows;

export const insertEntry = async (db: Db, row: Insertable<Tables['numberEntry']>): Promise<number> =>
  (await db.insertInto('numberEntry').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const lockEntry = (db: Db, id: number): Promise<EntryRow | undefined> =>
  db.selectFrom('numberEntry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const updateEntry = (db: Db, id: number, row: Updateable<Tables['numberEntry']>) =>
  db.updateTable('numberEntry').set(row).where('id', '=', id).execute();

export const personName = async (db: Db, id: number | null): Promise<string | null> =>
  id === null
    ? null
    : ((await db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null);

/** The outgoing document that bears the number. */
export const bearerOf = (db: Db, entryId: number) =>
  db.selectFrom('outgoing').select('id').where('numberId', '=', entryId).executeTakeFirst();

/** The plan that the outgoing document which bears the number was drawn up from. */
export const planOfBearer = (db: Db, entryId: number) =>
  db.selectFrom('outgoing').select('planId').where('numberId', '=', entryId).executeTakeFirst();

const shown = (db: Db) =>
  db
    .selectFrom('numberEntry')
    .leftJoin('person as taker', 'taker.id', 'numberEntry.takenBy')
    .leftJoin('person as canceller', 'canceller.id', 'numberEntry.cancelledBy')
    .leftJoin('outgoing', 'outgoing.numberId', 'numberEntry.id')
    .selectAll('numberEntry')
    .select([
      'taker.name as taker',
      'canceller.name as canceller',
      'outgoing.id as outgoingId',
      'outgoing.ownerId as outgoingOwner',
      'outgoing.drafterId as outgoingDrafter',
      'outgoing.status as outgoingStatus',
    ])
    .select(
      sql<boolean>`number_entry.status = 'used' and exists (select 1 from number_entry o
        where o.unit_id = number_entry.unit_id and o.year = number_entry.year and o.series = number_entry.series
          and o.status = 'used' and (o.number < number_entry.number and o.issued_on > number_entry.issued_on
            or o.number > number_entry.number and o.issued_on < number_entry.issued_on))`.as('disordered'),
    );

export type ShownEntry = Awaited<ReturnType<typeof entryShown>>;

export const entryShown = (db: Db, id: number) =>
  shown(db).where('numberEntry.id', '=', id).executeTakeFirst();

export interface EntriesWanted {
  readonly unitId: number;
  readonly year: number;
  readonly series?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: 'reserved' | 'lapsed' | 'used' | 'cancelled' | undefined;
  readonly q?: string | undefined;
  readonly day: string;
}

function conditions({ unitId, year, series, type, status, q, day }: EntriesWanted): SqlBoolean[] {
  const lapsed = sql<SqlBool>`number_entry.status = 'reserved' and number_entry.until < ${day}::date`;
  return [
    sql<SqlBool>`number_entry.unit_id = ${unitId} and number_entry.year = ${year}`,
    ...(series === undefined ? [] : [sql<SqlBool>`number_entry.series = ${series}`]),
    ...(type === undefined ? [] : [sql<SqlBool>`number_entry.type = ${type}`]),
    ...(status === undefined
      ? []
      : status === 'lapsed'
        ? [lapsed]
        : status === 'reserved'
          ? [sql<SqlBool>`number_entry.status = 'reserved' and not (${lapsed})`]
          : [sql<SqlBool>`number_entry.status = ${status}`]),
    ...(q ? matchesWords('numberEntry', q) : []),
  ];
}
type SqlBoolean = ReturnType<typeof matchesWords>[number];

const orders = {
  number: sql`number_entry.series, number_entry.number, number_entry.id`,
  '-number': sql`number_entry.series, number_entry.number desc, number_entry.id desc`,
  date: sql`number_entry.issued_on nulls last, number_entry.series, number_entry.number`,
  '-date': sql`number_entry.issued_on desc nulls last, number_entry.series, number_entry.number desc`,
} as const;

export interface EntryPage {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export const entriesOf = (db: Db, wanted: EntriesWanted, { sort, limit, offset }: EntryPage) =>
  shown(db)
    .where((eb) => eb.and(conditions(wanted)))
    .orderBy(orders[sort])
    .limit(limit)
    .offset(offset)
    .execute();

export async function entryIds(db: Db, wanted: EntriesWanted): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('numberEntry')
    .select('numberEntry.id')
    .where((eb) => eb.and(conditions(wanted)))
    .orderBy(orders.number)
    .execute();
  return rows.map(({ id }) => id);
}

export const entriesAmong = (db: Db, ids: readonly number[]) =>
  shown(db)
    .where(sql<boolean>`number_entry.id = any(${[...ids]}::bigint[])`)
    .execute();

export async function countEntries(db: Db, wanted: EntriesWanted): Promise<number> {
  const row = await db
    .selectFrom('numberEntry')
    .where((eb) => eb.and(conditions(wanted)))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export const markSent = (db: Db, id: number, day: string) =>
  db
    .updateTable('numberEntry')
    .set({ sentOn: day })
    .where('id', '=', id)
    .where('sentOn', 'is', null)
    .execute();
