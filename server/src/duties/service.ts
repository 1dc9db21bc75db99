// One step of a duty: allowed, possible, in the right order, and written with its history in one transaction.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid } from '../errors.ts';
import { detailOf } from './detail.ts';
import { mustMayDuty } from './facts.ts';
import { record } from './history.ts';
import { lockDuty, type Locked } from './lock.ts';
import { moveOf, type Move, type Step } from './moves.ts';
import { yearOf } from './periods.ts';
import type { dutyStep } from './step-schema.ts';
import { rules } from './steps.ts';
import { tellStep } from './told.ts';
import { handOver } from './transfer.ts';

export type VersionedStep = z.infer<typeof dutyStep>;

export interface Taking extends Pick<Deps, 'clock'> {
  readonly actor: Actor;
  /** Today, ISO. */
  readonly day: string;
}

/** Throws what cannot be done: not there, not allowed, changed meanwhile (with both states), not possible now. */
export async function takeStep(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  id: number,
  step: VersionedStep,
): Promise<void> {
  const day = today(deps.clock);
  await write(deps, actor, async (trx, note) => {
    const locked = await lockDuty(trx, id);
    mustMayDuty(actor, rules[step.do].by, locked.facts);
    if (locked.version !== step.version) {
      const current = await detailOf(trx, { actor, day }, id);
      throw new Conflict('stale-version', {}, { current, yours: step });
    }
    const move = possible(locked, step, day);
    await carryOut(trx, { actor, day, clock: deps.clock }, locked, { step, move });
    const { unitId, rootId } = locked;
    note({
      action: `duty.${step.do}`,
      subject: 'duty',
      subjectId: id,
      unitId,
      rootId,
      detail: move.detail ?? {},
    });
  });
}

/** The move, or an error that says why there is none. */
export function possible({ duty }: Locked, step: Step, day: string): Move {
  const move = moveOf(duty, step, day);
  if (!('refused' in move)) return move;
  if (move.refused === 'wrong-state') throw new Conflict('wrong-state', move.values);
  throw new Invalid(move.refused, move.values);
}

export interface Taken {
  readonly step: Step;
  readonly move: Move;
}

/** Writes a move that was found possible: the duty's columns, what hangs on it, its history. */
export async function carryOut(db: Db, taking: Taking, locked: Locked, { step, move }: Taken): Promise<void> {
  const { id } = locked;
  const { day, actor } = taking;
  await db
    .updateTable('duty')
    .set({ ...move.set, lastMovedOn: day, version: locked.version + 1 })
    // It counts in the year in which it is due.
    .$if(typeof move.set.dueOn === 'string', (query) => query.set({ year: yearOf(move.set.dueOn ?? day) }))
    .$if(step.do === 'report', (query) => query.set({ reportedAt: sql<Date>`now()` }))
    .where('id', '=', id)
    .execute();
  await besides(db, taking, locked, { step, move });
  if (move.lapses && locked.duty.extensionAsked) await lapse(db, taking, id);
  const { action, note, detail } = move;
  await record(db, actor, [id], { action, day, note, ...(detail ? { detail } : {}) });
  await tellStep(db, taking, locked, step);
}

async function besides(db: Db, taking: Taking, locked: Locked, { step, move }: Taken): Promise<void> {
  const dutyId = locked.id;
  const { actor, day } = taking;
  switch (step.do) {
    case 'askExtension': {
      const asked = { dutyId, askedOn: day, askedBy: actor.personId, wantedOn: step.wantedOn };
      await db
        .insertInto('extension')
        .values({ ...asked, reason: step.note })
        .execute();
      return;
    }
    case 'decideExtension':
      return decide(db, taking, locked, { step, move });
    case 'milestone': {
      const { numUpdatedRows } = await db
        .updateTable('dutyMilestone')
        .set({ doneOn: step.doneOn })
        .where('dutyId', '=', dutyId)
        .where('no', '=', step.no)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Invalid('no-milestone');
      return;
    }
    case 'transfer':
      return handOver(db, { actor, day }, locked, { unitId: step.unitId, reason: step.note });
    default:
      return;
  }
}

async function decide(
  db: Db,
  { actor, day }: Taking,
  { id, duty }: Locked,
  { step, move }: Taken,
): Promise<void> {
  if (step.do !== 'decideExtension') return;
  const dueOn = move.set.dueOn ?? null;
  await db
    .updateTable('extension')
    .set({ decidedOn: day, decidedBy: actor.personId, granted: step.granted, answer: step.note ?? null })
    .set({ dueOn, beforeOn: step.granted ? duty.dueOn : null })
    .where('dutyId', '=', id)
    .where('decidedOn', 'is', null)
    .execute();
  if (!step.granted) return;
  await db
    .insertInto('dueChange')
    .values({ dutyId: id, onDay: day, beforeOn: duty.dueOn, afterOn: dueOn })
    .execute();
}

/** Nobody decided it before the duty was done or cancelled. */
async function lapse(db: Db, { actor, day }: Taking, dutyId: number): Promise<void> {
  await db
    .updateTable('extension')
    .set({ decidedOn: day, granted: false })
    .where('dutyId', '=', dutyId)
    .where('decidedOn', 'is', null)
    .execute();
  await record(db, actor, [dutyId], { action: 'extensionLapsed', day });
}
