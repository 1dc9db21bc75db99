// The second factor: enrolled with a first code, asked for at each sign-in, replaced by recovery codes where the telephone is lost.
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid } from '../errors.ts';
import { homeOf } from './caller.ts';
import { mustKnowPassword } from './known.ts';
import { alone } from './password-rules.ts';
import { picture } from './picture.ts';
import * as queries from './queries.ts';
import { hashOf } from './secrets.ts';
import { newTotpSecret, stepOf, totpAddress } from './totp.ts';

/** A new secret with its picture; nothing is asked for until a first code has confirmed it. */
export async function beginTotp(deps: Deps, actor: Actor, password: string) {
  const personId = actor.personId ?? 0;
  const account = await mustKnowPassword(deps, actor, password);
  if (account.totp !== null) throw new Conflict('totp-there');
  const secret = newTotpSecret();
  await queries.setTotpPending(deps.db, personId, secret);
  const address = totpAddress(secret, account.email);
  return { secret, address, picture: picture(address) };
}

/** Returns the recovery codes, which are shown once. This session counts as strong from now on, the others end. */
export async function confirmTotp(deps: Deps, actor: Actor, code: string): Promise<readonly string[]> {
  const personId = actor.personId ?? 0;
  const account = await queries.accountById(deps.db, personId);
  const secret = account?.totpPending;
  if (!secret) throw new Conflict('totp-not-begun');
  const now = deps.clock();
  const step = stepOf(secret, code.replaceAll(/\s/g, ''), now);
  if (step === null) throw new Invalid('unconfirmed-code');
  const codes = newRecoveryCodes();
  await write(deps, actor, async (trx, note) => {
    if (!(await queries.confirmTotp(trx, personId, { secret, step, now })))
      throw new Conflict('totp-not-begun');
    await queries.replaceRecoveryCodes(
      trx,
      personId,
      codes.map((each) => hashOf(each.replace('-', ''))),
    );
    await queries.endSessions(trx, personId, now, actor.sessionId);
    if (actor.sessionId !== null) await queries.strengthen(trx, actor.sessionId);
    note({
      action: 'totp.enrol',
      subject: 'person',
      subjectId: personId,
      unitId: await homeOf(trx, personId),
    });
  });
  return codes;
}

/** New ones; the old ones are worth nothing any more. */
export async function renewRecoveryCodes(
  deps: Deps,
  actor: Actor,
  password: string,
): Promise<readonly string[]> {
  const personId = actor.personId ?? 0;
  const account = await mustKnowPassword(deps, actor, password);
  if (account.totp === null) throw new Conflict('totp-not-begun');
  const codes = newRecoveryCodes();
  await write(deps, actor, async (trx, note) => {
    await queries.replaceRecoveryCodes(
      trx,
      personId,
      codes.map((each) => hashOf(each.replace('-', ''))),
    );
    note({
      action: 'totp.recovery',
      subject: 'person',
      subjectId: personId,
      unitId: await homeOf(trx, personId),
    });
  });
  return codes;
}

/** One's own: with the password, and only where it is long enough to stand alone. */
export async function removeOwnTotp(deps: Deps, actor: Actor, password: string): Promise<void> {
  const personId = actor.personId ?? 0;
  const account = await mustKnowPassword(deps, actor, password);
  if (account.passwordLong === false) throw new Conflict('password-too-short-alone', { least: alone });
  await removeTotp(deps, actor, personId);
}

/** All sessions of a person whose factor is taken away end, but the one that does it. */
export const removeTotp = (deps: Deps, actor: Actor, personId: number): Promise<void> =>
  write(deps, actor, async (trx, note) => {
    await queries.removeTotp(trx, personId);
    const own = actor.personId === personId;
    await queries.endSessions(trx, personId, deps.clock(), own ? actor.sessionId : null);
    if (own && actor.sessionId !== null) {
      await sql`update session set strong = false where id = ${actor.sessionId}`.execute(trx);
    }
    note({
      action: 'totp.remove',
      subject: 'person',
      subjectId: personId,
      unitId: await homeOf(trx, personId),
    });
  });

/** Letters and digits that are not taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function newRecoveryCodes(): readonly string[] {
  const letter = () => letters[randomInt(letters.length)] ?? '';
  const half = () => Array.from({ length: 5 }, letter).join('');
  return Array.from({ length: 10 }, () => `${half()}-${half()}`);
}
