// Whose figures somebody may see: a unit with all below it, or, where their role reaches no further, the unit alone.
import { may, reachesTree, type Actor } from '../access/actor.ts';
import type { Places } from '../units/places.ts';

export type Sight = 'whole' | 'alone';

/** Null: nothing of it. */
export function sightOf(actor: Actor, unit: number): Sight | null {
  if (reachesTree(actor, 'overview.read', unit)) return 'whole';
  return may(actor, 'overview.read', { unitId: unit }) ? 'alone' : null;
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
