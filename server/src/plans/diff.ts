// What two editions of a plan say differently, task by task and field by field.
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { repetition } from '../tasks/due-day.ts';
import { readable, seesInside } from './access.ts';
import type { PlanBody, PlanDue, PlanTask } from './body.ts';
import type { Head } from './check.ts';
import * as editions from './edition-queries.ts';
import type { PlanRow } from './queries.ts';
import type * as schema from './schema.ts';
import type { Asked, Writing } from './service.ts';

export type PlanDiff = z.infer<typeof schema.planDiff>;

export interface Edition {
  readonly head: Head;
  readonly body: PlanBody;
}

interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A due date as ISO 8601 writes it: a day, an interval, a repetition. */
function isoDue(due: PlanDue): string | null {
  if (due.kind === 'by') return due.date;
  if (due.kind === 'during') return `${due.from}/${due.to}`;
  return due.kind === 'recurring' ? repetition(due.every, due.on) : null;
}

const agencies = (list: PlanTask['lead']) =>
  list.map(({ name, part }) => (part ? `${name}: ${part}` : name)).join('\n') || null;

/** Every field in one string, to be compared and shown. */
const taskFields = (task: PlanTask, body: PlanBody): Readonly<Record<string, string | null>> => ({
  text: task.text,
  group: body.groups.find(({ id }) => id === task.groupId)?.title ?? null,
  items: task.items.join('\n') || null,
  lead: agencies(task.lead),
  coordinating: agencies(task.coordinating),
  due: isoDue(task.due),
  onCall: task.onCall ? 'true' : null,
  outputs: task.outputs.join('\n') || null,
  milestones: task.milestones.map(({ date, text }) => `${date}: ${text}`).join('\n') || null,
  budget: task.budget,
  asksPlan: task.asksPlan ? 'true' : null,
  superiorTask: task.superiorTaskId === null ? null : String(task.superiorTaskId),
});

const restFields = ({ head, body }: Edition): Readonly<Record<string, string | null>> => ({
  title: head.title,
  period: `${head.periodFrom}/${head.periodTo}`,
  bases: body.bases.join('\n') || null,
  objectives: body.objectives.join('\n') || null,
  targets:
    body.targets
      .map(({ text, value, unit, by }) => [text, value, unit, by].filter((part) => part !== null).join(' · '))
      .join('\n') || null,
  groups: body.groups.map(({ title }) => title).join('\n') || null,
  arrangements: body.arrangements.join('\n') || null,
});

function changes(
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>,
): Change[] {
  return Object.keys(after)
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** In the order of the later edition; what it leaves out stands where it stood. Pure. */
export function compare(before: Edition, after: Edition): Omit<PlanDiff, 'from' | 'to'> {
  const earlier = new Map(before.body.tasks.map((task) => [task.id, task]));
  const staying = new Set(after.body.tasks.map(({ id }) => id));
  const tasks: PlanDiff['tasks'] = after.body.tasks.map((task) => {
    const old = earlier.get(task.id);
    const fields = old ? changes(taskFields(old, before.body), taskFields(task, after.body)) : [];
    const change = !old ? 'added' : fields.length > 0 ? 'changed' : 'same';
    return { planTaskId: task.id, change, text: task.text, fields };
  });
  before.body.tasks.forEach((task, index) => {
    if (staying.has(task.id)) return;
    const previous = before.body.tasks[index - 1]?.id;
    const at = tasks.findIndex(({ planTaskId }) => planTaskId === previous) + 1;
    tasks.splice(at, 0, { planTaskId: task.id, change: 'removed', text: task.text, fields: [] });
  });
  return { tasks, rest: changes(restFields(before), restFields(after)) };
}

export interface Editions {
  /** The one before `to` if left out. */
  readonly from?: number | undefined;
  /** The amendment being drawn up counts as the next; the newest if left out. */
  readonly to?: number | undefined;
}

export async function diff(deps: Writing, { actor, id }: Asked, wanted: Editions): Promise<PlanDiff> {
  const row = await readable(deps.db, actor, id);
  const drafting = row.amendment !== null && seesInside(actor, row);
  const to = wanted.to ?? row.edition + (drafting ? 1 : 0);
  const from = wanted.from ?? Math.max(1, to - 1);
  if (Math.max(from, to) > row.edition && !seesInside(actor, row)) throw new Forbidden('not-allowed');
  const [before, after] = [await edition(deps.db, row, from), await edition(deps.db, row, to)];
  return { from, to, ...compare(before, after) };
}

async function edition(db: Db, row: PlanRow, wanted: number): Promise<Edition> {
  if (row.amendment && row.amendmentHead && wanted === row.edition + 1) {
    return { head: row.amendmentHead, body: row.amendment };
  }
  const found = await editions.editionOf(db, row.id, wanted);
  if (!found) throw new NotFound('plan-no-edition', { edition: wanted });
  return { head: found, body: found.body };
}
