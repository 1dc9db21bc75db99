// Single duties that a reorganisation hands to another successor than the main one: on its day, not before; none is lost.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { record } from '../duties/history.ts';
import { tellOpened } from '../duties/told.ts';
import { passOn } from '../duties/transfer.ts';
import { Invalid } from '../errors.ts';
import type { Known, Work } from './reorganise-steps.ts';

export interface DutyMove {
  readonly dutyId: number;
  readonly to: Known;
}

interface Standing {
  readonly id: number;
  readonly unitId: number;
  readonly heirId: number | null;
  /** Of the same task, part and period: none of them twice with one unit. */
  readonly alike: string;
  /** Until when it stays here, by an earlier decision. */
  readonly leavesOn: string | null;
}

/**
 * Decides them; they are carried out when the units are brought to the day (`carryOutMoves`), which is at once where it has come.
 * A duty counts as the unit's if the unit answers for it: also one of a unit whose work it had taken over.
 */
export async function planMoves(work: Work, unit: Known, moves: readonly DutyMove[]): Promise<void> {
  if (moves.length === 0) return;
  const { trx, day, id: reorganisationId } = work;
  const byId = await dutiesNamed(trx, moves);
  const coming = new Set<string>();
  for (const { dutyId, to } of moves) {
    const duty = byId.get(dutyId);
    if (!duty || (duty.unitId !== unit.id && duty.heirId !== unit.id))
      throw new Invalid('duty-not-theirs', { id: dutyId, name: unit.name });
    if (duty.leavesOn !== null) throw new Invalid('duty-leaves', { id: dutyId, day: duty.leavesOn });
    if (duty.unitId === to.id || to.id === unit.id) continue;
    const place = `${to.id} ${duty.alike}`;
    if (coming.has(place) || (await hasIt(trx, dutyId, to.id)))
      throw new Invalid('duty-there-already', { id: dutyId, name: to.name });
    coming.add(place);
    await trx
      .insertInto('dutyMove')
      .values({ reorganisationId, dutyId, fromUnitId: duty.unitId, toUnitId: to.id, onDay: day })
      .execute();
  }
}

async function dutiesNamed(db: Db, moves: readonly DutyMove[]): Promise<ReadonlyMap<number, Standing>> {
  const ids = moves.map(({ dutyId }) => dutyId);
  const { rows } = await sql<Standing>`select d.id, d.unit_id, u.heir_id,
      concat_ws(' ', d.task_id, d.role, d.period) as alike, ${leavesOn} as leaves_on
    from duty d join unit u on u.id = d.unit_id where d.id = any(${ids}::bigint[]) order by d.id for update of d`.execute(
    db,
  );
  return new Map(rows.map((duty) => [duty.id, duty]));
}

const leavesOn = sql`(select min(m.on_day) from duty_move m where m.duty_id = d.id and m.from_unit_id = d.unit_id)`;

/** Has one of the same task, part and period, or is to get one. */
async function hasIt(db: Db, dutyId: number, unitId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from duty d join duty o on o.task_id = d.task_id and o.role = d.role
      and o.period is not distinct from d.period and o.id <> d.id
    where d.id = ${dutyId} and (o.unit_id = ${unitId}
      or exists (select 1 from duty_move m where m.duty_id = o.id and m.to_unit_id = ${unitId} and m.from_unit_id = o.unit_id))
    limit 1`.execute(db);
  return rows.length > 0;
}

/** By whose clock the people of the receiving units are told. */
export type Teller = Pick<Deps, 'clock'>;

interface Due {
  readonly ids: readonly number[];
  readonly toUnitId: number;
  readonly onDay: string;
  readonly reorganisationId: number;
  readonly personId: number | null;
}

/**
 * What has been decided for this day or earlier. A duty that somebody else has by now, or that the successor was given meanwhile,
 * stays where it is and is counted there. May be repeated at any time.
 */
export async function carryOutMoves(db: Db, day: string, teller: Teller): Promise<void> {
  // All at once, in the order of their numbers: nobody hands one on between the look and the move, nor waits for us crosswise.
  const { rows } = await sql<Due>`with due as (
      select m.*, d.unit_id = m.from_unit_id as there from duty_move m join duty d on d.id = m.duty_id
      where m.on_day <= ${day}::date order by d.id for update of d)
    select m.reorganisation_id, m.to_unit_id, m.on_day, r.created_by as person_id,
      json_agg(m.duty_id order by m.duty_id) filter (where m.there) as ids
    from due m join reorganisation r on r.id = m.reorganisation_id
    group by 1, 2, 3, 4 order by m.on_day, m.reorganisation_id, m.to_unit_id`.execute(db);
  if (rows.length === 0) return;
  const moved: number[] = [];
  for (const due of rows) moved.push(...(await carryOut(db, due)));
  await sql`delete from duty_move where on_day <= ${day}::date`.execute(db);
  await tellOpened(db, { ...teller, actor: { personId: null } }, moved);
}

async function carryOut(
  db: Db,
  { ids, toUnitId, onDay, reorganisationId, personId }: Due,
): Promise<readonly number[]> {
  const passing = { toUnitId, day: onDay, reorganisationId, reason: null, personId };
  const moved = await passOn(db, ids ?? [], passing);
  await sql`update duty set version = version + 1 where id = any(${[...moved]}::bigint[])`.execute(db);
  const detail = { to: toUnitId, reorganisationId };
  await record(db, { personId }, moved, { action: 'transferred', day: onDay, detail });
  return moved;
}

/** Back to whom they came from, where the reorganisation is taken back; what has not been carried out will not be. */
export async function returnDuties(
  { trx, actor }: Pick<Work, 'trx' | 'actor'>,
  reorganisationId: number,
  day: string,
): Promise<void> {
  await trx.deleteFrom('dutyMove').where('reorganisationId', '=', reorganisationId).execute();
  const moves = await trx
    .selectFrom('dutyTransfer')
    .innerJoin('duty', 'duty.id', 'dutyTransfer.dutyId')
    .select(['dutyTransfer.dutyId', 'fromUnitId', 'fromRootId', 'toUnitId', 'duty.unitId', 'duty.rootId'])
    .where('reorganisationId', '=', reorganisationId)
    .orderBy('dutyTransfer.dutyId')
    .forUpdate('duty')
    .execute();
  for (const { dutyId, fromUnitId, fromRootId, toUnitId, unitId, rootId } of moves) {
    if (unitId !== toUnitId) throw new Invalid('duty-went-on', { id: dutyId });
    await trx
      .updateTable('duty')
      .set((eb) => ({
        unitId: fromUnitId,
        rootId: fromRootId ?? rootId,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', dutyId)
      .execute();
    const detail = { from: toUnitId, to: fromUnitId, undone: reorganisationId };
    await record(trx, actor, [dutyId], { action: 'transferred', day, detail });
  }
  await trx.deleteFrom('dutyTransfer').where('reorganisationId', '=', reorganisationId).execute();
  await forgetSources(
    trx,
    moves.map(({ toUnitId }) => toUnitId),
  );
}

/** The trees from which these units were handed something by the duties that have gone back. */
async function forgetSources(db: Db, unitIds: readonly number[]): Promise<void> {
  await sql`delete from unit_source s where unit_id = any(${[...unitIds]}::bigint[])
    and not exists (select 1 from assignment a join task t on t.id = a.task_id
      where a.unit_id = s.unit_id and t.root_id = s.root_id)
    and not exists (select 1 from duty d join task t on t.id = d.task_id
      where d.unit_id = s.unit_id and t.root_id = s.root_id)`.execute(db);
}
