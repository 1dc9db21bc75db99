// How an outgoing document stands to who asks, and what they may do with it now.
import type { z } from '@hono/zod-openapi';
import { may, type Actor, type Facts } from '../access/actor.ts';
import type { Action } from '../access/policy.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import * as queries from './queries.ts';
import * as receivers from './receiver-queries.ts';
import type { OutgoingRow } from './queries.ts';
import type * as schema from './schema.ts';

export type Ability = z.infer<typeof schema.outgoingAbility>;

export const isOut = ({ status }: Pick<OutgoingRow, 'status'>): boolean =>
  status === 'issued' || status === 'recalled';

/** As the agency's people and the drafting unit's see it; receivers know of it only what was sent to them. */
export const insideFacts = ({ ownerId, drafterId }: Pick<OutgoingRow, 'ownerId' | 'drafterId'>): Facts => ({
  unitId: ownerId,
  leads: drafterId === null ? [] : [drafterId],
});

export async function factsOf(db: Db, actor: Actor, row: OutgoingRow): Promise<Facts> {
  const facts = insideFacts(row);
  if (!isOut(row) || may(actor, 'outgoing.read', facts)) return facts;
  const own = [...new Set(actor.grants.flatMap((grant) => [...grant.own]))];
  return { ...facts, receivers: await receivers.receivingUnits(db, row.id, own) };
}

/** The document, if the actor may read it; else as if it did not exist. */
export async function readable(db: Db, actor: Actor, id: number): Promise<OutgoingRow> {
  const row = await queries.outgoingById(db, id);
  if (!row || !may(actor, 'outgoing.read', await factsOf(db, actor, row)))
    throw new NotFound('no-outgoing', { id });
  return row;
}

/** Also what never leaves the house: drafts, remarks, who looked at it, to whom it went. */
export const seesInside = (actor: Actor, row: Pick<OutgoingRow, 'ownerId' | 'drafterId'>): boolean =>
  may(actor, 'outgoing.read', insideFacts(row));

interface Step {
  readonly action: Action;
  readonly open: (row: OutgoingRow, actor: Actor) => boolean;
}

const at =
  (...statuses: readonly OutgoingRow['status'][]) =>
  ({ status }: OutgoingRow) =>
    statuses.includes(status);

export const steps: Readonly<Record<Ability, Step>> = {
  edit: { action: 'outgoing.draft', open: at('draft', 'returned') },
  comment: { action: 'outgoing.comment', open: at('draft', 'submitted', 'returned', 'signed', 'numbered') },
  submit: { action: 'outgoing.draft', open: at('draft', 'returned') },
  withdraw: {
    action: 'outgoing.draft',
    open: (row, actor) =>
      row.status === 'submitted' &&
      (actor.system || (row.submittedBy !== null && row.submittedBy === actor.personId)),
  },
  return: { action: 'outgoing.return', open: at('submitted', 'signed') },
  sign: { action: 'outgoing.sign', open: at('submitted') },
  number: { action: 'outgoing.issue', open: at('signed') },
  cancelNumber: { action: 'outgoing.issue', open: at('numbered') },
  issue: { action: 'outgoing.issue', open: at('numbered') },
  distribute: { action: 'outgoing.issue', open: at('issued') },
  recall: { action: 'outgoing.recall', open: at('issued') },
  correct: { action: 'outgoing.draft', open: at('issued') },
  replace: { action: 'outgoing.draft', open: at('issued', 'recalled') },
  remove: { action: 'outgoing.draft', open: at('draft', 'returned') },
};

export const abilities = (actor: Actor, row: OutgoingRow): Ability[] =>
  (Object.keys(steps) as Ability[]).filter(
    (name) => steps[name].open(row, actor) && may(actor, steps[name].action, insideFacts(row)),
  );
