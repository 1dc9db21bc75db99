// Periodic calls go out by themselves, so many days before the close of data as the regime says.
import { system } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { periodsFrom, windowOf } from './periods.ts';
import * as queries from './queries.ts';
import type { VersionRow } from './queries.ts';
import { open, planned } from './calls.ts';
import { inForce } from './readable.ts';
import { plusDays } from './working-days.ts';

/** A period whose close was missed, by a stop of the server or a regime set late, is called up to this many days after it. */
const grace = 31;

/** Periods that should be out today. */
export function dueToday(versions: readonly VersionRow[], day: string): readonly string[] {
  const { body } = inForce(versions, day);
  const { opensBefore, window } = body;
  const first = versions.at(-1)?.validFrom ?? day;
  if (opensBefore === null || body.frequency === 'on-call' || first > day) return [];
  return periodsFrom(body, plusDays(day, -grace))
    .filter((period) => {
      const { to } = windowOf(window, period);
      return plusDays(to, -opensBefore) <= day && to >= first;
    })
    .map(({ name }) => name);
}

/** Returns how many calls it made. One that fails is told of and tried again the next day. */
export async function callPeriodic(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<number> {
  const day = today(deps.clock);
  const regimes = await deps.db
    .selectFrom('regime')
    .selectAll()
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', day)]))
    .orderBy('id')
    .execute();
  let made = 0;
  for (const { id, name } of regimes) {
    const versions = await queries.versionsOf(deps.db, [id]);
    // Also those that were cancelled: somebody decided that.
    const called = await deps.db
      .selectFrom('reportCall')
      .select('period')
      .where('regimeId', '=', id)
      .execute();
    const there = new Set(called.map(({ period }) => period));
    for (const period of dueToday(versions, day).filter((each) => !there.has(each))) {
      try {
        await open(deps, system, await planned(deps.db, system, { of: 'regime', regimeId: id, period }, day));
        made += 1;
      } catch (error) {
        deps.log('warn', 'Reports could not be called', {
          regime: name,
          period,
          error: (error as Error).message,
        });
      }
    }
  }
  return made;
}
