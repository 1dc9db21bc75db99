// Rows of the register of units.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { fold } from '../text/fold.ts';
import { matchesWords } from '../text/search.ts';

const shown = (db: Db) =>
  db
    .selectFrom('unit')
    .leftJoin('unit as parent', 'parent.id', 'unit.parentId')
    .select([
      'unit.id',
      'unit.name',
      'unit.kind',
      'unit.parentId',
      'unit.validFrom',
      'unit.validTo',
      'unit.aliases',
      'unit.assumed',
    ])
    .select('parent.name as parentName')
    .select(
      sql<{ id: number; name: string } | null>`(select json_build_object('id', n.id, 'name', n.name)
        from unit_successor s join unit n on n.id = s.successor_id where s.unit_id = unit.id
          order by s.main desc, n.id limit 1)`.as('successor'),
    );

export type ShownUnit = Awaited<ReturnType<typeof unitsById>>[number];

export const unitsById = (db: Db, ids: readonly number[]) =>
  shown(db)
    .where(sql<boolean>`unit.id = any(${[...ids]}::bigint[])`)
    .execute();

export const placesOf = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('unit')
    .select(['province', 'demo'])
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .orderBy(sql`array_position(${[...ids]}::bigint[], id)`)
    .execute();

export interface UnitsWanted {
  readonly q: string;
  readonly on: string | undefined;
  readonly kind: string | undefined;
  /** Only these. */
  readonly among?: readonly number[] | undefined;
  readonly limit: number;
  /** Units of that province come before others of the same rank. */
  readonly province?: string | null;
  /** Without the invented ones. */
  readonly real?: boolean;
}

function matching(db: Db, { q, on, kind, real, among }: UnitsWanted) {
  let query = shown(db).where((eb) => eb.and(matchesWords('unit', q)));
  if (among) query = query.where(sql<boolean>`unit.id = any(${[...among]}::bigint[])`);
  if (real) query = query.where('unit.demo', '=', false);
  if (on !== undefined) {
    query = query
      .where(sql<boolean>`coalesce(unit.valid_from <= ${on}::date, true)`)
      .where(sql<boolean>`coalesce(unit.valid_to >= ${on}::date, true)`);
  }
  return kind === undefined ? query : query.where('unit.kind', '=', kind);
}

/** Names that begin with what was typed come first; of those the province's own, living before ended, shorter before longer. */
export const findUnits = (db: Db, wanted: UnitsWanted) =>
  matching(db, wanted)
    .orderBy(sql`unit.search not like ${`${fold(wanted.q).replace(/[\\%_]/g, '\\$&')}%`}`)
    .orderBy(sql`unit.province is distinct from ${wanted.province ?? null}::text`)
    .orderBy(sql`unit.valid_to is not null`)
    .orderBy('unit.demo')
    .orderBy(sql`length(unit.name)`)
    .orderBy('unit.name')
    .limit(wanted.limit)
    .execute();

export async function countUnits(db: Db, wanted: UnitsWanted): Promise<number> {
  const row = await db
    .selectFrom(matching(db, wanted).as('found'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export const allUnits = (db: Db) => db.selectFrom('unit').selectAll().orderBy('id').execute();
/** Names that units bear no more, or not yet. */
export const formerNames = (db: Db) =>
  db
    .selectFrom('unitState')
    .innerJoin('unit', 'unit.id', 'unitState.unitId')
    .select(['unitState.unitId', 'unitState.name'])
    .whereRef('unitState.name', '!=', 'unit.name')
    .orderBy('unitState.id')
    .execute();
export const allPlaces = (db: Db) =>
  db
    // Renaming every column of every row takes as long as reading them.
    .withoutPlugins()
    .selectFrom('unit')
    .select(['id', sql<number | null>`parent_id`.as('parentId'), sql<number | null>`heir_id`.as('heirId')])
    .select([
      sql<number | null>`root_id`.as('rootId'),
      sql<boolean>`level is not distinct from 'central'`.as('central'),
    ])
    .execute();
export const allSuccessors = (db: Db) => db.selectFrom('unitSuccessor').selectAll().execute();

/** Another one after every change of the register, by whichever process. */
export async function registerStamp(db: Db): Promise<string> {
  const row = await db.selectFrom('unitRegister').select('stamp').executeTakeFirst();
  return row?.stamp ?? '';
}
