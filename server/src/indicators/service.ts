// The catalogue of indicators: written, changed with a trail, ended, copied from the ready set.
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { actingUnit, mustMay, type Actor, type Asked, type Asking } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { placesOf } from '../units/places.ts';
import { indicatorBody, type IndicatorBody } from './body.ts';
import { catalogueFor } from './catalogue.ts';
import { circleFrom, codesIn, requireBody } from './formula.ts';
import type * as schema from './schema.ts';
import {
  factsOf,
  mayRead,
  one,
  presented,
  readable,
  type Indicator,
  type IndicatorRow,
  type Writing,
} from './shown.ts';

type Trx = Transaction<Tables>;

/** What it names must be there, and must not lead back to itself. */
async function requireFits(
  trx: Trx,
  ownerId: number,
  { code, body }: { readonly code: string; readonly body: IndicatorBody },
): Promise<void> {
  requireBody(body);
  const dims = [...new Set(body.breakdowns.flat())];
  const known = await trx
    .selectFrom('dimension')
    .select('key')
    .where(sql<boolean>`key = any(${dims}::text[])`)
    .execute();
  const unknown = dims.find((key) => !known.some((each) => each.key === key));
  if (unknown !== undefined) throw new Invalid('no-dimension', { key: unknown });
  const catalogue = await catalogueFor(trx, ownerId);
  const bodies = new Map<string, IndicatorBody>([...catalogue].map(([key, row]) => [key, row.body]));
  bodies.set(code, body);
  const named = [...(body.formula ? codesIn(body.formula) : []), ...(body.weight ? [body.weight] : [])];
  const missing = named.find((each) => !bodies.has(each));
  if (missing !== undefined) throw new Invalid('formula-no-indicator', { code: missing });
  const circle = circleFrom(code, bodies);
  if (circle) throw new Invalid('formula-circle', { path: circle.join(' → ') });
}

const keepVersion = (
  trx: Trx,
  row: { id: number; version: number; body: IndicatorBody },
  personId: number | null,
) =>
  trx
    .insertInto('indicatorVersion')
    .values({ indicatorId: row.id, version: row.version, body: JSON.stringify(row.body), personId })
    .execute();

interface New {
  readonly ownerId: number;
  readonly code: string;
  readonly body: IndicatorBody;
  readonly ordinal: number;
}

async function insert(deps: Writing, actor: Actor, { ownerId, code, body, ordinal }: New): Promise<number> {
  return write(deps, actor, async (trx, note) => {
    await requireFits(trx, ownerId, { code, body });
    const rootId = (await placesOf(trx)).root(ownerId);
    const row = await trx
      .insertInto('indicator')
      .values({ ownerId, rootId, code, body: JSON.stringify(body), ordinal, changedAt: deps.clock() })
      .onConflict((conflict) => conflict.columns(['ownerId', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) throw new Conflict('indicator-code-taken', { code });
    await keepVersion(trx, { id: row.id, version: 1, body }, actor.personId);
    const detail = { code, name: body.name };
    note({
      action: 'indicator.created',
      subject: 'indicator',
      subjectId: row.id,
      unitId: ownerId,
      rootId,
      detail,
    });
    return row.id;
  });
}

export async function create(
  deps: Writing,
  asking: Asking,
  { ownerId, code, ...body }: z.infer<typeof schema.indicatorCreate>,
): Promise<Indicator> {
  const owner = actingUnit(asking.actor, 'indicator.manage', ownerId ?? null);
  const id = await insert(deps, asking.actor, { ownerId: owner, code, body, ordinal: 0 });
  return one(deps, { ...asking, id });
}

/** One's own of the same code, which from then on stands in its place. */
export async function copy(deps: Writing, asked: Asked, wanted: number | undefined): Promise<Indicator> {
  const { actor } = asked;
  const { code, body, ordinal, ownerId } = await readable(deps.db, actor, asked.id);
  const owner = actingUnit(actor, 'indicator.manage', wanted ?? null);
  if (ownerId === owner) throw new Conflict('indicator-code-taken', { code });
  const id = await insert(deps, actor, { ownerId: owner, code, body, ordinal });
  return one(deps, { ...asked, id });
}

async function taking(
  deps: Writing,
  asked: Asked,
  wanted: { readonly version: number },
  work: (
    trx: Trx,
    row: IndicatorRow & { readonly ownerId: number },
  ) => Promise<{ action: string; detail?: Record<string, unknown> }>,
): Promise<void> {
  const { actor, id } = asked;
  await write(deps, actor, async (trx, note) => {
    const row = await trx
      .selectFrom('indicator')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row || !mayRead(actor, row)) throw new NotFound('no-indicator', { id });
    const { ownerId } = row;
    if (ownerId === null) throw new Forbidden('indicator-ready');
    mustMay(actor, 'indicator.manage', factsOf(ownerId), {
      read: 'indicator.read',
      code: 'no-indicator',
      id,
    });
    if (row.version !== wanted.version) {
      const [current] = await presented(trx, asked, [row]);
      throw new Conflict('stale-version', {}, { current, yours: wanted });
    }
    const { action, detail = {} } = await work(trx, { ...row, ownerId });
    note({
      action: `indicator.${action}`,
      subject: 'indicator',
      subjectId: id,
      unitId: ownerId,
      rootId: row.rootId,
      detail: { code: row.code, ...detail },
    });
  });
}

/** Reports that were called before keep what it was. */
export async function change(
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.indicatorChange>,
): Promise<Indicator> {
  const { version, ...changed } = wanted;
  const { id } = asked;
  await taking(deps, asked, wanted, async (trx, row) => {
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    const body = indicatorBody.parse({ ...row.body, ...given });
    await requireFits(trx, row.ownerId, { code: row.code, body });
    await keepVersion(trx, { id, version: version + 1, body }, asked.actor.personId);
    await trx
      .updateTable('indicator')
      .set({ body: JSON.stringify(body), version: version + 1, proposed: false, changedAt: deps.clock() })
      .where('id', '=', id)
      .execute();
    return { action: 'changed', detail: { fields: Object.keys(given) } };
  });
  return one(deps, asked);
}

export async function end(
  deps: Writing,
  asked: Asked,
  wanted: z.infer<typeof schema.indicatorEnd>,
): Promise<Indicator> {
  const { id } = asked;
  await taking(deps, asked, wanted, async (trx, row) => {
    await trx
      .updateTable('indicator')
      .set({ endedOn: wanted.on, version: row.version + 1, changedAt: deps.clock() })
      .where('id', '=', id)
      .execute();
    await keepVersion(trx, { id, version: row.version + 1, body: row.body }, asked.actor.personId);
    return { action: wanted.on === null ? 'resumed' : 'ended', detail: { on: wanted.on } };
  });
  return one(deps, asked);
}

/** Only one for which nobody has given a figure. */
export async function remove(deps: Writing, asked: Asked, version: number): Promise<void> {
  const { id } = asked;
  await taking(deps, asked, { version }, async (trx, row) => {
    const { rows } = await sql`select 1 from report_figure where indicator_id = ${id}
      union all select 1 from report_call c where c.form->'indicators' @> ${JSON.stringify([{ id }])}::jsonb limit 1`.execute(
      trx,
    );
    if (rows.length > 0) throw new Conflict('indicator-used', { code: row.code });
    await trx.deleteFrom('indicator').where('id', '=', id).execute();
    return { action: 'removed' };
  });
}
