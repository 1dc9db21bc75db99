// Reads who somebody is today: their roles, and the units that these reach.
import type { Db } from '../db/connect.ts';
import { mayGrant } from '../people/reach.ts';
import { placesOf, type Places } from '../units/places.ts';
import type { Actor, Grant } from './actor.ts';
import * as queries from './queries.ts';
import { coordinates } from './policy.ts';

export interface Asker {
  readonly personId: number | null;
  readonly tokenId: number | null;
  readonly sessionId: string | null;
  readonly address: string | null;
}

function grantOf(places: Places, { id, role, unitId, deputyFor, until }: queries.HeldGrant): Grant {
  // Colleagues of a ministry are those of the ministry; the whole country is reached by who coordinates alone.
  const isTop = places.root(unitId) === places.heir(unitId);
  const principal = isTop && !coordinates(role) ? null : places.principal(unitId);
  return {
    id,
    role,
    // Where the unit has ended, the role is held at whoever took over: what its holder makes now is made there.
    unitId: places.heir(unitId),
    deputyFor,
    until,
    rootId: places.root(unitId),
    own: places.own(unitId),
    subtree: places.below(unitId),
    coordinated: principal === null ? places.below(unitId) : places.withBelow(principal),
    tree: principal === null || isTop ? places.below(unitId) : places.withBelow(principal),
    principal: principal === null ? new Set() : places.own(principal),
    superiors: places.aboveWithPredecessors(unitId),
  };
}

/** `day` is today, ISO. Null: no such person or program, or not any more. */
export async function actorOf(db: Db, asker: Asker, day: string): Promise<Actor | null> {
  const { personId, tokenId } = asker;
  const places = await placesOf(db);
  if (tokenId !== null) return programOf(db, places, { asker, tokenId, day });
  const found = await queries.personWithGrants(db, personId ?? 0, day);
  return found && actorWith(places, asker, found);
}

function actorWith(places: Places, asker: Asker, { name, grants }: queries.Held): Actor {
  return { ...asker, name, grants: grants.map((grant) => grantOf(places, grant)), system: false };
}

interface Program {
  readonly asker: Asker;
  readonly tokenId: number;
  readonly day: string;
}

/** A program does what its token's keeper may let a program do today: with their role at the unit, it ends. */
async function programOf(db: Db, places: Places, { asker, tokenId, day }: Program): Promise<Actor | null> {
  const token = await queries.tokenWithGrants(db, tokenId, day);
  if (!token) return null;
  const keeper = token.keptBy === null ? null : await queries.personWithGrants(db, token.keptBy, day);
  if (!keeper) return null;
  const person = actorWith(places, { ...asker, personId: token.keptBy, tokenId: null }, keeper);
  const stands = token.grants.every((grant) => mayGrant(person, places, grant, 'token.manage'));
  return stands ? actorWith(places, asker, token) : null;
}
