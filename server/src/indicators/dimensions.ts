// By what figures are broken down. The ready dimensions are everybody's; a tree adds its own, and items of its own to the ready ones.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { scopeOf, type Actor, type Asking } from '../access/actor.ts';
import { reaches } from '../access/condition.ts';
import { relationsOf } from '../access/policy.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { NotFound } from '../errors.ts';
import type * as schema from './schema.ts';
import type { Writing } from './shown.ts';

export type Dimension = z.infer<typeof schema.dimension>;

/** Tops of the trees whose own items somebody sees: their own, and of all below them. */
const rootsSeen = (actor: Actor): readonly number[] => [
  ...new Set(
    actor.grants.flatMap(({ rootId, own, coordinated, subtree }) => [
      rootId,
      ...own,
      ...coordinated,
      ...subtree,
    ]),
  ),
];

/** Where somebody keeps the dimensions of a tree; null: nowhere. */
export const keeping = (actor: Actor) =>
  actor.grants.find(({ role }) => relationsOf(role, 'indicator.manage').length > 0) ?? null;

interface Looking {
  readonly actor: Actor;
  readonly day: string;
}

interface Row extends Omit<Dimension, 'own' | 'items' | 'may'> {
  readonly rootId: number | null;
  readonly items: readonly (Omit<Dimension['items'][number], 'own' | 'ended'> & {
    readonly rootId: number | null;
  })[];
}

const mine = (actor: Actor, rootId: number | null): boolean =>
  rootId !== null && rootId === keeping(actor)?.rootId;

const presented = ({ rootId, items, ...row }: Row, { actor, day }: Looking): Dimension => ({
  ...row,
  own: mine(actor, rootId),
  items: items.map(({ rootId: of, ...item }) => ({
    ...item,
    own: mine(actor, of),
    ended: item.endedOn !== null && item.endedOn < day,
  })),
  may: mine(actor, rootId) ? ['edit', 'remove'] : keeping(actor) && rootId === null ? ['edit'] : [],
});

/** In their order: the ready items first, then those that were added. */
export async function shown(db: Db, looking: Looking): Promise<Dimension[]> {
  const { actor } = looking;
  const roots = sql`any(${[...rootsSeen(actor)]}::bigint[])`;
  const { rows } = await sql<Row>`select d.key, d.name, d.name_en, d.version, d.root_id,
      (select count(*) from indicator i where ${namedBy(actor)} and i.body->'breakdowns' @> jsonb_build_array(jsonb_build_array(d.key))) as indicators,
      coalesce((select json_agg(json_build_object('key', i.key, 'name', i.name, 'nameEn', i.name_en, 'rootId', i.root_id,
          'endedOn', least(i.ended_on, (select min(e.ended_on) from dimension_item_end e
            where e.dimension = i.dimension and e.key = i.key and e.root_id = ${roots})))
          order by i.root_id is not null, i.ordinal, i.name)
        from dimension_item i where i.dimension = d.key and (i.root_id is null or ${actor.system} or i.root_id = ${roots})), '[]') as items
    from dimension d where d.root_id is null or ${actor.system} or d.root_id = ${roots} order by d.ordinal, d.name`.execute(
    db,
  );
  return rows.map((row) => presented(row, looking));
}

/** Of an indicator "i": the reader sees it in the catalogue, and it has not ended. */
const namedBy = (actor: Actor) =>
  sql`i.ended_on is null and (i.owner_id is null or ${reaches(scopeOf(actor, 'indicator.read'), {
    owner: sql`i.owner_id`,
    issued: sql`true`,
    issuer: sql`i.owner_id`,
  })})`;

export async function dimensions(
  { db, clock }: Writing,
  { actor }: Asking,
): Promise<z.infer<typeof schema.dimensionList>> {
  return { rows: await shown(db, { actor, day: today(clock) }) };
}

export async function dimensionNamed(db: Db, looking: Looking, key: string): Promise<Dimension> {
  const found = (await shown(db, looking)).find((each) => each.key === key);
  if (!found) throw new NotFound('no-dimension', { key });
  return found;
}

/** With what stands in the way of taking it apart: the indicators broken down by it, the items that figures and targets name. */
export async function dimension(
  { db, clock }: Writing,
  { actor }: Asking,
  key: string,
): Promise<z.infer<typeof schema.dimensionDetail>> {
  const found = await dimensionNamed(db, { actor, day: today(clock) }, key);
  const { rows } = await sql<{
    id: number;
    code: string;
    name: string;
    nameEn: string;
  }>`select i.id, i.code, i.body->>'name' as name, i.body->>'nameEn' as name_en
    from indicator i where ${namedBy(actor)} and i.body->'breakdowns' @> ${JSON.stringify([[key]])}::jsonb
    order by i.ordinal, i.code, i.id`.execute(db);
  const own = found.items.filter((item) => item.own).map((item) => item.key);
  return { ...found, usedBy: rows, inUse: [...(await itemsInUse(db, key, own))] };
}

/** Of these items, those that a figure or a target names. */
export async function itemsInUse(
  db: Db,
  key: string,
  items: readonly string[],
): Promise<ReadonlySet<string>> {
  if (items.length === 0) return new Set();
  const names = sql`';' || cell || ';' like '%;' || ${`${key}=`} || replace(k.key, '_', '\\_') || ';%'`;
  const { rows } = await sql<{ key: string }>`select k.key from unnest(${[...items]}::text[]) as k(key)
    where exists (select 1 from report_figure where cell <> '' and ${names})
      or exists (select 1 from indicator_target where cell <> '' and ${names})`.execute(db);
  return new Set(rows.map((row) => row.key));
}
