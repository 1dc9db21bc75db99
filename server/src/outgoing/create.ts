// A draft begins: blank, or of a plan, a report, a document that was read in, or another outgoing one.
import type { z } from '@hono/zod-openapi';
import { actingUnit, may, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import { schemeOf } from '../numbers/scheme.ts';
import { readable as readablePlan } from '../plans/access.ts';
import { legibleReport } from '../reports/detail.ts';
import { placesOf } from '../units/places.ts';
import { readable, seesInside } from './access.ts';
import { blank } from './blank.ts';
import type { Content } from './content.ts';
import { draftOfDocument } from './draft-of-document.ts';
import { draftOfPlan } from './draft-of-plan.ts';
import { draftOfReport } from './draft-of-report.ts';
import { letterheadOf, type Letterhead } from './letterhead.ts';
import * as queries from './queries.ts';
import * as trail from './trail-queries.ts';
import type * as input from './input-schema.ts';
import { requireBody, requireOpen, requireType, searchOf, type Trx, type Writing } from './service.ts';

type Create = z.infer<typeof input.outgoingCreate>;

export interface Drafted {
  readonly content: Content;
  /** What it was drawn up from. */
  readonly source: { readonly planId?: number; readonly reportId?: number; readonly documentId?: number };
  readonly demo: boolean;
}

export interface Drawing {
  readonly db: Db;
  readonly actor: Actor;
  readonly letterhead: Letterhead;
  /** Abbreviation of the drafting unit, for the archive's line. */
  readonly drafter: string | null;
}

/** A person drafts in the name of their unit, or of the superior for which it works. */
export async function create(deps: Deps, actor: Actor, wanted: Create): Promise<number> {
  const sources = [wanted.planId, wanted.reportId, wanted.documentId, wanted.outgoingId].filter(
    (id) => id !== undefined,
  );
  if (sources.length > 1) throw new Invalid('outgoing-several-sources');
  const unitId = wanted.unitId ?? (await sourceUnit(deps.db, actor, wanted));
  const ownerId = actingUnit(actor, 'outgoing.draft', unitId);
  const drafterId = wanted.drafterId === undefined ? ownDrafter(actor, ownerId) : wanted.drafterId;
  const letterhead = await letterheadOf(deps.db, ownerId);
  const drafter = await abbreviationOf(deps, { ownerId, drafterId });
  const drawing = { db: deps.db, actor, letterhead, drafter };
  const drafted = await draft(deps, drawing, wanted);
  const content = { ...drafted.content, ...(wanted.title === undefined ? {} : { title: wanted.title }) };
  requireType(content.type);
  requireOpen(content);
  return write(deps, actor, async (trx, note) => {
    if (wanted.body !== null) await requireBody(trx, ownerId, { body: wanted.body, day: today(deps.clock) });
    const id = await enter(trx, deps, {
      actor,
      ownerId,
      drafterId,
      body: wanted.body,
      drafted: { ...drafted, content },
    });
    const detail = { type: content.type, ...drafted.source };
    note({ action: 'outgoing.created', subject: 'outgoing', subjectId: id, unitId: ownerId, detail });
    return id;
  });
}

/** Where nobody says in whose name: whose report or plan it is, for who drafts for them. */
async function sourceUnit(
  db: Db,
  actor: Actor,
  { planId, reportId }: Pick<Create, 'planId' | 'reportId'>,
): Promise<number | undefined> {
  const unitId =
    reportId !== undefined
      ? (await legibleReport(db, actor, reportId)).row.unitId
      : planId !== undefined
        ? (await readablePlan(db, actor, planId)).ownerId
        : undefined;
  return unitId !== undefined && may(actor, 'outgoing.draft', { unitId }) ? unitId : undefined;
}

/** Whoever drafts in the superior's name does so as their own unit. */
function ownDrafter(actor: Actor, ownerId: number): number | null {
  const grant = actor.grants.find(({ own }) => !own.has(ownerId));
  const isOwn = actor.grants.some(({ own }) => own.has(ownerId));
  return isOwn ? null : (grant?.unitId ?? null);
}

/** As the scheme of numbering names the unit. */
async function abbreviationOf(
  { db, clock }: Writing,
  { ownerId, drafterId }: { readonly ownerId: number; readonly drafterId: number | null },
): Promise<string | null> {
  if (drafterId === null) return null;
  const [unit] = await queries.unitsOf(db, [drafterId]);
  const { drafters } = await schemeOf(db, ownerId, Number(today(clock).slice(0, 4)));
  return drafters.find(({ name }) => name === unit?.name)?.abbreviation ?? null;
}

async function draft(deps: Deps, drawing: Drawing, wanted: Create): Promise<Drafted> {
  const { planId, reportId, documentId, outgoingId, as } = wanted;
  if (planId !== undefined) return draftOfPlan(drawing, { planId, as });
  if (reportId !== undefined) return draftOfReport(deps, drawing, reportId);
  if (documentId !== undefined) return draftOfDocument(drawing, documentId);
  if (outgoingId !== undefined) return copyOf(drawing, outgoingId);
  return { content: blank(drawing, wanted.type ?? 'CV'), source: {}, demo: false };
}

async function copyOf({ db, actor }: Drawing, id: number): Promise<Drafted> {
  const row = await readable(db, actor, id);
  const sourced = seesInside(actor, row) && row.planId !== null ? { planId: row.planId } : {};
  return { content: row.content, source: sourced, demo: row.demo };
}

interface Entering {
  readonly actor: Actor;
  readonly ownerId: number;
  readonly drafterId: number | null;
  readonly body: string | null;
  readonly drafted: Drafted;
}

/** The row, its first draft and its first event. */
export async function enter(
  trx: Trx,
  { clock }: Pick<Deps, 'clock'>,
  { actor, ownerId, drafterId, body, drafted }: Entering,
): Promise<number> {
  const now = clock();
  const { content, source, demo } = drafted;
  const id = await queries.insertOutgoing(trx, {
    ownerId,
    rootId: (await placesOf(trx)).root(ownerId),
    drafterId,
    status: 'draft',
    type: content.type,
    title: content.title,
    content: JSON.stringify(content),
    body,
    ...source,
    demo,
    createdBy: actor.personId,
    createdAt: now,
    changedAt: now,
    ...(await searchOf(trx, content, { ownerId, fullNumber: null })),
  });
  const who = { personId: actor.personId, who: actor.name };
  await trail.addDraft(trx, {
    outgoingId: id,
    no: 1,
    content: JSON.stringify(content),
    begunAt: now,
    at: now,
    ...who,
  });
  await trail.addEvent(trx, { outgoingId: id, at: now, ...who, action: 'created' });
  return id;
}
