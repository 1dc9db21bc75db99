// Signing in and out.
import type { Actor } from '../access/actor.ts';
import { record, write } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import { NotProven } from '../errors.ts';
import { countAttempt, forgive, takeBack } from './attempts.ts';
import { actorFor, emailKey, homeOf, mayEnter, type Caller } from './caller.ts';
import { takeCode } from './codes.ts';
import { isPassword } from './passwords.ts';
import * as queries from './queries.ts';
import { hashOf, newSecret } from './secrets.ts';

interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Of the second factor, where the account has one. */
  readonly code?: string | undefined;
}

/** The same for an account that does not exist, is switched off or has no password: nobody learns which. */
export async function signIn(deps: Deps, { email, password, code }: SignIn, caller: Caller): Promise<string> {
  const name = emailKey(email);
  const left = await countAttempt(deps, name, caller.line.address);
  const account = await queries.accountByEmail(deps.db, name);
  const right = await isPassword(account?.password ?? null, password);
  if (!account || !right || !mayEnter(deps, account)) {
    await refuse(deps, account, { caller, why: 'password' });
    throw new NotProven('wrong-credentials', left);
  }
  const strong = account.totp !== null;
  if (strong && code === undefined) {
    // Neither right nor wrong: codes guessed before still count.
    await takeBack(deps, name, caller.line.address);
    throw new NotProven('code-needed');
  }
  if (strong && !(await takeCode(deps.db, account, { code: code ?? '', now: deps.clock() }))) {
    await refuse(deps, account, { caller, why: 'code' });
    throw new NotProven('wrong-code', left);
  }
  await forgive(deps, name, caller.line.address);
  const method = account.demo ? 'demo' : 'password';
  return beginSession(deps, account, { caller, method, strong });
}

/** Written for accounts that do not exist as well, so that both take the same time. */
async function refuse(
  deps: Deps,
  account: queries.Account | undefined,
  { caller, why }: { readonly caller: Caller; readonly why: 'password' | 'code' },
): Promise<void> {
  const { id = 0, name = '–' } = account ?? {};
  const actor = { ...actorFor(id, name, caller.line.address), personId: account ? id : null };
  const unitId = await homeOf(deps.db, id);
  await record(deps, actor, {
    action: 'session.refuse',
    unitId,
    ...(account ? { subject: 'person', subjectId: id } : {}),
    detail: { why },
  });
}

export interface Beginning {
  readonly caller: Caller;
  readonly method: 'password' | 'sso' | 'demo';
  readonly strong: boolean;
  /** Of single sign-on. */
  readonly ssoToken?: string | null;
}

/** Always a new secret: one that somebody planted before is worth nothing. Returns it, for the cookie. */
export async function beginSession(
  deps: Deps,
  { id, name }: { readonly id: number; readonly name: string },
  { caller, method, strong, ssoToken = null }: Beginning,
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
      ssoToken,
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

/** Returns what the provider of single sign-on wants to see when somebody leaves; null for others. */
export async function signOut(deps: Deps, actor: Actor): Promise<string | null> {
  const { sessionId, personId } = actor;
  if (sessionId === null || personId === null) return null;
  return write(deps, actor, async (trx, note) => {
    const ended = await queries.endSession(trx, sessionId, deps.clock());
    const unitId = await homeOf(trx, personId);
    note({ action: 'session.end', subject: 'person', subjectId: personId, unitId });
    return ended?.ssoToken ?? null;
  });
}
