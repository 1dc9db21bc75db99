// What reporting does by itself: records read again after midnight, calls at five in the morning, reminders at six, the ledger of
// figures folded every other minute.
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import type { Deps } from '../deps.ts';
import { followUnits } from '../reports/follow.ts';
import { remindReports } from '../reports/reminders.ts';
import { refreshReports } from '../reports/refresh.ts';
import { foldRollup } from '../reports/rollup.ts';
import { callPeriodic } from './periodic.ts';

export function reportTasks(deps: Deps): TaskList {
  return {
    'call-reports': async () => {
      const calls = await callPeriodic(deps);
      if (calls > 0) deps.log('info', 'Called for reports', { calls });
    },
    'remind-reports': async () => {
      const reports = await remindReports(deps);
      if (reports > 0) deps.log('info', 'Reminded of reports', { reports });
    },
    'refresh-reports': async () => {
      const reports = await refreshReports(deps);
      if (reports > 0) deps.log('info', 'Read the records into reports', { reports });
    },
    'reports-follow-units': async () => void (await followUnits(deps)),
    'fold-rollup': async () => void (await foldRollup(deps.db)),
  };
}

/** Hours are those of UTC: Việt Nam is seven hours ahead. */
export const reportTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    {
      task: 'call-reports',
      match: '0 22 * * *',
      options: { jobKey: 'call-reports', backfillPeriod: 12 * 3_600_000 },
    },
    {
      task: 'refresh-reports',
      match: '10 17 * * *',
      options: { jobKey: 'refresh-reports', backfillPeriod: 12 * 3_600_000 },
    },
    {
      task: 'remind-reports',
      match: '10 23 * * *',
      options: { jobKey: 'remind-reports', backfillPeriod: 12 * 3_600_000 },
    },
    {
      task: 'reports-follow-units',
      match: '*/5 * * * *',
      options: { jobKey: 'reports-follow-units', maxAttempts: 3 },
    },
    { task: 'fold-rollup', match: '*/2 * * * *', options: { jobKey: 'fold-rollup', maxAttempts: 3 } },
  ]);
