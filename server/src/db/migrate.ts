// Brings the database to the newest form: each migration once, in order, never backwards.
import { readdir } from 'node:fs/promises';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

interface Migration {
  readonly name: string;
  readonly sql: string;
}

const folder = new URL('./migrations/', import.meta.url);

/** Any number that nobody else locks. */
const lock = 6_047_002;

async function known(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[\w-]+\.ts$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { sql } = (await import(new URL(name, folder).href)) as { sql: string };
      return { name: name.slice(0, -3), sql };
    }),
  );
}

/** Returns the names of those that it applied. Two processes may call it at once: one works, the other waits. */
export async function migrate(pool: pg.Pool): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const done = await applyMissing(client);
    await runMigrations({ pgPool: pool });
    return done;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    client.release();
  }
}

async function applyMissing(client: pg.PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration');
  const applied = new Set(rows.map(({ name }) => name));
  const migrations = await known();
  refuseNewer(applied, migrations);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

/** An older program on a newer database would write rows that the newer one does not expect. */
function refuseNewer(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new Error(`The database was made by a newer version of the program (${unknown.join(', ')}).`);
  }
}

async function apply(client: pg.PoolClient, { name, sql }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
