// A number is given: its row is written in the transaction in which the series moves on, before anybody hears of it.
import { typeName } from '@nhipcau/document';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/actor.ts';
import { today, type Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import { placesOf } from '../units/places.ts';
import * as queries from './queries.ts';
import type { EntryRow } from './queries.ts';
import { schemeOf } from './scheme.ts';
import { fullNumber, seriesOf, symbolOf } from './symbol.ts';

export interface Wanted {
  readonly unitId: number;
  /** Abbreviation of Annex III, exactly. */
  readonly type: string;
  readonly body: string | null;
  /** Abbreviation of the drafting unit. */
  readonly drafter: string | null;
}

/** What the register says of a document that bears a number. */
export interface Bearer {
  readonly title: string;
  readonly signer: string;
  readonly recipients: readonly string[];
  readonly archive: string | null;
  readonly copies: number | null;
  readonly note?: string | null;
}

export interface Taking {
  readonly actor: Actor;
  readonly now: Date;
  /** Today, ISO. */
  readonly day: string;
  /** What time it is once the series is free. */
  readonly clock: Clock;
}

export interface Given {
  readonly id: number;
  readonly number: number;
  readonly symbol: string | null;
}

export const lastDayOf = (day: string): string => `${day.slice(0, 4)}-12-31`;

/** Numbers are given for today: neither backdated nor ahead. */
export function requireToday(issuedOn: string | undefined, day: string): void {
  if (issuedOn === undefined || issuedOn === day) return;
  throw new Invalid(issuedOn < day ? 'number-backdated' : 'number-ahead', { issuedOn, today: day });
}

/** An agency that has ended gives no numbers: what it left is issued by who took over, in the series of that one. */
async function requireAlive(db: Db, unitId: number, day: string): Promise<void> {
  const unit = await queries.endOf(db, unitId);
  if (!unit?.validTo || unit.validTo >= day) return;
  throw new Conflict('number-unit-ended', { unit: unit.name, day: unit.validTo, heir: unit.heir ?? '–' });
}

export async function place(db: Db, { unitId, type, body, drafter }: Wanted, day: string) {
  if (typeName(type) === undefined) throw new Invalid('number-no-type', { type });
  const year = Number(day.slice(0, 4));
  const scheme = await schemeOf(db, unitId, year);
  if (body !== null && !scheme.bodies.some(({ abbreviation }) => abbreviation === body)) {
    throw new Invalid('number-no-body', { body });
  }
  const numbered = { type, body, drafter };
  return { year, code: seriesOf(scheme, numbered), symbol: symbolOf(scheme, numbered) };
}

/** The next number of the series, which nobody else will ever get. */
export async function takeNext(
  db: Db,
  wanted: Wanted,
  { taking, ...more }: { taking: Taking; purpose: string | null; until: string; demo?: boolean },
): Promise<Given> {
  const { unitId, type, body, drafter } = wanted;
  await queries.holdScheme(db, unitId);
  await queries.lockNumbers(db, unitId);
  await requireAlive(db, unitId, taking.day);
  const { year, code, symbol } = await place(db, wanted, taking.day);
  const number = await nextFree(db, { unitId, year, code }, symbol);
  // Others were before it, and midnight has passed meanwhile: a later number would bear the earlier day.
  if (today(taking.clock) !== taking.day) throw new Conflict('number-day-passed', { day: taking.day });
  const id = await guarded(
    queries.insertEntry(db, {
      unitId,
      rootId: (await placesOf(db)).root(unitId),
      year,
      series: code,
      number,
      type,
      body,
      drafter,
      symbol,
      status: 'reserved',
      takenBy: taking.actor.personId,
      takenName: taking.actor.personId === null ? taking.actor.name : null,
      takenAt: taking.now,
      ...more,
      ...searchColumns([fullNumber(number, symbol), more.purpose]),
    }),
  );
  return { id, number, symbol };
}

/** Numbers that were given outside of the register are passed over; from then on they stand in the series, which they explain. */
async function nextFree(db: Db, key: queries.SeriesKey, symbol: string | null): Promise<number> {
  for (;;) {
    const number = await queries.nextIn(db, key);
    const there = await queries.standing(db, { ...key, number, symbol });
    if (there.length === 0) return number;
    const [first] = there;
    if (first && there.every(({ series }) => series !== key.code)) {
      await queries.updateEntry(db, first.id, { series: key.code });
    }
  }
}

/** A reserved row becomes that of a document, on the day of the document's date. */
export async function bear(
  db: Db,
  entry: EntryRow,
  { wanted, bearer, day }: { readonly wanted: Wanted; readonly bearer: Bearer; readonly day: string },
): Promise<Given & { readonly symbol: string }> {
  requireUsable(entry, day);
  await queries.holdScheme(db, wanted.unitId);
  await requireAlive(db, wanted.unitId, day);
  const { code, symbol } = await place(db, wanted, day);
  const number = entry.number;
  if (entry.unitId !== wanted.unitId || code !== entry.series) {
    throw new Conflict('number-other-series', { number, series: entry.series });
  }
  if (symbol === null) throw new Invalid('number-no-drafter');
  const { title, signer, recipients, archive, copies, note } = bearer;
  await guarded(
    queries.updateEntry(db, entry.id, {
      status: 'used',
      type: wanted.type,
      drafter: wanted.drafter,
      symbol,
      issuedOn: day,
      title,
      signer,
      recipients: [...recipients],
      archive,
      copies,
      ...(note === undefined ? {} : { note }),
      version: entry.version + 1,
      ...searchColumns([fullNumber(number, symbol), title, signer, ...recipients, entry.purpose]),
    }),
  );
  return { id: entry.id, number, symbol };
}

function requireUsable({ number, status, until, year }: EntryRow, day: string): void {
  if (status !== 'reserved') throw new Conflict('number-not-reserved', { number });
  if (year !== Number(day.slice(0, 4))) throw new Conflict('number-of-other-year', { number, year });
  if (until !== null && until < day) throw new Conflict('number-lapsed', { number, until });
}

/** For a document of this system: a reserved number that is the actor's to use, or the next one. */
export async function giveTo(
  db: Db,
  {
    wanted,
    bearer,
    taking,
    reservedId,
  }: {
    readonly wanted: Wanted;
    readonly bearer: Bearer;
    readonly taking: Taking;
    readonly reservedId: number | null;
  },
): Promise<Given & { readonly symbol: string }> {
  const { day } = taking;
  const id = reservedId ?? (await takeNext(db, wanted, { taking, purpose: bearer.title, until: day })).id;
  const entry = await lockedEntry(db, taking.actor, id);
  if (reservedId !== null) await requireKeeper(db, taking.actor, entry);
  return bear(db, entry, { wanted, bearer, day });
}

export async function lockedEntry(db: Db, actor: Actor, id: number): Promise<EntryRow> {
  const entry = await queries.lockEntry(db, id);
  if (!entry || !may(actor, 'number.read', { unitId: entry.unitId })) throw new NotFound('no-number', { id });
  return entry;
}

export const keeps = (actor: Actor, { takenBy, takenName, unitId }: EntryRow): boolean =>
  (takenBy === null ? takenName === actor.name : takenBy === actor.personId) ||
  may(actor, 'number.manage', { unitId });

export async function requireKeeper(db: Db, actor: Actor, entry: EntryRow): Promise<void> {
  if (keeps(actor, entry)) return;
  const by = (await queries.personName(db, entry.takenBy)) ?? entry.takenName ?? '';
  throw new Forbidden('number-not-yours', { by });
}

/** The document will not go out with it: the row stays and says why, the number is never given again. */
export async function cancelEntry(
  db: Db,
  entry: EntryRow,
  { actor, now, reason }: { readonly actor: Actor; readonly now: Date; readonly reason: string },
): Promise<void> {
  await queries.updateEntry(db, entry.id, {
    status: 'cancelled',
    cancelledBy: actor.personId,
    cancelledName: actor.personId === null ? actor.name : null,
    cancelledAt: now,
    cancelReason: reason,
    version: entry.version + 1,
  });
}

/** Number and symbol are unique within the year whatever the series say. */
export async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown }).code === '23505') throw new Conflict('number-symbol-taken');
    throw error;
  }
}
