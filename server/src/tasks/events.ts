// What happened to tasks: rows are added, never changed.
import { sql, type Selectable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export interface NewEvent {
  readonly taskId: number;
  readonly action: string;
  readonly field?: string;
  readonly before?: string | null;
  readonly after?: string | null;
}

export async function addEvents(db: Db, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ taskId, action, field = null, before = null, after = null }) => ({
    taskId,
    action,
    field,
    before,
    after,
  }));
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('taskEvent')
      .values(rows.slice(at, at + 1000))
      .execute();
  }
}

/** Its own history, and that of the tasks of earlier versions that it continues. */
export const historyOf = async (db: Db, id: number) =>
  (
    await sql<Selectable<Tables['taskEvent']>>`
      with recursive line(id, depth) as (
        select ${id}::bigint, 0
        union select t.continues, line.depth + 1 from line join task t on t.id = line.id
          where t.continues is not null and line.depth < 50
      )
      select e.* from task_event e join line on line.id = e.task_id order by e.id desc limit 500`.execute(db)
  ).rows;
