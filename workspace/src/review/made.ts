// Which tasks a person made by splitting or merging: the draft does not say it outright, but leaves its traces.
import type { DraftTask } from '@nhipcau/server/contract';

export type Made = { readonly how: 'split'; readonly from: number | null } | { readonly how: 'merged' };

/** By the task's id. A split one names the number of the task whose place it shares; the first of the parts none. */
export function madeTasks(tasks: readonly DraftTask[]): ReadonlyMap<string, Made> {
  const made = new Map<string, Made>();
  const firstAt = new Map<string, number>();
  const byPlace = Map.groupBy(tasks.filter(isPart), placeOf);
  for (const [index, task] of tasks.entries()) {
    if (isMerged(task)) made.set(task.id, { how: 'merged' });
    else if (isPart(task) && (byPlace.get(placeOf(task))?.length ?? 0) > 1) {
      const first = firstAt.get(placeOf(task));
      if (first === undefined) firstAt.set(placeOf(task), index + 1);
      made.set(task.id, { how: 'split', from: first ?? null });
    }
  }
  return made;
}

/** Parts keep the place of the whole; their words and details count as edited. */
const isPart = (task: DraftTask) => task.span !== null && isEdited(task, ['text', 'items']);
const placeOf = (task: DraftTask) => (task.span ?? []).join('-');

/** Nothing but a merge edits all of these together with what the reader of documents found. */
const isMerged = (task: DraftTask) =>
  isEdited(task, ['text', 'items', 'lead', 'coordinating', 'due', 'milestones']) &&
  (task.evidence.rule !== null || task.evidence.items.length > 0);

const isEdited = (task: DraftTask, fields: DraftTask['edited']) =>
  task.origin === 'person' && fields.every((field) => task.edited.includes(field));
