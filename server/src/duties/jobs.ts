// What the duties do by themselves: they begin with their periods, at the first minutes of the day in Việt Nam.
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import type { Deps } from '../deps.ts';
import { spawnDuties } from './spawn.ts';

export const dutyTasks = (deps: Pick<Deps, 'db' | 'clock' | 'log'>): TaskList => ({
  'spawn-duties': async () => {
    const count = await spawnDuties(deps);
    if (count > 0) deps.log('info', 'Opened the duties of new periods', { duties: count });
  },
});

/** Often, since a machine may sleep at midnight: asked again on the same day it does nothing. */
export const dutyTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    {
      task: 'spawn-duties',
      match: '1,11,21,31,41,51 * * * *',
      options: { jobKey: 'spawn-duties', maxAttempts: 3 },
    },
  ]);
