// Plans as the API shows them, to this reader.
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor } from '../access/actor.ts';
import { today, type Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { open } from '../documents/review.ts';
import { unitNames } from '../units/service.ts';
import { abilities, insideFacts, seesInside } from './access.ts';
import type { PlanBody } from './body.ts';
import * as duties from './duty-queries.ts';
import * as editions from './edition-queries.ts';
import * as lists from './list-queries.ts';
import * as queries from './queries.ts';
import type { PlanRow } from './queries.ts';
import type { SummaryRow } from './list-queries.ts';
import type * as schema from './schema.ts';

export type PlanDetail = z.infer<typeof schema.planDetail>;
export type PlanSummary = z.infer<typeof schema.planSummary>;
export type PlanRef = z.infer<typeof schema.planRef>;

export interface Reading {
  readonly db: Db;
  readonly clock: Clock;
}

export async function refs(db: Db, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, PlanRef>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  return new Map((await queries.refsOf(db, wanted)).map((row) => [row.id, row]));
}

/** Counts of duties are for those who may see the duties: the owner's people and those above. */
export async function summaries(
  { db, clock }: Reading,
  actor: Actor,
  rows: readonly SummaryRow[],
): Promise<PlanSummary[]> {
  const inside = new Set(rows.filter((row) => seesInside(actor, row)).map(({ id }) => id));
  const counted = rows.filter(({ id, issuedOn }) => inside.has(id) && issuedOn !== null);
  const names = await unitNames(db, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  const superiors = await refs(
    db,
    rows.map(({ superiorId }) => superiorId),
  );
  const classes = new Map(
    (
      await duties.classesOf(
        db,
        counted.map(({ id }) => id),
        today(clock),
      )
    ).map(({ key, ...counts }) => [key, counts]),
  );
  const none = { onTime: 0, late: 0, inTerm: 0, overdue: 0 };
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    owner: { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
    status: row.status,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    number: row.number,
    issuedOn: row.issuedOn,
    edition: row.edition,
    amendmentStatus: inside.has(row.id) ? row.amendmentStatus : null,
    tasks: row.taskCount,
    superior: superiors.get(row.superiorId ?? 0) ?? null,
    classes: inside.has(row.id) && row.issuedOn !== null ? (classes.get(row.id) ?? none) : null,
    documentId: row.documentId,
    demo: row.demo,
  }));
}

/** Events that those below may know of. */
const openActions: ReadonlySet<string> = new Set(['issued', 'amended', 'closed', 'reopened']);

export async function detail(reading: Reading, actor: Actor, row: PlanRow): Promise<PlanDetail> {
  const { db } = reading;
  const inside = seesInside(actor, row);
  const [summary] = await summaries(reading, actor, [row]);
  if (!summary) throw new Error('A plan without a summary.');
  const previous = await readablePrevious(db, actor, row);
  const units = await unitNames(db, row.confirmerId === null ? [] : [row.confirmerId]);
  const below = { superior: row.id, scope: scopeOf(actor, 'plan.read') };
  const events = await queries.eventsOf(db, row.id);
  return {
    ...summary,
    body: row.body,
    amendment: inside ? row.amendment : null,
    amendmentHead: inside ? row.amendmentHead : null,
    version: row.version,
    signer: row.signer,
    previous,
    document: inside ? await documentOf(db, row.amendmentDocumentId ?? row.documentId) : null,
    confirmer:
      row.confirmerId === null ? null : { id: row.confirmerId, name: units.get(row.confirmerId) ?? '' },
    below: await lists.countPlans(db, below),
    editions: (await editions.editionsOf(db, row.id)).map(({ title: _title, ...edition }) => edition),
    events: events
      .filter(({ action }) => inside || openActions.has(action))
      .map(({ at, who, personId, action, reason, detail: more }) => ({
        at: at.toISOString(),
        who: who ?? nameIn(more),
        own: personId !== null && personId === actor.personId,
        action,
        reason,
        detail: more,
      })),
    may: abilities(actor, row),
  };
}

/** A program has no account: its name stands in the event. */
const nameIn = (more: Readonly<Record<string, unknown>> | null): string | null =>
  typeof more?.['by'] === 'string' ? more['by'] : null;

async function readablePrevious(db: Db, actor: Actor, { previousId }: PlanRow): Promise<PlanRef | null> {
  if (previousId === null) return null;
  const row = await queries.planById(db, previousId);
  if (!row || !may(actor, 'plan.read', insideFacts(row))) return null;
  return (await refs(db, [previousId])).get(previousId) ?? null;
}

async function documentOf(db: Db, id: number | null): Promise<PlanDetail['document']> {
  if (id === null) return null;
  const { row, draft } = await open(db, id);
  const [signer] = draft.data.signers;
  return {
    id,
    title: row.title,
    number: row.number,
    issuedOn: row.issuedOn,
    signer: signer?.name ?? null,
  };
}

export const emptyBody: PlanBody = {
  bases: [],
  objectives: [],
  targets: [],
  groups: [],
  tasks: [],
  arrangements: [],
};
