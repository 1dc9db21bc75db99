// The connection to PostgreSQL, and how its types arrive here.
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { prepareOften } from './prepared.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables> | Transaction<Tables>;

export interface Connection {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// Counts and ids stay far below 2^53, days are no instants: "2019-03-11" stays as it is.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export interface ConnectOptions {
  readonly url: string;
  readonly connections?: number;
  /** Told of connections that break while nobody uses them. */
  readonly onError?: (error: Error) => void;
}

export function connect({ url, connections = 20, onError = () => undefined }: ConnectOptions): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 10_000,
    // Compiling to machine code and starting helpers pay for reports of minutes, never for an answer that somebody waits for.
    onConnect: (client) =>
      client.query('set jit = off; set max_parallel_workers_per_gather = 0').then(() => undefined),
  });
  pool.on('error', onError);
  // A connection that breaks while it is in use rejects its query; it must not end the process as well.
  pool.on('connect', (client) => {
    client.on('error', onError);
    prepareOften(client);
  });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const close = async () => {
    await db.destroy();
    // Kysely leaves a pool alone that it has never used.
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}

/** Both 15 and 18 must serve: nothing newer than 15 is used. */
export async function requireVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: string; encoding: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_encoding') as encoding`,
  );
  const [found] = rows;
  if (Number(found?.number) < 150_000) {
    throw new Error(`PostgreSQL 15 or newer is needed; DATABASE_URL leads to version ${found?.number}.`);
  }
  if (found?.encoding !== 'UTF8') {
    throw new Error(`The database must be in UTF8; DATABASE_URL leads to one in ${found?.encoding}.`);
  }
}
