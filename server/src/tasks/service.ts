// The register of tasks: how tasks enter and leave it, and what officials say of them.
import { sql, type Insertable } from 'kysely';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import type { Draft, DraftAgency, DraftTask } from '../documents/draft.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import { agencyKey } from './agency-key.ts';
import { addEvents, lockTask, type NewEvent } from './queries.ts';

/** Enough below PostgreSQL's 65,535 parameters of one statement. */
const batch = 1000;

interface Accepted {
  readonly documentId: number;
  readonly draft: Draft;
  /** The document that this one revises. */
  readonly earlier: number | null;
}

/** Part of the acceptance's transaction. A task that was in the register before keeps its id, status and history. */
export async function insertTasks(db: Db, { documentId, draft, earlier }: Accepted): Promise<number> {
  const tasks = draft.tasks.filter(({ struck }) => !struck);
  const ids = new Map<string, number>();
  for (let at = 0; at < tasks.length; at += batch) {
    const rows = tasks.slice(at, at + batch).map((task, index) => taskRow(documentId, task, at + index));
    for (const { id, draftId } of await upsert(db, rows)) if (draftId !== null) ids.set(draftId, id);
  }
  await insertAgencies(db, tasks, ids);
  if (earlier !== null) await continueEarlier(db, { documentId, earlier, tasks });
  await addEvents(
    db,
    [...ids.values()].map((taskId) => ({ taskId, action: 'entered' })),
  );
  return tasks.length;
}

function taskRow(documentId: number, task: DraftTask, ordinal: number): Insertable<Tables['task']> {
  const { due } = task;
  return {
    documentId,
    draftId: task.id,
    ordinal,
    text: task.text,
    groupName: task.group,
    dueKind: due.kind,
    dueFrom: due.kind === 'during' ? due.from : null,
    dueTo: due.kind === 'during' ? due.to : due.kind === 'by' ? due.date : null,
    dueEvery: due.kind === 'recurring' ? due.every : null,
    items: task.items,
    milestones: JSON.stringify(task.milestones),
    spanStart: task.span?.[0] ?? null,
    spanEnd: task.span?.[1] ?? null,
    rule: task.evidence.rule,
    edited: task.edited,
    doneOn: null,
    note: null,
    continues: null,
    ...searchColumns([
      task.text,
      ...task.items,
      task.group,
      ...[...task.lead, ...task.coordinating].flatMap(({ name, unitName }) => [name, unitName]),
    ]),
  };
}

const upsert = (db: Db, rows: readonly Insertable<Tables['task']>[]) =>
  db
    .insertInto('task')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['documentId', 'draftId']).doUpdateSet((eb) => ({
        ordinal: eb.ref('excluded.ordinal'),
        text: eb.ref('excluded.text'),
        groupName: eb.ref('excluded.groupName'),
        dueKind: eb.ref('excluded.dueKind'),
        dueFrom: eb.ref('excluded.dueFrom'),
        dueTo: eb.ref('excluded.dueTo'),
        dueEvery: eb.ref('excluded.dueEvery'),
        items: eb.ref('excluded.items'),
        milestones: eb.ref('excluded.milestones'),
        edited: eb.ref('excluded.edited'),
        search: eb.ref('excluded.search'),
        searchExact: eb.ref('excluded.searchExact'),
        withdrawnAt: null,
      })),
    )
    .returning(['id', 'draftId'])
    .execute();

async function insertAgencies(
  db: Db,
  tasks: readonly DraftTask[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = tasks.flatMap((task) => {
    const taskId = ids.get(task.id) ?? 0;
    return [
      ...agencyRows(taskId, 'lead', task.lead),
      ...agencyRows(taskId, 'coordinating', task.coordinating),
    ];
  });
  const all = [...ids.values()];
  if (all.length > 0)
    await db
      .deleteFrom('taskAgency')
      .where(sql<boolean>`task_id = any(${all}::bigint[])`)
      .execute();
  for (let at = 0; at < rows.length; at += batch) {
    await db
      .insertInto('taskAgency')
      .values(rows.slice(at, at + batch))
      .execute();
  }
}

function agencyRows(
  taskId: number,
  role: 'lead' | 'coordinating',
  agencies: readonly DraftAgency[],
): Insertable<Tables['taskAgency']>[] {
  return agencies.map((agency, ordinal) => ({
    taskId,
    role,
    ordinal,
    name: agency.name,
    unitId: agency.unitId,
    label: agency.unitName ?? agency.name,
    key: agencyKey(agency),
  }));
}

interface Continued {
  readonly documentId: number;
  readonly earlier: number;
  readonly tasks: readonly DraftTask[];
}

/** What had been done of the earlier version's tasks holds for those that continue them. */
async function continueEarlier(db: Db, { documentId, earlier, tasks }: Continued): Promise<void> {
  const pairs = tasks.flatMap(({ id, continues }) => (continues === null ? [] : [{ id, continues }]));
  await sql`update task t set continues = e.id, status = e.status, done_on = e.done_on, note = e.note
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(id text, continues text)
    join task e on e.document_id = ${earlier} and e.draft_id = p.continues
    where t.document_id = ${documentId} and t.draft_id = p.id`.execute(db);
}

/** The other way round, when a revision is withdrawn. */
export async function returnProgress(db: Db, { from, to }: { from: number; to: number }): Promise<void> {
  await sql`update task e set status = t.status, done_on = t.done_on, note = t.note, version = e.version + 1
    from task t where t.document_id = ${from} and e.document_id = ${to} and t.continues = e.id`.execute(db);
}

export async function withdrawTasks(db: Db, documentId: number, at: Date, action: string): Promise<void> {
  const gone = await db
    .updateTable('task')
    .set({ withdrawnAt: at })
    .where('documentId', '=', documentId)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .execute();
  await addEvents(
    db,
    gone.map(({ id }) => ({ taskId: id, action })),
  );
}

/** All that stood in the register when the document was superseded: what had been struck before never entered it. */
export async function reopenTasks(db: Db, documentId: number): Promise<void> {
  const back = await sql<{ id: number }>`update task t set withdrawn_at = null
    where document_id = ${documentId} and withdrawn_at is not null
      and (select action from task_event e where e.task_id = t.id order by id desc limit 1) = 'superseded'
    returning id`.execute(db);
  await addEvents(
    db,
    back.rows.map(({ id }) => ({ taskId: id, action: 'reinstated' })),
  );
}

export interface TaskChange {
  readonly version: number;
  readonly status?: 'open' | 'done' | 'cancelled' | undefined;
  readonly doneOn?: string | null | undefined;
  readonly note?: string | null | undefined;
}

export async function changeTask(
  deps: Pick<Deps, 'db' | 'clock'>,
  id: number,
  change: TaskChange,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const row = await lockTask(trx, id);
    if (!row) throw new NotFound('no-task', { id });
    if (row.version !== change.version)
      throw new Conflict('stale-version', {}, { current: { version: row.version } });
    const status = change.status ?? row.status;
    const day = today(deps.clock);
    const doneOn = status === 'done' ? (change.doneOn ?? row.doneOn ?? day) : null;
    if (doneOn !== null && doneOn > day) throw new Invalid('done-in-future', { doneOn });
    const note = change.note === undefined ? row.note : change.note;
    await trx
      .updateTable('task')
      .set({ status, doneOn, note, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    const fields = { status, doneOn, note };
    const events = (['status', 'doneOn', 'note'] as const).flatMap((field): NewEvent[] =>
      row[field] === fields[field]
        ? []
        : [{ taskId: id, action: 'changed', field, before: row[field], after: fields[field] }],
    );
    await addEvents(trx, events);
  });
}
