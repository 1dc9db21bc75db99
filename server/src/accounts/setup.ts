// The first administrator: a code printed where only the keeper of the machine reads it, and a page that takes it.
import type { z } from '@hono/zod-openapi';
import { system } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, NotFound, NotProven } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import { countAttempt } from './attempts.ts';
import { emailKey, type Caller } from './caller.ts';
import { checkPassword, isLong } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import * as queries from './setup-queries.ts';
import type * as schema from './schema.ts';
import { hashOf, newSecret } from './secrets.ts';
import { beginSession } from './sign-in.ts';

/** Nobody real keeps the accounts yet; the invented people do not count. */
export const isSetUp = ({ db, rules }: Pick<Deps, 'db' | 'rules'>): Promise<boolean> =>
  queries.hasAdministrator(db, { withDemo: rules.demo });

const codeHours = 24;

/** A new code, while there is no administrator; null otherwise. */
export async function newSetupCode(deps: Pick<Deps, 'db' | 'rules' | 'clock'>): Promise<string | null> {
  if (await isSetUp(deps)) return null;
  const code = newSecret(12)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '7')
    .slice(0, 12);
  const now = deps.clock();
  await queries.insertCode(deps.db, hashOf(code), now);
  await queries.dropCodesBefore(deps.db, new Date(now.getTime() - codeHours * 3_600_000));
  return code.match(/.{4}/g)?.join('-') ?? code;
}

export const setupUnits = async (deps: Deps): Promise<{ id: number; name: string }[]> =>
  (await isSetUp(deps)) ? [] : queries.topUnits(deps.db, today(deps.clock));

/** Makes the first administrator at the unit chosen, and signs them in. Returns the session's secret. */
export async function setUp(
  deps: Deps,
  input: z.infer<typeof schema.setup>,
  caller: Caller,
): Promise<string> {
  const { code, name, email, password, unitId } = input;
  if (await isSetUp(deps)) throw new Conflict('set-up-already');
  // By address: nobody is kept from setting up by what others guess from elsewhere, and the code is long.
  await countAttempt(deps, `set-up:${caller.line.address ?? ''}`, caller.line.address);
  const hash = hashOf(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
  const since = new Date(deps.clock().getTime() - codeHours * 3_600_000);
  if (!(await queries.isCode(deps.db, hash, since))) throw new NotProven('wrong-setup-code');
  const units = await queries.topUnits(deps.db, today(deps.clock));
  if (!units.some(({ id }) => id === unitId)) throw new NotFound('no-unit', { id: unitId });
  checkPassword(password, { name, email, withCode: false });
  const id = await firstAdministrator(deps, { name, email, password, unitId }).catch(
    (error: Error & { code?: string }) => {
      if (error.code === '23505') throw new Conflict('email-taken', { email });
      throw error;
    },
  );
  return beginSession(deps, { id, name }, { caller, method: 'password', strong: false });
}

export interface First {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly unitId: number;
}

async function firstAdministrator(deps: Deps, { name, email, password, unitId }: First): Promise<number> {
  const hash = await hashPassword(password);
  const now = deps.clock();
  return write(deps, system, async (trx: Db, note) => {
    await queries.lockSetup(trx);
    if (await queries.hasAdministrator(trx, { withDemo: deps.rules.demo }))
      throw new Conflict('set-up-already');
    const id = await queries.insertAdministrator(trx, {
      person: { name, email, emailKey: emailKey(email), activeSince: now, ...searchColumns([name]) },
      credential: { password: hash, passwordLong: isLong(password), passwordAt: now },
      grant: { unitId, validFrom: today(deps.clock), grantedAt: now },
    });
    await queries.dropCodesBefore(trx, null);
    note({
      action: 'person.create',
      subject: 'person',
      subjectId: id,
      unitId,
      detail: { name, roles: ['administrator'], first: true },
    });
    return id;
  });
}
