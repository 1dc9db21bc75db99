// Looking into the duties: a page with the counts of its classes, all rows for an export.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { placesOf } from '../units/places.ts';
import type { DutyFilter, Narrowed } from './filter.ts';
import { counts, present, type DutyRow } from './present.ts';
import { countDuties, dutiesById, dutyIds, listDuties, tasksMatching, type DutySort } from './queries.ts';
import { reachOf } from './reach.ts';
import type * as schema from './schema.ts';

type Asking = Pick<Deps, 'db' | 'clock'>;
type Query = z.infer<typeof schema.dutyListQuery>;

async function narrow({ db, clock }: Asking, actor: Actor, filter: DutyFilter): Promise<Narrowed> {
  const places = await placesOf(db);
  const now = today(clock);
  const day = filter.asOf ?? now;
  const reach = await reachOf(db, actor, places);
  const tasks = await tasksMatching(db, filter.q, reach);
  return { filter, actor, places, reach, when: { day, asOf: day < now }, ...(tasks && { tasks }) };
}

export async function list(
  deps: Asking,
  actor: Actor,
  { sort, page, size, ...filter }: Query,
): Promise<z.infer<typeof schema.dutyList>> {
  const narrowed = await narrow(deps, actor, filter);
  const [rows, counted] = await Promise.all([
    listDuties(deps.db, narrowed, { sort, limit: size, offset: (page - 1) * size }),
    countDuties(deps.db, narrowed),
  ]);
  return { rows: rows.map(present), total: counted.total, page, size, classes: counts(counted) };
}

/** Rows of an export in portions: the list as it was when it began, so that no export is held in memory as a whole. */
export async function* allDuties(
  deps: Asking,
  actor: Actor,
  { filter, sort }: { readonly filter: DutyFilter; readonly sort: DutySort },
): AsyncGenerator<readonly DutyRow[]> {
  const narrowed = await narrow(deps, actor, filter);
  const ids = await dutyIds(deps.db, narrowed, sort);
  const portion = 1000;
  for (let at = 0; at < ids.length; at += portion) {
    yield (await dutiesById(deps.db, ids.slice(at, at + portion), narrowed.when)).map(present);
  }
}
