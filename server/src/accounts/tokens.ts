// Programs show a token of their unit.
import { sql } from 'kysely';
import { today, type Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { hashOf } from './secrets.ts';

/** Null: not known, expired or revoked. When it was used is written at most once a minute. */
export async function tokenIdOf(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  token: string,
): Promise<number | null> {
  if (!/^nc_[\w-]{43}$/.test(token)) return null;
  const now = clock();
  const { rows } = await sql<{ id: number; stale: boolean }>`select id,
      coalesce(last_used_at < ${now}::timestamptz - interval '1 minute', true) as stale
    from api_token where hash = ${hashOf(token)} and revoked_at is null
      and coalesce(expires_on >= ${today(clock)}::date, true)`.execute(db);
  const [found] = rows;
  if (!found) return null;
  if (found.stale) await sql`update api_token set last_used_at = ${now} where id = ${found.id}`.execute(db);
  return found.id;
}
