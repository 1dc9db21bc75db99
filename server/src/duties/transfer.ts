// A duty goes to another unit: by decision, or because a reorganisation says so. It stays visible under both.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { Conflict, Invalid } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { record } from './history.ts';
import type { Locked } from './lock.ts';

interface Handing {
  readonly actor: Actor;
  /** Today, ISO. */
  readonly day: string;
}

export interface Heir {
  readonly unitId: number;
  readonly reason: string;
}

/** Only to a unit of the same tree that still exists and has no duty of this task and period yet. */
export async function handOver(
  db: Db,
  handing: Handing,
  locked: Locked,
  { unitId, reason }: Heir,
): Promise<void> {
  const { day, actor } = handing;
  const places = await placesOf(db);
  const unit = await db
    .selectFrom('unit')
    .select(['validFrom', 'validTo', 'name'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  const there =
    unit &&
    (unit.validTo === null || unit.validTo >= day) &&
    (unit.validFrom === null || unit.validFrom <= day);
  if (!there) throw new Invalid('no-unit', { id: unitId });
  if (unitId === locked.unitId) throw new Invalid('same-unit');
  if (places.root(unitId) !== places.root(locked.unitId))
    throw new Invalid('other-tree', { unit: unit.name });
  const { rows } = await sql<{ id: number }>`select o.id from duty o join duty d on o.task_id = d.task_id
      and o.role = d.role and o.period is not distinct from d.period
    where d.id = ${locked.id} and o.unit_id = ${unitId}`.execute(db);
  if (rows.length > 0) throw new Conflict('has-it-already', { unit: unit.name });
  await db
    .updateTable('duty')
    .set({ unitId, rootId: places.root(unitId) })
    .where('id', '=', locked.id)
    .execute();
  const from = locked.unitId;
  await db
    .insertInto('dutyTransfer')
    .values({
      dutyId: locked.id,
      fromUnitId: from,
      toUnitId: unitId,
      onDay: day,
      reason,
      personId: actor.personId,
    })
    .execute();
}

export interface Reorganised extends Handing {
  readonly toUnitId: number;
  readonly reorganisationId: number;
  readonly reason: string | null;
}

/**
 * Part of a reorganisation's transaction: these duties go to one of several successors. Only what is open moves; a duty that the
 * successor has already (of the same task and period) stays where it is, and is counted there by its heir. Returns what moved.
 */
export async function transferDuties(
  db: Db,
  ids: readonly number[],
  { actor, day, toUnitId, reorganisationId, reason }: Reorganised,
): Promise<readonly number[]> {
  const rootId = (await placesOf(db)).root(toUnitId);
  const { rows } = await sql<{ id: number; fromUnitId: number }>`with found as (
      select d.id, d.unit_id as from_unit_id from duty d
      where d.id = any(${[...ids]}::bigint[]) and d.unit_id <> ${toUnitId} and d.done_on is null and d.cancelled_on is null
        and not exists (select 1 from duty o where o.task_id = d.task_id and o.role = d.role
          and o.period is not distinct from d.period and o.unit_id = ${toUnitId})
      order by d.id for update of d),
    -- Two of one task and period cannot both go to the same unit.
    first as (select distinct on (d.task_id, d.role, d.period) f.* from found f join duty d on d.id = f.id
      order by d.task_id, d.role, d.period, f.id)
    update duty set unit_id = ${toUnitId}, root_id = ${rootId}, version = version + 1
    from first where duty.id = first.id returning duty.id, first.from_unit_id`.execute(db);
  const moved = rows.map(({ id }) => id);
  await sql`insert into duty_transfer (duty_id, from_unit_id, to_unit_id, on_day, reorganisation_id, reason, person_id)
    select id, unit, ${toUnitId}, ${day}::date, ${reorganisationId}, ${reason}::text, ${actor.personId}::bigint
    from unnest(${moved}::bigint[], ${rows.map(({ fromUnitId }) => fromUnitId)}::bigint[]) as m(id, unit)`.execute(
    db,
  );
  await record(db, actor, moved, { action: 'transferred', day, note: reason, detail: { reorganisationId } });
  return moved;
}
