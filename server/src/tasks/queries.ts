// Rows of the register: the filters are the same for the table, its facets and the exports.
import { sql, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { matchesPhrase } from '../text/search.ts';
import type * as schema from './schema.ts';

export type TaskFilter = z.infer<typeof schema.taskFilter>;
export type TaskSort = z.infer<typeof schema.taskSort>;
export type TaskClass = z.infer<typeof schema.taskClass>;

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

export const lockTask = (db: Db, id: number) =>
  db
    .selectFrom('task')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();

/** Derived whenever it is asked: a day later it may be another. `day` is today, ISO. */
const classOf = (day: string) => sql<TaskClass>`case
  when task.status = 'cancelled' then 'cancelled'
  when task.status = 'done' and task.due_to is null then 'done'
  when task.status = 'done' and task.done_on <= task.due_to then 'done-on-time'
  when task.status = 'done' then 'done-late'
  when task.due_to is null then 'no-date'
  when task.due_to < ${day}::date then 'overdue'
  else 'in-term' end`;

export type Facet = 'lead' | 'coordinating' | 'group' | 'document' | 'status' | 'dueKind';

type Conditions = readonly Expression<SqlBool>[];
type Joined = Pick<Tables, 'task' | 'document'>;

function agencyIs(keys: readonly string[], role?: 'lead' | 'coordinating'): Expression<SqlBool> {
  const ofRole = role ? sql`and a.role = ${role}` : sql``;
  return sql`exists (select 1 from task_agency a where a.task_id = task.id ${ofRole} and a.key = any(${[...keys]}::text[]))`;
}

/** The conditions of a filter, without those of the facet that is being counted. */
function conditions(filter: TaskFilter, day: string, without?: Facet): Conditions {
  const all: Expression<SqlBool>[] = [sql`task.withdrawn_at is null`];
  const add = (facet: Facet | null, wanted: unknown, make: () => Expression<SqlBool>) => {
    if (wanted !== undefined && !(facet !== null && facet === without)) all.push(make());
  };
  const { lead = [], coordinating = [], agency = [], group = [], status = [], dueKind = [] } = filter;
  all.push(...matchesPhrase('task', filter.q ?? '', sql`withdrawn_at is null`));
  add('lead', filter.lead, () => agencyIs(lead, 'lead'));
  add('coordinating', filter.coordinating, () => agencyIs(coordinating, 'coordinating'));
  add(null, filter.agency, () => agencyIs(agency));
  add('group', filter.group, () => sql`task.group_name = any(${group}::text[])`);
  add('document', filter.document, () => sql`task.document_id = any(${documentIds(filter)}::bigint[])`);
  add('dueKind', filter.dueKind, () => sql`task.due_kind = any(${dueKind}::text[])`);
  add('status', filter.status, () => statusIs(status, day));
  // A task is in a period if any day of its own falls into it.
  add(null, filter.dueFrom, () => sql`task.due_to >= ${filter.dueFrom}::date`);
  add(null, filter.dueTo, () => sql`coalesce(task.due_from, task.due_to) <= ${filter.dueTo}::date`);
  add(
    null,
    filter.noLead,
    () => sql`not exists (select 1 from task_agency a where a.task_id = task.id and a.role = 'lead')`,
  );
  return all;
}

function documentIds({ document = [] }: TaskFilter): number[] {
  return document.map(Number).filter((id) => Number.isSafeInteger(id));
}

function statusIs(wanted: readonly string[], day: string): Expression<SqlBool> {
  const classes = wanted.filter((each) => each !== 'open');
  const open = wanted.includes('open') ? sql`or task.status = 'open'` : sql``;
  return sql`(${classOf(day)} = any(${classes}::text[]) ${open})`;
}

const firstAgency = (role: 'lead' | 'coordinating') =>
  sql`(select min(a.label collate vi) from task_agency a where a.task_id = task.id and a.role = ${role})`;

/** What each sort goes by; ties go by document and place in it. */
function sortKeys(sort: TaskSort, day: string): readonly Expression<unknown>[] {
  const keys = {
    due: [sql`task.due_to`, sql`task.due_from`],
    text: [sql`task.text`],
    lead: [firstAgency('lead')],
    coordinating: [firstAgency('coordinating')],
    group: [sql`task.group_name`],
    document: [sql`document.number`, sql`document.title`],
    status: [
      sql`array_position(array['overdue','in-term','no-date','done-late','done-on-time','done','cancelled'], ${classOf(day)})`,
    ],
    order: [],
  };
  return keys[sort.replace('-', '') as keyof typeof keys];
}

const from = (db: Db, where: Conditions) =>
  db
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.documentId')
    .where((eb: ExpressionBuilder<Joined, 'task' | 'document'>) => eb.and([...where]));

const rowColumns = (day: string) =>
  [
    ...([
      'task.id',
      'document.id as documentId',
      'task.text',
      'task.groupName',
      'task.dueKind',
      'task.dueFrom',
    ] as const),
    ...([
      'task.dueTo',
      'task.dueEvery',
      'task.items',
      'task.milestones',
      'task.status',
      'task.doneOn',
    ] as const),
    ...(['task.note', 'task.version'] as const),
    ...([
      'document.number',
      'document.title',
      'document.fileName',
      'document.issuedOn',
      'document.issuer',
    ] as const),
    'document.status as documentStatus' as const,
    classOf(day).as('class'),
  ] as const;

export interface Wanted {
  readonly filter: TaskFilter;
  readonly sort: TaskSort;
  readonly day: string;
}

export type TaskRecord = Awaited<ReturnType<typeof listTasks>>[number];

export async function listTasks(db: Db, { filter, sort, day }: Wanted, limit: number, offset: number) {
  const descending = sort.startsWith('-');
  let query = from(db, conditions(filter, day)).select(rowColumns(day));
  for (const key of sortKeys(sort, day)) {
    query = query.orderBy(key, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()));
  }
  const rows = await query
    .orderBy('document.id', sort === '-order' ? 'desc' : 'asc')
    .orderBy('task.ordinal', sort === '-order' ? 'desc' : 'asc')
    .limit(limit)
    .offset(offset)
    .execute();
  const agencies = await agenciesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, agencies: agencies.get(row.id) ?? [] }));
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

export async function countTasks(db: Db, { filter, day }: Wanted): Promise<number> {
  const row = await from(db, conditions(filter, day))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export interface FacetRow {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

const facetExpressions = (day: string) => ({
  group: { key: sql<string>`task.group_name`, label: sql<string>`task.group_name` },
  document: {
    key: sql<string>`task.document_id::text`,
    label: sql<string>`coalesce(document.number, document.title, document.file_name)`,
  },
  status: { key: sql<string>`${classOf(day)}`, label: sql<string>`${classOf(day)}` },
  dueKind: { key: sql<string>`task.due_kind`, label: sql<string>`task.due_kind` },
});

export async function facetOf(db: Db, { filter, day }: Wanted, facet: Facet): Promise<readonly FacetRow[]> {
  const base = from(db, conditions(filter, day, facet));
  const count = sql<number>`count(distinct task.id)`.as('count');
  if (facet === 'lead' || facet === 'coordinating') {
    return base
      .innerJoin('taskAgency', 'taskAgency.taskId', 'task.id')
      .where('taskAgency.role', '=', facet)
      .select(['taskAgency.key as key', sql<string>`min(task_agency.label)`.as('label'), count])
      .groupBy('taskAgency.key')
      .orderBy('count', 'desc')
      .orderBy('label')
      .limit(200)
      .execute();
  }
  const { key, label } = facetExpressions(day)[facet];
  const inner = base.select([key.as('key'), label.as('label'), 'task.id as id']).as('found');
  return db
    .selectFrom(inner)
    .where('found.key', 'is not', null)
    .select([
      'found.key',
      sql<string>`min(found.label)`.as('label'),
      (eb) => eb.fn.countAll<number>().as('count'),
    ])
    .groupBy('found.key')
    .orderBy('count', 'desc')
    .orderBy(sql`min(found.label) collate vi`)
    .limit(200)
    .execute();
}

export async function taskById(db: Db, id: number, day: string) {
  const row = await from(db, [sql`task.withdrawn_at is null`, sql`task.id = ${id}`])
    .select(rowColumns(day))
    .select(['task.spanStart', 'task.spanEnd', 'task.rule', 'task.edited', 'task.continues'])
    .executeTakeFirst();
  if (!row) return null;
  const agencies = await agenciesOf(db, [id]);
  return { ...row, agencies: agencies.get(id) ?? [] };
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
