// The register of tasks: how those of documents enter and leave it.
import { sql, type Insertable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Draft, DraftAgency, DraftTask } from '../documents/draft.ts';
import { searchColumns } from '../text/search.ts';
import { agencyKey } from './agency-key.ts';
import { addEvents } from './events.ts';

/** Enough below PostgreSQL's 65,535 parameters of one statement. */
const batch = 1000;

interface Accepted {
  readonly documentId: number;
  readonly draft: Draft;
  /** The document that this one revises. */
  readonly earlier: number | null;
  /** Set: they wait aside until the amendment that they come with is issued. */
  readonly aside?: Date | null;
}

/** Part of the acceptance's transaction. A task that was in the register before keeps its id and history. */
export async function insertTasks(
  db: Db,
  { documentId, draft, earlier, aside = null }: Accepted,
): Promise<number> {
  const tasks = draft.tasks.filter(({ struck }) => !struck);
  const ids = new Map<string, number>();
  const place = await placeOf(db, documentId);
  for (let at = 0; at < tasks.length; at += batch) {
    const some = tasks.slice(at, at + batch);
    const rows = some.map((task, index) => ({
      ...taskRow(documentId, place, task, at + index),
      withdrawnAt: aside,
    }));
    for (const { id, draftId } of await upsert(db, rows)) if (draftId !== null) ids.set(draftId, id);
  }
  await insertAgencies(db, tasks, ids);
  if (earlier !== null) await continueEarlier(db, { documentId, earlier, tasks });
  await addEvents(
    db,
    [...ids.values()].map((taskId) => ({ taskId, action: aside ? 'waiting' : 'entered' })),
  );
  return tasks.length;
}

interface Place {
  readonly ownerId: number | null;
  readonly rootId: number | null;
  readonly issuedOn: string | null;
}

const placeOf = (db: Db, documentId: number): Promise<Place> =>
  db
    .selectFrom('document')
    .select(['ownerId', 'rootId', 'issuedOn'])
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();

function taskRow(
  documentId: number,
  { ownerId, rootId, issuedOn }: Place,
  task: DraftTask,
  ordinal: number,
): Insertable<Tables['task']> {
  const { due } = task;
  const dueTo = due.kind === 'during' ? due.to : due.kind === 'by' ? due.date : null;
  const year = (dueTo ?? issuedOn)?.slice(0, 4);
  return {
    documentId,
    ownerId,
    rootId,
    year: year === undefined ? null : Number(year),
    draftId: task.id,
    ordinal,
    text: task.text,
    groupName: task.group,
    dueKind: due.kind,
    dueFrom: due.kind === 'during' ? due.from : null,
    dueTo,
    dueEvery: due.kind === 'recurring' ? due.every : null,
    dueDay: due.kind === 'recurring' && due.on ? JSON.stringify(due.on) : null,
    items: task.items,
    milestones: JSON.stringify(task.milestones),
    spanStart: task.span?.[0] ?? null,
    spanEnd: task.span?.[1] ?? null,
    rule: task.evidence.rule,
    edited: task.edited,
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
        dueDay: eb.ref('excluded.dueDay'),
        items: eb.ref('excluded.items'),
        milestones: eb.ref('excluded.milestones'),
        edited: eb.ref('excluded.edited'),
        search: eb.ref('excluded.search'),
        searchExact: eb.ref('excluded.searchExact'),
        withdrawnAt: eb.ref('excluded.withdrawnAt'),
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

/** The history of the earlier version's tasks is that of those that continue them. */
async function continueEarlier(db: Db, { documentId, earlier, tasks }: Continued): Promise<void> {
  const pairs = tasks.flatMap(({ id, continues }) => (continues === null ? [] : [{ id, continues }]));
  await sql`update task t set continues = e.id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(id text, continues text)
    join task e on e.document_id = ${earlier} and e.draft_id = p.continues
    where t.document_id = ${documentId} and t.draft_id = p.id and t.id <> e.id`.execute(db);
}

export async function withdrawTasks(db: Db, documentId: number, at: Date, action: string): Promise<void> {
  const gone = await db
    .updateTable('task')
    .set({ withdrawnAt: at })
    .where('documentId', '=', documentId)
    // What was handed down is the plan's.
    .where('planId', 'is', null)
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
