// Which duties somebody may read, as a list's condition: the units of the table of access, and what their tasks bring along.
import { sql, type RawBuilder } from 'kysely';
import { reachesTree, scopeOf, type Actor } from '../access/actor.ts';
import type { Db } from '../db/connect.ts';
import type { Places } from '../units/places.ts';

export interface Reach {
  readonly everything: boolean;
  /** Tops of trees that are reached whole. */
  readonly roots: readonly number[];
  /** All units that are reached. */
  readonly units: ReadonlySet<number>;
  /** Those of them that belong to none of these trees, and those that came from elsewhere, with what they had there. */
  readonly single: readonly number[];
  /** Duties outside of these, reached through a task, a plan, a confirmation or an earlier holder. */
  readonly beyond: RawBuilder<boolean> | null;
}

interface Through {
  readonly led: number[];
  readonly joined: number[];
  readonly issued: number[];
  readonly held: number[];
}

export async function reachOf(db: Db, actor: Actor, places: Places): Promise<Reach> {
  const scope = scopeOf(actor, 'duty.read');
  const units = new Set(scope.unitIds);
  if (scope.everything) return { everything: true, roots: [], units, single: [], beyond: null };
  const tops = [...new Set(scope.unitIds.map((id) => places.root(id)))];
  const roots = tops
    .filter((top) => reachesTree(actor, 'duty.read', top))
    .flatMap((top) => [...places.own(top)]);
  const outside = scope.unitIds.filter((id) => !roots.includes(places.root(id)));
  const [through, strays, arrived] = await Promise.all([
    throughTasks(db, scope, roots),
    straysOf(db, scope, { roots, places }),
    arrivedFrom(db, units, roots),
  ]);
  const single = [...new Set([...outside, ...arrived])];
  const confirmers = scope.confirmers.filter((id) => !roots.includes(places.root(id)));
  return {
    everything: false,
    roots,
    units,
    single,
    beyond: beyondOf({ ...through, held: [...through.held, ...strays] }, confirmers),
  };
}

/** Who leads a task reads what the others contribute, who contributes reads what is led; peers do not read each other. */
async function throughTasks(
  db: Db,
  scope: ReturnType<typeof scopeOf>,
  roots: readonly number[],
): Promise<Through> {
  const outside = sql`t.root_id is null or not t.root_id = any(${[...roots]}::bigint[])`;
  const { rows } = await sql<Through>`select
      array(select a.task_id from assignment a join task t on t.id = a.task_id
        where a.unit_id = any(${[...scope.leads]}::bigint[]) and a.role = 'lead' and (${outside})) as led,
      array(select a.task_id from assignment a join task t on t.id = a.task_id
        where a.unit_id = any(${[...scope.coordinating]}::bigint[]) and a.role = 'coordinating' and (${outside})) as joined,
      array(select t.id from task t where t.owner_id = any(${[...scope.issuers]}::bigint[]) and (${outside})) as issued,
      array(select x.duty_id from duty_transfer x join duty d on d.id = x.duty_id
        where x.from_unit_id = any(${[...scope.unitIds]}::bigint[])
          and not d.unit_id = any(${[...scope.unitIds]}::bigint[])) as held`.execute(db);
  const numbers = (list: readonly unknown[] = []) => list.map(Number);
  const [row] = rows;
  return {
    led: numbers(row?.led),
    joined: numbers(row?.joined),
    issued: numbers(row?.issued),
    held: numbers(row?.held),
  };
}

/** Above this many units those of all trees but these are looked through, which are few, rather than each unit. */
const many = 400;

/** Units that have duties under another top than these: they came from another tree, by themselves or with a superior. */
async function arrivedFrom(
  db: Db,
  units: ReadonlySet<number>,
  roots: readonly number[],
): Promise<readonly number[]> {
  if (roots.length === 0) return [];
  const among = units.size > many ? sql`true` : sql`unit_id = any(${`{${[...units].join(',')}}`}::bigint[])`;
  const where = sql`${among} and not root_id = any(${[...roots]}::bigint[])`;
  const { rows } = await sql<{ unitId: number }>`select unit_id from unit_year where ${where}
    union select unit_id from tally_entry where ${where}`.execute(db);
  return rows.map(({ unitId }) => unitId).filter((id) => units.has(id));
}

interface Trees {
  readonly roots: readonly number[];
  readonly places: Places;
}

/**
 * Of trees that are reached whole, what went to another tree's units: given by a plan of one's own, led, contributed to, or confirmed.
 * Looked for among those units alone, and among those trees in which one confirms anything: seldom any.
 */
async function straysOf(
  db: Db,
  scope: ReturnType<typeof scopeOf>,
  { roots, places }: Trees,
): Promise<readonly number[]> {
  if (roots.length === 0) return [];
  const list = (ids: readonly number[]) => sql<number[]>`${[...ids]}::bigint[]`;
  const given = await sql<{ unitId: number }>`select distinct unit_id from unit_source
    where root_id = any(${list(roots)})`.execute(db);
  const units = given.rows.map(({ unitId }) => unitId).filter((id) => !roots.includes(places.root(id)));
  const confirmers = scope.confirmers.filter((id) => roots.includes(places.root(id)));
  const takesPart = (own: readonly number[], role: string) => sql`exists (select 1 from assignment a
    where a.task_id = t.id and a.role = ${role} and a.unit_id = any(${list(own)}))`;
  const { rows } = await sql<{ id: number }>`
    select d.id from duty d join task t on t.id = d.task_id
      where d.unit_id = any(${list(units)}) and not d.root_id = any(${list(roots)})
        and (t.owner_id = any(${list(scope.issuers)})
          or d.role = 'coordinating' and ${takesPart(scope.leads, 'lead')}
          or d.role = 'lead' and ${takesPart(scope.coordinating, 'coordinating')})
    union select d.id from unnest(${list(confirmers)}) c(id)
      cross join lateral (with recursive tree as (
        (select root_id from duty where confirmer_id = c.id order by root_id limit 1)
        union all select (select n.root_id from duty n where n.confirmer_id = c.id and n.root_id > tree.root_id
          order by n.root_id limit 1) from tree where tree.root_id is not null)
        select root_id from tree where root_id is not null and not root_id = any(${list(roots)})) other
      join duty d on d.confirmer_id = c.id and d.root_id = other.root_id`.execute(db);
  return rows.map(({ id }) => id);
}

function beyondOf({ led, joined, issued, held }: Through, confirmers: readonly number[]) {
  const arms = [
    led.length > 0 ? sql`d.task_id = any(${led}::bigint[]) and d.role = 'coordinating'` : null,
    joined.length > 0 ? sql`d.task_id = any(${joined}::bigint[]) and d.role = 'lead'` : null,
    issued.length > 0 ? sql`d.task_id = any(${issued}::bigint[])` : null,
    held.length > 0 ? sql`d.id = any(${held}::bigint[])` : null,
    confirmers.length > 0 ? sql`d.confirmer_id = any(${[...confirmers]}::bigint[])` : null,
  ].filter((arm) => arm !== null);
  if (arms.length === 0) return null;
  return sql<boolean>`(${sql.join(
    arms.map((arm) => sql`(${arm})`),
    sql` or `,
  )})`;
}

/** The condition itself; null: nothing is kept from them. */
export function within({ everything, roots, single, beyond }: Reach): RawBuilder<boolean> | null {
  if (everything) return null;
  const arms = [
    roots.length > 0 ? sql`d.root_id = any(${[...roots]}::bigint[])` : null,
    single.length > 0 ? sql`d.unit_id = any(${[...single]}::bigint[])` : null,
    beyond,
  ].filter((arm) => arm !== null);
  return arms.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(arms, sql` or `)})`;
}
