// Whose figures somebody may see: a unit with all below it, or, where their role reaches no further, the unit alone.
import type { Actor, Grant } from '../access/actor.ts';
import { relationsOf, type Relation } from '../access/policy.ts';
import type { Places } from '../units/places.ts';

export type Sight = 'whole' | 'alone';

const reaches = ({ role }: Grant, relation: Relation) =>
  relationsOf(role, 'overview.read').includes(relation);

/** Null: nothing of it. */
export function sightOf(actor: Actor, unit: number): Sight | null {
  if (actor.system) return 'whole';
  const whole = actor.grants.some(
    (grant) =>
      reaches(grant, 'any') ||
      (reaches(grant, 'coordinated') && grant.coordinated.has(unit)) ||
      (reaches(grant, 'subtree') &&
        (grant.subtree.has(unit) || (reaches(grant, 'own') && grant.own.has(unit)))),
  );
  if (whole) return 'whole';
  return actor.grants.some((grant) => reaches(grant, 'own') && grant.own.has(unit)) ? 'alone' : null;
}

/** What they are shown if they ask for nothing in particular: the largest tree that they may see. */
export function usualUnit(actor: Actor, places: Places): number | null {
  const candidates = actor.grants
    .flatMap(({ unitId }) => [places.above(unitId)[0], places.heir(unitId)])
    .filter((unit) => unit !== undefined)
    .flatMap((unit) => {
      const sight = sightOf(actor, unit);
      return sight === null ? [] : [{ unit, size: sight === 'whole' ? places.below(unit).size + 1 : 1 }];
    });
  return candidates.toSorted((a, b) => b.size - a.size)[0]?.unit ?? null;
}
