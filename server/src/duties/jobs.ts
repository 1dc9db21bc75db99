// What the duties do by themselves: they begin with their periods, at the first minutes of the day in Việt Nam; what is sent as evidence
// is read before it is kept; what killed servers left is made up for.
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { ReadersClosed } from '../documents/reading/readers.ts';
import { checkEvidence, recheckOrphans, type Checking, type Holders } from './evidence-check.ts';
import { sweepEvidence } from './evidence-files.ts';
import { spawnDuties } from './spawn.ts';

/** `holders`: what else than duties is proved by files. */
export const dutyTasks = (deps: Checking, holders: Holders): TaskList => ({
  'check-evidence': async (payload, { job }) => {
    const { evidenceId } = payload as { evidenceId: number };
    try {
      await checkEvidence(deps, evidenceId, job.attempts >= job.max_attempts, holders);
    } catch (error) {
      if (!(error instanceof ReadersClosed)) {
        deps.log('error', 'Reading evidence failed', {
          evidence: evidenceId,
          error: (error as Error).message,
        });
      }
      throw error;
    }
  },
  'sweep-evidence': async () => {
    const count = await sweepEvidence(deps, new Date(Date.now() - 3_600_000));
    if (count > 0) deps.log('info', 'Cleared away files that no evidence has', { count });
  },
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
    { task: 'sweep-evidence', match: '37 * * * *', options: { jobKey: 'sweep-evidence', maxAttempts: 3 } },
  ]);

/** Evidence whose reading died with its server. */
export async function tidyEvidence(deps: Checking): Promise<void> {
  const again = await recheckOrphans(deps);
  if (again > 0) deps.log('info', 'Reading evidence again after an interruption', { count: again });
}
