// Rows of regimes and calls, and nothing but rows.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export type RegimeRow = Selectable<Tables['regime']>;
export type VersionRow = Selectable<Tables['regimeVersion']>;
export type CallRow = Selectable<Tables['reportCall']>;

export const regimeById = (db: Db, id: number): Promise<RegimeRow | undefined> =>
  db.selectFrom('regime').selectAll().where('id', '=', id).executeTakeFirst();

export const lockRegime = (db: Db, id: number): Promise<RegimeRow | undefined> =>
  db.selectFrom('regime').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const lockCall = (db: Db, id: number): Promise<CallRow | undefined> =>
  db.selectFrom('reportCall').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Newest first. */
export const versionsOf = (db: Db, regimeIds: readonly number[]): Promise<readonly VersionRow[]> =>
  db
    .selectFrom('regimeVersion')
    .selectAll()
    .where(sql<boolean>`regime_id = any(${[...regimeIds]}::bigint[])`)
    .orderBy('validFrom', 'desc')
    .execute();

export interface CalledPeriod {
  readonly regimeId: number;
  readonly period: string | null;
}

export const calledPeriods = async (
  db: Db,
  regimeIds: readonly number[],
): Promise<readonly CalledPeriod[]> => {
  const { rows } = await sql<CalledPeriod>`select regime_id, period from report_call
    where regime_id = any(${[...regimeIds]}::bigint[]) and status <> 'cancelled'`.execute(db);
  return rows;
};

/** `where` speaks of the regime as "g". */
export async function regimesWhere(db: Db, where: RawBuilder<unknown>): Promise<readonly RegimeRow[]> {
  const { rows } =
    await sql<RegimeRow>`select g.* from regime g where ${where} order by g.ended_on is not null, g.name, g.id`.execute(
      db,
    );
  return rows;
}

export const unitNamesOf = async (db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
