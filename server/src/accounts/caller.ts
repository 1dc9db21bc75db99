// Who is at the door, before and after it is known who that is.
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import type { Account } from './queries.ts';
import type { Line } from './sessions.ts';

/** From where, and with what. */
export interface Caller {
  readonly line: Line;
  /** What the browser calls itself. */
  readonly agent: string;
}

export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** Invented people live in the illustration alone. */
export const mayEnter = ({ rules }: Pick<Deps, 'rules'>, account: Account): boolean =>
  account.active && (rules.demo || !account.demo);

/** Somebody whose roles do not matter here. */
export const actorFor = (personId: number, name: string, address: string | null): Actor => ({
  personId,
  tokenId: null,
  sessionId: null,
  name,
  address,
  grants: [],
  system: false,
});

/** The unit in whose log it is read: that of the person's first role. */
export async function homeOf(db: Db, personId: number): Promise<number | null> {
  const grant = await db
    .selectFrom('roleGrant')
    .select('unitId')
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('deputyFor', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return grant?.unitId ?? null;
}
