// A new plan: blank, of an accepted document, of last period's plan or of the superior's.
import type { z } from '@hono/zod-openapi';
import type { Transaction } from 'kysely';
import { actingUnit, may, mustMay, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { unitNames } from '../units/service.ts';
import { readable } from './access.ts';
import type { PlanBody } from './body.ts';
import { requirePeriod } from './check.ts';
import { issuerOf, madeOfDocument } from './from-document.ts';
import { fromPrevious, fromSuperior } from './from-plan.ts';
import { shiftBetween, shiftDay, shiftYears, type Period } from './period.ts';
import { emptyBody } from './present.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { usualTitle } from './title.ts';
import { requireSuperior, searchOf, type Writing } from './service.ts';

export type PlanCreate = z.infer<typeof schema.planCreate>;

interface Making {
  readonly trx: Transaction<Tables>;
  readonly actor: Actor;
  readonly wanted: PlanCreate;
  /** Today, ISO. */
  readonly day: string;
  readonly ownerId: number;
  readonly ownerName: string;
}

interface Beginning {
  readonly title: string;
  readonly period: Period;
  readonly body: PlanBody;
  readonly number?: string | null;
  readonly signer?: string | null;
  readonly documentId?: number;
  readonly superiorId?: number;
  readonly previousId?: number;
  readonly demo?: boolean;
}

/** Returns the new plan's id. */
export async function create(deps: Writing, actor: Actor, wanted: PlanCreate): Promise<number> {
  const sources = [wanted.documentId, wanted.previousId, wanted.superiorId].filter((id) => id !== undefined);
  if (sources.length > 1) throw new Invalid('plan-one-source');
  return write(deps, actor, async (trx, note) => {
    const ownerId = await ownerOf({ trx, actor, wanted });
    const ownerName = (await unitNames(trx, [ownerId])).get(ownerId);
    if (ownerName === undefined) throw new Invalid('no-unit', { id: ownerId });
    const day = today(deps.clock);
    const begun = await begin({ trx, actor, wanted, day, ownerId, ownerName });
    const { title, period, body, number = null, ...rest } = begun;
    const places = await placesOf(trx);
    const rootId = places.root(ownerId);
    requirePeriod({ periodFrom: period.from, periodTo: period.to });
    const id = await queries.insertPlan(trx, {
      ownerId,
      rootId,
      status: 'draft',
      title,
      periodFrom: period.from,
      periodTo: period.to,
      number,
      ...rest,
      body: JSON.stringify(body),
      taskCount: body.tasks.length,
      createdBy: actor.personId,
      ...searchOf(title, body, number, ownerName),
    });
    const { documentId, superiorId, previousId } = rest;
    const from = { documentId, superiorId, previousId };
    await queries.addEvent(trx, { planId: id, personId: actor.personId, action: 'created', detail: from });
    note({
      action: 'plan.created',
      subject: 'plan',
      subjectId: id,
      unitId: ownerId,
      rootId,
      detail: { title, ...from },
    });
    return id;
  });
}

/** The unit asked for; of a document its issuer, of an earlier plan its owner; else the one in whose name the actor may draft. */
async function ownerOf({ trx, actor, wanted }: Pick<Making, 'trx' | 'actor' | 'wanted'>): Promise<number> {
  if (wanted.unitId !== null) {
    const unitId = wanted.unitId;
    if (!(await unitNames(trx, [unitId])).has(unitId)) throw new Invalid('no-unit', { id: unitId });
    if (!may(actor, 'plan.draft', { unitId })) throw new Forbidden('not-allowed');
    return unitId;
  }
  const places = await placesOf(trx);
  const natural =
    wanted.documentId !== undefined
      ? await issuerOf(trx, actor, wanted.documentId)
      : wanted.previousId !== undefined
        ? places.heir((await readable(trx, actor, wanted.previousId)).ownerId)
        : null;
  if (natural !== null && may(actor, 'plan.draft', { unitId: natural })) return places.heir(natural);
  return actingUnit(actor, 'plan.draft');
}

function begin(making: Making): Promise<Beginning> {
  const { documentId, previousId, superiorId } = making.wanted;
  if (documentId !== undefined) return ofDocument(making, documentId);
  if (previousId !== undefined) return ofPrevious(making, previousId);
  if (superiorId !== undefined) return ofSuperior(making, superiorId);
  return Promise.resolve(blank(making));
}

const yearOf = (day: string): Period => ({
  from: `${day.slice(0, 4)}-01-01`,
  to: `${day.slice(0, 4)}-12-31`,
});

/** What was asked for goes before what was guessed. */
function periodFor({ wanted }: Making, guessed: Period): Period {
  return { from: wanted.periodFrom ?? guessed.from, to: wanted.periodTo ?? guessed.to };
}

function blank(making: Making): Beginning {
  const period = periodFor(making, yearOf(making.wanted.periodFrom ?? making.wanted.periodTo ?? making.day));
  const title = making.wanted.title ?? usualTitle(making.ownerName, period);
  return { title, period, body: emptyBody };
}

async function ofDocument(making: Making, documentId: number): Promise<Beginning> {
  const { trx, actor, wanted, day } = making;
  const made = await madeOfDocument(trx, actor, documentId);
  const before = await queries.planOfDocument(trx, documentId);
  if (before) throw new Conflict('plan-of-document', { id: before.id }, { planId: before.id });
  const { body, number, signer, demo } = made;
  const period = periodFor(making, made.period ?? yearOf(made.issuedOn ?? day));
  return { title: wanted.title ?? made.title, period, body, number, signer, documentId, demo };
}

async function ofPrevious(making: Making, previousId: number): Promise<Beginning> {
  const { trx, actor, wanted, ownerId } = making;
  const previous = await readable(trx, actor, previousId);
  const places = await placesOf(trx);
  mustMay(actor, 'plan.draft', { unitId: ownerId }, { read: 'plan.read', code: 'no-plan', id: previousId });
  if (!places.own(ownerId).has(previous.ownerId)) throw new Invalid('plan-not-previous');
  const next = nextPeriod({ from: previous.periodFrom, to: previous.periodTo });
  const from = wanted.periodFrom ?? next.from;
  const shift = shiftBetween(previous.periodFrom, from);
  const period = { from, to: wanted.periodTo ?? shiftDay(previous.periodTo, shift) };
  const ids = previous.body.tasks.flatMap(({ lead, coordinating }) =>
    [...lead, ...coordinating].flatMap(({ unitId }) => (unitId === null ? [] : [places.heir(unitId)])),
  );
  const names = await unitNames(trx, [...new Set(ids)]);
  const body = fromPrevious(previous, shift, { places, names });
  return { title: wanted.title ?? shiftYears(previous.title, shift), period, body, previousId };
}

/** The same length of time, right after: whole years where the earlier one was. */
function nextPeriod({ from, to }: Period): Period {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  const shift = { years, months: 0, days: 0 };
  return { from: shiftDay(from, shift), to: shiftDay(to, shift) };
}

async function ofSuperior(making: Making, superiorId: number): Promise<Beginning> {
  const { trx, actor, wanted, ownerId, ownerName } = making;
  const { periodFrom, periodTo } = wanted;
  const superior = await requireSuperior(trx, actor, { ownerId, periodFrom, periodTo }, superiorId);
  const own = (await placesOf(trx)).own(ownerId);
  const body = await fromSuperior(trx, superior, { unit: { id: ownerId, name: ownerName }, own });
  const period = periodFor(making, { from: superior.periodFrom, to: superior.periodTo });
  const what = superior.number ? `Kế hoạch số ${superior.number}` : superior.title;
  const title = wanted.title ?? `Kế hoạch của ${ownerName} thực hiện ${what}`.slice(0, 1000);
  return { title, period, body, superiorId };
}
