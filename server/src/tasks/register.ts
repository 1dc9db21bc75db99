// Looking into the register: a page with its facets, one task with its source and history, all rows for an export.
import type { z } from '@hono/zod-openapi';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { excerptOf } from '../documents/excerpt.ts';
import { NotFound } from '../errors.ts';
import { present, type TaskRow } from './present.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';

type Query = z.infer<typeof schema.taskListQuery>;
type TaskList = z.infer<typeof schema.taskList>;
type TaskDetail = z.infer<typeof schema.taskDetail>;
type Asking = Pick<Deps, 'db' | 'clock'>;

export async function list({ db, clock }: Asking, { sort, page, size, ...filter }: Query): Promise<TaskList> {
  const wanted = { filter, sort, day: today(clock) };
  const facet = (name: queries.Facet) => queries.facetOf(db, wanted, name);
  const [rows, total, lead, coordinating, group, document, status, dueKind] = await Promise.all([
    queries.listTasks(db, wanted, size, (page - 1) * size),
    queries.countTasks(db, wanted),
    facet('lead'),
    facet('coordinating'),
    facet('group'),
    facet('document'),
    facet('status'),
    facet('dueKind'),
  ]);
  const facets = { lead, coordinating, group, document, status, dueKind } as unknown as TaskList['facets'];
  return { rows: rows.map(present), total, page, size, facets };
}

/** Rows of an export in portions, so that no export is held in memory as a whole. */
export async function* allTasks(
  { db, clock }: Asking,
  filter: queries.TaskFilter,
  sort: queries.TaskSort,
): AsyncGenerator<readonly TaskRow[]> {
  const wanted = { filter, sort, day: today(clock) };
  const portion = 5000;
  for (let offset = 0; ; offset += portion) {
    const rows = await queries.listTasks(db, wanted, portion, offset);
    if (rows.length > 0) yield rows.map(present);
    if (rows.length < portion) return;
  }
}

export async function one({ db, clock }: Asking, id: number): Promise<TaskDetail> {
  const row = await queries.taskById(db, id, today(clock));
  if (!row) throw new NotFound('no-task', { id });
  const { spanStart, spanEnd } = row;
  const source =
    spanStart === null || spanEnd === null ? null : await excerptOf(db, row.documentId, [spanStart, spanEnd]);
  const history = await queries.historyOf(db, id);
  return {
    ...present(row),
    milestones: [...row.milestones],
    source: source && {
      ...source,
      span: source.span,
    },
    note: row.note,
    rule: row.rule,
    edited: row.edited,
    continues: row.continues,
    version: row.version,
    history: history.map(({ at, action, field, before, after }) => ({
      at: at.toISOString(),
      action,
      field,
      before,
      after,
    })),
  };
}
