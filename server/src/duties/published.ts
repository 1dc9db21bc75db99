// What programs that listen are told of duties.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Event } from '../webhooks/service.ts';
import { classOn, stateOf } from './standing.ts';

/** A plan of a whole province may open thousands at once: then its own event must do. */
const most = 500;

interface Row {
  readonly id: number;
  readonly taskId: number;
  readonly documentId: number | null;
  readonly planId: number | null;
  readonly text: string;
  readonly unitId: number;
  readonly unit: string;
  readonly unitCode: string | null;
  readonly confirmerId: number | null;
  readonly role: 'lead' | 'coordinating';
  readonly period: string | null;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly receivedOn: string | null;
  readonly confirmedOn: string | null;
  readonly cancelledOn: string | null;
  readonly returned: boolean;
  readonly progress: number | null;
}

export async function eventsOf(
  db: Db,
  dutyIds: readonly number[],
  { action, day }: { readonly action: string; readonly day: string },
): Promise<readonly Event[]> {
  if (dutyIds.length > most) return [];
  const { rows } =
    await sql<Row>`select d.id, d.task_id, t.document_id, d.plan_id, t.text, d.unit_id, u.name as unit,
      u.code as unit_code, d.confirmer_id, d.role, d.period, d.due_on, d.done_on, d.received_on, d.confirmed_on,
      d.cancelled_on, d.returned, d.progress
    from duty d join task t on t.id = d.task_id join unit u on u.id = d.unit_id
    where d.id = any(${[...dutyIds]}::bigint[]) order by d.id`.execute(db);
  return rows.map((row) => {
    const {
      id: dutyId,
      confirmerId,
      receivedOn: _received,
      returned: _returned,
      cancelledOn: _cancelled,
      ...told
    } = row;
    return {
      name: 'duty.changed',
      unitIds: confirmerId === null ? [row.unitId] : [row.unitId, confirmerId],
      data: { dutyId, action, ...told, class: classOn(row, day), state: stateOf(row) },
    };
  });
}
