// One-time links by which a new person, or one who forgot it, chooses a password.
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { forgive } from './attempts.ts';
import { actorFor, emailKey, type Caller } from './caller.ts';
import { checkPassword } from './password-rules.ts';
import * as queries from './queries.ts';
import { setPassword } from './own.ts';
import { hashOf, newSecret } from './secrets.ts';

export type InvitationKind = 'invite' | 'reset';

const lifetime: Readonly<Record<InvitationKind, number>> = { invite: 7 * 24, reset: 24 };

/** The code of a new link; who asks for it was checked by the caller. Earlier links are worth nothing from now on. */
export async function issueInvitation(
  db: Db,
  {
    personId,
    kind,
    createdBy,
    now,
  }: {
    readonly personId: number;
    readonly kind: InvitationKind;
    readonly createdBy: number | null;
    readonly now: Date;
  },
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const code = newSecret(24);
  const expiresAt = new Date(now.getTime() + lifetime[kind] * 3_600_000);
  await queries.dropInvitations(db, personId);
  await queries.insertInvitation(db, {
    hash: hashOf(code),
    personId,
    kind,
    createdBy,
    createdAt: now,
    expiresAt,
  });
  return { code, expiresAt };
}

async function behind(deps: Deps, code: string) {
  const found = await queries.invitationByHash(deps.db, hashOf(code), deps.clock());
  if (!found?.active) throw new NotFound('no-invitation');
  return found;
}

/** Whose password the link sets. */
export async function invitation(deps: Deps, code: string) {
  const { name, email, kind, totp } = await behind(deps, code);
  return { name, email, kind, withCode: totp !== null };
}

export async function acceptInvitation(
  deps: Deps,
  { code, password }: { readonly code: string; readonly password: string },
  { line }: Caller,
): Promise<void> {
  const { personId, name, email, totp } = await behind(deps, code);
  checkPassword(password, { name, email, withCode: totp !== null });
  const actor = actorFor(personId, name, line.address);
  await setPassword(deps, actor, { personId, password, link: hashOf(code) });
  // Whoever locked the account by guessing has not locked its holder out for good.
  await forgive(deps, emailKey(email), null);
}
