// Which unit of the register a name means, on the document's date and in its issuer's words.
import {
  indexUnits,
  resolveAgency,
  say,
  type Match as Found,
  type Unit,
  type UnitIndex,
} from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type { Locale } from '../http/locale.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';

export interface Context {
  readonly issuer: string | null;
  /** ISO date. */
  readonly on: string | null;
}

/** What the register says to a name; `why` is a message's key with its values, put into words when somebody reads it. */
export interface Match {
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly matched: string | null;
  readonly why: string | null;
  readonly members: number | null;
}

// Building the index of some thousand units takes a moment; it is kept as long as the register does not change.
const indexes = new Map<string, Promise<UnitIndex>>();

async function indexOf(db: Db): Promise<UnitIndex> {
  const stamp = await queries.registerStamp(db);
  const known = indexes.get(stamp);
  if (known) return known;
  const made = buildIndex(db);
  if (indexes.size >= 4) indexes.clear();
  indexes.set(stamp, made);
  made.catch(() => indexes.delete(stamp));
  return made;
}

async function buildIndex(db: Db): Promise<UnitIndex> {
  const successors = Map.groupBy(await queries.allSuccessors(db), ({ unitId }) => unitId);
  const former = Map.groupBy(await queries.formerNames(db), ({ unitId }) => unitId);
  const rows = await queries.allUnits(db);
  return indexUnits(
    rows.map((row): Unit => {
      const { id, name, kind, code, province } = row;
      const aliases = [
        ...row.aliases,
        ...(former.get(id) ?? []).flatMap((state) => namesOfPlace(state.name)),
      ];
      return {
        id,
        name,
        kind,
        aliases,
        code,
        province,
        // In documents a province or a ministry stands by itself; the Government above it is a matter of who coordinates.
        superiorId: row.rootId === id ? null : row.parentId,
        from: row.validFrom,
        to: row.validTo,
        successors: (successors.get(id) ?? []).map(({ successorId }) => successorId),
        ...(row.level ? { level: row.level as NonNullable<Unit['level']> } : {}),
      };
    }),
  );
}

/** "Ủy ban nhân dân xã Bố Hạ" is also called "xã Bố Hạ". */
const namesOfPlace = (name: string): readonly string[] => {
  const place = name.replace(/^Ủy ban nhân dân /, '');
  return place === name ? [name] : [name, place];
};

export async function matcherFor(db: Db, context: Context): Promise<(name: string) => Match> {
  const units = await indexOf(db);
  return (name) => matchOf(resolveAgency(name, { units, ...context }));
}

export interface Meaning {
  readonly unitIds: readonly number[];
  /** As in `Match`; null: the name means nobody that is known. */
  readonly matched: string | null;
}

/** Which units a name means on the day: one, or all that a collective name stands for. */
export async function meaningFor(db: Db, context: Context): Promise<(name: string) => Meaning> {
  const units = await indexOf(db);
  return (name) => {
    const found = resolveAgency(name, { units, ...context });
    return { unitIds: found.units.map(({ id }) => Number(id)), matched: found.matched };
  };
}

function matchOf({ units, matched, reason }: Found): Match {
  const why = matched === null ? null : JSON.stringify(reason);
  if (matched === 'collective') return { unitId: null, unitName: null, matched, why, members: units.length };
  const [unit] = units;
  return { unitId: unit ? Number(unit.id) : null, unitName: unit?.name ?? null, matched, why, members: null };
}

/** The stored reason in the reader's language. */
export function wordsOfReason(why: string | null, locale: Locale): string | null {
  if (!why?.startsWith('{')) return why;
  const { key, values } = JSON.parse(why) as Found['reason'];
  return say(key, values, locale);
}

export async function unitNames(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await queries.unitsById(db, ids)).map(({ id, name }) => [id, name]));
}

export type UnitView = z.infer<typeof schema.unit>;

export function present(row: queries.ShownUnit): UnitView {
  const { id, name, kind, parentId, parentName, validFrom, validTo, successor, aliases, assumed } = row;
  return {
    id,
    name,
    kind,
    parentId,
    parentName,
    validFrom,
    validTo,
    shortName: aliases[0] ?? null,
    assumed,
    successorId: successor?.id ?? null,
    successorName: successor?.name ?? null,
  };
}

/** The document that somebody looks a unit up for. */
export interface LookedUpFor extends Context {
  /** It is demonstration data itself. */
  readonly demo: boolean;
}

/** Without a document it is for the reader's own work: `rootId` is the top of their tree. */
interface LookedUpBy {
  readonly document?: LookedUpFor | null;
  readonly rootId?: number | null;
}

const placeOf = async (db: Db, id: number | null) =>
  id === null ? null : ((await queries.placesOf(db, [id]))[0] ?? null);

export async function search(
  db: Db,
  asked: Omit<queries.UnitsWanted, 'province' | 'real'>,
  { document = null, rootId = null }: LookedUpBy = {},
) {
  const home = document ? await homeOf(db, document) : await placeOf(db, rootId);
  // The invented units are for the demonstration, and for documents of the invented province that somebody tries out.
  const real = document !== null && !document.demo && !home?.demo;
  const wanted = { ...asked, real, province: home?.province ?? null };
  const rows = await queries.findUnits(db, wanted);
  return { rows: rows.map(present), total: await queries.countUnits(db, wanted) };
}

/** The committee of the province that a document's issuer belongs to. */
async function homeOf(db: Db, context: Context) {
  const match = await matcherFor(db, context);
  const names = [context.issuer, 'Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân thành phố'];
  const ids = names.flatMap((name) => (name ? (match(name).unitId ?? []) : []));
  return (await queries.placesOf(db, ids)).find(({ province }) => province !== null) ?? null;
}

export interface Asked {
  readonly name: string;
  readonly context: Context;
  readonly locale: Locale;
}

export async function resolve(
  db: Db,
  { name, context, locale }: Asked,
): Promise<z.infer<typeof schema.resolution>> {
  const units = await indexOf(db);
  const found = resolveAgency(name, { units, ...context });
  const collective = found.matched === 'collective';
  const others = found.alternatives.map(({ unit }) => Number(unit.id));
  const views = await viewsOf(db, [...found.units.map(({ id }) => Number(id)), ...others]);
  const list = (ids: readonly number[]) => ids.flatMap((id) => views.get(id) ?? []);
  return {
    name,
    unit: collective ? null : (list(found.units.map(({ id }) => Number(id)))[0] ?? null),
    matched: found.matched,
    why: say(found.reason.key, found.reason.values, locale),
    members: collective ? list(found.units.map(({ id }) => Number(id))) : null,
    alternatives: list(others),
  };
}

async function viewsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, UnitView>> {
  return new Map((await queries.unitsById(db, ids)).map((row) => [row.id, present(row)]));
}
