// What must be known of a duty to decide who may do what to it.
import { sql } from 'kysely';
import { may, reachesTree, type Actor, type Facts } from '../access/actor.ts';
import type { Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import { Forbidden, NotFound } from '../errors.ts';

export interface DutyFacts extends Facts {
  readonly dutyId: number;
  readonly unitId: number;
  /** Units that had it before; it stays visible to them. */
  readonly held: readonly number[];
  /** The top of the tree in which it was given: it stays visible there, wherever its unit goes. */
  readonly rootId: number;
}

/** A duty's peers do not read it: who leads reads what others contribute, who contributes reads what is led. */
export async function factsOf(db: Db, dutyIds: readonly number[]): Promise<ReadonlyMap<number, DutyFacts>> {
  const { rows } = await sql<{
    dutyId: number;
    unitId: number;
    rootId: number;
    confirmerId: number | null;
    issuerId: number | null;
    leads: number[];
    coordinating: number[];
    held: number[];
  }>`select d.id as duty_id, d.unit_id, d.root_id, d.confirmer_id, t.owner_id as issuer_id,
      case when d.role = 'coordinating' then
        array(select a.unit_id from assignment a where a.task_id = d.task_id and a.role = 'lead') else '{}' end as leads,
      case when d.role = 'lead' then
        array(select a.unit_id from assignment a where a.task_id = d.task_id and a.role = 'coordinating') else '{}' end
        as coordinating,
      array(select x.from_unit_id from duty_transfer x where x.duty_id = d.id) as held
    from duty d join task t on t.id = d.task_id where d.id = any(${[...dutyIds]}::bigint[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.dutyId,
      {
        ...row,
        leads: row.leads.map(Number),
        coordinating: row.coordinating.map(Number),
        held: row.held.map(Number),
      },
    ]),
  );
}

export const mayRead = (actor: Actor, facts: DutyFacts): boolean =>
  may(actor, 'duty.read', facts) ||
  reachesTree(actor, 'duty.read', facts.rootId) ||
  facts.held.some((unitId) => may(actor, 'duty.read', { unitId }));

/** Throws "not there" where they may not even read it, so that nobody learns that it exists; else "not allowed". */
export function mustMayDuty(actor: Actor, action: Action, facts: DutyFacts): void {
  if (may(actor, action, facts)) return;
  if (!mayRead(actor, facts)) throw new NotFound('no-duty', { id: facts.dutyId });
  throw new Forbidden();
}
