// Where units stand to each other today, also those that have ended: these stand where their heir stands.
import type { Db } from '../db/connect.ts';
import * as queries from './queries.ts';

export interface Places {
  /** The unit and those whose work it took over. */
  own(id: number): ReadonlySet<number>;
  /** All below, without the unit itself. */
  below(id: number): ReadonlySet<number>;
  withBelow(id: number): ReadonlySet<number>;
  /** Superiors, nearest first. */
  above(id: number): readonly number[];
  /** Superiors and those whose work these took over. */
  aboveWithPredecessors(id: number): ReadonlySet<number>;
  /** Who answers for its work today. */
  heir(id: number): number;
  /**
   * For whom a coordinating body works: its superior. The top of a tree works for nobody but itself, so that whoever coordinates a
   * province coordinates that province; a central body does so for the Government, over all provinces.
   */
  principal(id: number): number | null;
  /** The top of its tree below the national level: the province's committee, the ministry; above that, itself. */
  root(id: number): number;
}

export interface Place {
  readonly id: number;
  readonly parentId: number | null;
  readonly heirId: number | null;
  /** Below the national level, as `rootsOf` finds it. */
  readonly rootId: number | null;
  readonly central?: boolean;
}

export function arrange(rows: readonly Place[]): Places {
  const heirs = new Map(rows.map(({ id, heirId }) => [id, heirId ?? id]));
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const roots = new Map(rows.map(({ id, rootId }) => [id, rootId]));
  const heir = (id: number) => heirs.get(id) ?? id;
  const above = (id: number): number[] => {
    const line: number[] = [];
    let at = parents.get(heir(id)) ?? null;
    // A circle cannot be stored; a depth of fifty is beyond any administration.
    while (at !== null && line.length < 50) {
      line.push(heir(at));
      at = parents.get(heir(at)) ?? null;
    }
    return line;
  };
  const owns = Map.groupBy(heirs.keys(), (id) => heir(id));
  const own = (id: number) => new Set([id, ...(owns.get(heir(id)) ?? [])]);
  const belows = new Map<number, Set<number>>();
  for (const id of heirs.keys()) {
    for (const superior of above(id)) {
      const set = belows.get(superior) ?? new Set();
      belows.set(superior, set.add(id));
    }
  }
  const nothing: ReadonlySet<number> = new Set();
  const below = (id: number) => belows.get(heir(id)) ?? nothing;
  const central = new Set(rows.filter((row) => row.central === true).map(({ id }) => id));
  const root = (id: number) => heir(roots.get(heir(id)) ?? above(id).at(-1) ?? heir(id));
  return {
    own,
    below,
    above,
    heir,
    withBelow: (id) => new Set([...own(id), ...below(id)]),
    aboveWithPredecessors: (id) => new Set(above(id).flatMap((each) => [...own(each)])),
    principal: (id) => (root(id) === heir(id) && !central.has(heir(id)) ? null : (above(id)[0] ?? null)),
    root,
  };
}

// Arranging some thousand units takes a moment; it is kept as long as the register does not change.
const known = new Map<string, Promise<Places>>();

export async function placesOf(db: Db): Promise<Places> {
  const stamp = await queries.registerStamp(db);
  const found = known.get(stamp);
  if (found) return found;
  const made = queries.allPlaces(db).then(arrange);
  if (known.size >= 4) known.clear();
  known.set(stamp, made);
  made.catch(() => known.delete(stamp));
  return made;
}
