// After five failures an account rests, longer each time; an address that tries many accounts rests too.
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { TooOften } from '../errors.ts';
import { networkOf } from './network.ts';
import { hashOf } from './secrets.ts';

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
}

interface Limit {
  readonly failures: number;
  readonly minutes: number;
}

/** ≤ 5 failures: controls of level 2 under NĐ 331/2026. An address may be that of a whole office. */
const ofAccount: Limit = { failures: 5, minutes: 15 };
const ofAddress: Limit = { failures: 50, minutes: 15 };
const longestMinutes = 24 * 60;

const accountKey = (name: string) => hashOf(`account:${name}`);

const addressKey = (address: string) => hashOf(`address:${networkOf(address)}`);

/** Counts the attempt before it is made, so that a hundred at once are not all free. Throws if the account or address rests. */
export async function countAttempt(deps: Deps, name: string, address: string | null): Promise<void> {
  // The address first: while it rests, what comes from it locks nobody's account, and leaves no more rows behind.
  if (address !== null) await count(deps, addressKey(address), ofAddress);
  await count(deps, accountKey(name), ofAccount).catch(async (error: Error) => {
    // The account rests: nothing was guessed, and a whole office may share the address.
    if (address !== null) await lower(deps.db, [addressKey(address)]);
    throw error;
  });
}

async function count({ db, clock }: Deps, key: string, limit: Limit): Promise<void> {
  const now = clock();
  // Failures of yesterday are forgotten; every further five double the rest.
  const { rows } = await sql<{ until: Date | null }>`
    insert into sign_in_attempt as a (key, failures, last_at) values (${key}, 1, ${now})
    on conflict (key) do update set
      failures = case when a.locked_until > ${now} then a.failures
        when a.last_at < ${now}::timestamptz - interval '1 day' then 1 else a.failures + 1 end,
      last_at = ${now},
      locked_until = case when a.locked_until > ${now} then a.locked_until
        when a.last_at >= ${now}::timestamptz - interval '1 day' and a.failures > 0
            and a.failures % ${limit.failures} = 0
          then ${now}::timestamptz + least(${longestMinutes}, ${limit.minutes}
            * power(2, a.failures / ${limit.failures} - 1)) * interval '1 minute'
        else null end
    returning locked_until as until`.execute(db);
  const until = rows[0]?.until ?? null;
  if (until === null) return;
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  throw new TooOften('too-many-attempts', { minutes });
}

/** It was the right one: the account's failures are forgotten, the address's attempt is taken back. */
export async function forgive(deps: Deps, name: string, address: string | null): Promise<void> {
  await takeBack(deps, name, address);
  await sql`delete from sign_in_attempt where key = ${accountKey(name)}`.execute(deps.db);
}

/** It was no failure, but proves nothing either. */
export const takeBack = async ({ db }: Deps, name: string, address: string | null): Promise<void> =>
  lower(db, [accountKey(name), ...(address === null ? [] : [addressKey(address)])]);

async function lower(db: Db, keys: readonly string[]): Promise<void> {
  await sql`update sign_in_attempt set failures = greatest(failures - 1, 0)
    where key = any(${[...keys]}::text[])`.execute(db);
}
