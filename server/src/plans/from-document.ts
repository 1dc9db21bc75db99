// A plan made of an accepted document: its title, its tasks with their rows in the register, its targets.
import { typeName, type Parsed } from '@nhipcau/document';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Draft, DraftAgency, DraftCitation, DraftTask } from '../documents/draft.ts';
import { open } from '../documents/review.ts';
import { mustRead } from '../documents/rights.ts';
import { Conflict } from '../errors.ts';
import { matcherFor } from '../units/service.ts';
import type { PlanAgency, PlanBody, PlanTask } from './body.ts';
import { asksForPlans } from './own-plan-words.ts';
import { periodOfTasks, periodOfTitle, type Period } from './period.ts';
import * as queries from './queries.ts';

export interface Made {
  readonly title: string;
  readonly period: Period | null;
  readonly body: PlanBody;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly signer: string | null;
  readonly demo: boolean;
}

const longestTitle = 1000;

/** The document, if the actor may read it and it is in the register. */
export async function madeOfDocument(db: Db, actor: Actor, documentId: number): Promise<Made> {
  await queries.holdDocument(db, documentId);
  const { status } = await mustRead(db, actor, documentId);
  if (status !== 'accepted') throw new Conflict('plan-document-not-accepted');
  const { row, reading, draft } = await open(db, documentId);
  const body = bodyOf(draft.data, reading.parsed, await rowsOf(db, documentId));
  const title = row.title ?? row.fileName ?? '';
  return {
    title: title.slice(0, longestTitle),
    period: periodOfTitle(title) ?? periodOfTasks(body.tasks),
    body,
    number: row.number,
    issuedOn: row.issuedOn,
    signer: draft.data.signers[0]?.name ?? null,
    demo: row.demo,
  };
}

/** Which unit the document's issuer is. */
export async function issuerOf(db: Db, actor: Actor, documentId: number): Promise<number | null> {
  const row = await mustRead(db, actor, documentId);
  if (!row.issuer) return null;
  const match = await matcherFor(db, { issuer: row.issuer, on: row.issuedOn });
  return match(row.issuer).unitId;
}

async function rowsOf(db: Db, documentId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.taskRowsOf(db, documentId);
  return new Map(rows.map(({ draftId, id }) => [draftId ?? '', id]));
}

export function bodyOf(draft: Draft, parsed: Parsed, rows: ReadonlyMap<string, number>): PlanBody {
  const tasks = draft.tasks.filter(({ struck }) => !struck).slice(0, 2000);
  const { groups, groupIds } = groupsWith([], tasks);
  return {
    bases: draft.citations
      .filter(({ role, struck }) => role === 'basis' && !struck)
      .slice(0, 100)
      .map(basis),
    objectives: [],
    targets: parsed.targets.slice(0, 200).map((target, index) => ({
      id: `c${index + 1}`,
      text: target.text.slice(0, 1000),
      value: target.value,
      unit: target.unit?.slice(0, 100) ?? null,
      by: target.by !== null && /^\d{4}-\d\d-\d\d$/.test(target.by) ? target.by : null,
    })),
    groups,
    tasks: tasks.map((task) => taskOf(task, groupIds, rows)),
    arrangements: [],
  };
}

/** Without the document's number in front: the plan numbers its groups itself, and next year's document numbers otherwise. */
const titleOf = (group: string | null): string =>
  (group ?? '')
    .trim()
    .replace(/^(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+(?=\S)/u, '')
    .slice(0, 2000)
    .trim();

/** The groups that the tasks name, behind those that are there; and each by the name in the document. */
export function groupsWith(
  there: PlanBody['groups'],
  tasks: readonly DraftTask[],
): { readonly groups: PlanBody['groups']; readonly groupIds: ReadonlyMap<string, string> } {
  const groups = [...there];
  const groupIds = new Map(there.map(({ id, title }) => [title, id]));
  for (const { group } of tasks) {
    const title = titleOf(group);
    if (!title || groupIds.has(title) || groups.length >= 500) continue;
    let next = groups.length + 1;
    while (groups.some(({ id }) => id === `g${next}`)) next += 1;
    groups.push({ id: `g${next}`, title });
    groupIds.set(title, `g${next}`);
  }
  return { groups, groupIds };
}

const agency = ({ name, unitId }: DraftAgency): PlanAgency => ({ name, unitId, part: null });

export function taskOf(
  task: DraftTask,
  groupIds: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, number>,
): PlanTask {
  const leads = task.lead.map(({ name, matched }) => ({ name, many: matched === 'collective' }));
  return {
    id: task.id,
    groupId: groupIds.get(titleOf(task.group)) ?? null,
    text: task.text,
    items: task.items,
    lead: task.lead.map(agency),
    coordinating: task.coordinating.map(agency),
    due: task.due,
    onCall: task.due.kind === 'unspecified' && /\bđột xuất\b|\bkhi có yêu cầu\b/iu.test(task.text),
    outputs: [],
    milestones: task.milestones.map(({ text, date, span }) => ({ text, date, span })),
    budget: null,
    asksPlan: asksForPlans([task.text, ...task.items].join(' '), leads),
    superiorTaskId: null,
    taskId: rows.get(task.id) ?? null,
    proposal: false,
  };
}

/** "Căn cứ Quyết định số 1191/QĐ-TTg ngày 15/7/2026 của …": as it was recognised, in one line. */
function basis({ type, number, date, issuer, title }: DraftCitation): string {
  const [year, month, day] = date?.split('-') ?? [];
  const parts = [
    `Căn cứ ${type === null ? '' : (typeName(type) ?? type)}`.trim(),
    number ? `số ${number}` : null,
    date ? `ngày ${day}/${Number(month) < 3 ? month : Number(month)}/${year}` : null,
    issuer ? `của ${issuer}` : null,
    title,
  ];
  return parts.filter(Boolean).join(' ').slice(0, 2000);
}
