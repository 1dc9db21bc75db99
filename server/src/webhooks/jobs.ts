import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import type { Deps } from '../deps.ts';
import { deliver } from './deliver.ts';
import { forgetDelivered } from './queries.ts';

/** Milliseconds for which delivered ones are kept. */
const kept = 30 * 86_400_000;

export function webhookTasks(deps: Deps): TaskList {
  return {
    'deliver-webhook': async (payload, { job }) => {
      const { deliveryId } = payload as { deliveryId: number };
      await deliver(deps, deliveryId, job.attempts >= job.max_attempts);
    },
    'forget-deliveries': async () => {
      await forgetDelivered(deps.db, new Date(deps.clock().getTime() - kept));
    },
  };
}

export const webhookTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    { task: 'forget-deliveries', match: '10 20 * * *', options: { jobKey: 'forget-deliveries' } },
  ]);
