// Reads who somebody is today: their roles, and the units that these reach.
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import type { Actor, Grant } from './actor.ts';
import * as queries from './queries.ts';
import { coordinates } from './policy.ts';
import type { Role } from './roles.ts';

export interface Asker {
  readonly personId: number | null;
  readonly tokenId: number | null;
  readonly sessionId: string | null;
  readonly address: string | null;
}

function grantOf(
  places: Places,
  {
    id,
    role,
    unitId,
    deputyFor,
  }: { id: number | null; role: Role; unitId: number; deputyFor: number | null },
): Grant {
  // Colleagues of a ministry are those of the ministry; the whole country is reached by who coordinates alone.
  const isTop = places.root(unitId) === places.heir(unitId);
  const principal = isTop && !coordinates(role) ? null : places.principal(unitId);
  return {
    id,
    role,
    // Where the unit has ended, the role is held at whoever took over: what its holder makes now is made there.
    unitId: places.heir(unitId),
    deputyFor,
    rootId: places.root(unitId),
    own: places.own(unitId),
    subtree: places.below(unitId),
    coordinated: principal === null ? places.below(unitId) : places.withBelow(principal),
    principal: principal === null ? new Set() : places.own(principal),
    superiors: places.aboveWithPredecessors(unitId),
  };
}

/** `day` is today, ISO. Null: no such person or program, or not any more. */
export async function actorOf(db: Db, asker: Asker, day: string): Promise<Actor | null> {
  const { personId, tokenId } = asker;
  const [places, found] = await Promise.all([
    placesOf(db),
    tokenId === null
      ? queries.personWithGrants(db, personId ?? 0, day)
      : queries.tokenWithGrants(db, tokenId, day),
  ]);
  if (!found) return null;
  const grants = found.grants.map((grant) => grantOf(places, grant));
  return { ...asker, name: found.name, grants, system: false };
}
