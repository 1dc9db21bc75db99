// What the notices do by themselves: urgent letters within a minute, the rest in one letter at half past six in the morning,
// reminders at six.
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import type { Deps } from '../deps.ts';
import { sendWaiting } from './letters.ts';
import { remind } from './reminders.ts';

export function noticeTasks(deps: Deps): TaskList {
  const { mailer } = deps;
  return {
    'send-letters': async () => {
      if (mailer) await sendWaiting({ ...deps, mailer }, 'now');
    },
    'send-digests': async () => {
      if (mailer) await sendWaiting({ ...deps, mailer }, 'digest');
    },
    remind: async () => {
      const count = await remind(deps);
      if (count > 0) deps.log('info', 'Reminded of what is due', { duties: count });
    },
  };
}

/** Hours are those of UTC: Việt Nam is seven hours ahead. A day's reminders and digest are made up for after a stop. */
export const noticeTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    { task: 'send-letters', match: '* * * * *', options: { jobKey: 'send-letters', maxAttempts: 1 } },
    { task: 'remind', match: '0 23 * * *', options: { jobKey: 'remind', backfillPeriod: 12 * 3_600_000 } },
    {
      task: 'send-digests',
      match: '30 23 * * *',
      options: { jobKey: 'send-digests', backfillPeriod: 12 * 3_600_000 },
    },
  ]);
