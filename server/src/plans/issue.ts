// Issuing: an edition is laid down for good, its tasks are handed down, all in one transaction.
import type { z } from '@hono/zod-openapi';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { numberKey } from '../documents/row.ts';
import { fulfilOwnPlan, type OwnPlan } from '../duties/plan-changes.ts';
import type { Opening } from '../duties/open.ts';
import { Conflict, Invalid } from '../errors.ts';
import { putPlanNumber } from '../numbers/plan-number.ts';
import { enterPlanTasks, leavePlanTasks } from '../tasks/planned.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { publish, type Event } from '../webhooks/service.ts';
import type { PlanBody } from './body.ts';
import { requireWhole, type Head } from './check.ts';
import { confirmerOf } from './confirmer.ts';
import { expand, type Expansion } from './expand.ts';
import { handDown, takeBack } from './hand-down.ts';
import { requireSuperiorTasks } from './links.ts';
import * as editions from './edition-queries.ts';
import * as queries from './queries.ts';
import type { PlanRow } from './queries.ts';
import type * as schema from './schema.ts';
import {
  requireReason,
  requireUnits,
  searchOf,
  settle,
  taking,
  type Asked,
  type Opened,
  type Writing,
} from './service.ts';
import { newestDuty, tellIssued, type Teller } from './told.ts';

export type PlanIssue = z.infer<typeof schema.planIssue>;

interface Issuing {
  readonly opened: Opened;
  readonly asked: Asked;
  readonly wanted: PlanIssue;
  readonly head: Head;
  readonly body: PlanBody;
  /** Today, ISO. */
  readonly day: string;
  readonly now: Date;
  readonly teller: Teller;
  readonly expansion: Expansion;
}

/** The plan, or the amendment that was drawn up beside it. */
export async function issue(deps: Writing, asked: Asked, wanted: PlanIssue): Promise<void> {
  const day = today(deps.clock);
  if (wanted.issuedOn > day) throw new Invalid('plan-issued-in-future', { issuedOn: wanted.issuedOn });
  await taking(deps, asked, { ability: 'issue', wanted }, async (opened) => {
    const { row, trx } = opened;
    // While the superior's is being amended nobody knows what it asks of this one.
    if (row.superiorId !== null) await queries.holdPlan(trx, row.superiorId);
    const { title, periodFrom, periodTo } = row.amendmentHead ?? row;
    const head = { title, periodFrom, periodTo };
    const body = settled(row.amendment ?? row.body);
    requireWhole(head, body);
    await requireUnits(trx, body);
    await requireSuperiorTasks(trx, row.superiorId, body);
    await requireNumber(trx, row, wanted);
    await putNumber(deps, opened, { asked, wanted, title });
    const expansion = await expand(trx, { ownerId: row.ownerId, body, day: wanted.issuedOn });
    const teller = { ...deps, actor: asked.actor };
    const issuing = { opened, asked, wanted, head, body, day, now: deps.clock(), teller, expansion };
    await (row.amendment ? issueAmendment(issuing) : issueFirst(issuing));
  });
}

/** Once issued, nothing is a proposal any more. */
const settled = (body: PlanBody): PlanBody => ({
  ...body,
  tasks: body.tasks.map((task) => ({ ...task, proposal: false })),
});

async function requireNumber(db: Db, row: PlanRow, { number, issuedOn }: PlanIssue): Promise<void> {
  await editions.lockNumbers(db, row.ownerId);
  const year = Number(issuedOn.slice(0, 4));
  const key = numberKey(number) ?? number;
  const other = await editions.numberTaken(db, {
    planId: row.id,
    ownerId: row.ownerId,
    numberKey: key,
    year,
  });
  if (other) throw new Conflict('plan-number-taken', { number, year, title: other.title, id: other.id });
}

/** The register of numbers knows of it, so that no document gets the same. */
async function putNumber(
  { clock }: Writing,
  { trx, row }: Opened,
  {
    asked: { actor },
    wanted,
    title,
  }: { readonly asked: Asked; readonly wanted: PlanIssue; readonly title: string },
): Promise<void> {
  const now = clock();
  const { id: planId, ownerId: unitId, rootId, demo } = row;
  const { number, issuedOn, signer } = wanted;
  const plan = { planId, unitId, rootId, demo, number, issuedOn, title, signer };
  await putPlanNumber(trx, plan, { actor, now, day: today(() => now), clock });
}

async function issueFirst(issuing: Issuing): Promise<void> {
  const { opened, asked, wanted, head, body, day, expansion } = issuing;
  const { trx, row } = opened;
  const { number, issuedOn, signer } = wanted;
  const confirmerId = await confirmerOf(trx, { ownerId: row.ownerId, body, day: issuedOn }, expansion);
  const after = await newestDuty(trx);
  const taskIds = await enter(issuing, row.documentId);
  const whole = withRows(body, taskIds);
  await queries.updatePlan(trx, row.id, { status: 'issued', number, issuedOn, signer, confirmerId });
  await layDown(issuing, { edition: 1, body: whole, documentId: row.documentId });
  const changed = await handDown(trx, { ...handing(issuing, taskIds), amendment: null });
  await settleOwnPlans(issuing);
  await tellIssued(trx, issuing.teller, row, { after, changed });
  const owner = (await unitNames(trx, [row.ownerId])).get(row.ownerId) ?? '';
  await publish(trx, async () => [issuedEvent('plan.issued', issuing, 1)]);
  await settle(opened, asked.actor, {
    action: 'issued',
    detail: { number, issuedOn, day, edition: 1, tasks: body.tasks.length },
    body: JSON.stringify(whole),
    ...searchOf(head.title, whole, number, owner),
  });
}

async function issueAmendment(issuing: Issuing): Promise<void> {
  const { opened, asked, wanted, head, body, day, expansion } = issuing;
  const { trx, row } = opened;
  const { number, issuedOn } = wanted;
  const reason = requireReason(wanted);
  const before = await editions.editionOf(trx, row.id, row.edition);
  if (before && issuedOn < before.issuedOn) {
    throw new Invalid('plan-amended-before', { issuedOn, before: before.issuedOn });
  }
  const edition = row.edition + 1;
  const after = await newestDuty(trx);
  const taskIds = await enter(issuing, row.amendmentDocumentId ?? row.documentId);
  const whole = withRows(body, taskIds);
  const confirmerId = await confirmerOf(trx, { ownerId: row.ownerId, body, day: issuedOn }, expansion);
  const owner = (await unitNames(trx, [row.ownerId])).get(row.ownerId) ?? '';
  await layDown(issuing, { edition, body: whole, documentId: row.amendmentDocumentId });
  await queries.updatePlan(trx, row.id, {
    ...head,
    edition,
    confirmerId,
    body: JSON.stringify(whole),
    taskCount: whole.tasks.length,
    documentId: row.amendmentDocumentId ?? row.documentId,
    amendment: null,
    amendmentHead: null,
    amendmentStatus: null,
    amendmentDocumentId: null,
    submittedBy: null,
  });
  const left = row.body.tasks.flatMap(({ id, taskId }) =>
    taskId !== null && !taskIds.has(id) ? [taskId] : [],
  );
  const how = { actor: asked.actor, day, reason };
  const ended = await takeBack(trx, left, how);
  await leavePlanTasks(trx, left, issuing.now);
  const changed = await handDown(trx, { ...handing(issuing, taskIds), amendment: { reason } });
  await settleOwnPlans(issuing);
  await tellIssued(trx, issuing.teller, row, { after, changed: [...ended, ...changed] });
  await publish(trx, async () => [issuedEvent('plan.amended', issuing, edition)]);
  await settle(opened, asked.actor, {
    action: 'amended',
    reason,
    detail: { number, issuedOn, day, edition, tasks: body.tasks.length },
    ...searchOf(head.title, whole, row.number, owner),
  });
}

const issuedEvent = (
  name: 'plan.issued' | 'plan.amended',
  { opened: { row }, wanted, head, body }: Issuing,
  edition: number,
): Event => ({
  name,
  unitIds: [row.ownerId],
  data: {
    planId: row.id,
    title: head.title,
    number: wanted.number,
    issuedOn: wanted.issuedOn,
    edition,
    tasks: body.tasks.length,
  },
});

const withRows = (body: PlanBody, ids: ReadonlyMap<string, number>): PlanBody => ({
  ...body,
  tasks: body.tasks.map((task) => ({ ...task, taskId: ids.get(task.id) ?? null })),
});

const enter = ({ opened: { trx, row }, head, body, expansion }: Issuing, documentId: number | null) =>
  enterPlanTasks(trx, {
    planId: row.id,
    ownerId: row.ownerId,
    rootId: row.rootId,
    documentId,
    periodTo: head.periodTo,
    body,
    unitNames: expansion.unitNames,
  });

const handing = (
  { opened: { row }, asked, day, expansion }: Issuing,
  taskIds: ReadonlyMap<string, number>,
) => ({
  lines: expansion.lines,
  taskIds,
  rootId: row.rootId,
  actor: asked.actor,
  day,
});

interface Laid {
  readonly edition: number;
  readonly body: PlanBody;
  readonly documentId: number | null;
}

const layDown = (
  { opened: { trx, row }, asked, wanted, head, now }: Issuing,
  { edition, body, documentId }: Laid,
) =>
  editions.insertEdition(trx, {
    planId: row.id,
    edition,
    ...head,
    body: JSON.stringify(body),
    number: wanted.number,
    numberKey: numberKey(wanted.number) ?? wanted.number,
    issuedOn: wanted.issuedOn,
    signer: wanted.signer,
    reason: wanted.reason || null,
    documentId,
    issuedAt: now,
    issuedBy: asked.actor.personId,
  });

/** It may be the plan that the unit owed; and plans below may have been issued before this one asked for them. */
async function settleOwnPlans({ opened: { trx, row }, asked, wanted, day }: Issuing): Promise<void> {
  const how: Opening = { actor: asked.actor, day };
  const places = await placesOf(trx);
  const fulfil = (own: Omit<OwnPlan, 'unitIds'>, ownerId: number) =>
    fulfilOwnPlan(trx, { ...own, unitIds: [...places.own(ownerId)] }, how);
  if (row.superiorId !== null) {
    const issuedOn = row.issuedOn ?? wanted.issuedOn;
    await fulfil({ planId: row.id, superiorPlanId: row.superiorId, issuedOn }, row.ownerId);
  }
  for (const below of await queries.issuedBelow(trx, row.id)) {
    const own = { planId: below.id, superiorPlanId: row.id, issuedOn: below.issuedOn ?? day };
    await fulfil(own, below.ownerId);
  }
}
