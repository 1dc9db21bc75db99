// The life of a plan: changed, submitted, returned or approved, closed, reopened, removed.
import type { z } from '@hono/zod-openapi';
import type { Transaction } from 'kysely';
import { mustMay, type Actor } from '../access/actor.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { openDuties } from '../duties/open.ts';
import { tellOpened } from '../duties/told.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { factsOf, readable, stateOf, steps, type Ability } from './access.ts';
import type { PlanBody } from './body.ts';
import { requirePeriod, requireSense, requireWhole, type Head } from './check.ts';
import { requireSuperiorTasks } from './links.ts';
import { detail, type PlanDetail } from './present.ts';
import * as queries from './queries.ts';
import type { PlanRow } from './queries.ts';
import type * as schema from './schema.ts';
import { tellDecided, tellSubmitted } from './told.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
export type PlanChange = z.infer<typeof schema.planChange>;
export type PlanStep = z.infer<typeof schema.planStep>;
type Trx = Transaction<Tables>;

export interface Asked {
  readonly actor: Actor;
  readonly id: number;
}

/** What a step works on, once it is known that the actor may take it now. */
export interface Opened {
  readonly trx: Trx;
  readonly note: Note;
  readonly row: PlanRow;
}

/** Runs a step: the plan is locked, the rule asked, the version compared, then whether the plan is ready for it. */
export async function taking<T extends { readonly version: number }>(
  deps: Writing,
  { actor, id }: Asked,
  { ability, wanted }: { readonly ability: Ability; readonly wanted: T },
  work: (opened: Opened) => Promise<void>,
): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    const row = await queries.lockPlan(trx, id);
    if (!row) throw new NotFound('no-plan', { id });
    const facts = await factsOf(trx, actor, row);
    mustMay(actor, steps[ability].action, facts, { read: 'plan.read', code: 'no-plan', id });
    if (row.version !== wanted.version) {
      const current = await detail({ db: trx, clock: deps.clock }, actor, row);
      throw new Conflict('stale-version', {}, { current, yours: wanted });
    }
    if (!steps[ability].open(row, actor)) throw refusal(ability, row);
    await work({ trx, note, row });
  });
}

function refusal(ability: Ability, row: PlanRow): Error {
  if (ability === 'withdraw' && stateOf(row) === 'submitted') return new Forbidden('plan-not-yours');
  if (ability === 'remove') return new Conflict('plan-in-use');
  return new Conflict('plan-wrong-state', { status: stateOf(row) });
}

/** Writes the row's next version, what happened, and the record of it. */
export async function settle(
  { trx, note, row }: Opened,
  actor: Actor,
  {
    action,
    reason = null,
    detail: more = {},
    ...columns
  }: Parameters<typeof queries.updatePlan>[2] & {
    action: string;
    reason?: string | null;
    detail?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await queries.updatePlan(trx, row.id, { ...columns, version: row.version + 1, changedAt: new Date() });
  const byProgram = actor.personId === null ? { by: actor.name } : {};
  await queries.addEvent(trx, {
    planId: row.id,
    personId: actor.personId,
    action,
    reason,
    detail: { ...more, ...byProgram },
  });
  note({
    action: `plan.${action}`,
    subject: 'plan',
    subjectId: row.id,
    unitId: row.ownerId,
    rootId: row.rootId,
    detail: { ...more, ...(reason ? { reason } : {}) },
  });
}

export async function one(deps: Writing, { actor, id }: Asked): Promise<PlanDetail> {
  return detail(deps, actor, await readable(deps.db, actor, id));
}

/** Rows of the register are tied to tasks by the server alone. */
function withRows(before: PlanBody, after: PlanBody): PlanBody {
  const known = new Map(before.tasks.map(({ id, taskId }) => [id, taskId]));
  const groups = new Set(after.groups.map(({ id }) => id));
  return {
    ...after,
    tasks: after.tasks.map((task) => ({
      ...task,
      taskId: known.get(task.id) ?? null,
      groupId: task.groupId !== null && groups.has(task.groupId) ? task.groupId : null,
    })),
  };
}

/** Another superior's plan has other tasks. */
const withoutLinks = (body: PlanBody): PlanBody => ({
  ...body,
  tasks: body.tasks.map((task) => ({ ...task, superiorTaskId: null })),
});

export const searchOf = (title: string, body: PlanBody, number: string | null, owner: string) =>
  searchColumns([title, number, owner, ...body.objectives, ...body.tasks.map(({ text }) => text)]);

export async function change(deps: Writing, asked: Asked, wanted: PlanChange): Promise<void> {
  await taking(deps, asked, { ability: 'edit', wanted }, async (opened) => {
    const { trx, row } = opened;
    const before: Head = row.amendmentHead ?? row;
    const head: Head = {
      title: wanted.title ?? before.title,
      periodFrom: wanted.periodFrom ?? before.periodFrom,
      periodTo: wanted.periodTo ?? before.periodTo,
    };
    requirePeriod(head);
    const now = row.amendment ?? row.body;
    const leaves = wanted.superiorId !== undefined && wanted.superiorId !== row.superiorId;
    const body = wanted.body ? withRows(now, wanted.body) : leaves ? withoutLinks(now) : now;
    requireSense(body);
    await requireUnits(trx, body);
    const superiorId = wanted.superiorId === undefined ? row.superiorId : wanted.superiorId;
    if (superiorId !== row.superiorId) {
      if (row.amendment) throw new Invalid('plan-title-fixed');
      const plan = { id: row.id, ownerId: row.ownerId, ...head };
      if (superiorId !== null) await requireSuperior(trx, asked.actor, plan, superiorId);
    }
    await requireSuperiorTasks(trx, superiorId, body);
    const owner = (await unitNames(trx, [row.ownerId])).get(row.ownerId) ?? '';
    const columns = row.amendment
      ? { amendment: JSON.stringify(body), amendmentHead: JSON.stringify(head) }
      : {
          ...head,
          superiorId,
          body: JSON.stringify(body),
          taskCount: body.tasks.length,
          ...searchOf(head.title, body, row.number, owner),
        };
    await settle(opened, asked.actor, { action: 'changed', ...columns });
  });
}

/** Every unit that a body names must be one. */
export async function requireUnits(trx: Trx, body: PlanBody): Promise<void> {
  const ids = new Set(
    body.tasks.flatMap(({ lead, coordinating }) =>
      [...lead, ...coordinating].flatMap(({ unitId }) => unitId ?? []),
    ),
  );
  const known = await unitNames(trx, [...ids]);
  const missing = [...ids].find((id) => !known.has(id));
  if (missing !== undefined) throw new Invalid('no-unit', { id: missing });
}

interface Carrying {
  readonly id?: number;
  readonly ownerId: number;
  readonly periodFrom?: string | undefined;
  readonly periodTo?: string | undefined;
}

/** A longer plan of the unit itself, within which this one lies: a year's plan carries the programme out. */
function isLonger(of: PlanRow, { id, periodFrom, periodTo }: Carrying): boolean {
  if (of.id === id || periodFrom === undefined || periodTo === undefined) return false;
  const within = of.periodFrom <= periodFrom && periodTo <= of.periodTo;
  return within && (of.periodFrom < periodFrom || periodTo < of.periodTo);
}

/** An issued plan of a unit above, or a longer one of the unit itself, which the actor may read. */
export async function requireSuperior(
  trx: Trx,
  actor: Actor,
  plan: Carrying,
  superiorId: number,
): Promise<PlanRow> {
  const superior = await readable(trx, actor, superiorId);
  const places = await placesOf(trx);
  const above = places.aboveWithPredecessors(plan.ownerId).has(superior.ownerId);
  const own = places.own(plan.ownerId).has(superior.ownerId) && isLonger(superior, plan);
  if (superior.status !== 'issued' || !(above || own)) throw new Invalid('plan-not-superior');
  return superior;
}

/** The plan's own status, or its amendment's. */
const moved = (row: PlanRow, to: 'draft' | 'submitted' | 'returned' | 'approved') =>
  row.amendment ? { amendmentStatus: to } : { status: to };

export async function submit(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  await taking(deps, asked, { ability: 'submit', wanted }, async (opened) => {
    const { row } = opened;
    requireWhole(row.amendmentHead ?? row, row.amendment ?? row.body);
    await settle(opened, asked.actor, {
      action: 'submitted',
      reason: wanted.reason ?? null,
      submittedBy: asked.actor.personId,
      ...moved(row, 'submitted'),
    });
    await tellSubmitted(opened.trx, { ...deps, actor: asked.actor }, row);
  });
}

export async function withdraw(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  await taking(deps, asked, { ability: 'withdraw', wanted }, (opened) =>
    settle(opened, asked.actor, {
      action: 'withdrawn',
      reason: wanted.reason ?? null,
      ...moved(opened.row, 'draft'),
    }),
  );
}

export async function giveBack(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  const reason = requireReason(wanted);
  await taking(deps, asked, { ability: 'return', wanted }, async (opened) => {
    const { trx, row } = opened;
    await settle(opened, asked.actor, { action: 'returned', reason, ...moved(row, 'returned') });
    await tellDecided(trx, { ...deps, actor: asked.actor }, row, { kind: 'plan-returned', reason });
  });
}

export async function approve(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  await taking(deps, asked, { ability: 'approve', wanted }, async (opened) => {
    const { trx, row } = opened;
    const reason = wanted.reason ?? null;
    await settle(opened, asked.actor, { action: 'approved', reason, ...moved(row, 'approved') });
    await tellDecided(trx, { ...deps, actor: asked.actor }, row, { kind: 'plan-approved' });
  });
}

export async function reopen(deps: Writing, asked: Asked, wanted: PlanStep): Promise<void> {
  const reason = requireReason(wanted);
  await taking(deps, asked, { ability: 'reopen', wanted }, async (opened) => {
    const { trx, row } = opened;
    const { actor } = asked;
    await settle(opened, actor, { action: 'reopened', reason, status: 'issued' });
    // Periods that began while it was closed.
    const tasks = row.body.tasks.flatMap(({ taskId }) => taskId ?? []);
    const duties = await openDuties(trx, tasks, { actor, day: today(deps.clock) });
    await tellOpened(trx, { actor, clock: deps.clock }, duties);
  });
}

export function requireReason({ reason }: { readonly reason?: string | undefined }): string {
  if (!reason) throw new Invalid('plan-reason');
  return reason;
}

/** A draft that was never issued; the record of it stays in the audit. */
export async function remove(deps: Writing, asked: Asked, version: number): Promise<void> {
  await taking(deps, asked, { ability: 'remove', wanted: { version } }, async ({ trx, note, row }) => {
    await queries.removePlan(trx, row.id);
    note({
      action: 'plan.removed',
      subject: 'plan',
      subjectId: row.id,
      unitId: row.ownerId,
      rootId: row.rootId,
      detail: { title: row.title },
    });
  });
}
