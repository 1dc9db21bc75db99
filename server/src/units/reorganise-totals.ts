// What a reorganisation does to duties and people: counted, so that whoever decides sees that nothing is lost.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { heirsOn, type Line } from './heirs.ts';

export interface HeirCount {
  readonly unitId: number;
  readonly before: number;
  readonly after: number;
}

interface Compared {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly day: string;
  readonly reorganisationId: number;
}

/** Duties (without cancelled ones) by who answers for them on the day, before and after, where the two may differ. */
export async function countsByHeir(db: Db, { before, after, day, reorganisationId }: Compared) {
  const [then, now] = [heirsOn(before, day), heirsOn(after, day)];
  const transfers = await movedApart(db, reorganisationId);
  const touched = new Set<number | null>();
  for (const [id, heir] of now) {
    if (then.get(id) === heir) continue;
    touched.add(heir);
    touched.add(then.get(id) ?? null);
  }
  for (const { fromUnitId, toUnitId } of transfers) {
    touched.add(then.get(fromUnitId) ?? null);
    touched.add(now.get(toUnitId) ?? null);
  }
  touched.delete(null);
  const ids = [...now.keys()].filter(
    (id) => touched.has(now.get(id) ?? null) || touched.has(then.get(id) ?? null),
  );
  const counts = new Map<number, { before: number; after: number }>();
  const add = (heir: number | null | undefined, side: 'before' | 'after', by: number) => {
    const key = heir ?? 0;
    const count = counts.get(key) ?? { before: 0, after: 0 };
    count[side] += by;
    counts.set(key, count);
  };
  for (const { unitId, count } of await dutyCounts(db, ids)) {
    add(then.get(unitId) ?? unitId, 'before', count);
    add(now.get(unitId), 'after', count);
  }
  // What single transfers moved stood elsewhere before; what they are to move stands elsewhere after.
  for (const { fromUnitId, toUnitId, planned } of transfers) {
    const [side, heirs, by] = planned ? (['after', now, 1] as const) : (['before', then, -1] as const);
    add(heirs.get(toUnitId) ?? toUnitId, side, by);
    add(heirs.get(fromUnitId) ?? fromUnitId, side, -by);
  }
  for (const id of touched) if (id !== null && !counts.has(id)) counts.set(id, { before: 0, after: 0 });
  const units = [...counts].map(([unitId, count]): HeirCount => ({ unitId, ...count }));
  return { units, moved: transfers.length, heirs: now };
}

interface Apart {
  readonly fromUnitId: number;
  readonly toUnitId: number;
  /** Its day has not come. */
  readonly planned: boolean;
}

/** Duties that go, or went, to another successor than the main one. */
async function movedApart(db: Db, id: number): Promise<readonly Apart[]> {
  const { rows } = await sql<Apart>`select m.from_unit_id, m.to_unit_id, m.planned from (
      select duty_id, from_unit_id, to_unit_id, false as planned from duty_transfer where reorganisation_id = ${id}
      union all select duty_id, from_unit_id, to_unit_id, true from duty_move where reorganisation_id = ${id}) m
    join duty d on d.id = m.duty_id where d.cancelled_on is null`.execute(db);
  return rows;
}

async function dutyCounts(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('duty')
    .select(['unitId', sql<number>`count(*)`.as('count')])
    .where(sql<boolean>`unit_id = any(${[...ids]}::bigint[])`)
    .where('cancelledOn', 'is', null)
    .groupBy('unitId')
    .execute();
}

/** Who holds a role at one of these units, on that day or later. */
export const grantsAt = (db: Db, ids: readonly number[], day: string) =>
  db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['roleGrant.personId', 'person.name', 'roleGrant.role', 'roleGrant.unitId'])
    .where(sql<boolean>`role_grant.unit_id = any(${[...ids]}::bigint[])`)
    .where('roleGrant.endedAt', 'is', null)
    .where(sql<boolean>`coalesce(role_grant.valid_to >= ${day}::date, true)`)
    .orderBy('person.name')
    .orderBy('roleGrant.id')
    .execute();
