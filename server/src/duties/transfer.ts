// A duty goes to another unit: by decision, or because a reorganisation says so. It stays visible under both.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { Conflict, Invalid } from '../errors.ts';
import { placesOf } from '../units/places.ts';
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
  const { personId } = actor;
  const moved = await passOn(db, [locked.id], {
    toUnitId: unitId,
    day,
    reorganisationId: null,
    reason,
    personId,
  });
  if (moved.length === 0) throw new Conflict('has-it-already', { unit: unit.name });
}

export interface Passing {
  readonly toUnitId: number;
  /** From which on it is theirs, ISO. */
  readonly day: string;
  readonly reorganisationId: number | null;
  readonly reason: string | null;
  readonly personId: number | null;
}

/**
 * The one way in which duties change hands. A duty that the unit has already (of the same task and period) stays where it is; of two
 * such that come together the first goes. From now on they count in the tree in which the unit stands. Returns which went.
 */
export async function passOn(
  db: Db,
  ids: readonly number[],
  { toUnitId, day, reorganisationId, reason, personId }: Passing,
): Promise<readonly number[]> {
  const rootId = await topOf(db, toUnitId);
  const { rows } = await sql<{ id: number; unit: number; root: number }>`with found as (
      select d.id, d.unit_id, d.root_id from duty d where d.id = any(${[...ids]}::bigint[]) and d.unit_id <> ${toUnitId}
        and not exists (select 1 from duty o where o.task_id = d.task_id and o.role = d.role
          and o.period is not distinct from d.period and o.unit_id = ${toUnitId})
      order by d.id for update of d),
    first as (select distinct on (d.task_id, d.role, d.period) f.* from found f join duty d on d.id = f.id
      order by d.task_id, d.role, d.period, f.id)
    update duty set unit_id = ${toUnitId}, root_id = ${rootId} from first where duty.id = first.id
    returning duty.id, first.unit_id as unit, first.root_id as root`.execute(db);
  const moved = rows.map(({ id }) => id);
  await sql`insert into duty_transfer
      (duty_id, from_unit_id, from_root_id, to_unit_id, on_day, reorganisation_id, reason, person_id)
    select m.id, m.unit, m.root, ${toUnitId}, ${day}::date, ${reorganisationId}::bigint, ${reason}::text, ${personId}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id bigint, unit bigint, root bigint) order by m.id`.execute(
    db,
  );
  await noteSources(db, moved);
  return moved;
}

/** The top of the tree in which a unit, or who took over from it, stands today. */
async function topOf(db: Db, unitId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(r.heir_id, r.id) as id from unit u
    join unit h on h.id = coalesce(u.heir_id, u.id) join unit r on r.id = coalesce(h.root_id, h.id)
    where u.id = ${unitId}`.execute(db);
  return rows[0]?.id ?? unitId;
}

/** Whose duty comes from a plan of another tree is to be found by that tree, and finds the task there. */
export async function noteSources(db: Db, dutyIds: readonly number[]): Promise<void> {
  await sql`insert into unit_source (unit_id, root_id)
    select distinct d.unit_id, t.root_id from duty d join task t on t.id = d.task_id
    where d.id = any(${[...dutyIds]}::bigint[]) and t.root_id <> d.root_id on conflict do nothing`.execute(
    db,
  );
}
