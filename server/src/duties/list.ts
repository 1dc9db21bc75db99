// Looking into the duties: a page with the counts of its classes, all rows for an export.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { placesOf } from '../units/places.ts';
import type { DutyFilter, Narrowed } from './filter.ts';
import { counts, present, type DutyRow } from './present.ts';
import { countDuties, listDuties, type DutySort } from './queries.ts';
import { reachOf } from './reach.ts';
import type * as schema from './schema.ts';

type Asking = Pick<Deps, 'db' | 'clock'>;
type Query = z.infer<typeof schema.dutyListQuery>;

async function narrow({ db, clock }: Asking, actor: Actor, filter: DutyFilter): Promise<Narrowed> {
  const places = await placesOf(db);
  const now = today(clock);
  const day = filter.asOf ?? now;
  const reach = await reachOf(db, actor, places);
  return { filter, actor, places, reach, when: { day, asOf: day < now } };
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

/** Rows of an export in portions, all as they stood when it began, so that no export is held in memory as a whole. */
export async function* allDuties(
  deps: Asking,
  actor: Actor,
  { filter, sort }: { readonly filter: DutyFilter; readonly sort: DutySort },
): AsyncGenerator<readonly DutyRow[]> {
  const narrowed = await narrow(deps, actor, filter);
  const portion = 5000;
  for (let offset = 0; ; offset += portion) {
    const rows = await listDuties(deps.db, narrowed, { sort, limit: portion, offset });
    if (rows.length > 0) yield rows.map(present);
    if (rows.length < portion) return;
  }
}
