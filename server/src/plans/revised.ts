// A revised document whose earlier version was handed down as a plan: it enters as that plan's amendment, and touches nothing
// until the amendment is issued.
import type { Actor } from '../access/actor.ts';
import type { Note } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Transaction } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Draft, DraftTask } from '../documents/draft.ts';
import { Conflict } from '../errors.ts';
import type { PlanBody, PlanTask } from './body.ts';
import { groupsWith, taskOf } from './from-document.ts';
import { periodOfTitle } from './period.ts';
import * as queries from './queries.ts';
import type { PlanRow } from './queries.ts';
import { settle } from './service.ts';

/** The issued plan that a document was handed down as, locked; null: none. Throws where it cannot be amended now. */
export async function planToAmend(db: Db, documentId: number): Promise<PlanRow | null> {
  const found = await queries.planOfDocument(db, documentId);
  const plan = found && (await queries.lockPlan(db, found.id));
  if (!plan) return null;
  const { id } = plan;
  if (plan.issuedOn === null) throw new Conflict('plan-document-drafting', { id });
  if (plan.status === 'closed') throw new Conflict('plan-document-closed', { id });
  if (plan.amendment) throw new Conflict('plan-document-amending', { id });
  // It has been revised before: the newest version is the one to revise.
  if (plan.documentId !== documentId) throw new Conflict('has-revision', { id: plan.documentId ?? 0 });
  return plan;
}

/** A document stays in the register while a plan is made of it, or was. */
export async function requireNoPlan(db: Db, documentId: number): Promise<void> {
  const plan = await queries.planOfDocument(db, documentId);
  if (!plan) return;
  const { id } = plan;
  if (plan.amendmentDocumentId === documentId) throw new Conflict('plan-document-amending', { id });
  throw new Conflict(plan.issuedOn === null ? 'plan-document-drafting' : 'plan-document-issued', { id });
}

export interface Revised {
  readonly trx: Transaction<Tables>;
  readonly note: Note;
  readonly actor: Actor;
  readonly plan: PlanRow;
  readonly documentId: number;
  readonly earlier: Draft;
  readonly later: Draft;
}

export async function beginAmendment(revised: Revised): Promise<void> {
  const { trx, note, actor, plan, documentId, later } = revised;
  const rows = new Map(
    (await queries.taskRowsOf(trx, documentId)).map(({ draftId, id }) => [draftId ?? '', id]),
  );
  const body = revisedBody(revised, rows, await draftIds(trx, plan));
  const title = (later.fields.title ?? plan.title).slice(0, 1000);
  const { periodFrom, periodTo } = plan;
  const period = title === plan.title ? null : periodOfTitle(title);
  const head = { title, periodFrom: period?.from ?? periodFrom, periodTo: period?.to ?? periodTo };
  await settle({ trx, note, row: plan }, actor, {
    action: 'amending',
    detail: { documentId },
    amendment: JSON.stringify(body),
    amendmentHead: JSON.stringify(head),
    amendmentStatus: 'draft',
    amendmentDocumentId: documentId,
    submittedBy: null,
  });
}

/** The tasks' ids in the document that they come from, by their rows. */
async function draftIds(db: Db, plan: PlanRow): Promise<ReadonlyMap<number, string>> {
  const rows = plan.documentId === null ? [] : await queries.taskRowsOf(db, plan.documentId);
  return new Map(rows.flatMap(({ id, draftId }) => (draftId === null ? [] : [[id, draftId] as const])));
}

/** In the revision's order. What it says differently counts; what it leaves as it was stays as the plan has it. Pure. */
export function revisedBody(
  { plan, documentId, earlier, later }: Pick<Revised, 'plan' | 'documentId' | 'earlier' | 'later'>,
  rows: ReadonlyMap<string, number>,
  drafts: ReadonlyMap<number, string>,
): PlanBody {
  const tasks = later.tasks.filter(({ struck }) => !struck);
  const { groups, groupIds } = groupsWith(plan.body.groups, tasks);
  const before = new Map(earlier.tasks.map((task) => [task.id, task]));
  const known = new Map(
    plan.body.tasks.flatMap((task) => {
      const draftId = drafts.get(task.taskId ?? 0);
      return draftId === undefined ? [] : [[draftId, task] as const];
    }),
  );
  const made = tasks.map((task): PlanTask => {
    const fresh = { ...taskOf(task, groupIds, rows), id: `${documentId}.${task.id}`.slice(0, 40) };
    const [old, was] = [known.get(task.continues ?? ''), before.get(task.continues ?? '')];
    return old && was ? { ...old, ...differences(was, task, fresh) } : fresh;
  });
  // What people had added to the plan themselves no document takes away.
  const own = plan.body.tasks.filter(({ taskId }) => !drafts.has(taskId ?? 0));
  return { ...plan.body, groups, tasks: [...made, ...own].slice(0, 2000) };
}

/** The fields that the two documents say differently, as the plan has them. */
function differences(was: DraftTask, is: DraftTask, fresh: PlanTask): Partial<PlanTask> {
  const names = (task: DraftTask, role: 'lead' | 'coordinating') =>
    task[role].map(({ name, unitId }) => `${name}:${unitId}`).join('\n');
  const due = (task: DraftTask) => JSON.stringify(task.due);
  const steps = (task: DraftTask) => task.milestones.map(({ date, text }) => `${date} ${text}`).join('\n');
  return {
    ...(was.text === is.text ? {} : { text: fresh.text }),
    ...(was.group === is.group ? {} : { groupId: fresh.groupId }),
    ...(was.items.join('\n') === is.items.join('\n') ? {} : { items: fresh.items }),
    ...(names(was, 'lead') === names(is, 'lead') ? {} : { lead: fresh.lead }),
    ...(names(was, 'coordinating') === names(is, 'coordinating') ? {} : { coordinating: fresh.coordinating }),
    ...(due(was) === due(is) ? {} : { due: fresh.due }),
    ...(steps(was) === steps(is) ? {} : { milestones: fresh.milestones }),
  };
}
