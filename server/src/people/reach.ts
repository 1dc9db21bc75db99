// How far somebody's hand reaches over people: who may see, keep and grant what to whom.
import { may, scopeOf, type Actor } from '../access/actor.ts';
import { coordinates } from '../access/policy.ts';
import type { Role } from '../access/roles.ts';
import { Forbidden } from '../errors.ts';
import type { Places } from '../units/places.ts';

export interface Held {
  readonly role: Role;
  readonly unitId: number;
  readonly personId: number;
  /** Not over on the day asked for. */
  readonly standing: boolean;
}

/** A person belongs to the units of their roles that are not over; when all are over, to those that were. */
function homes(grants: readonly Held[]): readonly Held[] {
  const standing = grants.filter((grant) => grant.standing);
  return standing.length > 0 ? standing : grants;
}

const reads = (actor: Actor, { unitId, personId }: Held) =>
  may(actor, 'person.read', { unitId, personId, issued: true });

/** Colleagues see who stands in a role today; whoever keeps accounts sees those who left as well. */
export const maySee = (actor: Actor, personId: number, grants: readonly Held[]): boolean =>
  actor.system ||
  actor.personId === personId ||
  grants.some((grant) => (grant.standing && reads(actor, grant)) || may(actor, 'person.edit', grant));

export const maySeePrivate = (actor: Actor, personId: number, grants: readonly Held[]): boolean =>
  actor.personId === personId ||
  homes(grants).some(({ role, unitId }) =>
    may(actor, 'person.private', { unitId, personId, focal: coordinates(role) }),
  );

/** Units that a role at this unit reaches: a coordinator's go up to the superior. */
const reachOf = (places: Places, role: Role, unitId: number): readonly number[] => {
  const principal = coordinates(role) ? places.principal(unitId) : null;
  return principal === null ? [unitId] : [unitId, principal];
};

/**
 * Over the whole of the person: who keeps one of their units must not get at what they hold at another, nor, by a new password
 * of theirs, at a role that reaches further than they do.
 */
export const mayGovern = (actor: Actor, places: Places, grants: readonly Held[]): boolean =>
  actor.system ||
  (grants.length > 0 &&
    homes(grants).every(({ role, unitId }) =>
      reachOf(places, role, unitId).every((each) => may(actor, 'person.edit', { unitId: each })),
    ));

/** Nobody grants more than they reach themselves. */
export const mayGrant = (
  actor: Actor,
  places: Places,
  { role, unitId }: { readonly role: Role; readonly unitId: number },
  action: 'role.grant' | 'token.manage' = 'role.grant',
): boolean =>
  actor.system || reachOf(places, role, unitId).every((each) => may(actor, action, { unitId: each }));

/** The last day of what somebody may do by a deputy's role alone; null: by a role of their own, or not at all. */
export function lastDayOf(actor: Actor, can: (as: Actor) => boolean): string | null {
  const lasting = (day: string) => actor.grants.filter(({ until }) => until === null || until >= day);
  if (can({ ...actor, grants: actor.grants.filter(({ until }) => until === null) })) return null;
  const days = actor.grants.flatMap(({ until }) => until ?? []).toSorted((a, b) => b.localeCompare(a));
  return days.find((day) => can({ ...actor, grants: lasting(day) })) ?? null;
}

export function mustGrant(
  actor: Actor,
  places: Places,
  wanted: { readonly role: Role; readonly unitId: number },
  action: 'role.grant' | 'token.manage' = 'role.grant',
): void {
  if (mayGrant(actor, places, wanted, action)) return;
  throw new Forbidden(
    may(actor, action, { unitId: wanted.unitId }) ? 'role-reaches-further' : 'unit-out-of-reach',
  );
}

/** The units whose people a reader sees, and those whose people they keep; null: all. */
export function unitsSeen(
  actor: Actor,
): { readonly seen: readonly number[]; readonly kept: readonly number[] } | null {
  const read = scopeOf(actor, 'person.read');
  if (read.everything) return null;
  return { seen: [...read.unitIds, ...read.superiors], kept: scopeOf(actor, 'person.edit').unitIds };
}
