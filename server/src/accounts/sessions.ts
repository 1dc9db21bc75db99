// Who a request comes from: a person by the session's cookie, or a program by its token.
import { sql } from 'kysely';
import type { Asker } from '../access/service.ts';
import type { Role } from '../access/roles.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { sessionSecret } from './cookie.ts';
import type { AccountRules } from './rules.ts';
import { hashOf } from './secrets.ts';
import { tokenIdOf } from './tokens.ts';

/** How a request came here, as far as trusted proxies tell. */
export interface Line {
  readonly address: string | null;
  /** Encrypted all the way to the browser. */
  readonly secure: boolean;
}

export interface Signed {
  readonly asker: Asker;
  /** Roles that do not count until the person has shown a second factor. */
  readonly withheld: (role: Role) => boolean;
}

export interface Sessions {
  /** Null: nobody is signed in, or not any more. */
  askerOf(headers: Headers, line: Line): Promise<Signed | null>;
}

interface Surroundings {
  readonly db: Db;
  readonly clock: Clock;
  readonly rules: AccountRules;
}

/** A request that no hand or key stands behind (a screen that looks for news) does not keep a session awake. */
export const idleHeader = 'x-nobody-there';

export function openSessions(surroundings: Surroundings): Sessions {
  return {
    askerOf: async (headers, line) => {
      const token = /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
      return token === undefined
        ? personAsking(surroundings, headers, line)
        : programAsking(surroundings, token, line);
    },
  };
}

async function programAsking(
  { db, clock }: Surroundings,
  token: string,
  { address }: Line,
): Promise<Signed | null> {
  const tokenId = await tokenIdOf({ db, clock }, token);
  return tokenId === null
    ? null
    : { asker: { personId: null, tokenId, sessionId: null, address }, withheld: () => false };
}

interface Found {
  readonly id: string;
  readonly personId: number;
  readonly strong: boolean;
  readonly demo: boolean;
  readonly stale: boolean;
}

/** One look by the hash's index; the time is written at most once a minute. */
async function personAsking(
  { db, clock, rules }: Surroundings,
  headers: Headers,
  { address, secure }: Line,
): Promise<Signed | null> {
  const secret = sessionSecret(headers, secure);
  if (secret === null) return null;
  const now = clock();
  const { rows } = await sql<Found>`select s.id, s.person_id as "personId", s.strong, p.demo,
      s.seen_at < ${now}::timestamptz - interval '1 minute' as stale
    from session s join person p on p.id = s.person_id
    where s.hash = ${hashOf(secret)} and s.ended_at is null and s.locked_at is null and s.expires_at > ${now}
      and s.seen_at > ${now}::timestamptz - make_interval(mins => ${rules.idleMinutes})
      and p.active and (${rules.demo} or not p.demo)`.execute(db);
  const [found] = rows;
  if (!found) return null;
  if (found.stale && !headers.has(idleHeader)) await touch(db, found, now);
  const { personId, id: sessionId } = found;
  const asker = { personId, tokenId: null, sessionId, address };
  return { asker, withheld: withheldBy(rules, found) };
}

function withheldBy({ secondFactor }: AccountRules, { strong, demo }: Found): Signed['withheld'] {
  if (strong || demo || secondFactor === 'nobody') return () => false;
  return (role) => secondFactor === 'everybody' || role === 'administrator';
}

const touch = (db: Db, { id, personId }: Found, now: Date) =>
  sql`with seen as (update session set seen_at = ${now} where id = ${id})
    update person set last_seen_at = ${now} where id = ${personId}`.execute(db);
