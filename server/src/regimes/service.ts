// Regimes: set, changed from a day on, ended. A change never reaches reports that were called before.
import type { z } from '@hono/zod-openapi';
import { actingUnit, mustMay, type Asked, type Asking } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { reachOfOwner } from './askees.ts';
import type { RegimeBody } from './body.ts';
import { oddities } from './periods.ts';
import * as queries from './queries.ts';
import type { RegimeRow } from './queries.ts';
import { factsOf } from './readable.ts';
import type * as schema from './schema.ts';
import { one, type Regime } from './shown.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;

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
  return one(deps, { ...asking, id });
}

/** The regime, locked, once it is known that the actor may change it and saw it as it is. */
async function taking(
  deps: Writing,
  asked: Asked,
  wanted: { readonly version: number },
  work: (opened: {
    trx: Parameters<Parameters<typeof write>[2]>[0];
    row: RegimeRow;
  }) => Promise<{ action: string; detail?: Record<string, unknown> }>,
): Promise<void> {
  const { actor, id } = asked;
  await write(deps, actor, async (trx, note) => {
    const row = await queries.lockRegime(trx, id);
    if (!row) throw new NotFound('no-regime', { id });
    mustMay(actor, 'regime.manage', factsOf(row), { read: 'regime.read', code: 'no-regime', id });
    if (row.version !== wanted.version) {
      const current = await one({ ...deps, db: trx }, asked);
      throw new Conflict('stale-version', {}, { current, yours: wanted });
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
  asked: Asked,
  wanted: z.infer<typeof schema.regimeChange>,
): Promise<Regime> {
  const { body, validFrom = today(deps.clock) } = wanted;
  await taking(deps, asked, wanted, async ({ trx, row }) => {
    await requireBody(trx, row.ownerId, body);
    const columns = { body: JSON.stringify(body), personId: asked.actor.personId, at: deps.clock() };
    await trx
      .insertInto('regimeVersion')
      .values({ regimeId: row.id, validFrom, ...columns })
      .onConflict((conflict) => conflict.columns(['regimeId', 'validFrom']).doUpdateSet(columns))
      .execute();
    await trx
      .updateTable('regime')
      .set({ name: body.name, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    return { action: 'changed', detail: { validFrom } };
  });
  return one(deps, asked);
}

export async function end(
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.regimeEnd>,
): Promise<Regime> {
  await taking(deps, asked, wanted, async ({ trx, row }) => {
    await trx
      .updateTable('regime')
      .set({ endedOn: wanted.on, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    return { action: wanted.on === null ? 'resumed' : 'ended', detail: { on: wanted.on } };
  });
  return one(deps, asked);
}

/** Only one by which nobody was ever asked. */
export async function remove(deps: Writing, asked: Asked, version: number): Promise<void> {
  await taking(deps, asked, { version }, async ({ trx, row }) => {
    const called = await trx
      .selectFrom('reportCall')
      .select('id')
      .where('regimeId', '=', row.id)
      .limit(1)
      .executeTakeFirst();
    if (called) throw new Conflict('regime-called', { name: row.name });
    await trx.deleteFrom('regime').where('id', '=', row.id).execute();
    return { action: 'removed', detail: { name: row.name } };
  });
}
