// People: who they are, and the accounts that others keep for them.
import type { z } from '@hono/zod-openapi';
import { holds, type Actor } from '../access/actor.ts';
import { issueInvitation } from '../accounts/invitations.ts';
import { dropAccess, dropIdentity } from '../accounts/access.ts';
import { emailKey } from '../accounts/caller.ts';
import { removeTotp } from '../accounts/second-factor.ts';
import { record, write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import { placesOf } from '../units/places.ts';
import { addGrant, mustBeGrantable, type GrantInput } from './grants.ts';
import { governed, keepAnAdministrator, mustBeReal, seen } from './guard.ts';
import { sendLink } from './letters.ts';
import { present, summaries } from './present.ts';
import * as queries from './queries.ts';
import { maySeePrivate, unitsSeen } from './reach.ts';
import type * as schema from './schema.ts';

export type PersonInput = z.infer<typeof schema.personInput>;
type Detail = z.infer<typeof schema.personDetail>;
type ListQuery = z.infer<typeof schema.personListQuery>;

export async function foundBy(
  deps: Deps,
  actor: Actor,
  { q, unitId, below, role, active }: z.infer<typeof schema.personExportQuery>,
): Promise<queries.Found> {
  const places = await placesOf(deps.db);
  const unitIds =
    unitId === undefined ? null : [...(below === 'yes' ? places.withBelow(unitId) : places.own(unitId))];
  return {
    q,
    unitIds,
    role,
    active,
    reach: unitsSeen(actor),
    self: actor.personId,
    today: today(deps.clock),
  };
}

export async function listPeople(
  deps: Deps,
  actor: Actor,
  query: ListQuery,
): Promise<z.infer<typeof schema.personList>> {
  const found = await foundBy(deps, actor, query);
  const { page, size } = query;
  const [rows, total] = await Promise.all([
    queries.peopleList(deps.db, found, { limit: size, offset: (page - 1) * size }),
    queries.peopleCount(deps.db, found),
  ]);
  const may = holds(actor, 'person.edit') ? (['create', 'import', 'export'] as const) : [];
  return { rows: await summaries(deps, actor, rows), total, may: [...may] };
}

export async function personDetail(deps: Deps, actor: Actor, id: number, on?: string): Promise<Detail> {
  return present(deps, actor, await seen(deps, actor, id), on ?? today(deps.clock));
}

/** Private data leaves by this door alone, and it is written down who looked. */
export async function personPrivate(deps: Deps, actor: Actor, id: number) {
  const { person, grants } = await seen(deps, actor, id);
  if (!maySeePrivate(actor, id, grants)) throw new Forbidden('not-allowed');
  if (actor.personId !== id) {
    await record(deps, actor, {
      action: 'person.private',
      subject: 'person',
      subjectId: id,
      unitId: homeOf(grants),
      detail: { fields: ['email', 'phone'] },
    });
  }
  const { email, phone } = person;
  return { email, phone };
}

export const homeOf = (grants: readonly queries.GrantRow[]): number | null =>
  (grants.find(({ standing }) => standing) ?? grants[0])?.unitId ?? null;

export async function createPerson(deps: Deps, actor: Actor, input: PersonInput): Promise<Detail> {
  for (const role of input.roles) await mustBeGrantable(deps, actor, role);
  const id = await unlessTaken(input.email, () =>
    write(deps, actor, async (trx, note) => {
      const made = await insertWithRoles(deps, trx, { actor, input });
      note({
        action: 'person.create',
        subject: 'person',
        subjectId: made,
        unitId: input.roles[0]?.unitId ?? null,
        detail: { name: input.name, roles: input.roles.map(({ role, unitId }) => ({ role, unitId })) },
      });
      return made;
    }),
  );
  return personDetail(deps, actor, id);
}

export async function insertWithRoles(
  deps: Deps,
  trx: Db,
  {
    actor,
    input,
  }: {
    readonly actor: Actor;
    readonly input: Omit<PersonInput, 'roles'> & { readonly roles: readonly GrantInput[] };
  },
): Promise<number> {
  const { name, post = null, email, phone = null, locale } = input;
  const id = await queries.insertPerson(trx, {
    name: name.normalize('NFC'),
    post: post === '' ? null : post,
    email: email.trim(),
    emailKey: emailKey(email),
    phone,
    locale,
    activeSince: deps.clock(),
    ...searchColumns([name, post]),
  });
  for (const role of input.roles) await addGrant(deps, trx, { actor, personId: id, input: role });
  return id;
}

/** The unique address decides, whoever comes first. Without `email` the database says which of many it was. */
export const unlessTaken = <T>(email: string, work: () => Promise<T>): Promise<T> =>
  work().catch((error: { code?: string; constraint?: string; detail?: string }) => {
    if (error.code === '23505' && error.constraint === 'person_email_key_key')
      throw new Conflict('email-taken', {
        email: email || (/=\((.*)\)/.exec(error.detail ?? '')?.[1] ?? ''),
      });
    throw error;
  });

export async function changePerson(
  deps: Deps,
  actor: Actor,
  id: number,
  { version, ...change }: z.infer<typeof schema.personPatch>,
): Promise<Detail> {
  const { person, grants } = await governed(deps, actor, id);
  const { name = person.name, post = person.post, email = person.email } = change;
  const moved = emailKey(email) !== person.emailKey;
  if (moved || change.phone !== undefined) mustBeReal(person);
  const { phone = person.phone, locale = person.locale } = change;
  await unlessTaken(email, () =>
    write(deps, actor, async (trx, note) => {
      const set = {
        name,
        post,
        email,
        emailKey: emailKey(email),
        phone,
        locale,
        ...searchColumns([name, post]),
      };
      if (!(await queries.changePerson(trx, id, { version, set }))) {
        throw new Conflict(
          'stale-version',
          {},
          { current: await personDetail(deps, actor, id), yours: change },
        );
      }
      // Whoever reads the old address must not come in by a link that was sent there.
      if (moved) {
        await dropAccess(trx, id, deps.clock());
        await dropIdentity(trx, id);
      }
      note({
        action: 'person.change',
        subject: 'person',
        subjectId: id,
        unitId: homeOf(grants),
        detail: { fields: Object.keys(change) },
      });
    }),
  );
  return personDetail(deps, actor, id);
}

/** Off: every session and link ends at once. On: the days without use count anew. */
export async function switchPerson(
  deps: Deps,
  actor: Actor,
  id: number,
  { active, reason = '' }: z.infer<typeof schema.switching>,
): Promise<Detail> {
  const { grants } = await governed(deps, actor, id);
  if (!active && actor.personId === id) throw new Conflict('not-oneself');
  await write(deps, actor, async (trx, note) => {
    if (!active) await keepAnAdministrator(deps, trx, { grants, personId: id, lastDay: null, whole: true });
    await switchRow(deps, trx, { id, active, because: 'administrator' });
    const action = active ? 'person.on' : 'person.off';
    note({ action, subject: 'person', subjectId: id, unitId: homeOf(grants), detail: { reason } });
  });
  return personDetail(deps, actor, id);
}

export async function switchRow(
  deps: Deps,
  trx: Db,
  {
    id,
    active,
    because,
  }: { readonly id: number; readonly active: boolean; readonly because: 'administrator' | 'unused' },
): Promise<void> {
  await trx
    .updateTable('person')
    .set((eb) => ({
      active,
      offBecause: active ? null : because,
      version: eb('version', '+', 1),
      ...(active ? { activeSince: deps.clock() } : {}),
    }))
    .where('id', '=', id)
    .execute();
  if (!active) await dropAccess(trx, id, deps.clock());
}

/** A one-time link: for the first password, or another one. By e-mail where that is set up, else shown once. */
export async function invitePerson(
  deps: Deps,
  actor: Actor,
  id: number,
): Promise<z.infer<typeof schema.issuedLink>> {
  const { person, grants } = await governed(deps, actor, id);
  mustBeReal(person);
  if (!person.active) throw new Conflict('person-off');
  const now = deps.clock();
  const kind = (await queries.accountFacts(deps.db, id, now))?.hasPassword ? 'reset' : 'invite';
  const { code, expiresAt } = await write(deps, actor, async (trx, note) => {
    const createdBy = actor.personId;
    const issued = await issueInvitation(trx, { personId: id, kind, createdBy, now });
    note({ action: `person.${kind}`, subject: 'person', subjectId: id, unitId: homeOf(grants) });
    return issued;
  });
  const path = `/moi?ma=${code}`;
  const sent = await sendLink(deps, person, { kind, path });
  return { path: sent ? null : path, sent, expiresAt: expiresAt.toISOString() };
}

export async function removeSecondFactor(deps: Deps, actor: Actor, id: number): Promise<void> {
  const { person } = await governed(deps, actor, id);
  mustBeReal(person);
  await removeTotp(deps, actor, id);
}

/** Signed out everywhere: a lost telephone, a stolen computer. */
export async function endAllSessions(deps: Deps, actor: Actor, id: number): Promise<void> {
  const { grants } = await governed(deps, actor, id);
  await write(deps, actor, async (trx, note) => {
    await dropAccess(trx, id, deps.clock());
    note({
      action: 'session.end',
      subject: 'person',
      subjectId: id,
      unitId: homeOf(grants),
      detail: { session: 'all' },
    });
  });
}
