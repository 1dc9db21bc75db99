// The units that an overview counts, each under the unit directly below the one that is looked at.
import type { Places } from '../units/places.ts';

export interface Tree {
  /** At its top. */
  readonly unitId: number;
  /** Which unit directly below (or the one at the top itself) a unit counts under. */
  readonly under: ReadonlyMap<number, number>;
  readonly ids: readonly number[];
  /** Units that are there, the top among them. */
  readonly size: number;
  /** How many units stand below each of those directly below. */
  readonly below: ReadonlyMap<number, number>;
}

/** `top`: units that are the top itself, with those whose work it took over. Null: not in the tree. */
function placeIn(line: readonly number[], top: ReadonlySet<number>, unitId: number): number | null {
  const at = line.findIndex((id) => top.has(id));
  return at < 0 ? null : at === 0 ? unitId : (line[at - 1] ?? unitId);
}

function treeFrom(unitId: number, under: ReadonlyMap<number, number>, places: Places): Tree {
  const below = new Map<number, number>();
  for (const [id, child] of under) {
    const counts = id !== child && places.heir(id) === id;
    below.set(child, (below.get(child) ?? 0) + (counts ? 1 : 0));
  }
  const ids = [...under.keys()];
  return { unitId, under, ids, below, size: ids.filter((id) => places.heir(id) === id).length };
}

/** The whole tree of a unit as it stands; a unit that has ended stands where its heir stands. */
export function treeOf(places: Places, unit: number): Tree {
  const unitId = places.heir(unit);
  const top = places.own(unitId);
  const under = new Map<number, number>();
  for (const id of places.withBelow(unitId)) {
    under.set(id, placeIn([places.heir(id), ...places.above(id)], top, unitId) ?? unitId);
  }
  return treeFrom(unitId, under, places);
}

/** Only the unit itself, with those whose work it took over. */
export function alone(places: Places, unit: number): Tree {
  const unitId = places.heir(unit);
  return treeFrom(unitId, new Map([...places.own(unitId)].map((id) => [id, unitId])), places);
}

/** As the tree stood on another day, under what is one unit today: predecessors still had units of their own below them. */
export function treeThen(
  now: Places,
  then: Places,
  { unit, all }: { unit: number; all: readonly number[] },
): Tree {
  const unitId = now.heir(unit);
  const top = now.own(unitId);
  const under = new Map<number, number>();
  for (const id of all) {
    const place = placeIn([then.heir(id), ...then.above(id)], top, unitId);
    if (place !== null) under.set(id, place);
  }
  return treeFrom(unitId, under, then);
}
