// Signing in and out.
import type { Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { NotProven } from '../errors.ts';
import { countAttempt, forgive } from './attempts.ts';
import { isPassword } from './passwords.ts';
import * as queries from './queries.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Line } from './sessions.ts';

/** From where, and with what. */
export interface Caller {
  readonly line: Line;
  /** What the browser calls itself. */
  readonly agent: string;
}

interface SignIn {
  readonly email: string;
  readonly password: string;
}

export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** The same for an account that does not exist, is switched off or has no password: nobody learns which. */
export async function signIn(deps: Deps, { email, password }: SignIn, caller: Caller): Promise<string> {
  const name = emailKey(email);
  await countAttempt(deps, name, caller.line.address);
  const account = await queries.accountByEmail(deps.db, name);
  const right = await isPassword(account?.password ?? null, password);
  if (!account || !right || !mayEnter(deps, account)) throw new NotProven('wrong-credentials');
  await forgive(deps, name, caller.line.address);
  const method = account.demo ? 'demo' : 'password';
  return beginSession(deps, account, { caller, method, strong: false });
}

/** Invented people live in the illustration alone. */
export const mayEnter = ({ rules }: Pick<Deps, 'rules'>, account: queries.Account): boolean =>
  account.active && (rules.demo || !account.demo);

export interface Beginning {
  readonly caller: Caller;
  readonly method: 'password' | 'sso' | 'demo';
  readonly strong: boolean;
}

/** Always a new secret: one that somebody planted before is worth nothing. Returns it, for the cookie. */
export async function beginSession(
  deps: Deps,
  { id, name }: { readonly id: number; readonly name: string },
  { caller, method, strong }: Beginning,
): Promise<string> {
  const secret = newSecret();
  const now = deps.clock();
  const { address } = caller.line;
  await write(deps, actorFor(id, name, address), async (trx, note) => {
    const sessionId = await queries.insertSession(trx, {
      personId: id,
      hash: hashOf(secret),
      method,
      strong,
      address,
      agent: caller.agent.slice(0, 300),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + deps.rules.sessionHours * 3_600_000),
    });
    await queries.sawPerson(trx, id, now);
    note({
      action: 'session.begin',
      subject: 'person',
      subjectId: id,
      unitId: await homeOf(trx, id),
      detail: { method, session: sessionId.slice(0, 8) },
    });
  });
  return secret;
}

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

export async function signOut(deps: Deps, actor: Actor): Promise<void> {
  const { sessionId, personId } = actor;
  if (sessionId === null || personId === null) return;
  await write(deps, actor, async (trx, note) => {
    await queries.endSession(trx, sessionId, deps.clock());
    note({
      action: 'session.end',
      subject: 'person',
      subjectId: personId,
      unitId: await homeOf(trx, personId),
    });
  });
}
