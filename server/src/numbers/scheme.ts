// How an agency numbers its documents: which series, how symbols are composed (Decree 30/2020, Article 15; Annex I, II.3).
import type { z } from '@hono/zod-openapi';
import { bearsSecrecyMark } from '@nhipcau/document';
import { may, mustMay, type Actor } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Named } from '../db/tables/outgoing.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { unitNames } from '../units/service.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { abbreviationOf, type Scheme } from './symbol.ts';

type Writing = Pick<Deps, 'db' | 'clock'>;
type SchemeView = z.infer<typeof schema.numberScheme>;
type SchemeInput = z.infer<typeof schema.numberSchemeInput>;

export interface SchemeInForce extends Scheme {
  readonly fromYear: number | null;
  readonly drafters: readonly Named[];
  readonly bodies: readonly Named[];
  readonly version: number;
}

/** Where nobody has set one: one series for all types, symbols of the agency's usual abbreviation. */
export async function schemeOf(db: Db, unitId: number, year: number): Promise<SchemeInForce> {
  const row = await queries.schemeFor(db, unitId, year);
  if (row) return row;
  return {
    fromYear: null,
    series: 'common',
    ownSeries: [],
    abbreviation: abbreviationOf(await nameOf(db, unitId)),
    symbol: '{TYPE}-{AGENCY}',
    letterSymbol: '{AGENCY}-{UNIT}',
    drafters: [],
    bodies: [],
    version: 0,
  };
}

async function nameOf(db: Db, unitId: number): Promise<string> {
  const name = (await unitNames(db, [unitId])).get(unitId);
  if (name === undefined) throw new NotFound('no-unit', { id: unitId });
  return name;
}

const yearOf = (clock: Deps['clock']) => Number(today(clock).slice(0, 4));

export async function showScheme(
  { db, clock }: Writing,
  actor: Actor,
  asked: { readonly unitId: number; readonly year?: number | undefined },
): Promise<SchemeView> {
  const { unitId, year = yearOf(clock) } = asked;
  const unitName = await nameOf(db, unitId);
  mustMay(actor, 'number.read', { unitId }, { read: 'number.read', code: 'no-unit', id: unitId });
  const { series, ownSeries, abbreviation, symbol, letterSymbol, drafters, bodies, fromYear, version } =
    await schemeOf(db, unitId, year);
  return {
    unitId,
    unitName,
    fromYear,
    year,
    series,
    ownSeries: [...ownSeries],
    abbreviation,
    symbol,
    letterSymbol,
    drafters: [...drafters],
    bodies: [...bodies],
    version,
    inUse: await queries.anyNumber(db, unitId, year),
    nextYear: (await queries.schemeAfter(db, unitId, year))?.fromYear ?? null,
    may: may(actor, 'number.manage', { unitId }) ? ['edit'] : [],
  };
}

export async function setScheme(deps: Writing, actor: Actor, wanted: SchemeInput): Promise<SchemeView> {
  const { unitId, fromYear, version, ...scheme } = wanted;
  await nameOf(deps.db, unitId);
  mustMay(actor, 'number.manage', { unitId }, { read: 'number.read', code: 'no-unit', id: unitId });
  requireSense(wanted);
  const year = yearOf(deps.clock);
  if (fromYear < year || fromYear > year + 1) throw new Invalid('scheme-past', { year });
  await write(deps, actor, async (trx, note) => {
    await queries.lockScheme(trx, unitId);
    const before = await schemeOf(trx, unitId, fromYear);
    if (before.version !== version) {
      const current = await showScheme({ ...deps, db: trx }, actor, { unitId, year: fromYear });
      throw new Conflict('stale-version', {}, { current, yours: wanted });
    }
    if (!sameSeries(before, wanted) && (await queries.anyNumber(trx, unitId, fromYear))) {
      throw new Conflict('scheme-in-use', { year: fromYear, next: fromYear + 1 });
    }
    await queries.putScheme(trx, {
      unitId,
      fromYear,
      ...scheme,
      drafters: JSON.stringify(scheme.drafters),
      bodies: JSON.stringify(scheme.bodies),
      version: version + 1,
      changedBy: actor.personId,
      changedAt: deps.clock(),
    });
    note({
      action: 'number.scheme',
      subject: 'unit',
      subjectId: unitId,
      unitId,
      detail: { fromYear, ...scheme },
    });
  });
  return showScheme(deps, actor, { unitId, year: fromYear });
}

const sameSeries = (a: Scheme, b: Scheme) =>
  a.series === b.series && [...a.ownSeries].toSorted().join() === [...b.ownSeries].toSorted().join();

/** Two series must never compose the same symbol. */
function requireSense({ symbol, letterSymbol, abbreviation, bodies, drafters }: SchemeInput): void {
  const typed = symbol.includes('{TYPE}') && symbol.includes('{AGENCY}');
  const letters = letterSymbol.includes('{AGENCY}') && !letterSymbol.includes('{TYPE}');
  if (!typed || !letters) throw new Invalid('scheme-symbol');
  const seen = new Set([abbreviation]);
  for (const body of bodies) {
    if (seen.has(body.abbreviation)) throw new Invalid('scheme-repeats', { abbreviation: body.abbreviation });
    seen.add(body.abbreviation);
  }
  if (bearsSecrecyMark([...bodies, ...drafters].map(({ name }) => name))) throw new Invalid('number-secret');
}
