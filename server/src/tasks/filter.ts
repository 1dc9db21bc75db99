// The conditions of a filter: the same for the table, its facets and the exports.
import { sql, type Expression, type SqlBool } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { matchesPhrase, taskIdsMatching } from '../text/search.ts';
import { dueWithin } from './due-within.ts';
import type { Readable } from './reach.ts';
import type * as schema from './schema.ts';

export type TaskFilter = z.infer<typeof schema.taskFilter>;
export type TaskSort = z.infer<typeof schema.taskSort>;
export type TaskClass = z.infer<typeof schema.taskClass>;
export type Facet = keyof z.infer<typeof schema.taskFacets>;
export type Condition = Expression<SqlBool>;

/** Derived whenever it is asked: a day later it may be another. `day` is today, ISO. */
export const classOf = (day: string) => sql<TaskClass>`case
  when task.duties > 0 and task.duties_open = 0 then case when task.any_late then 'done-late' else 'done-on-time' end
  else case when (case when task.duties > 0 then task.open_due else task.due_to end) is null then 'no-date'
    when (case when task.duties > 0 then task.open_due else task.due_to end) < ${day}::date then 'overdue'
    else 'in-term' end end`;

function agencyIs(keys: readonly string[], role?: 'lead' | 'coordinating'): Condition {
  const ofRole = role ? sql`and a.role = ${role}` : sql``;
  return sql`exists (select 1 from task_agency a where a.task_id = task.id ${ofRole} and a.key = any(${[...keys]}::text[]))`;
}

const idsIn = (values: readonly string[]): number[] =>
  values.map(Number).filter((id) => Number.isSafeInteger(id));

function statusIs(wanted: readonly string[], day: string): Condition {
  const open = wanted.includes('open') ? sql`or not (task.duties > 0 and task.duties_open = 0)` : sql``;
  const waiting = wanted.includes('not-handed-down') ? sql`or task.duties = 0` : sql``;
  return sql`(${classOf(day)} = any(${[...wanted]}::text[]) ${open} ${waiting})`;
}

/** Above so many trees the words of all are looked through at once. */
const manyTops = 200;

/** What finds the tasks of a few trees that hold the words; null: there are no words, or too many trees. */
export const wordsAmong = (q: string | undefined, { visible, tops }: Readable) =>
  !q?.trim() || tops === null || tops.length > manyTops ? null : taskIdsMatching(q, tops, visible);

/** Whether a row matches does not depend on other filters, nor on what others may see. */
function matching(q: string, { visible, matching: ids }: Readable): Condition[] {
  if (q.trim() === '') return [];
  if (ids) return [sql<SqlBool>`task.id = any(${`{${ids.join(',')}}`}::bigint[])`];
  return matchesPhrase('task', q, sql`task.withdrawn_at is null and ${visible}`);
}

/** Those that are no facet. */
export function plainConditions(filter: TaskFilter, readable: Readable): Condition[] {
  const { q = '', agency, dueFrom, dueTo, year, noLead } = filter;
  return [
    sql<SqlBool>`task.withdrawn_at is null and ${readable.visible}`,
    ...matching(q, readable),
    ...(agency ? [agencyIs(agency)] : []),
    ...dueWithin({ from: dueFrom, to: dueTo }),
    ...(year === undefined ? [] : [sql<SqlBool>`task.year = ${year}::smallint`]),
    ...(noLead
      ? [sql<SqlBool>`not exists (select 1 from task_agency a where a.task_id = task.id and a.role = 'lead')`]
      : []),
  ];
}

/** Those of facets that are set. */
export function facetConditions(filter: TaskFilter, day: string): ReadonlyMap<Facet, Condition> {
  const { lead, coordinating, group, document, plan, status, dueKind } = filter;
  const all: readonly (readonly [Facet, Condition | null])[] = [
    ['lead', lead ? agencyIs(lead, 'lead') : null],
    ['coordinating', coordinating ? agencyIs(coordinating, 'coordinating') : null],
    ['group', group ? sql`task.group_name = any(${group}::text[])` : null],
    ['document', document ? sql`task.document_id = any(${idsIn(document)}::bigint[])` : null],
    ['plan', plan ? sql`task.plan_id = any(${idsIn(plan)}::bigint[])` : null],
    ['status', status ? statusIs(status, day) : null],
    ['dueKind', dueKind ? sql`task.due_kind = any(${dueKind}::text[])` : null],
  ];
  return new Map(all.flatMap(([facet, condition]) => (condition ? [[facet, condition] as const] : [])));
}
