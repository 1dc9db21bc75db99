// Within the unit: an officer hands the filled report to its leaders, who send it, correct it, or give it back with reasons.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Asked } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { Conflict } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import type { ReportDetail } from './detail.ts';
import type * as schema from './input-schema.ts';
import { requireReady, requireSections } from './ready.ts';
import { notHanded, settle, taking, type ReportStep, type Writing } from './step.ts';
import { signers, tellHanding } from './told.ts';

/** Otherwise it would lie with nobody. */
async function requireSigner(
  db: Db,
  { unitId, day }: { readonly unitId: number; readonly day: string },
): Promise<void> {
  const units = [...(await placesOf(db)).own(unitId)];
  const { rows } = await sql`select 1 from role_grant g join person p on p.id = g.person_id and p.active
    where g.unit_id = any(${units}::bigint[]) and g.role = any(${[...signers]}::text[]) and g.ended_at is null
      and g.valid_from <= ${day}::date and coalesce(g.valid_to >= ${day}::date, true) limit 1`.execute(db);
  if (rows.length === 0) throw new Conflict('report-no-leader');
}

/** What is handed over could be sent as it is. */
export const handOver = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'hand', wanted }, async (taken) => {
    const { trx, row, day, actor } = taken;
    await requireSigner(trx, { unitId: row.unitId, day });
    await requireReady(taken, asked.locale);
    const note = wanted.reason?.trim() || null;
    const set = { handedAt: deps.clock(), handedBy: actor.personId, handedNote: note };
    await settle(taken, { action: 'handed', reason: note, set });
    await tellHanding(trx, deps, taken, { kind: 'report-handed', reason: note });
  });

export const takeBack = (deps: Writing, asked: Asked, wanted: ReportStep): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'take-back', wanted }, (taken) =>
    settle(taken, { action: 'taken-back', reason: wanted.reason ?? null, set: notHanded }),
  );

/** The same as a superior's return, but inside the unit: the report was never sent. */
export const giveBackWithin = (
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.reportReturn>,
): Promise<ReportDetail> =>
  taking(deps, asked, { ability: 'give-back', wanted }, async (taken) => {
    requireSections(taken, wanted.reasons);
    await settle(taken, { action: 'given-back', reasons: wanted.reasons, set: notHanded });
    const reason = wanted.reasons.map((each) => each.reason).join('; ');
    await tellHanding(taken.trx, deps, taken, { kind: 'report-given-back', reason });
  });
