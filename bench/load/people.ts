// People with roles and open sessions: coordinators of the nation and of provinces, officers of communes.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

export interface Person {
  readonly cookie: string;
  readonly unitId: number;
  /** Top of the tree in which they work. */
  readonly rootId: number;
}

export interface People {
  readonly national: readonly Person[];
  readonly provincial: readonly Person[];
  readonly communal: readonly Person[];
}

async function insert(pool: pg.Pool, role: string, units: string): Promise<readonly Person[]> {
  // Others than those of an earlier run on the same database.
  const mark = `-${randomBytes(4).toString('hex')}@nhipcau.example`;
  const { rows } = await pool.query<{ person: number; unit: number; root: number }>(
    `with chosen as (${units}), made as (
      insert into person (name, email, email_key)
      select 'Người đo ' || id, $1 || id || $2, $1 || id || $2 from chosen
      returning id, email),
    granted as (
      insert into role_grant (person_id, unit_id, role, valid_from)
      select m.id, c.id, $1, '2020-01-01' from made m join chosen c on m.email = $1 || c.id || $2)
    select m.id as person, c.id as unit, c.root_id as root from made m join chosen c on m.email = $1 || c.id || $2`,
    [role, mark],
  );
  return Promise.all(
    rows.map(async ({ person, unit, root }) => ({
      cookie: await session(pool, person),
      unitId: unit,
      rootId: root,
    })),
  );
}

async function session(pool: pg.Pool, personId: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session (person_id, hash, method, created_at, seen_at, expires_at)
      values ($1, $2, 'password', now(), now() + interval '20 minutes', now() + interval '12 hours')`,
    [personId, createHash('sha256').update(secret).digest('hex')],
  );
  return `nhipcau=${secret}`;
}

export async function people(pool: pg.Pool, clients: number): Promise<People> {
  const busy = `u.id in (select distinct unit_id from unit_year) and u.valid_to is null`;
  const national = await insert(
    pool,
    'coordinator',
    `select id, coalesce(root_id, id) as root_id from unit where key = 'central:vn:bo-van-hoa-the-thao-va-du-lich'`,
  );
  const provincial = await insert(
    pool,
    'coordinator',
    `select distinct on (u.root_id) u.id, u.root_id from unit u where u.level = 'province' and u.parent_id = u.root_id and ${busy}
      order by u.root_id, u.id`,
  );
  const communal = await insert(
    pool,
    'officer',
    `select u.id, u.root_id from unit u where u.level = 'commune' and ${busy} order by md5(u.id::text) limit ${clients * 4}`,
  );
  return { national, provincial, communal };
}
