// A new period begins: every recurring task of a plan in force gets its duties. Runs often, does something once a day, and makes up
// for days on which no server ran.
import { sql } from 'kysely';
import { system } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { keepUnitsToday } from '../units/heirs.ts';
import { openDuties } from './open.ts';
import { periodOf } from './periods.ts';
import { tellOpened } from './told.ts';

/** Up to which day it has been done; beside the seeds, which are such marks too. */
const mark = 'duties-of-periods';
const everies = ['five-years', 'year', 'half-year', 'quarter', 'month', 'week'] as const;

/** Returns how many duties are new. */
export async function spawnDuties(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const day = today(deps.clock);
  const last = await lastDay(deps.db);
  if (last !== null && last >= day) return 0;
  // Who ended yesterday has heirs today: they get what begins.
  await keepUnitsToday(deps);
  const tasks = await tasksWithNewPeriod(deps.db, last, day);
  let count = 0;
  for (let at = 0; at < tasks.length; at += 200) {
    count += await spawn(deps, tasks.slice(at, at + 200), day);
  }
  // Only now: whoever is killed before begins again, and what is there already stays.
  await deps.db
    .insertInto('seed')
    .values({ name: mark, hash: day })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash: day }))
    .execute();
  return count;
}

async function lastDay(db: Db): Promise<string | null> {
  const row = await db.selectFrom('seed').select('hash').where('name', '=', mark).executeTakeFirst();
  return row?.hash ?? null;
}

/** Tasks of which a period (or the whole plan) has begun since. */
async function tasksWithNewPeriod(db: Db, last: string | null, day: string): Promise<readonly number[]> {
  const begun = everies.filter((every) => last === null || periodOf(every, day).from > last);
  const { rows } = await sql<{ id: number }>`select t.id from task t join plan p on p.id = t.plan_id
    where t.due_kind = 'recurring' and not t.on_call and t.withdrawn_at is null and p.status = 'issued'
      and p.period_from <= ${day}::date and p.period_to >= coalesce(${last}::date, p.period_from)
      and (t.due_every = any(${begun}::text[])
        or (t.due_every = any(${[...everies]}::text[]) and p.period_from > ${last}::date))
    order by t.id`.execute(db);
  return rows.map(({ id }) => id);
}

async function spawn(
  deps: Pick<Deps, 'db' | 'clock'>,
  taskIds: readonly number[],
  day: string,
): Promise<number> {
  return write(deps, system, async (trx, note) => {
    const opened = await openDuties(trx, taskIds, { actor: system, day });
    await tellOpened(trx, { actor: system, clock: deps.clock }, opened);
    const { rows } = await sql<{ rootId: number; n: number }>`select root_id, count(*) as n from duty
      where id = any(${[...opened]}::bigint[]) group by root_id`.execute(trx);
    for (const { rootId, n } of rows) {
      note({ action: 'duty.open', subject: 'unit', subjectId: rootId, rootId, detail: { day, duties: n } });
    }
    return opened.length;
  });
}

/** Says that periods up to a day have been opened otherwise. */
export const spawnedUpTo = (db: Db, day: string) =>
  db
    .insertInto('seed')
    .values({ name: mark, hash: day })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash: day }))
    .execute();
