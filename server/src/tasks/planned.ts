// Rows of the register for the tasks of an issued plan: those of its document are taken over, the others enter.
import { sql, type Insertable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { PlanAgency, PlanBody, PlanTask } from '../plans/body.ts';
import { fold } from '../text/fold.ts';
import { searchColumns } from '../text/search.ts';
import { addEvents } from './events.ts';
import { agencyKey } from './agency-key.ts';

/** Enough below PostgreSQL's 65,535 parameters of one statement. */
const batch = 500;

export interface PlannedTasks {
  readonly planId: number;
  readonly ownerId: number;
  readonly rootId: number;
  /** The imported document of which its rows may be taken over. */
  readonly documentId: number | null;
  /** Last day of its period. */
  readonly periodTo: string;
  readonly body: PlanBody;
  /** Names of the units that agencies were matched with. */
  readonly unitNames: ReadonlyMap<number, string>;
}

/** Part of the transaction that issues a plan. Returns the rows' ids by the tasks' ids in the plan. */
export async function enterPlanTasks(db: Db, planned: PlannedTasks): Promise<ReadonlyMap<string, number>> {
  await takeOver(db, planned);
  const groups = await groupIds(db, planned);
  const ids = new Map<string, number>();
  const { tasks } = planned.body;
  for (let at = 0; at < tasks.length; at += batch) {
    const some = tasks.slice(at, at + batch);
    const rows = some.map((task, index) => rowOf(planned, groups, task, at + index));
    for (const { id, planTaskId } of await upsert(db, rows)) ids.set(planTaskId ?? '', id);
    await agencies(db, planned, some, ids);
  }
  await addEvents(
    db,
    [...ids.values()].map((taskId) => ({ taskId, action: 'handed-down' })),
  );
  return ids;
}

/** Rows of the plan's own document, also those of a revision that wait aside, become the plan's. */
async function takeOver(db: Db, { planId, documentId, body }: PlannedTasks): Promise<void> {
  if (documentId === null) return;
  await moveToRevision(db, { planId, documentId });
  const pairs = body.tasks.flatMap(({ id, taskId }) => (taskId === null ? [] : [{ id, taskId }]));
  await sql`update task t set plan_id = ${planId}, plan_task_id = p.id, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(id text, "taskId" bigint)
    where t.id = p."taskId" and t.document_id = ${documentId} and t.plan_id is null`.execute(db);
}

/** A row that a task of the revision continues goes on as that task: the same row, found in the new text. */
async function moveToRevision(
  db: Db,
  { planId, documentId }: { readonly planId: number; readonly documentId: number },
): Promise<void> {
  const { rows } = await sql<{ id: number; asideId: number; draftId: string }>`
    select distinct on (t.id) t.id, a.id as "asideId", a.draft_id as "draftId"
    from task a join task t on t.id = a.continues and t.plan_id = ${planId}
    where a.document_id = ${documentId} and a.plan_id is null and ${waits('a')}
    order by t.id, a.ordinal`.execute(db);
  const moves = JSON.stringify(rows);
  const places = await sql<
    Record<string, unknown>
  >`select m.id, a.draft_id, a.span_start, a.span_end, a.rule, a.edited
    from jsonb_to_recordset(${moves}::jsonb) as m(id bigint, "asideId" bigint) join task a on a.id = m."asideId"`.execute(
    db,
  );
  await sql`delete from task where id = any(${rows.map(({ asideId }) => asideId)}::bigint[])`.execute(db);
  await sql`update task t set document_id = ${documentId}, draft_id = m."draftId", span_start = m."spanStart",
      span_end = m."spanEnd", rule = m.rule, edited = m.edited
    from jsonb_to_recordset(${JSON.stringify(places.rows)}::jsonb)
      as m(id bigint, "draftId" text, "spanStart" integer, "spanEnd" integer, rule text, edited text[])
    where t.id = m.id`.execute(db);
  // Tasks of the revision that the plan leaves out stand in the register as the document's.
  await sql`update task t set withdrawn_at = null
    where document_id = ${documentId} and plan_id is null and ${waits('t')}`.execute(db);
}

/** Set aside until its plan is amended, not struck out or withdrawn. */
const waits = (task: string) => sql`(${sql.ref(`${task}.withdrawn_at`)} is not null and (select e.action
  from task_event e where e.task_id = ${sql.ref(`${task}.id`)} order by e.id desc limit 1) = 'waiting')`;

async function groupIds(db: Db, { body, rootId }: PlannedTasks): Promise<ReadonlyMap<string, number>> {
  const keys = new Map(body.groups.map(({ id, title }) => [id, fold(title).slice(0, 300)]));
  const names = new Map(body.groups.map(({ title }) => [fold(title).slice(0, 300), title]));
  if (names.size === 0) return new Map();
  const { rows } = await sql<{ id: number; key: string }>`
    with wanted as (select * from unnest(${[...names.keys()]}::text[], ${[...names.values()]}::text[]) as w(key, name)),
      made as (insert into task_group (root_id, name, name_key) select ${rootId}, name, key from wanted order by key
        on conflict (root_id, name_key) do update set name_key = excluded.name_key returning id, name_key)
    select id, name_key as key from made`.execute(db);
  const byKey = new Map(rows.map(({ id, key }) => [key, id]));
  return new Map([...keys].flatMap(([id, key]) => (byKey.has(key) ? [[id, byKey.get(key) ?? 0]] : [])));
}

function rowOf(
  planned: PlannedTasks,
  groups: ReadonlyMap<string, number>,
  task: PlanTask,
  ordinal: number,
): Insertable<Tables['task']> {
  const { due } = task;
  const dueTo = due.kind === 'during' ? due.to : due.kind === 'by' ? due.date : null;
  const group = planned.body.groups.find(({ id }) => id === task.groupId)?.title ?? null;
  return {
    documentId: null,
    draftId: null,
    planId: planned.planId,
    planTaskId: task.id,
    ownerId: planned.ownerId,
    rootId: planned.rootId,
    superiorTaskId: task.superiorTaskId,
    groupId: task.groupId === null ? null : (groups.get(task.groupId) ?? null),
    outputs: task.outputs,
    budget: task.budget,
    asksPlan: task.asksPlan,
    onCall: task.onCall,
    year: Number((dueTo ?? planned.periodTo).slice(0, 4)),
    ordinal,
    text: task.text,
    groupName: group,
    dueKind: due.kind,
    dueFrom: due.kind === 'during' ? due.from : null,
    dueTo,
    dueEvery: due.kind === 'recurring' ? due.every : null,
    dueDay: due.kind === 'recurring' && due.on ? JSON.stringify(due.on) : null,
    items: task.items,
    milestones: JSON.stringify(task.milestones),
    spanStart: null,
    spanEnd: null,
    rule: null,
    edited: [],
    continues: null,
    ...searchColumns([
      task.text,
      ...task.items,
      ...task.outputs,
      group,
      ...[...task.lead, ...task.coordinating].flatMap(({ name, unitId }) => [
        name,
        planned.unitNames.get(unitId ?? 0),
      ]),
    ]),
  };
}

/** A row keeps its id, its place in the document and what stands in its history. */
const upsert = (db: Db, rows: readonly Insertable<Tables['task']>[]) =>
  db
    .insertInto('task')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['planId', 'planTaskId']).doUpdateSet((eb) => ({
        ownerId: eb.ref('excluded.ownerId'),
        rootId: eb.ref('excluded.rootId'),
        superiorTaskId: eb.ref('excluded.superiorTaskId'),
        groupId: eb.ref('excluded.groupId'),
        outputs: eb.ref('excluded.outputs'),
        budget: eb.ref('excluded.budget'),
        asksPlan: eb.ref('excluded.asksPlan'),
        onCall: eb.ref('excluded.onCall'),
        year: eb.ref('excluded.year'),
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
        search: eb.ref('excluded.search'),
        searchExact: eb.ref('excluded.searchExact'),
        version: sql<number>`task.version + 1`,
        withdrawnAt: null,
      })),
    )
    .returning(['id', 'planTaskId'])
    .execute();

async function agencies(
  db: Db,
  { unitNames }: PlannedTasks,
  tasks: readonly PlanTask[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = tasks.flatMap((task) => {
    const taskId = ids.get(task.id) ?? 0;
    const of = (role: 'lead' | 'coordinating', list: readonly PlanAgency[]) =>
      list.map(({ name, unitId }, ordinal) => {
        const label = unitNames.get(unitId ?? 0) ?? name;
        return { taskId, role, ordinal, name, unitId, label, key: agencyKey({ unitId, name }) };
      });
    return [...of('lead', task.lead), ...of('coordinating', task.coordinating)];
  });
  const taskIds = tasks.map(({ id }) => ids.get(id) ?? 0);
  await db
    .deleteFrom('taskAgency')
    .where(sql<boolean>`task_id = any(${taskIds}::bigint[])`)
    .execute();
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('taskAgency')
      .values(rows.slice(at, at + 1000))
      .execute();
  }
}

/** Tasks that an amendment leaves out go; one of which something was done stays, since that stays. */
export async function leavePlanTasks(db: Db, taskIds: readonly number[], at: Date): Promise<void> {
  const { rows } = await sql<{ id: number; gone: boolean }>`
    update task t set version = t.version + 1, withdrawn_at = case when exists
        (select 1 from duty d where d.task_id = t.id and d.cancelled_on is null) then null else ${at}::timestamptz end
      where t.id = any(${[...taskIds]}::bigint[]) returning t.id, t.withdrawn_at is not null as gone`.execute(
    db,
  );
  await addEvents(
    db,
    rows.map(({ id }) => ({ taskId: id, action: 'left-out' })),
  );
}
