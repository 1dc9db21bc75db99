// The rows behind the first administrator.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

export const hasAdministrator = async (
  db: Db,
  { withDemo }: { readonly withDemo: boolean },
): Promise<boolean> =>
  (await db
    .selectFrom('roleGrant as g')
    .innerJoin('person as p', 'p.id', 'g.personId')
    .select('g.id')
    .where('g.role', '=', 'administrator')
    .where('g.endedAt', 'is', null)
    .where('p.active', '=', true)
    .$if(!withDemo, (query) => query.where('p.demo', '=', false))
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const insertCode = (db: Db, hash: string, createdAt: Date) =>
  db.insertInto('setupCode').values({ hash, createdAt }).execute();

/** Null: all of them. */
export const dropCodesBefore = (db: Db, time: Date | null) =>
  db
    .deleteFrom('setupCode')
    .$if(time !== null, (query) => query.where('createdAt', '<', time ?? new Date()))
    .execute();

export const isCode = async (db: Db, hash: string, since: Date): Promise<boolean> =>
  (await db
    .selectFrom('setupCode')
    .select('hash')
    .where('hash', '=', hash)
    .where('createdAt', '>', since)
    .executeTakeFirst()) !== undefined;

/** Provinces' committees of today, and whatever else stands at the top of a tree. */
export const topUnits = (db: Db, day: string) =>
  db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('level', '=', 'province')
    .where('kind', '=', 'committee')
    .where('demo', '=', false)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
    .where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', day)]))
    .orderBy('name')
    .execute();

export const lockSetup = (db: Db) => sql`select pg_advisory_xact_lock(6048, 3)`.execute(db);

interface Rows {
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly emailKey: string;
    readonly activeSince: Date;
    readonly search: string;
    readonly searchExact: string;
  };
  readonly credential: {
    readonly password: string;
    readonly passwordLong: boolean;
    readonly passwordAt: Date;
  };
  readonly grant: { readonly unitId: number; readonly validFrom: string; readonly grantedAt: Date };
}

export async function insertAdministrator(db: Db, { person, credential, grant }: Rows): Promise<number> {
  const { id } = await db.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow();
  await db
    .insertInto('credential')
    .values({ personId: id, ...credential })
    .execute();
  await db
    .insertInto('roleGrant')
    .values({ personId: id, role: 'administrator', ...grant })
    .execute();
  return id;
}
