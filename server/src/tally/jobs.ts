// When the ledger of counts is folded: every other minute, and sooner where it grew (see overview/sums.ts).
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import type { Deps } from '../deps.ts';
import { foldTally } from './service.ts';

export const tallyTasks = ({ db }: Pick<Deps, 'db'>): TaskList => ({
  'fold-tally': async () => void (await foldTally(db)),
});

export const tallyTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    { task: 'fold-tally', match: '*/2 * * * *', options: { jobKey: 'fold-tally', maxAttempts: 3 } },
  ]);
