// Regimes: set, changed from a day on, ended. A change never reaches reports that were called before.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { actingUnit, may, mustMay, scopeOf, type Actor, type Facts } from '../access/actor.ts';
import { reaches } from '../access/condition.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { placesOf } from '../units/places.ts';
import { adviceOfBody } from './advice.ts';
import { reachOfOwner } from './askees.ts';
import type { RegimeBody } from './body.ts';
import { dueOf, oddities, periodsFrom, plusDays, windowOf } from './periods.ts';
import * as queries from './queries.ts';
import type { RegimeRow, VersionRow } from './queries.ts';
import type * as schema from './schema.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
export interface Asking {
  readonly actor: Actor;
  readonly locale: Locale;
}
type Summary = z.infer<typeof schema.regimeSummary>;
type Regime = z.infer<typeof schema.regime>;

/** What was set is known to those below, as what was issued. */
export const factsOf = ({ ownerId }: Pick<RegimeRow, 'ownerId'>): Facts => ({
  unitId: ownerId,
  issuerId: ownerId,
  issued: true,
});

export async function readableRegime(db: Db, actor: Actor, id: number): Promise<RegimeRow> {
  const row = await queries.regimeById(db, id);
  if (!row || !may(actor, 'regime.read', factsOf(row))) throw new NotFound('no-regime', { id });
  return row;
}

/** In force on a day; before the first, the first. `versions` newest first. */
export function inForce(versions: readonly VersionRow[], day: string): VersionRow {
  const found = versions.find(({ validFrom }) => validFrom <= day) ?? versions.at(-1);
  if (!found) throw new Error('A regime without a version.');
  return found;
}

/** Sense that the schema cannot see. */
export async function requireBody(db: Db, ownerId: number, body: RegimeBody): Promise<void> {
  const twice = (ids: readonly string[]) => ids.find((id, at) => ids.indexOf(id) !== at);
  const tier = twice(body.tiers.map(({ id }) => id));
  const section = twice(body.outline.map(({ id }) => id));
  if (tier !== undefined || section !== undefined)
    throw new Invalid('regime-id-twice', { id: tier ?? section ?? '' });
  const codes = body.outline.flatMap(({ indicators }) => indicators);
  const code = twice(codes);
  if (code !== undefined) throw new Invalid('regime-indicator-twice', { code });
  if (oddities(body).some((each) => each.code === 'window-empty')) throw new Invalid('regime-window');
  const places = await placesOf(db);
  const reach = reachOfOwner(places, ownerId);
  const named = body.tiers.flatMap(({ units }) => [
    ...(units.underId === null ? [] : [units.underId]),
    ...units.include,
  ]);
  const outside = named.find((id) => !reach.has(id));
  if (outside !== undefined) throw new Invalid('unit-out-of-reach', { id: outside });
}

/** The next window that ends today or later and is not called. */
function nextOf(
  { body, validFrom }: Pick<VersionRow, 'body' | 'validFrom'>,
  called: ReadonlySet<string | null>,
  day: string,
): Summary['next'] {
  const from = validFrom > day ? validFrom : day;
  const period = periodsFrom(body, from).find(({ name }) => !called.has(name));
  if (!period) return null;
  const window = windowOf(body.window, period);
  const dues = body.tiers.map(({ deadline }) => dueOf(deadline, { closes: window.to, year: period.year }));
  return {
    period: period.name,
    ...window,
    opensOn: body.opensBefore === null ? null : plusDays(window.to, -body.opensBefore),
    dueOn: dues.toSorted()[0] ?? window.to,
  };
}

async function summaries(
  db: Db,
  actor: Actor,
  { rows, day }: { rows: readonly RegimeRow[]; day: string },
): Promise<Summary[]> {
  const ids = rows.map(({ id }) => id);
  const [versions, called, names] = await Promise.all([
    queries.versionsOf(db, ids),
    queries.calledPeriods(db, ids),
    queries.unitNamesOf(
      db,
      rows.map(({ ownerId }) => ownerId),
    ),
  ]);
  return rows.map((row): Summary => {
    const version = inForce(
      versions.filter(({ regimeId }) => regimeId === row.id),
      day,
    );
    const calls = called.filter(({ regimeId }) => regimeId === row.id);
    const ended = row.endedOn !== null && row.endedOn < day;
    const manages = may(actor, 'regime.manage', factsOf(row));
    const calling = may(actor, 'report.call', factsOf(row));
    return {
      id: row.id,
      name: version.body.name,
      owner: { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
      kind: version.body.kind,
      frequency: version.body.frequency,
      legalBasis: version.body.legalBasis,
      endedOn: row.endedOn,
      next: ended ? null : nextOf(version, new Set(calls.map(({ period }) => period)), day),
      calls: calls.length,
      demo: row.demo,
      version: row.version,
      may: [
        ...(manages ? (ended ? (['resume'] as const) : (['change', 'end'] as const)) : []),
        ...(manages && calls.length === 0 ? (['remove'] as const) : []),
        ...(calling && !ended ? (['call'] as const) : []),
      ],
    };
  });
}

export async function list(
  { db, clock }: Writing,
  { actor }: Asking,
  { unit, ended }: z.infer<typeof schema.regimeQuery>,
): Promise<z.infer<typeof schema.regimeList>> {
  const day = today(clock);
  const within = reaches(scopeOf(actor, 'regime.read'), {
    owner: sql`g.owner_id`,
    issued: sql`true`,
    issuer: sql`g.owner_id`,
  });
  const owners = unit === undefined ? null : [...(await placesOf(db)).own(unit)];
  const is = sql`coalesce(g.ended_on < ${day}::date, false)`;
  const rows = await queries.regimesWhere(
    db,
    sql`${within} and (${owners}::bigint[] is null or g.owner_id = any(${owners}::bigint[]))
      and ${ended === 'true' ? is : ended === 'false' ? sql`not ${is}` : sql`true`}`,
  );
  return { rows: await summaries(db, actor, { rows, day }), total: rows.length };
}

export async function one({ db, clock }: Writing, { actor, locale }: Asking, id: number): Promise<Regime> {
  const row = await readableRegime(db, actor, id);
  const day = today(clock);
  const [[summary], versions] = await Promise.all([
    summaries(db, actor, { rows: [row], day }),
    queries.versionsOf(db, [id]),
  ]);
  if (!summary) throw new NotFound('no-regime', { id });
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${versions.flatMap(({ personId }) => personId ?? [])}::bigint[])`)
    .execute();
  const { body } = inForce(versions, day);
  return {
    ...summary,
    body,
    versions: versions.map(({ validFrom, at, personId, body: each }) => ({
      validFrom,
      at: at.toISOString(),
      who: people.find((person) => person.id === personId)?.name ?? null,
      body: each,
    })),
    advice: adviceOfBody(body, locale),
  };
}

export async function create(
  deps: Writing,
  asking: Asking,
  { ownerId, validFrom, body }: z.infer<typeof schema.regimeCreate>,
): Promise<Regime> {
  const { actor } = asking;
  const owner = actingUnit(actor, 'regime.manage', ownerId ?? null);
  const id = await write(deps, actor, async (trx, note) => {
    await requireBody(trx, owner, body);
    const rootId = (await placesOf(trx)).root(owner);
    const { id: made } = await trx
      .insertInto('regime')
      .values({ ownerId: owner, rootId, name: body.name, createdBy: actor.personId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('regimeVersion')
      .values({
        regimeId: made,
        validFrom: validFrom ?? today(deps.clock),
        body: JSON.stringify(body),
        personId: actor.personId,
      })
      .execute();
    note({
      action: 'regime.created',
      subject: 'regime',
      subjectId: made,
      unitId: owner,
      rootId,
      detail: { name: body.name },
    });
    return made;
  });
  return one(deps, asking, id);
}

interface Step {
  readonly id: number;
  readonly version: number;
  readonly yours: unknown;
}

/** The regime, locked, once it is known that the actor may change it and saw it as it is. */
async function taking(
  deps: Writing,
  asking: Asking,
  { id, version, yours }: Step,
  work: (opened: {
    trx: Parameters<Parameters<typeof write>[2]>[0];
    row: RegimeRow;
  }) => Promise<{ action: string; detail?: Record<string, unknown> }>,
): Promise<void> {
  const { actor } = asking;
  await write(deps, actor, async (trx, note) => {
    const row = await queries.lockRegime(trx, id);
    if (!row) throw new NotFound('no-regime', { id });
    mustMay(actor, 'regime.manage', factsOf(row), { read: 'regime.read', code: 'no-regime', id });
    if (row.version !== version) {
      const current = await one({ ...deps, db: trx as never }, asking, id);
      throw new Conflict('stale-version', {}, { current, yours });
    }
    const { action, detail = {} } = await work({ trx, row });
    note({
      action: `regime.${action}`,
      subject: 'regime',
      subjectId: id,
      unitId: row.ownerId,
      rootId: row.rootId,
      detail,
    });
  });
}

/** A version from a day on; one of the same day is replaced. */
export async function change(
  deps: Writing,
  asking: Asking,
  id: number,
  wanted: z.infer<typeof schema.regimeChange>,
): Promise<Regime> {
  const { version, body, validFrom = today(deps.clock) } = wanted;
  await taking(deps, asking, { id, version, yours: wanted }, async ({ trx, row }) => {
    await requireBody(trx, row.ownerId, body);
    const columns = { body: JSON.stringify(body), personId: asking.actor.personId, at: deps.clock() };
    await trx
      .insertInto('regimeVersion')
      .values({ regimeId: id, validFrom, ...columns })
      .onConflict((conflict) => conflict.columns(['regimeId', 'validFrom']).doUpdateSet(columns))
      .execute();
    await trx
      .updateTable('regime')
      .set({ name: body.name, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    return { action: 'changed', detail: { validFrom } };
  });
  return one(deps, asking, id);
}

export async function end(
  deps: Writing,
  asking: Asking,
  id: number,
  wanted: z.infer<typeof schema.regimeEnd>,
): Promise<Regime> {
  await taking(deps, asking, { id, version: wanted.version, yours: wanted }, async ({ trx, row }) => {
    await trx
      .updateTable('regime')
      .set({ endedOn: wanted.on, version: row.version + 1 })
      .where('id', '=', id)
      .execute();
    return { action: wanted.on === null ? 'resumed' : 'ended', detail: { on: wanted.on } };
  });
  return one(deps, asking, id);
}

/** Only one by which nobody was ever asked. */
export async function remove(deps: Writing, asking: Asking, id: number, version: number): Promise<void> {
  await taking(deps, asking, { id, version, yours: { version } }, async ({ trx, row }) => {
    const called = await trx
      .selectFrom('reportCall')
      .select('id')
      .where('regimeId', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (called) throw new Conflict('regime-called', { name: row.name });
    await trx.deleteFrom('regime').where('id', '=', id).execute();
    return { action: 'removed', detail: { name: row.name } };
  });
}
