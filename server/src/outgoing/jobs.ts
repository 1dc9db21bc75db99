// What outgoing documents do by themselves: they go out, and files that belong to none are cleared away.
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import * as receivers from './receiver-queries.ts';
import { queueSending } from './send.ts';
import { isBeingSent, send, type Posting } from './send-job.ts';
import { sweepOutgoing } from './store.ts';

export const outgoingTasks = (deps: Posting): TaskList => ({
  'send-outgoing': async (payload, { job }) => {
    const { receiverId } = payload as { receiverId: number };
    await send(deps, receiverId, job.attempts >= job.max_attempts);
  },
  'sweep-outgoing': async () => {
    const count = await sweepOutgoing(deps, new Date(Date.now() - 3_600_000));
    if (count > 0) deps.log('info', 'Cleared away files that no document was issued with', { count });
  },
});

export const outgoingTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    { task: 'sweep-outgoing', match: '47 * * * *', options: { jobKey: 'sweep-outgoing', maxAttempts: 3 } },
  ]);

/** A process that was killed while it sent holds its job for hours: others take over what nobody is at. */
export async function tidyOutgoing({ db, pool, log }: Posting): Promise<void> {
  let count = 0;
  for (const id of await receivers.leftWaiting(db)) {
    if (await isBeingSent(pool, id)) continue;
    await queueSending(db, [id]);
    count += 1;
  }
  if (count > 0) log('info', 'Sending again what the last shutdown had interrupted', { count });
}
