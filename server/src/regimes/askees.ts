// Whom a regime asks: its rule evaluated for the days of a window. A unit merged in the window is answered for by its heir, once.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';
import type { RegimeBody, UnitRule } from './body.ts';
import type { Window } from './periods.ts';

export interface Askee {
  readonly unitId: number;
  readonly tier: string;
  /** Position in the list of whom it reports to; null: the unit that calls. */
  readonly toUnitId: number | null;
  /** 1: directly to the unit that calls. */
  readonly depth: number;
  /** Units of the window that it stands for. */
  readonly found: readonly number[];
}

export interface Circle {
  readonly askees: readonly Askee[];
  /** Units that the rules name and who calls does not reach any more. */
  readonly outside: readonly number[];
  /** Which report's unit counts the records of a unit; units that are in nobody's tree are not there. */
  readonly parts: ReadonlyMap<number, number>;
}

interface Then {
  readonly id: number;
  readonly kind: string;
  readonly level: string | null;
  readonly parentId: number | null;
}

/** What each unit was on any day of the window: kind, level and superior may have changed in it. */
async function statesIn(db: Db, { from, to }: Window): Promise<readonly Then[]> {
  const { rows } =
    await sql<Then>`select u.id, coalesce(s.kind, u.kind) as kind, coalesce(s.level, u.level) as level,
      case when s.id is null then u.parent_id else s.parent_id end as parent_id
    from unit u left join unit_state s on s.unit_id = u.id
      and coalesce(s.valid_from <= ${to}::date, true) and coalesce(s.valid_to >= ${from}::date, true)
    where coalesce(u.valid_from <= ${to}::date, true) and coalesce(u.valid_to >= ${from}::date, true)`.execute(
      db,
    );
  return rows;
}

interface Asking {
  readonly ownerId: number;
  readonly places: Places;
  readonly states: readonly Then[];
}

/** Within which a rule may look: what is below who calls, or below whom a coordinating body works for. */
export function reachOfOwner(places: Places, ownerId: number): ReadonlySet<number> {
  const principal = places.principal(ownerId);
  return new Set([...places.withBelow(ownerId), ...(principal === null ? [] : places.withBelow(principal))]);
}

/** A unit that the rule names may have come under others since: it is not asked, and keeps nobody else from being asked. */
function matching(rule: UnitRule, { ownerId, places, states }: Asking): ReadonlySet<number> {
  const underId = rule.underId ?? ownerId;
  const reach = reachOfOwner(places, ownerId);
  const below = places.below(underId);
  const directly = places.own(underId);
  const excluded = new Set(rule.exclude);
  const fits = ({ id, kind, level, parentId }: Then) =>
    below.has(id) &&
    (!rule.direct || (parentId !== null && directly.has(places.heir(parentId)))) &&
    (rule.levels.length === 0 || rule.levels.includes(level ?? '')) &&
    (rule.kinds.length === 0 || rule.kinds.includes(kind));
  const named = rule.levels.length + rule.kinds.length > 0 || rule.include.length === 0 || rule.direct;
  const found = named && reach.has(underId) ? states.filter(fits).map(({ id }) => id) : [];
  const included = rule.include.filter((id) => reach.has(id));
  return new Set([...found, ...included].filter((id) => !excluded.has(id) && !excluded.has(places.heir(id))));
}

/** Without a rule about kind or level but with units named, only those; else all that fit. */
export async function circleOf(
  db: Db,
  {
    ownerId,
    tiers,
    window,
  }: { readonly ownerId: number; readonly tiers: RegimeBody['tiers']; readonly window: Window },
): Promise<Circle> {
  const places = await placesOf(db);
  const asking = { ownerId, places, states: await statesIn(db, window) };
  const owner = places.heir(ownerId);
  const above = new Set(places.above(ownerId));
  const asked = new Map<number, { tier: string; found: number[] }>();
  for (const tier of tiers) {
    for (const id of matching(tier.units, asking)) {
      const heir = places.heir(id);
      // Whoever calls has a report anyway; nobody calls upon those above.
      if (heir === owner || above.has(heir)) continue;
      const there = asked.get(heir);
      if (there) there.found.push(id);
      else asked.set(heir, { tier: tier.id, found: [id] });
    }
  }
  const line = (id: number): number[] => places.above(id).filter((each) => asked.has(each));
  const askees = [...asked].map(([unitId, { tier, found }]): Askee => {
    const above = line(unitId);
    return { unitId, tier, toUnitId: above[0] ?? null, depth: above.length + 1, found: [...new Set(found)] };
  });
  const reach = reachOfOwner(places, ownerId);
  const named = tiers.flatMap(({ units: { underId, include } }) => [
    ...(underId ? [underId] : []),
    ...include,
  ]);
  return {
    outside: [...new Set(named)].filter((id) => !reach.has(id)),
    askees: askees.toSorted((a, b) => a.depth - b.depth || a.unitId - b.unitId),
    parts: partsOf(asked, owner, places),
  };
}

/** Every unit counts for the nearest unit above it that reports, itself first; so none counts twice. */
function partsOf(
  asked: ReadonlyMap<number, unknown>,
  owner: number,
  places: Places,
): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  const tops = [owner, ...asked.keys()];
  const all = new Set(tops.flatMap((id) => [...places.withBelow(id)]));
  for (const id of all) {
    const heir = places.heir(id);
    const nearest = [heir, ...places.above(id)].find((each) => asked.has(each) || each === owner);
    if (nearest !== undefined) parts.set(id, nearest);
  }
  return parts;
}
