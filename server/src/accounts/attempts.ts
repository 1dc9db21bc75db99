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

/** What a wrong try leaves: `left` more before the account rests for so many `minutes`. */
export type Left = Readonly<Record<'left' | 'minutes', number>>;

/**
 * Counts the attempt before it is made, so that a hundred at once are not all free. Throws if the account or address rests.
 * Whoever knows no account by that name is counted alike: what is left tells nobody whether there is one.
 */
export async function countAttempt(deps: Deps, name: string, address: string | null): Promise<Left> {
  // The address first: while it rests, what comes from it locks nobody's account, and leaves no more rows behind.
  if (address !== null) await count(deps, addressKey(address), ofAddress);
  try {
    return await count(deps, accountKey(name), ofAccount);
  } catch (error) {
    // The account rests: nothing was guessed, and a whole office may share the address.
    if (address !== null) await lower(deps.db, addressKey(address), ofAddress);
    throw error;
  }
}

/** The last try that is free begins the rest; if it was the right one, `forgive` ends it again. */
async function count({ db, clock }: Deps, key: string, limit: Limit): Promise<Left> {
  const now = clock();
  // Failures of yesterday are forgotten; every further five double the rest. Who rests already is not counted.
  const failures = sql`case when a.last_at < ${now}::timestamptz - interval '1 day' then 1 else a.failures + 1 end`;
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_attempt as a (key, failures, last_at) values (${key}, 1, ${now})
    on conflict (key) do update set failures = ${failures}, last_at = ${now},
      locked_until = case when (${failures}) % ${limit.failures} = 0
        then ${now}::timestamptz + least(${longestMinutes}, ${limit.minutes}
          * power(2, (${failures}) / ${limit.failures} - 1)) * interval '1 minute' end
    where coalesce(a.locked_until <= ${now}, true)
    returning failures`.execute(db);
  const [counted] = rows;
  if (!counted) throw await resting(db, key, now);
  return {
    left: (limit.failures - (counted.failures % limit.failures)) % limit.failures,
    minutes: Math.min(
      longestMinutes,
      limit.minutes * 2 ** (Math.ceil(counted.failures / limit.failures) - 1),
    ),
  };
}

async function resting(db: Db, key: string, now: Date): Promise<TooOften> {
  const row = await db
    .selectFrom('signInAttempt')
    .select('lockedUntil')
    .where('key', '=', key)
    .executeTakeFirst();
  const rest = (row?.lockedUntil?.getTime() ?? 0) - now.getTime();
  return new TooOften('too-many-attempts', { minutes: Math.max(1, Math.ceil(rest / 60_000)) });
}

/** It was the right one: the account's failures are forgotten, the address's attempt is taken back. */
export async function forgive(deps: Deps, name: string, address: string | null): Promise<void> {
  await takeBack(deps, name, address);
  await sql`delete from sign_in_attempt where key = ${accountKey(name)}`.execute(deps.db);
}

/** It was no failure, but proves nothing either. */
export async function takeBack({ db }: Deps, name: string, address: string | null): Promise<void> {
  await lower(db, accountKey(name), ofAccount);
  if (address !== null) await lower(db, addressKey(address), ofAddress);
}

/** With the rest that the attempt began, if it did. */
async function lower(db: Db, key: string, limit: Limit): Promise<void> {
  await sql`update sign_in_attempt set failures = greatest(failures - 1, 0),
      locked_until = case when failures % ${limit.failures} = 0 then null else locked_until end
    where key = ${key}`.execute(db);
}
