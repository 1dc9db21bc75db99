// Rows of the register, and nothing but rows.
import { sql, type Expression, type Selectable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import {
  classOf,
  facetConditions,
  plainConditions,
  wordsAmong,
  type Condition,
  type TaskFilter,
  type TaskSort,
} from './filter.ts';
import type { Readable } from './reach.ts';

export interface Wanted {
  readonly filter: TaskFilter;
  readonly sort: TaskSort;
  /** Today, ISO. */
  readonly day: string;
  readonly readable: Readable;
}

const firstAgency = (role: 'lead' | 'coordinating') =>
  sql`(select min(a.label collate vi) from task_agency a where a.task_id = task.id and a.role = ${role})`;

/** What each sort goes by; ties go by the order in which tasks entered. */
function sortKeys(sort: TaskSort, day: string): readonly Expression<unknown>[] {
  const keys = {
    due: [sql`task.due_to`, sql`task.due_from`],
    text: [sql`task.text`],
    lead: [firstAgency('lead')],
    coordinating: [firstAgency('coordinating')],
    group: [sql`task.group_name`],
    document: [
      sql`coalesce(plan.number, document.number)`,
      sql`coalesce(plan.title, document.title)`,
      sql`task.ordinal`,
    ],
    status: [
      sql`array_position(array['overdue','in-term','no-date','done-late','done-on-time'], ${classOf(day)})`,
    ],
    order: [sql`coalesce(task.plan_id, 0)`, sql`coalesce(task.document_id, 0)`, sql`task.ordinal`],
  };
  return keys[sort.replace('-', '') as keyof typeof keys];
}

const joined = (db: Db) =>
  db
    .selectFrom('task')
    .leftJoin('document', 'document.id', 'task.documentId')
    .leftJoin('plan', 'plan.id', 'task.planId');

const rowColumns = (day: string) =>
  [
    'task.id' as const,
    'task.text' as const,
    'task.groupName' as const,
    'task.dueKind' as const,
    'task.dueFrom' as const,
    'task.dueTo' as const,
    'task.dueEvery' as const,
    'task.dueDay' as const,
    'task.items' as const,
    'task.milestones' as const,
    'task.duties' as const,
    'task.version' as const,
    'document.id as documentId' as const,
    'document.number' as const,
    'document.title' as const,
    'document.fileName' as const,
    'document.issuedOn' as const,
    'document.issuer' as const,
    'document.status as documentStatus' as const,
    'task.planId' as const,
    'plan.title as planTitle' as const,
    'plan.number as planNumber' as const,
    'plan.status as planStatus' as const,
    sql<string | null>`(select u.name from unit u where u.id = plan.owner_id)`.as('planOwner'),
    classOf(day).as('class'),
  ] as const;

const allConditions = ({ filter, day, readable }: Omit<Wanted, 'sort'>): Condition[] => [
  ...plainConditions(filter, readable),
  ...facetConditions(filter, day).values(),
];

/** Undefined: words are looked for with the other filters, if there are any. */
export async function tasksMatching(
  db: Db,
  q: string | undefined,
  readable: Readable,
): Promise<readonly number[] | undefined> {
  const found = wordsAmong(q, readable);
  if (found === null) return undefined;
  const { rows } = await sql<{ id: number }>`select id from (${found}) as f`.execute(db);
  return rows.map(({ id }) => id);
}

export type TaskRecord = Awaited<ReturnType<typeof listTasks>>[number];

export async function listTasks(db: Db, wanted: Wanted, limit: number, offset: number) {
  const rows = await sorted(db, wanted).select(rowColumns(wanted.day)).limit(limit).offset(offset).execute();
  return withMore(db, rows, wanted.day);
}

export async function taskIds(db: Db, wanted: Wanted): Promise<readonly number[]> {
  return (await sorted(db, wanted).select('task.id').execute()).map(({ id }) => id);
}

/** In the order of the ids. */
export async function tasksAmong(
  db: Db,
  ids: readonly number[],
  day: string,
): Promise<readonly TaskRecord[]> {
  const found = await joined(db)
    .where(sql<boolean>`task.id = any(${[...ids]}::bigint[])`)
    .select(rowColumns(day))
    .execute();
  const rows = new Map((await withMore(db, found, day)).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

function sorted(db: Db, wanted: Wanted) {
  const { sort, day } = wanted;
  const descending = sort.startsWith('-');
  let query = joined(db).where((eb) => eb.and(allConditions(wanted)));
  for (const key of sortKeys(sort, day)) {
    query = query.orderBy(key, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()));
  }
  return query.orderBy('task.id', sort === '-order' ? 'desc' : 'asc');
}

async function withMore<R extends { id: number; duties: number }>(db: Db, rows: readonly R[], day: string) {
  const ids = rows.map(({ id }) => id);
  const agencies = await agenciesOf(db, ids);
  const handed = await handedDown(
    db,
    rows.filter(({ duties }) => duties > 0).map(({ id }) => id),
    day,
  );
  return rows.map((row) => ({
    ...row,
    agencies: agencies.get(row.id) ?? [],
    handedDown: handed.get(row.id) ?? null,
  }));
}

export type AgencyRow = Selectable<Tables['taskAgency']>;

async function agenciesOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, AgencyRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('taskAgency')
    .selectAll()
    .where(sql<boolean>`task_id = any(${[...ids]}::bigint[])`)
    .orderBy('taskId')
    .orderBy('ordinal')
    .execute();
  return Map.groupBy(rows, ({ taskId }) => taskId);
}

export interface Handed {
  readonly taskId: number;
  readonly onTime: number;
  readonly late: number;
  readonly inTerm: number;
  readonly overdue: number;
  /** Of the last that was done, once all are. */
  readonly doneOn: string | null;
}

/** The duties that lead them, by class. */
async function handedDown(db: Db, ids: readonly number[], day: string): Promise<ReadonlyMap<number, Handed>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Handed>`select task_id as "taskId",
      count(*) filter (where done_on is not null and coalesce(done_on <= due_on, true)) as "onTime",
      count(*) filter (where done_on > due_on) as late,
      count(*) filter (where done_on is null and coalesce(due_on >= ${day}::date, true)) as "inTerm",
      count(*) filter (where done_on is null and due_on < ${day}::date) as overdue,
      case when count(*) = count(done_on) then max(done_on) end as "doneOn"
    from duty where task_id = any(${[...ids]}::bigint[]) and role = 'lead' and cancelled_on is null
    group by task_id`.execute(db);
  return new Map(rows.map((row) => [row.taskId, row]));
}

export async function countTasks(db: Db, wanted: Omit<Wanted, 'sort'>): Promise<number> {
  const row = await db
    .selectFrom('task')
    .where((eb) => eb.and(allConditions(wanted)))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function taskById(
  db: Db,
  id: number,
  { day, readable: { visible } }: Pick<Wanted, 'day' | 'readable'>,
) {
  const row = await joined(db)
    .where('task.id', '=', id)
    .where('task.withdrawnAt', 'is', null)
    .where(visible)
    .select(rowColumns(day))
    .select(['task.spanStart', 'task.spanEnd', 'task.rule', 'task.edited', 'task.continues'])
    .select(['task.outputs', 'task.budget', 'task.asksPlan', 'task.onCall', 'task.ownerId'])
    .select('plan.confirmerId')
    .select('task.superiorTaskId')
    .executeTakeFirst();
  return row ? (await withMore(db, [row], day))[0] : undefined;
}

export const assignmentsOf = (db: Db, taskId: number) =>
  db
    .selectFrom('assignment')
    .innerJoin('unit', 'unit.id', 'assignment.unitId')
    .select(['assignment.unitId', 'assignment.role', 'assignment.part', 'unit.name'])
    .where('taskId', '=', taskId)
    .orderBy('assignment.role', 'desc')
    .orderBy('unit.name')
    .execute();

const linked = (db: Db, { day, readable: { visible } }: Pick<Wanted, 'day' | 'readable'>) =>
  joined(db)
    .leftJoin('unit', 'unit.id', 'task.ownerId')
    .where('task.withdrawnAt', 'is', null)
    .where(visible)
    .select(['task.id', 'task.text', 'task.planId', 'task.ownerId', 'unit.name as ownerName'])
    .select(['plan.title as planTitle', 'plan.number as planNumber', 'plan.status as planStatus'])
    .select(sql<string | null>`(select u.name from unit u where u.id = plan.owner_id)`.as('planOwner'))
    .select(classOf(day).as('class'));

export type LinkedRecord = Awaited<ReturnType<typeof tasksBelow>>[number];

/** Tasks of plans below that carry it out. */
export const tasksBelow = (db: Db, id: number, seen: Pick<Wanted, 'day' | 'readable'>) =>
  linked(db, seen).where('task.superiorTaskId', '=', id).orderBy('task.id').limit(500).execute();

export const linkedTask = (db: Db, id: number, seen: Pick<Wanted, 'day' | 'readable'>) =>
  linked(db, seen).where('task.id', '=', id).executeTakeFirst();
