// One duty, held for a change until the transaction ends, with what is known of it and of who may do what.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import { factsOf, type DutyFacts } from './facts.ts';
import type { Duty } from './moves.ts';

export interface Locked {
  readonly id: number;
  readonly version: number;
  readonly unitId: number;
  readonly rootId: number;
  readonly taskId: number;
  readonly duty: Duty;
  readonly facts: DutyFacts;
}

type Row = Omit<Locked, 'duty' | 'facts'> & Duty;

/** In the order of their numbers, so that two changes of several duties never wait for each other. */
export async function lockDuties(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Locked>> {
  const { rows } =
    await sql<Row>`select d.id, d.version, d.unit_id, d.root_id, d.task_id, d.opened_on, d.due_on, d.done_on,
      d.received_on, d.confirmed_on, d.cancelled_on, d.returned, d.once_late, d.done_floor, d.progress,
      exists (select 1 from extension e where e.duty_id = d.id and e.decided_on is null) as extension_asked,
      exists (select 1 from duty_milestone m where m.duty_id = d.id) as milestones,
      (select t.asks_plan from task t where t.id = d.task_id) as asks_plan
    from duty d where d.id = any(${[...ids]}::bigint[]) order by d.id for update of d`.execute(db);
  const facts = await factsOf(
    db,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.flatMap((row) => {
      const known = facts.get(row.id);
      const { id, version, unitId, rootId, taskId, ...duty } = row;
      return known ? [[id, { id, version, unitId, rootId, taskId, duty, facts: known }]] : [];
    }),
  );
}

export async function lockDuty(db: Db, id: number): Promise<Locked> {
  const locked = (await lockDuties(db, [id])).get(id);
  if (!locked) throw new NotFound('no-duty', { id });
  return locked;
}
