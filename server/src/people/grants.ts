// Roles at units, for a time; deputies who hold another's role for a period.
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { relationsOf } from '../access/policy.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { placesOf, type Places } from '../units/places.ts';
import { keepAnAdministrator, seen } from './guard.ts';
import * as queries from './queries.ts';
import { lastDayOf, mayGrant, mustGrant } from './reach.ts';
import type * as schema from './schema.ts';

export type GrantInput = z.infer<typeof schema.grantInput>;

/** The unit lives, the days make sense, and whoever grants reaches as far as the role does. */
export async function mustBeGrantable(deps: Deps, actor: Actor, input: GrantInput): Promise<void> {
  const unit = await queries.livingUnit(deps.db, input.unitId);
  const places = await placesOf(deps.db);
  if (!unit) throw new NotFound('no-unit', { id: input.unitId });
  mustGrant(actor, places, input);
  if (places.heir(input.unitId) !== input.unitId) throw new Conflict('unit-over', { unit: unit.name });
  mustBePeriod(input.validFrom ?? today(deps.clock), input.validTo);
  const last = lastDayOf(actor, (as) => mayGrant(as, places, input));
  mustEndWith(last, input.validTo);
}

/** Whoever stands in for an administrator grants nothing that outlasts that. */
function mustEndWith(last: string | null, validTo: string | null | undefined): void {
  if (last !== null && (!validTo || validTo > last)) throw new Invalid('beyond-deputy', { to: last });
}

function mustBePeriod(from: string, to: string | null | undefined): void {
  if (to && to < from) throw new Invalid('days-reversed', { from, to });
}

export async function addGrant(
  deps: Deps,
  trx: Db,
  {
    actor,
    personId,
    input,
  }: { readonly actor: Actor; readonly personId: number; readonly input: GrantInput },
): Promise<number> {
  const { unitId, role, validFrom = today(deps.clock), validTo = null, note = null } = input;
  const places = await placesOf(trx);
  return queries.insertGrant(trx, {
    personId,
    unitId,
    role,
    validFrom,
    validTo,
    lent: lastDayOf(actor, (as) => mayGrant(as, places, { role, unitId })) !== null,
    note,
    grantedBy: actor.personId,
    grantedAt: deps.clock(),
  });
}

const overlaps = (a: { validFrom: string; validTo: string | null }, from: string, to: string | null) =>
  (to === null || a.validFrom <= to) && (a.validTo === null || a.validTo >= from);

export async function grantRole(
  deps: Deps,
  actor: Actor,
  personId: number,
  input: GrantInput,
): Promise<void> {
  const { grants } = await seen(deps, actor, personId);
  await mustBeGrantable(deps, actor, input);
  const { validFrom = today(deps.clock), validTo = null, role, unitId } = input;
  const same = grants.find(
    (each) =>
      each.role === role &&
      each.unitId === unitId &&
      each.deputyFor === null &&
      each.endedAt === null &&
      overlaps(each, validFrom, validTo),
  );
  if (same) throw new Conflict('role-held', { unit: same.unitName });
  await write(deps, actor, async (trx, note) => {
    const id = await addGrant(deps, trx, { actor, personId, input });
    note({
      action: 'role.grant',
      subject: 'person',
      subjectId: personId,
      unitId,
      detail: { grant: id, role, validFrom, validTo },
    });
  });
}

async function grantOf(deps: Deps, actor: Actor, { id, grantId }: z.infer<typeof schema.grantParam>) {
  const { person, grants } = await seen(deps, actor, id);
  const grant = grants.find((each) => each.id === grantId);
  if (!grant) throw new NotFound('no-grant', { id: grantId });
  return { person, grant };
}

/** An original role is ended by who may grant it, a deputy's by who may name deputies, and by the deputy's principal. */
export function mayEnd(actor: Actor, grant: queries.GrantRow): boolean {
  if (!grant.standing) return false;
  const { unitId, deputyFor, forPersonId } = grant;
  if (deputyFor === null) return may(actor, 'role.grant', { unitId });
  return actor.personId === grant.personId || may(actor, 'role.deputise', { unitId, personId: forPersonId });
}

/** Ending never makes it longer: that would be a new grant, which is another's to give. */
function mustShorten({ validFrom, validTo }: queries.GrantRow, lastDay: string | undefined): void {
  if (lastDay !== undefined && validTo !== null && lastDay > validTo)
    throw new Invalid('ends-sooner', { from: validFrom, to: validTo });
}

export async function endGrant(
  deps: Deps,
  actor: Actor,
  at: z.infer<typeof schema.grantParam>,
  { lastDay, note: why = '' }: z.infer<typeof schema.grantEnd>,
): Promise<void> {
  const { grant } = await grantOf(deps, actor, at);
  if (!grant.standing) throw new Conflict('role-over');
  if (!mayEnd(actor, grant)) throw new Forbidden('not-allowed');
  const day = today(deps.clock);
  if (lastDay !== undefined && (lastDay < day || lastDay < grant.validFrom))
    throw new Invalid('day-passed', { day: lastDay });
  mustShorten(grant, lastDay);
  await write(deps, actor, async (trx, note) => {
    if (grant.deputyFor === null) {
      await keepAnAdministrator(deps, trx, {
        grants: [grant],
        personId: at.id,
        lastDay: lastDay ?? null,
        whole: false,
      });
    }
    const set =
      lastDay === undefined ? { endedAt: deps.clock(), endedBy: actor.personId } : { validTo: lastDay };
    if (!(await queries.changeGrant(trx, grant.id, set))) throw new Conflict('role-over');
    const { id, role, unitId, deputyFor } = grant;
    note({
      action: deputyFor === null ? 'role.end' : 'role.deputy-end',
      subject: 'person',
      subjectId: at.id,
      unitId,
      detail: { grant: id, role, lastDay: lastDay ?? day, ...(why ? { why } : {}) },
    });
  });
}

/**
 * A role is handed on by its holder, by who may grant it, and by the head of the unit (but for the role that gives access to
 * everything): an administrator does not come by a deputy's way to a role that reaches further than they do.
 */
export function mayDeputise(actor: Actor, places: Places, grant: queries.GrantRow): boolean {
  const { unitId, personId, role, deputyFor, standing } = grant;
  if (!standing || deputyFor !== null) return false;
  const facts = { unitId, personId };
  if (!may(actor, 'role.deputise', facts)) return false;
  if (actor.personId === personId || mayGrant(actor, places, { role, unitId })) return true;
  const heads = actor.grants.filter((each) => relationsOf(each.role, 'role.grant').length === 0);
  return role !== 'administrator' && may({ ...actor, grants: heads }, 'role.deputise', facts);
}

export async function deputise(
  deps: Deps,
  actor: Actor,
  at: z.infer<typeof schema.grantParam>,
  { deputyId, validFrom = today(deps.clock), validTo, note: why = '' }: z.infer<typeof schema.deputyInput>,
): Promise<void> {
  const { grant } = await grantOf(deps, actor, at);
  const places = await placesOf(deps.db);
  if (!mayDeputise(actor, places, grant)) throw new Forbidden('not-allowed');
  const { person: deputy, grants } = await seen(deps, actor, deputyId);
  if (deputyId === at.id) throw new Conflict('own-deputy');
  if (!deputy.active) throw new Conflict('person-off');
  mustBePeriod(validFrom, validTo);
  if (validTo < today(deps.clock)) throw new Invalid('day-passed', { day: validTo });
  mustEndWith(
    lastDayOf(actor, (as) => mayDeputise(as, places, grant)),
    validTo,
  );
  if (validFrom < grant.validFrom || (grant.validTo !== null && validTo > grant.validTo)) {
    throw new Invalid('beyond-role', { from: grant.validFrom, to: grant.validTo ?? '…' });
  }
  const twice = grants.some(
    (each) => each.deputyFor === grant.id && each.endedAt === null && overlaps(each, validFrom, validTo),
  );
  if (twice) throw new Conflict('deputy-already', { name: deputy.name });
  const { role, unitId } = grant;
  await write(deps, actor, async (trx, note) => {
    const row = {
      personId: deputyId,
      unitId,
      role,
      validFrom,
      validTo,
      deputyFor: grant.id,
      grantedBy: actor.personId,
    };
    await queries.insertGrant(trx, { ...row, note: why || null, grantedAt: deps.clock() });
    note({
      action: 'role.deputise',
      subject: 'person',
      subjectId: at.id,
      unitId,
      detail: { grant: grant.id, role, deputy: deputyId, validFrom, validTo },
    });
  });
}
