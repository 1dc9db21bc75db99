// Two provinces in one database, and records that stand in every relation to one unit of the first.
import type { Relation } from '../../access/policy.ts';
import type { TestServer } from '../harness.ts';

export const keys = {
  top: 'demo:uy-ban-nhan-dan-tinh-song-thao',
  /** At which the roles of the matrix are held. */
  home: 'demo:so-ngoai-vu',
  sibling: 'demo:so-tai-chinh',
  child: 'test:trung-tam',
  /** Another province. */
  other: 'province:38',
} as const;

export type Place = keyof typeof keys;

export interface World {
  readonly server: TestServer;
  readonly units: Readonly<Record<Place, number>>;
}

/** How what belongs to a place stands to the home unit, as a person would say it; not computed by what is tested. */
export const standingOf: Readonly<Record<Place, readonly Relation[]>> = {
  home: ['own', 'coordinated', 'tree'],
  child: ['subtree', 'coordinated', 'tree'],
  sibling: ['coordinated', 'tree'],
  top: ['coordinated', 'principal', 'tree'],
  other: [],
};

export const places = Object.keys(standingOf) as Place[];

export async function makeWorld(server: TestServer): Promise<World> {
  const { db } = server.deps;
  const [top, home] = [await server.unit(keys.top), await server.unit(keys.home)];
  const name = 'Trung tâm Thử nghiệm';
  await db
    .insertInto('unit')
    .values({
      key: keys.child,
      name,
      kind: 'centre',
      level: null,
      code: null,
      province: null,
      parentId: home,
      rootId: top,
      validFrom: null,
      validTo: null,
      aliases: [],
      search: 'x',
      searchExact: 'x',
    })
    .execute();
  const [sibling, child, other] = [
    await server.unit(keys.sibling),
    await server.unit(keys.child),
    await server.unit(keys.other),
  ];
  return { server, units: { top, home, sibling, child, other } };
}

/** What was handed down by another province belongs to that province's tree. */
export async function moveToOther({ server, units }: World, planId: number): Promise<void> {
  await server.deps.pool.query('update plan set root_id = $1 where id = $2', [units.other, planId]);
  await server.deps.pool.query('update task set root_id = $1 where plan_id = $2', [units.other, planId]);
  await server.deps.pool.query(
    `insert into unit_source (unit_id, root_id) select distinct a.unit_id, $1::bigint
      from assignment a join task t on t.id = a.task_id where t.plan_id = $2 on conflict do nothing`,
    [units.other, planId],
  );
}
