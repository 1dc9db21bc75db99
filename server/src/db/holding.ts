// Work of which one process at a time may be at the same thing; PostgreSQL lets go of it when that process dies.
import type pg from 'pg';

/** Does the work if no other process is at it, else nothing. Returns whether it did. */
export async function holding(
  pool: pg.Pool,
  [space, id]: readonly [space: number, id: number],
  work: () => Promise<void>,
): Promise<boolean> {
  const client = await pool.connect();
  const held = (name: string) =>
    client.query<{ ok: boolean }>(`select ${name}($1, $2) as ok`, [space, id % 2 ** 31]);
  try {
    const { rows } = await held('pg_try_advisory_lock');
    if (!rows[0]?.ok) return false;
    await work().finally(() => held('pg_advisory_unlock'));
    return true;
  } finally {
    client.release();
  }
}
