// The rows behind people and their roles.
import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { matchesWords } from '../text/search.ts';

export interface Found {
  readonly q: string;
  /** Null: of any. */
  readonly unitIds: readonly number[] | null;
  readonly role?: Role | undefined;
  readonly active: 'yes' | 'no' | 'all';
  /** Null: whoever asks sees everybody. */
  readonly reach: { readonly seen: readonly number[]; readonly kept: readonly number[] } | null;
  readonly self: number | null;
  readonly today: string;
}

const standing = (today: string) =>
  sql<boolean>`g.ended_at is null and coalesce(g.valid_to >= ${today}::date, true)`;
const now = (today: string) => sql<boolean>`${standing(today)} and g.valid_from <= ${today}::date`;

function matching(db: Db, { q, unitIds, role, active, reach, self, today }: Found) {
  const held = (condition: ReturnType<typeof standing>) =>
    sql<boolean>`exists (select 1 from role_grant g where g.person_id = person.id and ${condition})`;
  const at = (ids: readonly number[]) => sql<boolean>`g.unit_id = any(${ids}::bigint[])`;
  // Units beyond the reader's reach are not searched: else a search would tell who holds what there.
  const atUnitCalled = (words: string) =>
    sql<SqlBool>`person.id in (select g.person_id from role_grant g join unit u on u.id = g.unit_id
      where ${standing(today)} and ${reach === null ? sql`true` : at([...reach.seen, ...reach.kept])}
        and ${sql.join(matchesWords('u', words), sql` and `)})`;
  return db
    .selectFrom('person')
    .$if(q.trim() !== '', (query) =>
      query.where((eb) => eb.or([eb.and(matchesWords('person', q)), atUnitCalled(q)])),
    )
    .$if(active !== 'all', (query) => query.where('person.active', '=', active === 'yes'))
    .$if(unitIds !== null || role !== undefined, (query) =>
      query.where(
        held(
          sql<boolean>`${standing(today)} and ${unitIds === null ? sql`true` : at(unitIds)}
            and ${role === undefined ? sql`true` : sql`g.role = ${role}`}`,
        ),
      ),
    )
    .$if(reach !== null, (query) =>
      query.where(
        sql<boolean>`(person.id = ${self} or ${held(
          sql<boolean>`((${standing(today)} and ${at(reach?.seen ?? [])}) or ${at(reach?.kept ?? [])})`,
        )})`,
      ),
    );
}

export const peopleList = (
  db: Db,
  found: Found,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) =>
  matching(db, found)
    .select([
      'id',
      'name',
      'post',
      'email',
      'phone',
      'active',
      'demo',
      'lastSeenAt',
      'activeSince',
      'offBecause',
    ])
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();

export const peopleCount = async (db: Db, found: Found): Promise<number> =>
  (
    await matching(db, found)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

export interface GrantRow {
  readonly id: number;
  readonly personId: number;
  readonly role: Role;
  readonly unitId: number;
  readonly unitName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly note: string | null;
  readonly deputyFor: number | null;
  readonly forPersonId: number | null;
  readonly forPersonName: string | null;
  readonly grantedByName: string | null;
  readonly endedAt: Date | null;
  readonly standing: boolean;
  readonly now: boolean;
}

/** Of these people, or these grants; `today` tells which stand. */
export const grantsWhere = (
  db: Db,
  column: 'personId' | 'id' | 'deputyFor',
  ids: readonly number[],
  today: string,
): Promise<GrantRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('roleGrant as g')
        .innerJoin('unit as u', 'u.id', 'g.unitId')
        .leftJoin('roleGrant as o', 'o.id', 'g.deputyFor')
        .leftJoin('person as q', 'q.id', 'o.personId')
        .leftJoin('person as b', 'b.id', 'g.grantedBy')
        .select([
          'g.id',
          'g.personId',
          'g.role',
          'g.unitId',
          'u.name as unitName',
          'g.validFrom',
          'g.validTo',
        ])
        .select([
          'g.note',
          'g.deputyFor',
          'q.id as forPersonId',
          'q.name as forPersonName',
          'b.name as grantedByName',
        ])
        .select(['g.endedAt', standing(today).as('standing'), now(today).as('now')])
        .where(`g.${column}`, 'in', ids)
        .orderBy('g.id')
        .execute();

export const personById = (db: Db, id: number) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();

export const personByEmail = (db: Db, emailKey: string) =>
  db.selectFrom('person').selectAll().where('emailKey', '=', emailKey).executeTakeFirst();

export const names = async (db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  ids.length === 0
    ? new Map()
    : new Map(
        (await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()).map(
          ({ id, name }) => [id, name],
        ),
      );

export const accountFacts = (db: Db, id: number, at: Date) =>
  sql<{ hasPassword: boolean; totp: boolean; invitedUntil: Date | null; sessions: number }>`select
      coalesce((select c.password is not null from credential c where c.person_id = ${id}), false) as "hasPassword",
      coalesce((select c.totp is not null from credential c where c.person_id = ${id}), false) as totp,
      (select max(i.expires_at) from invitation i
        where i.person_id = ${id} and i.used_at is null and i.expires_at > ${at}) as "invitedUntil",
      (select count(*) from session s where s.person_id = ${id} and s.ended_at is null and s.expires_at > ${at})
        as sessions`
    .execute(db)
    .then(({ rows }) => rows[0]);

export const insertPerson = async (db: Db, row: Insertable<Tables['person']>): Promise<number> =>
  (await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow()).id;

/** Undefined: somebody changed the row in between. */
export const changePerson = (
  db: Db,
  id: number,
  { version, set }: { readonly version: number; readonly set: Updateable<Tables['person']> },
) =>
  db
    .updateTable('person')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();

export const insertGrant = async (db: Db, row: Insertable<Tables['roleGrant']>): Promise<number> =>
  (await db.insertInto('roleGrant').values(row).returning('id').executeTakeFirstOrThrow()).id;

export const changeGrant = (db: Db, id: number, set: Updateable<Tables['roleGrant']>) =>
  db
    .updateTable('roleGrant')
    .set(set)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    // Whoever ended it sooner in between is not overruled.
    .$if(typeof set.validTo === 'string', (query) =>
      query.where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', set.validTo ?? null)])),
    )
    .returning('id')
    .executeTakeFirst();

/** Two administrators who take each other's role away at the same moment wait for one another. */
export const lockAdministrators = (db: Db) => sql`select pg_advisory_xact_lock(6048, 2)`.execute(db);

/** Whoever holds the role at one of these units beyond that day, besides this grant and this person. */
export const otherAdministrators = async (
  db: Db,
  unitIds: readonly number[],
  {
    today,
    after,
    butGrant,
    butPerson,
  }: {
    readonly today: string;
    readonly after: string;
    readonly butGrant: number | null;
    readonly butPerson: number | null;
  },
): Promise<number> =>
  (
    await db
      .selectFrom('roleGrant as g')
      .innerJoin('person as p', 'p.id', 'g.personId')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('g.role', '=', 'administrator')
      .where('g.unitId', 'in', unitIds)
      .where('g.deputyFor', 'is', null)
      .where('g.endedAt', 'is', null)
      .where('p.active', '=', true)
      .where('g.validFrom', '<=', today)
      .where((eb) => eb.or([eb('g.validTo', 'is', null), eb('g.validTo', '>', after)]))
      .$if(butGrant !== null, (query) => query.where('g.id', '!=', butGrant ?? 0))
      .$if(butPerson !== null, (query) => query.where('g.personId', '!=', butPerson ?? 0))
      .executeTakeFirstOrThrow()
  ).count;

/** Active accounts that nobody has used since. */
export const unusedSince = (db: Db, since: Date) =>
  sql<{ id: number; name: string }>`select id, name from person
    where active and not demo and greatest(coalesce(last_seen_at, active_since), active_since) < ${since}
    order by id`
    .execute(db)
    .then(({ rows }) => rows);

/** Living units with this code, or whose name or alias may be this one (folded). */
export const unitsCalled = (db: Db, folded: string, code: string) =>
  sql<{ id: number; name: string; aliases: string[]; coded: boolean }>`select id, name, aliases,
      coalesce(lower(code) = lower(${code}) or area_code = ${code}, false) as coded
    from unit
    where (lower(code) = lower(${code}) or area_code = ${code}
      or search like ${`%${folded.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}) and valid_to is null
    order by id limit 5000`
    .execute(db)
    .then(({ rows }) => rows);

export const livingUnit = (db: Db, id: number) =>
  db.selectFrom('unit').select(['id', 'name', 'heirId']).where('id', '=', id).executeTakeFirst();
