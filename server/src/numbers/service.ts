// The number register: read, numbers reserved ahead, given to papers, extended, cancelled with a reason.
import type { z } from '@hono/zod-openapi';
import { bearsSecrecyMark } from '@nhipcau/document';
import { may, mustMay, type Actor, type Asked } from '../access/actor.ts';
import type { Action } from '../access/policy.ts';
import { write, type Note } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { portionsOf } from '../sheets/column.ts';
import { unitNames } from '../units/service.ts';
import { present, presentSeries, type NumberEntry } from './present.ts';
import * as queries from './queries.ts';
import type { EntryRow } from './queries.ts';
import type * as schema from './schema.ts';
import { schemeOf } from './scheme.ts';
import { fullNumber, seriesOf, symbolOf } from './symbol.ts';
import {
  bear,
  cancelEntry,
  lastDayOf,
  lockedEntry,
  requireKeeper,
  requireToday,
  takeNext,
  type Taking,
} from './take.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
type Filter = z.infer<typeof schema.numberFilter>;
type Take = z.infer<typeof schema.numberTake>;
type Use = z.infer<typeof schema.numberUse>;

function takingOf({ clock }: Writing, actor: Actor): Taking {
  const now = clock();
  return { actor, now, day: today(() => now), clock };
}

/** Throws as if there were no such unit where the reader may not see its register. */
async function mustSee(db: Db, actor: Actor, unitId: number, action: Action = 'number.read'): Promise<void> {
  const known = (await unitNames(db, [unitId])).has(unitId);
  if (!known) throw new NotFound('no-unit', { id: unitId });
  mustMay(actor, action, { unitId }, { read: 'number.read', code: 'no-unit', id: unitId });
}

const wantedOf = ({ clock }: Writing, { unit, year, ...filter }: Filter): queries.EntriesWanted => {
  const day = today(clock);
  return { ...filter, unitId: unit, year: year ?? Number(day.slice(0, 4)), day };
};

export async function list(
  deps: Writing,
  actor: Actor,
  { sort, page, size, ...filter }: z.infer<typeof schema.numberListQuery>,
): Promise<z.infer<typeof schema.numberList>> {
  await mustSee(deps.db, actor, filter.unit);
  const wanted = wantedOf(deps, filter);
  const { unitId, year, day } = wanted;
  const rows = await queries.entriesOf(deps.db, wanted, { sort, limit: size, offset: (page - 1) * size });
  const end = (await queries.endOf(deps.db, unitId))?.validTo ?? null;
  const open = end === null || end >= day;
  return {
    rows: rows.map((row) => present(actor, day, row)),
    total: await queries.countEntries(deps.db, wanted),
    page,
    size,
    series: (await queries.seriesOf(deps.db, unitId, year)).map(presentSeries),
    may: [
      ...(open && may(actor, 'number.reserve', { unitId }) ? (['reserve'] as const) : []),
      ...(open && may(actor, 'number.manage', { unitId }) ? (['begin'] as const) : []),
    ],
  };
}

const portion = 1000;

/** All rows that a filter finds, in the order of the register: those that were there when it began. */
export async function allEntries(
  deps: Writing,
  actor: Actor,
  filter: Filter,
): Promise<AsyncIterable<readonly NumberEntry[]>> {
  await mustSee(deps.db, actor, filter.unit);
  const wanted = wantedOf(deps, filter);
  return portionsOf(await queries.entryIds(deps.db, wanted), portion, async (ids) => {
    const rows = new Map((await queries.entriesAmong(deps.db, ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = rows.get(id);
      return row ? [present(actor, wanted.day, row)] : [];
    });
  });
}

export async function one(deps: Writing, actor: Actor, id: number): Promise<NumberEntry> {
  const row = await queries.entryShown(deps.db, id);
  if (!row || !may(actor, 'number.read', { unitId: row.unitId })) throw new NotFound('no-number', { id });
  return present(actor, today(deps.clock), row);
}

/** What the next number would be; nobody is promised it. */
export async function next(
  { db, clock }: Writing,
  actor: Actor,
  { unit, type, body, drafter }: z.infer<typeof schema.nextQuery>,
): Promise<z.infer<typeof schema.nextNumber>> {
  await mustSee(db, actor, unit);
  const year = Number(today(clock).slice(0, 4));
  const scheme = await schemeOf(db, unit, year);
  const numbered = { type, body: body ?? null, drafter: drafter ?? null };
  const code = seriesOf(scheme, numbered);
  const symbol = symbolOf(scheme, numbered);
  const key = { unitId: unit, year, code };
  let number = ((await queries.seriesRow(db, key))?.last ?? 0) + 1;
  while ((await queries.standing(db, { ...key, number, symbol })).length > 0) number += 1;
  return { number, symbol, fullNumber: fullNumber(number, symbol), series: code };
}

function requireOpen(texts: readonly (string | null | undefined)[]): void {
  if (bearsSecrecyMark(texts)) throw new Invalid('number-secret');
}

/** Kept for later, or given at once to a document on paper. */
export async function take(deps: Writing, actor: Actor, wanted: Take): Promise<NumberEntry> {
  const { unitId, type, body, drafter, purpose, paper } = wanted;
  await mustSee(deps.db, actor, unitId, 'number.reserve');
  const taking = takingOf(deps, actor);
  const { day } = taking;
  requireToday(paper?.issuedOn, day);
  requireOpen([purpose, paper?.title, paper?.note, ...(paper?.recipients ?? [])]);
  const until = paper ? day : requireUntil(wanted.until ?? inThirtyDays(day), day);
  const id = await write(deps, actor, async (trx, note) => {
    const what = { unitId, type, body, drafter };
    const given = await takeNext(trx, what, { taking, purpose, until });
    if (paper) await bear(trx, await lockedEntry(trx, actor, given.id), { wanted: what, bearer: paper, day });
    const detail = { number: fullNumber(given.number, given.symbol), purpose, ...(paper ? {} : { until }) };
    noted(note, given.id, unitId, { action: paper ? 'number.give' : 'number.reserve', detail });
    return given.id;
  });
  return one(deps, actor, id);
}

const noted = (
  note: Note,
  subjectId: number,
  unitId: number,
  rest: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
) => note({ subject: 'number', subjectId, unitId, ...rest });

function inThirtyDays(day: string): string {
  const then = new Date(Date.parse(`${day}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
  return then < lastDayOf(day) ? then : lastDayOf(day);
}

function requireUntil(until: string, day: string): string {
  const last = lastDayOf(day);
  if (until < day || until > last) throw new Invalid('number-until', { today: day, last });
  return until;
}

interface Step {
  readonly actor: Actor;
  readonly id: number;
  readonly version: number;
  readonly action: Action;
}

/** Locks the row, asks the rule, compares the version. */
async function step(
  deps: Writing,
  { actor, id, version, action }: Step,
  work: (opened: { db: Db; note: Note; entry: EntryRow; taking: Taking }) => Promise<void>,
): Promise<NumberEntry> {
  await write(deps, actor, async (trx, note) => {
    const entry = await lockedEntry(trx, actor, id);
    if (!may(actor, action, { unitId: entry.unitId })) throw new Forbidden();
    if (entry.version !== version) {
      const current = await one({ ...deps, db: trx }, actor, id);
      throw new Conflict('stale-version', {}, { current, yours: { version } });
    }
    await work({ db: trx, note, entry, taking: takingOf(deps, actor) });
  });
  return one(deps, actor, id);
}

export const use = (deps: Writing, { actor, id }: Asked, wanted: Use): Promise<NumberEntry> =>
  step(deps, { actor, id, version: wanted.version, action: 'number.reserve' }, async (opened) => {
    const { db, note, entry, taking } = opened;
    await requireKeeper(db, actor, entry);
    requireToday(wanted.issuedOn, taking.day);
    requireOpen([wanted.title, wanted.note, ...wanted.recipients]);
    const { unitId, body } = entry;
    const drafter = wanted.drafter === undefined ? entry.drafter : wanted.drafter;
    const what = { unitId, type: wanted.type ?? entry.type, body, drafter };
    const { number, symbol } = await bear(db, entry, { wanted: what, bearer: wanted, day: taking.day });
    noted(note, id, unitId, { action: 'number.give', detail: { number: fullNumber(number, symbol) } });
  });

export const extend = (
  deps: Writing,
  { actor, id }: Asked,
  { version, until, reason }: z.infer<typeof schema.numberExtend>,
): Promise<NumberEntry> =>
  step(deps, { actor, id, version, action: 'number.reserve' }, async ({ db, note, entry, taking }) => {
    await requireKeeper(db, actor, entry);
    const { number, unitId, year } = entry;
    if (entry.status !== 'reserved') throw new Conflict('number-not-reserved', { number });
    if (year !== Number(taking.day.slice(0, 4))) throw new Conflict('number-of-other-year', { number, year });
    requireOpen([reason]);
    requireUntil(until, taking.day);
    await queries.updateEntry(db, id, { until, version: version + 1 });
    noted(note, id, unitId, { action: 'number.extend', detail: { number, until, reason } });
  });

export const cancel = (
  deps: Writing,
  { actor, id }: Asked,
  { version, reason }: z.infer<typeof schema.numberCancel>,
): Promise<NumberEntry> =>
  step(deps, { actor, id, version, action: 'number.reserve' }, async ({ db, note, entry, taking }) => {
    const { number, unitId, status } = entry;
    if (status === 'cancelled') throw new Conflict('number-cancelled', { number });
    if (await queries.bearerOf(db, id)) throw new Conflict('number-bound', { number });
    if (entry.planId !== null) throw new Conflict('number-of-plan', { number });
    if (status === 'used') mustManage(actor, unitId);
    else await requireKeeper(db, actor, entry);
    requireOpen([reason]);
    await cancelEntry(db, entry, { actor, now: taking.now, reason });
    noted(note, id, unitId, { action: 'number.cancel', detail: { number, reason } });
  });

function mustManage(actor: Actor, unitId: number): void {
  if (!may(actor, 'number.manage', { unitId })) throw new Forbidden();
}

export const edit = (
  deps: Writing,
  { actor, id }: Asked,
  { version, ...columns }: z.infer<typeof schema.numberEdit>,
): Promise<NumberEntry> =>
  step(deps, { actor, id, version, action: 'number.reserve' }, async ({ db, note, entry }) => {
    if (entry.status !== 'used') throw new Conflict('number-not-reserved', { number: entry.number });
    requireOpen([columns.archive, columns.receivedBy, columns.note]);
    const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
    await queries.updateEntry(db, id, { ...given, version: version + 1 });
    noted(note, id, entry.unitId, { action: 'number.edit', detail: given });
  });

/** Numbers up to this one were given in a register kept before: they are explained by it, and the series goes on after them. */
export async function begin(
  deps: Writing,
  actor: Actor,
  { unitId, type, body, after, reason }: z.infer<typeof schema.seriesBegin>,
): Promise<z.infer<typeof schema.numberSeries>> {
  await mustSee(deps.db, actor, unitId, 'number.manage');
  requireOpen([reason]);
  const year = Number(today(deps.clock).slice(0, 4));
  return write(deps, actor, async (trx, note) => {
    await queries.holdScheme(trx, unitId);
    const scheme = await schemeOf(trx, unitId, year);
    const code = seriesOf(scheme, { type, body });
    const key = { unitId, year, code };
    if (!(await queries.beginSeries(trx, key, { after, reason }))) {
      throw new Conflict('series-begun', { last: (await queries.seriesRow(trx, key))?.last ?? 0 });
    }
    note({
      action: 'number.begin',
      subject: 'unit',
      subjectId: unitId,
      unitId,
      detail: { code, after, reason },
    });
    const made = (await queries.seriesOf(trx, unitId, year)).find((series) => series.code === code);
    if (!made) throw new Error('A series that was begun is not there.');
    return presentSeries(made);
  });
}

/** The day on which a document first went out (ngày chuyển), in the register. */
export const markSent = (db: Db, id: number, day: string) => queries.markSent(db, id, day);
