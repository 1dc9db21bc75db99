// Keeping the dimensions of a tree. What figures name is never deleted: it ends. What is everybody's, or another tree's, stays as it is;
// of a ready item a tree says no more than until when it is offered there.
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor, Asking } from '../access/actor.ts';
import { write } from '../audit/service.ts';
import { today } from '../clock.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { dimensionNamed, itemsInUse, keeping, type Dimension } from './dimensions.ts';
import type * as schema from './schema.ts';
import type { Writing } from './shown.ts';

type Trx = Transaction<Tables>;
type Input = z.infer<typeof schema.dimensionInput>;
type Item = Input['items'][number];

interface Kept {
  readonly trx: Trx;
  readonly key: string;
  readonly rootId: number;
}

async function locked(
  { trx, key, rootId }: Kept,
  { version, yours, current }: { version: number; yours: unknown; current: () => Promise<Dimension> },
) {
  const there = await trx
    .selectFrom('dimension')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  if (there && there.rootId !== null && there.rootId !== rootId)
    throw new Conflict('dimension-taken', { key });
  if ((there?.version ?? 0) !== version)
    throw new Conflict('stale-version', {}, { current: there ? await current() : null, yours });
  return there ?? null;
}

const grantOf = (actor: Actor) => {
  const grant = keeping(actor);
  if (!grant) throw new Forbidden();
  return grant;
};

export async function setDimension(
  deps: Writing,
  { actor }: Asking,
  key: string,
  input: Input,
): Promise<Dimension> {
  const { unitId, rootId } = grantOf(actor);
  const looking = { actor, day: today(deps.clock) };
  return write(deps, actor, async (trx, note) => {
    const kept = { trx, key, rootId };
    const { version, items } = input;
    const current = () => dimensionNamed(trx, looking, key);
    const there = await locked(kept, { version, yours: input, current });
    requireOnce(items);
    const named = { name: input.name, nameEn: input.nameEn || input.name };
    if (!there)
      await trx
        .insertInto('dimension')
        .values({ key, ...named, rootId, ordinal: 100 })
        .execute();
    else
      await trx
        .updateTable('dimension')
        .set({ version: there.version + 1, ...(there.rootId === rootId ? named : {}) })
        .where('key', '=', key)
        .execute();
    await keepItems(kept, items);
    const detail = { key, items: items.length };
    note({ action: 'dimension.changed', subject: 'dimension', unitId, rootId, detail });
    return current();
  });
}

function requireOnce(items: readonly Item[]): void {
  const twice = items.find((item, at) => items.findIndex(({ key }) => key === item.key) !== at);
  if (twice) throw new Invalid('dimension-item-twice', { key: twice.key });
}

async function keepItems(kept: Kept, items: readonly Item[]): Promise<void> {
  const { trx, key, rootId } = kept;
  const known = await trx.selectFrom('dimensionItem').selectAll().where('dimension', '=', key).execute();
  const before = new Map(known.map((each) => [each.key, each]));
  const taken = items.find((item) => {
    const of = before.get(item.key)?.rootId ?? null;
    return of !== null && of !== rootId;
  });
  if (taken) throw new Conflict('dimension-taken', { key: taken.key });
  const isReady = (item: Item) => before.get(item.key)?.rootId === null;
  for (const item of items.filter(isReady)) await endReady(kept, item);
  for (const [ordinal, item] of items.filter((each) => !isReady(each)).entries())
    await keepOwn(kept, item, ordinal);
  const left = known.filter((each) => each.rootId === rootId && !items.some((item) => item.key === each.key));
  await removeItems(kept, left);
}

async function endReady({ trx, key: dimension, rootId }: Kept, { key, endedOn }: Item): Promise<void> {
  if (endedOn === null)
    await trx
      .deleteFrom('dimensionItemEnd')
      .where('rootId', '=', rootId)
      .where('dimension', '=', dimension)
      .where('key', '=', key)
      .execute();
  else
    await trx
      .insertInto('dimensionItemEnd')
      .values({ rootId, dimension, key, endedOn })
      .onConflict((conflict) => conflict.columns(['rootId', 'dimension', 'key']).doUpdateSet({ endedOn }))
      .execute();
}

async function keepOwn(
  { trx, key: dimension, rootId }: Kept,
  { key, name, nameEn, endedOn }: Item,
  ordinal: number,
): Promise<void> {
  const columns = { name, nameEn: nameEn || name, ordinal, endedOn };
  await trx
    .insertInto('dimensionItem')
    .values({ dimension, key, rootId, ...columns })
    .onConflict((conflict) => conflict.columns(['dimension', 'key']).doUpdateSet(columns))
    .execute();
}

async function removeItems(
  { trx, key, rootId }: Kept,
  left: readonly { readonly key: string; readonly name: string }[],
): Promise<void> {
  const used = await itemsInUse(
    trx,
    key,
    left.map((item) => item.key),
  );
  const inUse = left.find((item) => used.has(item.key));
  if (inUse) throw new Conflict('dimension-item-used', { name: inUse.name });
  await trx
    .deleteFrom('dimensionItem')
    .where('dimension', '=', key)
    .where('rootId', '=', rootId)
    .where('key', 'in', ['', ...left.map((item) => item.key)])
    .execute();
}

/** One of the tree's own by which no indicator was ever broken down. */
export async function removeDimension(
  deps: Writing,
  { actor }: Asking,
  key: string,
  version: number,
): Promise<void> {
  const { unitId, rootId } = grantOf(actor);
  const looking = { actor, day: today(deps.clock) };
  await write(deps, actor, async (trx, note) => {
    const current = () => dimensionNamed(trx, looking, key);
    const there = await locked({ trx, key, rootId }, { version, yours: { version }, current });
    if (!there) throw new NotFound('no-dimension', { key });
    if (there.rootId === null) throw new Forbidden('dimension-ready');
    const by = JSON.stringify([[key]]);
    const { rows } = await sql`select 1 from indicator where body->'breakdowns' @> ${by}::jsonb
      union all select 1 from indicator_version where body->'breakdowns' @> ${by}::jsonb limit 1`.execute(
      trx,
    );
    if (rows.length > 0) throw new Conflict('dimension-used', { name: there.name });
    await trx.deleteFrom('dimension').where('key', '=', key).execute();
    note({ action: 'dimension.removed', subject: 'dimension', unitId, rootId, detail: { key } });
  });
}
