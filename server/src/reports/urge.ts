// Đôn đốc for reports that are missing: an urging like any other, which the urged unit answers.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { tell } from '../notices/service.ts';
import { placesOf } from '../units/places.ts';
import { readable } from './access.ts';
import type { urgeReports as input } from './input-schema.ts';
import type * as schema from './schema.ts';
import type { Taken, Writing } from './step.ts';

type Wanted = z.infer<typeof input>;

interface Missing {
  readonly id: number;
  readonly unitId: number;
  readonly receiverId: number;
  readonly ownerId: number;
}

/** Reports of the call that nobody has sent; without ids those whose deadline is past. */
async function missingOf(
  db: Db,
  actor: Actor,
  { callId, day, wanted }: { readonly callId: number; readonly day: string; readonly wanted: Wanted },
): Promise<readonly Missing[]> {
  const named = wanted.reportIds
    ? sql`r.id = any(${wanted.reportIds}::bigint[])`
    : sql`r.due_on < ${day}::date`;
  const below = wanted.parentId === undefined ? sql`true` : sql`r.parent_id = ${wanted.parentId}`;
  const { rows } =
    await sql<Missing>`select r.id, r.unit_id, coalesce(p.unit_id, c.owner_id) as receiver_id, c.owner_id
    from report r join report_call c on c.id = r.call_id left join report p on p.id = r.parent_id
    where r.call_id = ${callId} and c.status = 'open' and r.depth > 0 and r.merged_into is null and r.submitted_on is null
      and r.excused_on is null and ${named} and ${below} and ${readable(actor)} order by r.id`.execute(db);
  return rows;
}

export async function urgeReports(
  deps: Writing,
  actor: Actor,
  callId: number,
  wanted: Wanted,
): Promise<z.infer<typeof schema.urgedReports>> {
  const day = today(deps.clock);
  if (wanted.answerBy !== undefined && wanted.answerBy < day)
    throw new Invalid('call-in-past', { dueOn: wanted.answerBy });
  return write(deps, actor, async (trx, note) => {
    const { rows } = await sql`select 1 from report r join report_call c on c.id = r.call_id
      where c.id = ${callId} and ${readable(actor)} limit 1`.execute(trx);
    if (rows.length === 0) throw new NotFound('no-call', { id: callId });
    const all = await missingOf(trx, actor, { callId, day, wanted });
    const urged = all.filter(({ unitId, receiverId, ownerId }) =>
      may(actor, 'report.urge', { unitId, confirmerId: receiverId, issuerId: ownerId }),
    );
    if (urged.length === 0) throw new Conflict('nothing-to-urge');
    const places = await placesOf(trx);
    for (const report of urged) {
      const to = places.heir(report.unitId);
      const rootId = places.root(to);
      const fromUnitId = fromOf(actor, report);
      const { id } = await trx
        .insertInto('urging')
        .values({
          rootId,
          fromUnitId,
          toUnitId: to,
          personId: actor.personId,
          channel: wanted.channel,
          reference: wanted.reference ?? null,
          message: wanted.message,
          answerBy: wanted.answerBy ?? null,
          urgedOn: day,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await trx.insertInto('urgingReport').values({ urgingId: id, reportId: report.id }).execute();
      const detail = { channel: wanted.channel, reports: [report.id] };
      note({ action: 'report.urge', subject: 'urging', subjectId: id, unitId: to, rootId, detail });
      await tellUrged(trx, deps, { actor, report, fromUnitId, message: wanted.message });
    }
    return { urged: urged.length };
  });
}

/** In whose name: the first of their units whose role lets them urge it. */
const fromOf = (actor: Actor, { unitId, receiverId, ownerId }: Missing): number | null =>
  actor.grants.find((grant) =>
    may({ ...actor, grants: [grant] }, 'report.urge', { unitId, confirmerId: receiverId, issuerId: ownerId }),
  )?.unitId ?? null;

interface Urged {
  readonly actor: Actor;
  readonly report: Missing;
  readonly fromUnitId: number | null;
  readonly message: string;
}

const tellUrged = (db: Db, deps: Writing, { actor, report, fromUnitId, message }: Urged) =>
  tell(db, deps, [
    {
      kind: 'urged',
      unitIds: [report.unitId],
      values: { unitId: report.unitId, fromId: fromUnitId, text: message.slice(0, 200) },
      reportId: report.id,
      except: actor.personId,
    },
  ]);

/** Nothing is owed any more: what was urged of the report is answered by that, in the words of the record. */
export async function closeUrgings(
  { clock }: Pick<Writing, 'clock'>,
  { trx, row, actor, note }: Taken,
  answer: string,
): Promise<void> {
  const closed = await trx
    .updateTable('urging')
    .set({ answer, answeredAt: clock(), answeredBy: actor.personId })
    .where('answeredAt', 'is', null)
    .where('id', 'in', trx.selectFrom('urgingReport').select('urgingId').where('reportId', '=', row.id))
    .returning(['id', 'toUnitId', 'rootId'])
    .execute();
  for (const { id, toUnitId: unitId, rootId } of closed)
    note({ action: 'urging.answer', subject: 'urging', subjectId: id, unitId, rootId });
}
