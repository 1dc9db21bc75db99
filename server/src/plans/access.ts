// How a plan stands to who asks, and what they may do with it now.
import type { z } from '@hono/zod-openapi';
import { may, type Actor, type Facts } from '../access/actor.ts';
import type { Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import * as duties from './duty-queries.ts';
import * as queries from './queries.ts';
import type { PlanRow } from './queries.ts';
import type { SummaryRow } from './list-queries.ts';
import type * as schema from './schema.ts';

export type Ability = z.infer<typeof schema.planAbility>;

export const isIssued = ({ status }: Pick<PlanRow, 'status'>): boolean =>
  status === 'issued' || status === 'closed';

/** As its owner's people and those above see it; those below know of it only what was issued. */
export const insideFacts = ({ ownerId }: Pick<PlanRow, 'ownerId'>): Facts => ({
  unitId: ownerId,
  issuerId: ownerId,
});

export async function factsOf(db: Db, actor: Actor, row: PlanRow): Promise<Facts> {
  const facts = { ...insideFacts(row), issued: isIssued(row) };
  if (!facts.issued || may(actor, 'plan.read', facts)) return facts;
  const own = [...new Set(actor.grants.flatMap((grant) => [...grant.own]))];
  const handed = await duties.handedTo(db, row.id, own);
  const units = (role: 'lead' | 'coordinating') =>
    handed.filter((each) => each.role === role).map(({ unitId }) => unitId);
  return {
    ...facts,
    confirmerId: row.confirmerId,
    leads: units('lead'),
    coordinating: units('coordinating'),
  };
}

/** The plan, if the actor may read it; else as if it did not exist. */
export async function readable(db: Db, actor: Actor, id: number): Promise<PlanRow> {
  const row = await queries.planById(db, id);
  if (!row || !may(actor, 'plan.read', await factsOf(db, actor, row))) throw new NotFound('no-plan', { id });
  return row;
}

/** Also what is not yet issued: drafts, amendments, how plans below stand. */
export const seesInside = (actor: Actor, row: Pick<PlanRow, 'ownerId'>): boolean =>
  may(actor, 'plan.read', insideFacts(row));

/** What is being worked on: the amendment while there is one, else the plan. */
export const stateOf = (row: Pick<SummaryRow, 'status' | 'amendmentStatus'>) =>
  row.amendmentStatus ?? row.status;

/** It was issued on paper before it came here: no round of approval. */
const isImported = (row: PlanRow) => (row.amendment ? row.amendmentDocumentId : row.documentId) !== null;

interface Step {
  readonly action: Action;
  readonly open: (row: PlanRow, actor: Actor) => boolean;
}

const drafting = (row: PlanRow) => ['draft', 'returned'].includes(stateOf(row));
const submitted = (row: PlanRow) => stateOf(row) === 'submitted';
const approved = (row: PlanRow) => stateOf(row) === 'approved';
const resting = (row: PlanRow) => row.status === 'issued' && row.amendmentStatus === null;

export const steps: Readonly<Record<Ability, Step>> = {
  edit: { action: 'plan.draft', open: drafting },
  submit: { action: 'plan.submit', open: drafting },
  withdraw: {
    action: 'plan.submit',
    open: (row, actor) =>
      submitted(row) && (actor.system || (row.submittedBy !== null && row.submittedBy === actor.personId)),
  },
  return: { action: 'plan.approve', open: (row) => submitted(row) || approved(row) },
  approve: { action: 'plan.approve', open: submitted },
  issue: { action: 'plan.issue', open: (row) => approved(row) || (drafting(row) && isImported(row)) },
  amend: { action: 'plan.draft', open: resting },
  dropAmendment: { action: 'plan.draft', open: (row) => row.amendment !== null && drafting(row) },
  close: { action: 'plan.close', open: resting },
  reopen: { action: 'plan.close', open: ({ status }) => status === 'closed' },
  remove: { action: 'plan.remove', open: (row) => row.amendment === null && drafting(row) },
};

export const abilities = (actor: Actor, row: PlanRow): Ability[] =>
  (Object.keys(steps) as Ability[]).filter(
    (name) => steps[name].open(row, actor) && may(actor, steps[name].action, insideFacts(row)),
  );
