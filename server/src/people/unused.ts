// Accounts that nobody uses are switched off (≤ 45 days: controls of level 2 under NĐ 331/2026).
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { system } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Conflict } from '../errors.ts';
import { keepAnAdministrator } from './guard.ts';
import * as queries from './queries.ts';
import { homeOf, switchRow } from './service.ts';

/** Returns how many. The last administrator of a tree stays. */
export async function switchOffUnused(deps: Deps): Promise<number> {
  const { unusedDays } = deps.rules;
  if (unusedDays === 0) return 0;
  const since = new Date(deps.clock().getTime() - unusedDays * 86_400_000);
  let count = 0;
  for (const { id } of await queries.unusedSince(deps.db, since)) {
    if (await switchOff(deps, id)) count += 1;
  }
  if (count > 0) deps.log('info', 'Switched off accounts that nobody uses', { count });
  return count;
}

async function switchOff(deps: Deps, id: number): Promise<boolean> {
  const grants = await queries.grantsWhere(deps.db, 'personId', [id], today(deps.clock));
  return write(deps, system, async (trx, note) => {
    await keepAnAdministrator(deps, trx, { grants, personId: id, lastDay: null, whole: true });
    await switchRow(deps, trx, { id, active: false, because: 'unused' });
    const detail = { reason: 'unused', days: deps.rules.unusedDays };
    note({ action: 'person.off', subject: 'person', subjectId: id, unitId: homeOf(grants), detail });
    return true;
  }).catch((error: Error) => {
    if (error instanceof Conflict) return false;
    throw error;
  });
}

const name = 'switch-off-unused';

export const peopleTasks = (deps: Deps): TaskList => ({
  [name]: async () => {
    await switchOffUnused(deps);
  },
});

/** At three in the morning in Việt Nam. */
export const peopleTimes = (): readonly ParsedCronItem[] =>
  parseCronItems([
    { task: name, match: '0 20 * * *', identifier: name, options: { backfillPeriod: 86_400_000 } },
  ]);
