// Handing down: whom each task was given to is written beside it, and its duties are opened.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import { openDuties } from '../duties/open.ts';
import { cancelDuties, endOldRhythm, moveDue, reinstateDuties, type Which } from '../duties/plan-changes.ts';
import type { Line } from './expand.ts';

/** So many tasks at a time: a plan may have 2,000, each for 150 units. */
const batch = 100;

export interface HandingDown {
  readonly lines: readonly Line[];
  /** The tasks' rows by their ids in the plan. */
  readonly taskIds: ReadonlyMap<string, number>;
  /** The plan's tree. */
  readonly rootId: number;
  readonly actor: Actor;
  /** Today, ISO. */
  readonly day: string;
  /** Why it is amended; null where the plan is issued for the first time. */
  readonly amendment: { readonly reason: string | null } | null;
}

/**
 * Whom they are given to now. Who is no longer named gives back what is still open; who is named anew gets it.
 * Returns the duties that an amendment ended or moved.
 */
export async function handDown(db: Db, handing: HandingDown): Promise<readonly number[]> {
  const tasks = [...handing.taskIds];
  const changed: number[] = [];
  for (let at = 0; at < tasks.length; at += batch) {
    changed.push(...(await handSome(db, handing, new Map(tasks.slice(at, at + batch)))));
  }
  await sql`insert into unit_source (unit_id, root_id)
    select distinct a.unit_id, ${handing.rootId}::bigint from assignment a join unit u on u.id = a.unit_id
    where a.task_id = any(${[...handing.taskIds.values()]}::bigint[]) and u.root_id is distinct from ${handing.rootId}
    on conflict do nothing`.execute(db);
  return changed;
}

async function handSome(
  db: Db,
  handing: HandingDown,
  some: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const { actor, day, amendment } = handing;
  const ids = [...some.values()];
  const gone = await assign(db, handing, some);
  const changed: number[] = [];
  if (amendment) {
    const reasoned = { actor, day, reason: amendment.reason };
    changed.push(...(await cancelDuties(db, gone, reasoned)));
    await reinstateDuties(db, await stillGiven(db, ids), reasoned);
    changed.push(...(await endOldRhythm(db, ids, reasoned)));
    changed.push(...(await moveDue(db, ids, reasoned)));
  }
  await openDuties(db, ids, { actor, day });
  return changed;
}

/**
 * Writes who has the tasks; returns who had them and does no more. A unit that leads and also takes part is counted once, as lead.
 * Who had a task and has ended since keeps it for the heir who is meant now.
 */
async function assign(
  db: Db,
  { lines }: HandingDown,
  some: ReadonlyMap<string, number>,
): Promise<readonly Which[]> {
  const sets = new Map<readonly number[], number>();
  const given = lines.flatMap(({ planTaskId, role, name, part, unitIds, single, named }) => {
    const task = some.get(planTaskId);
    if (task === undefined) return [];
    const set = sets.get(unitIds) ?? sets.size;
    sets.set(unitIds, set);
    return [{ task, role, name, part, set, single, named }];
  });
  const members = [...sets].flatMap(([units, set]) => ({ set, units }));
  const { rows } = await sql<Which>`
    with line as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as l(task bigint, role text, name text, part text, "set" integer, single boolean, named bigint)),
      had as (select a.task_id as task, a.unit_id as unit, a.role, a.part, a.name, u.heir_id as heir
        from assignment a join unit u on u.id = a.unit_id where a.task_id = any(${[...some.values()]}::bigint[])),
      member as (select m."set", u.unit::bigint as unit from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
        as m("set" integer, units jsonb) cross join lateral jsonb_array_elements_text(m.units) as u(unit)),
      meant as (select l.task, coalesce(h.unit, m.unit) as unit, l.role, l.part, l.name, l.single
        from line l join member m on m."set" = l."set"
          left join had h on h.task = l.task and h.unit = l.named and h.role = l.role),
      one as (select distinct on (task, unit) * from meant
        order by task, unit, (role = 'lead') desc, single desc, (part is not null) desc),
      kept as (select h.* from had h join one o on o.task = h.task and o.unit = h.heir and o.role = h.role
        where not exists (select 1 from one where one.task = h.task and one.unit = h.unit)),
      wanted as (select task, unit, role, part, name from one o
          where not exists (select 1 from kept k where k.task = o.task and k.heir = o.unit)
            or exists (select 1 from had h where h.task = o.task and h.unit = o.unit and h.role = o.role)
        union all select task, unit, role, part, name from kept),
      gone as (delete from assignment a where a.task_id = any(${[...some.values()]}::bigint[]) and not exists
        (select 1 from wanted w where w.task = a.task_id and w.unit = a.unit_id and w.role = a.role)
        returning a.task_id as "taskId", a.unit_id as "unitId", a.role),
      made as (insert into assignment (task_id, unit_id, role, part, name)
        select task, unit, role, part, name from wanted
        on conflict (task_id, unit_id, role) do update set part = excluded.part, name = excluded.name)
    select * from gone`.execute(db);
  return rows;
}

const stillGiven = async (db: Db, taskIds: readonly number[]): Promise<readonly Which[]> =>
  (
    await sql<Which>`select a.task_id as "taskId", a.unit_id as "unitId", a.role from assignment a
      where a.task_id = any(${[...taskIds]}::bigint[]) and exists (select 1 from duty d
        where d.task_id = a.task_id and d.role = a.role and d.cancelled_on is not null and (d.unit_id = a.unit_id
          or exists (select 1 from duty_transfer x where x.duty_id = d.id and x.from_unit_id = a.unit_id)))`.execute(
      db,
    )
  ).rows;

/** Tasks that are left out: nobody has them any more, what is still open ends. */
export async function takeBack(
  db: Db,
  taskIds: readonly number[],
  how: { readonly actor: Actor; readonly day: string; readonly reason: string | null },
): Promise<readonly number[]> {
  await db
    .deleteFrom('assignment')
    .where(sql<boolean>`task_id = any(${[...taskIds]}::bigint[])`)
    .execute();
  return cancelDuties(
    db,
    taskIds.map((taskId) => ({ taskId })),
    how,
  );
}
