// Two invented years, lived through the same services as real ones: plans are drawn up, approved, issued; units receive, report, ask
// for time, are sent back, confirmed, urged, inspected. Every deed has its day; days that are still to come do not happen.
import { sql } from 'kysely';
import { today } from '../clock.ts';
import { spawnedUpTo } from '../duties/spawn.ts';
import { castOf } from './cast.ts';
import { diaryOf } from './diary.ts';
import { openPeriods } from './duty-lives.ts';
import { inspect, urgeLate } from './oversight.ts';
import { firstHalf, secondHalf } from './plans.ts';
import { issueTold, writeImported } from './province-plans.ts';
import type { Doing, Stage } from './stage.ts';
import { setYearsRight, writeYears } from './year.ts';

const firstDay = '2025-03-01';

/** The documents of the illustration must be in the register. */
export async function play(deps: Doing): Promise<void> {
  const day = today(deps.clock);
  const stage: Stage = { deps, cast: await castOf(deps.db, day), diary: diaryOf(firstDay), today: day };
  for (const told of [firstHalf, secondHalf]) stage.diary.write(told.issuedOn, () => issueTold(stage, told));
  await writeImported(stage);
  stage.diary.write('2026-08-20', () => inspect(stage));
  for (const each of ['2025-12-03', '2026-07-20', '2026-10-15', '2026-11-17'])
    stage.diary.write(each, () => urgeLate(stage, each));
  writeYears(stage);
  await stage.diary.play(day, (each) => openPeriods(stage, each));
  await spawnedUpTo(deps.db, day);
  await setRight(stage);
  await setYearsRight(stage);
}

/** History was written today but happened on its days; and nobody has two years of notices to read. */
async function setRight({ deps }: Stage): Promise<void> {
  await sql`update duty_event set at = day + time '02:30' + (id % 300) * interval '1 minute'`.execute(
    deps.db,
  );
  await sql`update plan_event e set at = coalesce(p.issued_on, p.period_from + 100) + time '01:30' + (e.id % 60) * interval '1 minute'
    from plan p where p.id = e.plan_id and p.demo`.execute(deps.db);
  await sql`update duty set reported_at = done_on + time '02:30' where reported_at is not null and done_on is not null`.execute(
    deps.db,
  );
  await sql`update notice set read_at = at where at < ${deps.clock()}::timestamptz - interval '21 days'`.execute(
    deps.db,
  );
  await sql`update notice set mail = 'none'`.execute(deps.db);
}
