// What has served its purpose goes: tries long past, sessions, links and sign-ins at the provider that ended.
import { sql } from 'kysely';
import type { Deps } from '../deps.ts';

/** Sessions hold addresses and devices of people: a month after their end nobody needs them; the log has what was done. */
const keptDays = 30;

export async function forgetEnded({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock();
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  await sql`delete from sign_in_attempt where last_at < ${now}::timestamptz - interval '2 days'
    and coalesce(locked_until < ${now}, true)`.execute(db);
  await sql`delete from session where expires_at < ${before}`.execute(db);
  await sql`delete from invitation where expires_at < ${before}`.execute(db);
  await sql`delete from sso_flow where created_at < ${now}::timestamptz - interval '1 day'`.execute(db);
}
