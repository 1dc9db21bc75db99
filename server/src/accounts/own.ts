// One's own account: language and telephone, password, sessions.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound, NotProven } from '../errors.ts';
import { countAttempt, forgive } from './attempts.ts';
import { homeOf, mayEnter, type Caller } from './caller.ts';
import { accountOf, mustKnowPassword, sessionName } from './known.ts';
import { checkPassword, isLong } from './password-rules.ts';
import { hashPassword, isPassword } from './passwords.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { hashOf, newSecret } from './secrets.ts';

type OwnAccount = z.infer<typeof schema.ownAccount>;

export async function ownAccount(deps: Deps, actor: Actor): Promise<OwnAccount> {
  const { id, name, email, phone, locale, password, totp, demo } = await accountOf(deps, actor.personId);
  const sessions = await queries.openSessions(deps.db, id, deps.clock());
  const { secondFactor } = deps.rules;
  return {
    name,
    email,
    phone,
    locale,
    demo,
    hasPassword: password !== null,
    totp: totp !== null,
    recoveryCodes: totp === null ? 0 : await queries.recoveryCodesLeft(deps.db, id),
    secondFactor,
    idleMinutes: deps.rules.idleMinutes,
    sessions: sessions.map(({ id: sessionId, createdAt, seenAt, lockedAt, ...row }) => ({
      id: sessionId,
      ...row,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      locked: lockedAt !== null,
      here: sessionId === actor.sessionId,
    })),
  };
}

export async function changeOwnAccount(
  deps: Deps,
  actor: Actor,
  change: z.infer<typeof schema.ownChange>,
): Promise<OwnAccount> {
  const { id, demo } = await accountOf(deps, actor.personId);
  const { locale, phone } = change;
  if (demo && phone !== undefined) throw new Conflict('demo-account');
  await write(deps, actor, async (trx, note) => {
    const set = { ...(locale === undefined ? {} : { locale }), ...(phone === undefined ? {} : { phone }) };
    if (Object.keys(set).length === 0) return;
    await queries.changePerson(trx, id, set);
    note({
      action: 'account.change',
      subject: 'person',
      subjectId: id,
      unitId: await homeOf(trx, id),
      detail: { fields: Object.keys(set) },
    });
  });
  return ownAccount(deps, actor);
}

/** Every other session ends at once. */
export async function changePassword(
  deps: Deps,
  actor: Actor,
  { password, next }: z.infer<typeof schema.passwordChange>,
): Promise<void> {
  const account = await mustKnowPassword(deps, actor, password);
  checkPassword(next, { ...account, withCode: account.totp !== null });
  await setPassword(deps, actor, { personId: account.id, password: next });
}

interface NewPassword {
  readonly personId: number;
  readonly password: string;
  /** Hash of the one-time link by which it is chosen: used up in the same transaction, or not at all. */
  readonly link?: string;
}

/** Other sessions and links end at once. */
export async function setPassword(
  deps: Deps,
  actor: Actor,
  { personId, password, link }: NewPassword,
): Promise<void> {
  const hash = await hashPassword(password);
  const now = deps.clock();
  await write(deps, actor, async (trx, note) => {
    if (link !== undefined && !(await queries.useInvitation(trx, link, now)))
      throw new NotFound('no-invitation');
    await queries.dropInvitations(trx, personId);
    await queries.setPassword(trx, personId, {
      password: hash,
      passwordLong: isLong(password),
      passwordAt: now,
    });
    await queries.endSessions(trx, personId, now, actor.personId === personId ? actor.sessionId : null);
    note({
      action: 'password.change',
      subject: 'person',
      subjectId: personId,
      unitId: await homeOf(trx, personId),
    });
  });
}

/** One of one's own, or with "others" all but this one. */
export async function endOwnSessions(deps: Deps, actor: Actor, id: string): Promise<void> {
  const personId = actor.personId ?? 0;
  const now = deps.clock();
  await write(deps, actor, async (trx, note) => {
    const mine = (await queries.openSessions(trx, personId, now)).map((each) => each.id);
    if (id !== 'others' && !mine.includes(id)) throw new NotFound('no-session');
    if (id === 'others') await queries.endSessions(trx, personId, now, actor.sessionId);
    else await queries.endSession(trx, id, now);
    note({
      action: 'session.end',
      subject: 'person',
      subjectId: personId,
      unitId: await homeOf(trx, personId),
      detail: { session: id.slice(0, 8) },
    });
  });
}

/** The screen was left: nothing is answered to this session until the password is typed again. */
export async function lock(deps: Deps, actor: Actor): Promise<void> {
  if (actor.sessionId !== null) await queries.lockSession(deps.db, actor.sessionId, deps.clock());
}

/** Opens a locked or idle session again, under a new secret. Returns the secret. */
export async function unlock(
  deps: Deps,
  { secret, password }: { readonly secret: string | null; readonly password: string },
  { line }: Caller,
): Promise<string> {
  const now = deps.clock();
  const session = secret === null ? undefined : await queries.sessionBehind(deps.db, hashOf(secret), now);
  const account = session && (await queries.accountById(deps.db, session.personId));
  if (!session || !account || !mayEnter(deps, account)) throw new NotProven('session-over');
  const name = sessionName(session.id);
  const left = await countAttempt(deps, name, line.address);
  if (!(await isPassword(account.password, password))) throw new NotProven('wrong-password', left);
  await forgive(deps, name, line.address);
  const next = newSecret();
  await queries.reopenSession(deps.db, session.id, { hash: hashOf(next), now });
  return next;
}
