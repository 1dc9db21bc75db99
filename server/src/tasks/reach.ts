// Which tasks somebody may read, as a list's condition. It speaks of the table "task" alone, so that any query can carry it.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { reachesTree, scopeOf, type Actor } from '../access/actor.ts';
import { reaches, type Condition } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import { placesOf, type Places } from '../units/places.ts';

const handedTo = (role: 'lead' | 'coordinating') => (units: RawBuilder<number[]>) =>
  sql<SqlBool>`(exists (select 1 from assignment a
      where a.task_id = task.id and a.role = ${role} and a.unit_id = any(${units}))
    or task.plan_id is null and exists (select 1 from task_agency a
      where a.task_id = task.id and a.role = ${role} and a.unit_id = any(${units})))`;

export interface Readable {
  readonly visible: Condition;
  /** Tops of all trees in which there may be any of them; null: all trees. */
  readonly tops: readonly number[] | null;
  /** Where words are looked for: the tasks that hold them, found once for a list and its count. */
  readonly matching?: readonly number[];
}

/** Whole trees are reached by their tops alone, which has an index; of the others the reader's own part. */
export async function readableBy(db: Db, actor: Actor): Promise<Readable> {
  const scope = scopeOf(actor, 'task.read');
  if (scope.everything) return { visible: sql`true`, tops: null };
  const places = await placesOf(db);
  const whole = wholeTrees(actor, places, scope.unitIds);
  const [sources, former] = await Promise.all([
    rootsOf(db, actor, places),
    formerRoots(db, scope.unitIds, whole),
  ]);
  const others = [...new Set([...sources, ...former])].filter((id) => !whole.has(id));
  const inTrees = sql<SqlBool>`task.root_id = any(${[...whole]}::bigint[])`;
  const tops = [...whole, ...others];
  if (others.length === 0) return { visible: whole.size === 0 ? sql`false` : inTrees, tops };
  const part = reaches(scope, {
    owner: sql`task.owner_id`,
    // What stands in the register was issued: by a plan, or as the document that was accepted.
    issued: sql`true`,
    leads: handedTo('lead'),
    coordinating: handedTo('coordinating'),
    issuer: sql`task.owner_id`,
    confirmer: sql`(select p.confirmer_id from plan p where p.id = task.plan_id)`,
  });
  return { visible: sql`(${inTrees} or task.root_id = any(${others}::bigint[]) and ${part})`, tops };
}

/** Tops of trees that are reached with all that stands in them. */
function wholeTrees(actor: Actor, places: Places, unitIds: readonly number[]): ReadonlySet<number> {
  const tops = [...new Set(unitIds.map((id) => places.root(id)))];
  return new Set(
    tops.filter((top) => reachesTree(actor, 'task.read', top)).flatMap((top) => [...places.own(top)]),
  );
}

/** Other trees in which units that are reached had tasks of their own: they came from there. */
async function formerRoots(
  db: Db,
  unitIds: readonly number[],
  whole: ReadonlySet<number>,
): Promise<readonly number[]> {
  const where = sql`owner_id = any(${`{${unitIds.join(',')}}`}::bigint[]) and not root_id = any(${[...whole]}::bigint[])`;
  const { rows } = await sql<{ id: number }>`select root_id as id from plan where ${where}
    union select root_id from document where ${where} and root_id is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/** The reader's own trees, and those from which their units were ever handed something. */
async function rootsOf(db: Db, actor: Actor, places: Places): Promise<number[]> {
  const own = [...new Set(actor.grants.flatMap((grant) => [...grant.own]))];
  const given = await db
    .selectFrom('unitSource')
    .select('rootId')
    .distinct()
    .where(sql<boolean>`unit_id = any(${own}::bigint[])`)
    .execute();
  const roots = [...own.map((id) => places.root(id)), ...given.map(({ rootId }) => rootId)];
  return [...new Set(roots.flatMap((id) => [...places.own(id)]))];
}
