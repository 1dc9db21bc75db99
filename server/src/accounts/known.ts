// Asks for the password again before what an unattended screen must not allow.
import type { Actor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { countAttempt, forgive } from './attempts.ts';
import { emailKey } from './caller.ts';
import { isPassword } from './passwords.ts';
import * as queries from './queries.ts';

export async function accountOf(deps: Deps, personId: number | null): Promise<queries.Account> {
  const account = personId === null ? undefined : await queries.accountById(deps.db, personId);
  if (!account) throw new NotFound('no-person', { id: personId ?? 0 });
  return account;
}

/** Wrong tries count as at the door, but by themselves: whoever is kept out there by others' tries goes on working here. */
export async function mustKnowPassword(
  deps: Deps,
  { personId, sessionId, address }: Actor,
  password: string,
): Promise<queries.Account> {
  const account = await accountOf(deps, personId);
  // Their password is printed on the page for signing in; one visitor must not shut the others out.
  if (account.demo) throw new Conflict('demo-account');
  const name = sessionName(sessionId ?? emailKey(account.email));
  const left = await countAttempt(deps, name, address);
  if (!(await isPassword(account.password, password))) throw new Invalid('wrong-password', left);
  await forgive(deps, name, address);
  return account;
}

/** No address of an account looks so. */
export const sessionName = (sessionId: string): string => `session:${sessionId}`;
