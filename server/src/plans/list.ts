// A page of plans that the reader may see.
import type { z } from '@hono/zod-openapi';
import { scopeOf, type Actor } from '../access/actor.ts';
import { placesOf } from '../units/places.ts';
import { readable } from './access.ts';
import { summaries } from './present.ts';
import * as lists from './list-queries.ts';
import type * as schema from './schema.ts';
import type { Writing } from './service.ts';

type Query = z.infer<typeof schema.planListQuery>;
type List = z.infer<typeof schema.planList>;

export type Filter = Omit<Query, 'page' | 'size'>;

/** What a reader asks for, among what they may read. */
export async function wantedBy(deps: Writing, actor: Actor, query: Filter): Promise<lists.PlansWanted> {
  const { q, unit, year, status, superior } = query;
  const named = unit === undefined ? undefined : [...(await placesOf(deps.db)).own(unit)];
  const seen = query.scope && unitsSeen(actor, query.scope);
  const owners = named && seen ? named.filter((id) => seen.has(id)) : (named ?? (seen && [...seen]));
  const statuses = status?.split(',').map((each) => each.trim());
  const carriedBy = query.superiorFor && (await carrier(deps, actor, query.superiorFor));
  return {
    ...(carriedBy ? { carriedBy } : {}),
    q,
    owners,
    year,
    statuses,
    superior,
    scope: scopeOf(actor, 'plan.read'),
  };
}

export async function list(deps: Writing, actor: Actor, query: Query): Promise<List> {
  const { sort, page, size } = query;
  const wanted = await wantedBy(deps, actor, query);
  const rows = await lists.listPlans(deps.db, wanted, { sort, limit: size, offset: (page - 1) * size });
  return {
    rows: await summaries(deps, actor, rows),
    total: await lists.countPlans(deps.db, wanted),
    page,
    size,
  };
}

async function carrier({ db }: Writing, actor: Actor, id: number): Promise<lists.CarriedBy> {
  const { ownerId, periodFrom, periodTo } = await readable(db, actor, id);
  const places = await placesOf(db);
  const above = [...places.aboveWithPredecessors(ownerId)];
  return { above, own: [...places.own(ownerId)], periodFrom, periodTo };
}

/** The reader's own units, those above them, or those below them; a unit is in one of these at most. */
function unitsSeen(actor: Actor, scope: NonNullable<Query['scope']>): ReadonlySet<number> {
  const { grants } = actor;
  const own = new Set(grants.flatMap((grant) => [...grant.own]));
  if (scope === 'own') return own;
  const above = new Set(grants.flatMap(({ superiors }) => [...superiors].filter((id) => !own.has(id))));
  if (scope === 'above') return above;
  const below = scopeOf(actor, 'plan.read').unitIds;
  return new Set(below.filter((id) => !own.has(id) && !above.has(id)));
}
