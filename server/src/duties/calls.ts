// A task that is done "đột xuất" is called for: each unit that has it gets a duty, with a day.
import type { z } from '@hono/zod-openapi';
import { mustMay, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { openCall } from './open.ts';
import type { callRequest, called } from './step-schema.ts';
import { tellOpened } from './told.ts';

export async function call(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { taskId: id, dueOn, note: why }: z.infer<typeof callRequest>,
): Promise<z.infer<typeof called>> {
  const day = today(deps.clock);
  return write(deps, actor, async (trx, note) => {
    // Held, so that two calls at once get two numbers.
    const task = await trx
      .selectFrom('task as t')
      .leftJoin('plan as p', 'p.id', 't.planId')
      .select(['t.ownerId', 't.rootId', 't.onCall', 'p.confirmerId', 'p.status'])
      .where('t.id', '=', id)
      .where('t.withdrawnAt', 'is', null)
      .forUpdate('t')
      .executeTakeFirst();
    if (!task) throw new NotFound('no-task', { id });
    const { ownerId, confirmerId, rootId, status } = task;
    const facts = { unitId: ownerId, issuerId: ownerId, confirmerId, issued: true };
    mustMay(actor, 'duty.direct', facts, { read: 'task.read', code: 'no-task', id });
    if (status === 'closed') throw new Conflict('plan-wrong-state', { status });
    if (!task.onCall) throw new Conflict('not-on-call');
    if (dueOn < day) throw new Invalid('call-in-past', { dueOn });
    const { period, ids } = await openCall(trx, { id, dueOn }, { actor, day }, why);
    if (ids.length === 0) throw new Conflict('nobody-to-call');
    await tellOpened(trx, { actor, clock: deps.clock }, ids);
    const detail = { period, dueOn, duties: ids.length };
    note({ action: 'duty.call', subject: 'task', subjectId: id, unitId: ownerId, rootId, detail });
    return { period, ids: [...ids] };
  });
}
