// Looking into the register: a page, its facets, one task with its source and history, all rows for an export.
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { excerptOf } from '../documents/excerpt.ts';
import { NotFound } from '../errors.ts';
import { portionsOf } from '../sheets/column.ts';
import { unitNames } from '../units/service.ts';
import { historyOf } from './events.ts';
import { facetsOf } from './facets.ts';
import type { Facet, TaskFilter, TaskSort } from './filter.ts';
import { present, presentLinked, type TaskRow } from './present.ts';
import * as queries from './queries.ts';
import { readableBy } from './reach.ts';
import type * as schema from './schema.ts';

type Query = z.infer<typeof schema.taskListQuery>;
type TaskList = z.infer<typeof schema.taskList>;
type TaskFacets = z.infer<typeof schema.taskFacets>;
type TaskDetail = z.infer<typeof schema.taskDetail>;

export interface Asking extends Pick<Deps, 'db' | 'clock'> {
  readonly actor: Actor;
}

async function seenBy({ db, clock, actor }: Asking, q?: string) {
  const readable = await readableBy(db, actor);
  const matching = await queries.tasksMatching(db, q, readable);
  return { day: today(clock), readable: { ...readable, ...(matching && { matching }) } };
}

export async function list(asking: Asking, { sort, page, size, ...filter }: Query): Promise<TaskList> {
  const wanted = { filter, sort, ...(await seenBy(asking, filter.q)) };
  const [rows, total] = await Promise.all([
    queries.listTasks(asking.db, wanted, size, (page - 1) * size),
    queries.countTasks(asking.db, wanted),
  ]);
  return { rows: rows.map(present), total, page, size };
}

export async function facets(asking: Asking, filter: TaskFilter): Promise<TaskFacets> {
  const rows = await facetsOf(asking.db, { filter, ...(await seenBy(asking, filter.q)) });
  const of = (facet: Facet) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ key, label, count }) => ({ key, label, count }))
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'vi', { numeric: true }));
  return {
    lead: of('lead'),
    coordinating: of('coordinating'),
    group: of('group'),
    document: of('document'),
    plan: of('plan'),
    status: of('status'),
    dueKind: of('dueKind'),
  };
}

const portion = 1000;

/** Rows of an export in portions: the list as it was when it began, so that no export is held in memory as a whole. */
export async function* allTasks(
  asking: Asking,
  filter: TaskFilter,
  sort: TaskSort,
): AsyncGenerator<readonly TaskRow[]> {
  const wanted = { filter, sort, ...(await seenBy(asking, filter.q)) };
  const ids = await queries.taskIds(asking.db, wanted);
  yield* portionsOf(ids, portion, async (some) =>
    (await queries.tasksAmong(asking.db, some, wanted.day)).map(present),
  );
}

const mayDirect = (
  { actor }: Asking,
  { ownerId, confirmerId }: { readonly ownerId: number | null; readonly confirmerId: number | null },
): boolean => may(actor, 'duty.direct', { unitId: ownerId, issuerId: ownerId, confirmerId, issued: true });

export async function one(asking: Asking, id: number): Promise<TaskDetail> {
  const { db } = asking;
  const seen = await seenBy(asking);
  const row = await queries.taskById(db, id, seen);
  if (!row) throw new NotFound('no-task', { id });
  const { spanStart, spanEnd, documentId, ownerId, superiorTaskId } = row;
  const source =
    spanStart === null || spanEnd === null || documentId === null
      ? null
      : await excerptOf(db, documentId, [spanStart, spanEnd]);
  const superior = superiorTaskId === null ? null : await queries.linkedTask(db, superiorTaskId, seen);
  const names = await unitNames(db, ownerId === null ? [] : [ownerId]);
  const handedTo = await queries.assignmentsOf(db, id);
  const history = await historyOf(db, id);
  return {
    ...present(row),
    milestones: [...row.milestones],
    outputs: row.outputs,
    budget: row.budget,
    asksPlan: row.asksPlan,
    onCall: row.onCall,
    mayCall: row.onCall && handedTo.length > 0 && mayDirect(asking, row),
    owner: ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? '' },
    handedTo: handedTo.map(({ unitId, name, role, part }) => ({ unit: { id: unitId, name }, role, part })),
    duties: row.planId === null ? null : `/api/duties?task=${id}`,
    superior: superior ? presentLinked(superior) : null,
    below: (await queries.tasksBelow(db, id, seen)).map(presentLinked),
    source,
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
