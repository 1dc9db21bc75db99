// By what figures are broken down. The ready dimensions are everybody's; a tree adds its own, and items of its own to the ready ones.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { relationsOf } from '../access/policy.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import { Conflict, Forbidden } from '../errors.ts';
import type * as schema from './schema.ts';
import type { Asking, Writing } from './service.ts';

type Dimension = z.infer<typeof schema.dimension>;

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

export async function dimensions(
  { db }: Writing,
  { actor }: Asking,
): Promise<z.infer<typeof schema.dimensionList>> {
  return { rows: await shown(db, actor) };
}

async function shown(db: Db, actor: Actor): Promise<Dimension[]> {
  const roots = sql`any(${[...rootsSeen(actor)]}::bigint[])`;
  const { rows } = await sql<Dimension>`select d.key, d.name, d.name_en,
      coalesce((select json_agg(json_build_object('key', i.key, 'name', i.name, 'nameEn', i.name_en, 'ended', i.ended)
          order by i.ended, i.ordinal, i.name)
        from dimension_item i where i.dimension = d.key and (i.root_id is null or ${actor.system} or i.root_id = ${roots})), '[]') as items
    from dimension d where d.root_id is null or ${actor.system} or d.root_id = ${roots} order by d.ordinal, d.name`.execute(
    db,
  );
  return rows;
}

/** New items belong to the writer's tree; what is everybody's, or another tree's, is left as it is. */
export async function setDimension(
  deps: Writing,
  { actor }: Asking,
  key: string,
  { name, nameEn, items }: z.infer<typeof schema.dimensionInput>,
): Promise<Dimension> {
  const grant = actor.grants.find(({ role }) => relationsOf(role, 'indicator.manage').length > 0);
  if (!grant) throw new Forbidden();
  const { rootId } = grant;
  return write(deps, actor, async (trx, note) => {
    const there = await trx
      .selectFrom('dimension')
      .selectAll()
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst();
    if (there && there.rootId !== null && there.rootId !== rootId)
      throw new Conflict('dimension-taken', { key });
    const mine = { name, nameEn: nameEn || name, rootId };
    if (!there)
      await trx
        .insertInto('dimension')
        .values({ key, ...mine, ordinal: 100 })
        .execute();
    else if (there.rootId === rootId)
      await trx.updateTable('dimension').set(mine).where('key', '=', key).execute();
    const known = await trx
      .selectFrom('dimensionItem')
      .select(['key', 'rootId'])
      .where('dimension', '=', key)
      .execute();
    const taken = items.find((item) =>
      known.some((each) => each.key === item.key && each.rootId !== null && each.rootId !== rootId),
    );
    if (taken) throw new Conflict('dimension-taken', { key: taken.key });
    const own = items.filter((item) => !known.some((each) => each.key === item.key && each.rootId === null));
    for (const item of own) {
      const columns = {
        name: item.name,
        nameEn: item.nameEn || item.name,
        ordinal: items.indexOf(item),
        ended: false,
      };
      await trx
        .insertInto('dimensionItem')
        .values({ dimension: key, key: item.key, rootId, ...columns })
        .onConflict((conflict) => conflict.columns(['dimension', 'key']).doUpdateSet(columns))
        .execute();
    }
    const left = items.map((item) => item.key);
    await sql`update dimension_item set ended = true where dimension = ${key} and root_id = ${rootId}
      and not key = any(${left}::text[])`.execute(trx);
    note({
      action: 'dimension.changed',
      subject: 'dimension',
      unitId: grant.unitId,
      rootId,
      detail: { key, items: left.length },
    });
    const found = (await shown(trx, actor)).find((each) => each.key === key);
    if (!found) throw new Forbidden();
    return found;
  });
}
