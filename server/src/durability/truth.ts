// What the database says afterwards, held against what the writers were told.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { recountTally } from '../tally/service.ts';
import type { Memory } from './writers.ts';

interface Stored {
  readonly marks: ReadonlySet<string>;
  readonly titles: ReadonlyMap<number, { readonly title: string; readonly version: number }>;
}

const markIn = (text: string): string => /m\d+-\d+\./.exec(text)?.[0] ?? '';

async function stored(db: Db): Promise<Stored> {
  const notes = await sql<{ text: string }>`select coalesce(note, '') as text from duty_event
    union all select message from urging union all select title from evidence`.execute(db);
  const plans = await sql<{
    id: number;
    title: string;
    version: number;
  }>`select id, title, version from plan`.execute(db);
  return {
    marks: new Set(notes.rows.map(({ text }) => markIn(text))),
    titles: new Map(plans.rows.map(({ id, ...rest }) => [id, rest])),
  };
}

/** Sentences about everything that is not as it was said; none if all is well. */
export async function complaints(db: Db, memory: Memory): Promise<readonly string[]> {
  const { marks, titles } = await stored(db);
  const lost = memory.done.flatMap(({ mark, what, subjectId, version }) => {
    if (what !== 'title') return marks.has(mark) ? [] : [`${mark} was acknowledged and is not there`];
    const plan = titles.get(subjectId);
    if (!plan || plan.version < version) return [`plan ${subjectId} forgot version ${version} (${mark})`];
    return plan.version > version || plan.title.includes(mark)
      ? []
      : [`version ${version} of plan ${subjectId} is not ${mark}`];
  });
  const twice = [
    ...Map.groupBy(
      memory.done.filter(({ what }) => what === 'note' || what === 'title'),
      ({ what, subjectId, version }) => `${what} ${subjectId} ${version}`,
    ),
  ]
    .filter(([, list]) => list.length > 1)
    .map(([key, list]) => `${key} was given to ${list.map(({ mark }) => mark).join(', ')}`);
  const slipped = [...memory.refused, ...memory.full]
    .filter((mark) => marks.has(mark))
    .map((mark) => `${mark} was refused and is there`);
  return [
    ...memory.wrong,
    ...lost,
    ...twice,
    ...slipped,
    ...(await halves(db)),
    ...(await torn(db)),
    ...(await miscounted(db)),
  ];
}

/** A step is its event, its version and its line in the log: all or none. */
async function halves(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: number; version: number; events: number; logged: number }>`
    select d.id, d.version,
      (select count(*) from duty_event e where e.duty_id = d.id and e.note ~ '^m[0-9]+-' and e.action <> 'urged') as events,
      (select count(*) from (select subject, subject_id, action from audit union all
        select subject, subject_id, action from audit_waiting) a where a.subject = 'duty' and a.subject_id = d.id
        and a.action in ('duty.progress', 'duty.report', 'duty.sendBack')) as logged
    from duty d order by d.id`.execute(db);
  return rows
    .filter(({ version, events, logged }) => version !== events + 1 || logged !== events)
    .map(
      ({ id, version, events, logged }) =>
        `duty ${id}: version ${version}, ${events} events, ${logged} lines in the log`,
    );
}

/** Each of these was written together with the others of its line. */
async function torn(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string; all: readonly number[] }>`
    select 'links' as what, array[(select count(*) from evidence), (select count(*) from duty_event where action = 'evidenceAdded'),
      (select count(*) from audit where action = 'evidence.add')]::integer[] as all
    union all select 'urgings', array[(select count(*) from urging), (select count(*) from urging_duty),
      (select count(*) from duty_event where action = 'urged'), (select count(*) from audit where action = 'duty.urge')]::integer[]
    union all select 'edits', array[(select sum(version - 1) from plan),
      (select count(*) from audit where subject = 'plan')]::integer[]`.execute(db);
  return rows
    .filter(({ all }) => new Set(all).size !== 1)
    .map(({ what, all }) => `${what}: ${all.join(', ')} rows where there should be as many of each`);
}

const counts = async (db: Db) =>
  JSON.stringify(
    (
      await sql`select unit_id, role, group_id, year, bucket::text, outcome, sum(n)::integer as n from unit_tally
        group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6`.execute(db)
    ).rows,
  );
const tasks = async (db: Db) =>
  JSON.stringify(
    (await sql`select id, duties, duties_open, open_due::text, any_late from task order by id`.execute(db))
      .rows,
  );

async function miscounted(db: Db): Promise<readonly string[]> {
  const [kept, shown] = [await counts(db), await tasks(db)];
  await recountTally(db);
  return [
    ...(kept === (await counts(db)) ? [] : ['the ledger is not what a recount finds']),
    ...(shown === (await tasks(db)) ? [] : ['tasks do not show what a recount finds']),
  ];
}
