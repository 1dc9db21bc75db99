// Reads who somebody is today: their roles, and the units that these reach.
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import type { Actor, Grant } from './actor.ts';
import * as queries from './queries.ts';
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
  // Whoever coordinates at the top of a tree coordinates that tree, and none beside it.
  const isTop = places.root(unitId) === places.heir(unitId);
  const superior = isTop ? undefined : places.above(unitId)[0];
  return {
    id,
    role,
    // Where the unit has ended, the role is held at whoever took over: what its holder makes now is made there.
    unitId: places.heir(unitId),
    deputyFor,
    rootId: places.root(unitId),
    own: places.own(unitId),
    subtree: places.below(unitId),
    coordinated: superior === undefined ? places.below(unitId) : places.withBelow(superior),
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
