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
  const transfers = await db
    .selectFrom('dutyTransfer')
    .innerJoin('duty', 'duty.id', 'dutyTransfer.dutyId')
    .select(['fromUnitId', 'toUnitId'])
    .where('reorganisationId', '=', reorganisationId)
    .where('duty.cancelledOn', 'is', null)
    .execute();
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
  // What single transfers moved stood elsewhere before.
  for (const { fromUnitId, toUnitId } of transfers) {
    add(then.get(toUnitId) ?? toUnitId, 'before', -1);
    add(then.get(fromUnitId), 'before', 1);
  }
  for (const id of touched) if (id !== null && !counts.has(id)) counts.set(id, { before: 0, after: 0 });
  const units = [...counts].map(([unitId, count]): HeirCount => ({ unitId, ...count }));
  return { units, moved: transfers.length, heirs: now };
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
