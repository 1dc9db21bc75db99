// A revision against the version it revises: what the document changed, and what people had edited and is carried over. Pure.
import type { z } from '@hono/zod-openapi';
import { repetition } from '../tasks/due-day.ts';
import { fieldNames, type Draft, type DraftField, type DraftTask, type Due } from './draft.ts';
import { matchTasks } from './revision-match.ts';
import { numberKey } from './row.ts';
import type * as schema from './schema.ts';

export type RevisionDiff = z.infer<typeof schema.revisionDiff>;

export interface Versions {
  /** The earlier version as it was recognised, and as people left it. */
  readonly earlierBase: Draft;
  readonly earlierNow: Draft;
  /** The revision as it was recognised. */
  readonly base: Draft;
}

export interface Merged {
  readonly draft: Draft;
  readonly diff: RevisionDiff;
}

type TaskField = 'text' | 'group' | 'lead' | 'coordinating' | 'due' | 'items' | 'milestones';
const taskFields: readonly TaskField[] = [
  'text',
  'group',
  'lead',
  'coordinating',
  'due',
  'items',
  'milestones',
];

/** A due date as ISO 8601 writes it: a day, an interval ("…/…"), a repetition ("R/year"). */
export function isoDue(due: Due): string | null {
  if (due.kind === 'by') return due.date;
  if (due.kind === 'during') return `${due.from}/${due.to}`;
  return due.kind === 'recurring' ? repetition(due.every, due.on) : null;
}

/** A field in one string, to be compared and shown. */
function shown(task: DraftTask, field: TaskField): string | null {
  if (field === 'lead' || field === 'coordinating')
    return task[field].map(({ name }) => name).join('; ') || null;
  if (field === 'due') return isoDue(task.due);
  if (field === 'items') return task.items.join('\n') || null;
  if (field === 'milestones')
    return task.milestones.map(({ date, text }) => `${date}: ${text}`).join('\n') || null;
  return task[field] || null;
}

export function mergeRevision(versions: Versions): Merged {
  const { earlierBase, base } = versions;
  const pairs = matchTasks(earlierBase.tasks, base.tasks);
  const diff: RevisionDiff = { ...documentDiff(earlierBase, base, pairs), carried: [], conflicts: [] };
  const merging: Merging = { ...versions, diff, pairs };
  const withTasks = { ...base, tasks: base.tasks.map((task) => carryTask(task, merging)) };
  const draft = carryAdded(carryCitations(carryFields(withTasks, merging), merging), merging);
  return { draft, diff };
}

interface Merging extends Versions {
  readonly diff: RevisionDiff;
  readonly pairs: ReadonlyMap<string, string>;
}

/** What the two documents themselves say differently, whatever people made of it. */
function documentDiff(earlier: Draft, later: Draft, pairs: ReadonlyMap<string, string>) {
  const byId = new Map(earlier.tasks.map((task) => [task.id, task]));
  const continued = new Set(pairs.values());
  const both = later.tasks.flatMap((task) => {
    const before = byId.get(pairs.get(task.id) ?? '');
    return before ? [{ task, before }] : [];
  });
  const changed = both.flatMap(({ task, before }) => {
    const changes = taskFields
      .map((field) => ({ field, before: shown(before, field), after: shown(task, field) }))
      .filter((change) => change.before !== change.after);
    return changes.length > 0
      ? [{ taskId: task.id, earlierTaskId: before.id, text: task.text, changes }]
      : [];
  });
  return {
    fields: fieldNames
      .map((field) => ({ field, before: earlier.fields[field] ?? null, after: later.fields[field] ?? null }))
      .filter(({ before, after }) => before !== after),
    added: later.tasks.filter(({ id }) => !pairs.has(id)).map(({ id, text }) => ({ taskId: id, text })),
    removed: earlier.tasks
      .filter(({ id }) => !continued.has(id))
      .map(({ id, text }) => ({ earlierTaskId: id, text })),
    changed,
    unchanged: both.length - changed.length,
  };
}

function carryTask(task: DraftTask, { earlierBase, earlierNow, diff, pairs }: Merging): DraftTask {
  const earlierId = pairs.get(task.id);
  const before = earlierBase.tasks.find(({ id }) => id === earlierId);
  if (!before) return task;
  const now = earlierNow.tasks.find(({ id }) => id === earlierId);
  let result: DraftTask = { ...task, continues: before.id };
  // Struck, or merged into another: a person had decided that it is no task of its own.
  if (!now || now.struck) {
    diff.carried.push({ taskId: task.id, field: 'struck', value: 'true' });
    result = { ...result, struck: true };
  }
  for (const field of now ? now.edited : []) {
    const [was, is, wanted] = [shown(before, field), shown(task, field), shown(now ?? task, field)];
    if (is === wanted) continue;
    if (is === was) {
      diff.carried.push({ taskId: task.id, field, value: wanted });
      result = { ...result, [field]: now?.[field], edited: [...new Set([...result.edited, field])] };
    } else diff.conflicts.push({ taskId: task.id, field, edited: wanted, now: is });
  }
  return result;
}

function carryFields(draft: Draft, { earlierBase, earlierNow, base, diff }: Merging): Draft {
  const fields = { ...draft.fields };
  const editedFields = [...draft.editedFields];
  for (const field of earlierNow.editedFields.filter((name): name is DraftField => name in fields)) {
    const [was, is, wanted] = [earlierBase.fields[field], base.fields[field], earlierNow.fields[field]];
    if (is === wanted) continue;
    if (is === was) {
      fields[field] = wanted;
      editedFields.push(field);
      diff.carried.push({ taskId: null, field, value: wanted });
    } else diff.conflicts.push({ taskId: null, field, edited: wanted, now: is });
  }
  return { ...draft, fields, editedFields };
}

/** Citations are known by their number; edits of those without one cannot be carried. */
function carryCitations(draft: Draft, { earlierNow, earlierBase, diff }: Merging): Draft {
  const touched = new Map(
    earlierNow.citations
      .filter((citation) => citation.edited || citation.struck)
      .flatMap((citation) => {
        const original = earlierBase.citations.find(({ id }) => id === citation.id);
        const key = original ? numberKey(original.number) : null;
        return key === null || !original ? [] : [[key, { citation, original }] as const];
      }),
  );
  const citations = draft.citations.map((found) => {
    const { citation, original } = touched.get(numberKey(found.number) ?? '') ?? {};
    if (!citation || !original || found.date !== original.date || found.number !== original.number)
      return found;
    diff.carried.push({ taskId: null, field: 'citation', value: citation.number });
    const { type, number, date, issuer, title, role, struck, edited } = citation;
    return { ...found, type, number, date, issuer, title, role, struck, edited };
  });
  return { ...draft, citations };
}

/** Tasks that people had written themselves, behind the task they stood behind. */
function carryAdded(draft: Draft, { earlierNow, earlierBase, base, diff, pairs }: Merging): Draft {
  const recognised = new Set(earlierBase.tasks.map(({ id }) => id));
  const laterOf = new Map([...pairs].map(([later, earlier]) => [earlier, later]));
  const tasks = [...draft.tasks];
  // Ids of their own: those that the reviewer's steps make ("t<next>") stay the same with and without what is carried.
  let count = 0;
  let anchor: string | undefined;
  for (const task of earlierNow.tasks) {
    if (recognised.has(task.id)) {
      anchor = laterOf.get(task.id) ?? anchor;
      continue;
    }
    if (task.struck || base.tasks.some(({ text }) => text === task.text)) continue;
    count += 1;
    const id = `r${count}`;
    const noPlace = { span: null, evidence: { rule: task.evidence.rule, group: null, due: null, items: [] } };
    const carried: DraftTask = { ...task, ...noPlace, id, continues: task.id, origin: 'carried' };
    tasks.splice(tasks.findIndex((each) => each.id === anchor) + 1, 0, withoutPlaces(carried));
    anchor = id;
    diff.carried.push({ taskId: id, field: 'added', value: task.text });
  }
  return { ...draft, tasks };
}

/** The earlier version's places mean nothing in this text. */
function withoutPlaces(task: DraftTask): DraftTask {
  const lost = <T extends { span: unknown }>(list: readonly T[]) =>
    list.map((each) => ({ ...each, span: null }));
  return {
    ...task,
    lead: lost(task.lead),
    coordinating: lost(task.coordinating),
    milestones: lost(task.milestones),
  };
}
