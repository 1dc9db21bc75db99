// Single duties that a reorganisation hands to another successor than the main one: recorded as transfers, none is lost.
import { sql } from 'kysely';
import { record } from '../duties/history.ts';
import { Invalid } from '../errors.ts';
import type { Known, Work } from './reorganise-steps.ts';

export interface DutyMove {
  readonly dutyId: number;
  readonly to: Known;
}

/** A duty counts as the unit's if the unit answers for it: also one of a unit whose work it had taken over. */
export async function moveDuties(work: Work, unit: Known, moves: readonly DutyMove[]): Promise<void> {
  if (moves.length === 0) return;
  const { trx } = work;
  const found = await trx
    .selectFrom('duty')
    .innerJoin('unit', 'unit.id', 'duty.unitId')
    .select(['duty.id', 'duty.unitId', 'duty.taskId', 'duty.role', 'duty.period', 'unit.heirId'])
    .where(sql<boolean>`duty.id = any(${moves.map(({ dutyId }) => dutyId)}::bigint[])`)
    .execute();
  const byId = new Map(found.map((duty) => [duty.id, duty]));
  for (const { dutyId, to } of moves) {
    const duty = byId.get(dutyId);
    if (!duty || (duty.unitId !== unit.id && duty.heirId !== unit.id))
      throw new Invalid('duty-not-theirs', { id: dutyId, name: unit.name });
    if (duty.unitId !== to.id && to.id !== unit.id) await moveDuty(work, { dutyId, from: duty.unitId, to });
  }
}

interface Moved {
  readonly dutyId: number;
  readonly from: number;
  readonly to: Known;
}

async function moveDuty(work: Work, { dutyId, from, to }: Moved): Promise<void> {
  const { trx, day, id: reorganisationId } = work;
  const { personId } = work.actor;
  const { rows } = await sql`select 1 from duty d join duty o on o.task_id = d.task_id and o.role = d.role
      and o.period is not distinct from d.period and o.unit_id = ${to.id}
    where d.id = ${dutyId}`.execute(trx);
  if (rows.length > 0) throw new Invalid('duty-there-already', { id: dutyId, name: to.name });
  await trx
    .insertInto('dutyTransfer')
    .values({ dutyId, fromUnitId: from, toUnitId: to.id, onDay: day, reorganisationId, personId })
    .execute();
  await trx
    .updateTable('duty')
    .set((eb) => ({ unitId: to.id, version: eb('version', '+', 1) }))
    .where('id', '=', dutyId)
    .execute();
  const detail = { from, to: to.id, reorganisationId };
  await record(trx, work.actor, [dutyId], { action: 'transferred', day, detail });
}

/** Back to whom they came from, where the reorganisation is taken back. */
export async function returnDuties(
  { trx, actor }: Pick<Work, 'trx' | 'actor'>,
  reorganisationId: number,
  day: string,
) {
  const moves = await trx
    .selectFrom('dutyTransfer')
    .innerJoin('duty', 'duty.id', 'dutyTransfer.dutyId')
    .select(['dutyTransfer.dutyId', 'fromUnitId', 'toUnitId', 'duty.unitId'])
    .where('reorganisationId', '=', reorganisationId)
    .execute();
  for (const { dutyId, fromUnitId, toUnitId, unitId } of moves) {
    if (unitId !== toUnitId) throw new Invalid('duty-went-on', { id: dutyId });
    await trx
      .updateTable('duty')
      .set((eb) => ({ unitId: fromUnitId, version: eb('version', '+', 1) }))
      .where('id', '=', dutyId)
      .execute();
    const detail = { from: toUnitId, to: fromUnitId, undone: reorganisationId };
    await record(trx, actor, [dutyId], { action: 'transferred', day, detail });
  }
  await trx.deleteFrom('dutyTransfer').where('reorganisationId', '=', reorganisationId).execute();
}
