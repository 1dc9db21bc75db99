// The steps that reorganisations are made of. Each keeps unit, states and successors in agreement.
import { sql, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, type Actor } from '../access/actor.ts';
import type { Tables } from '../db/tables.ts';
import { Forbidden, Invalid, NotFound } from '../errors.ts';
import { searchColumns } from '../text/search.ts';
import { dayBefore } from './days.ts';
import type { newUnit } from './tree-schema.ts';

/** One reorganisation while it is made. */
export interface Work {
  readonly trx: Transaction<Tables>;
  readonly actor: Actor;
  readonly id: number;
  /** The first day of the new order. */
  readonly day: string;
  readonly begun: Set<number>;
  readonly ended: Set<number>;
  readonly renamed: Map<number, { readonly before: string; readonly after: string }>;
  readonly moved: Map<number, { readonly before: number | null; readonly after: number | null }>;
}

export type NewUnit = z.infer<typeof newUnit>;
export type Known = Awaited<ReturnType<typeof known>>;

/** A unit of the register that whoever asks administers. */
export async function known({ trx, actor, begun }: Pick<Work, 'trx' | 'actor' | 'begun'>, id: number) {
  const unit = await trx.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  if (!unit) throw new NotFound('no-unit', { id });
  if (!begun.has(id) && !may(actor, 'unit.reorganise', { unitId: id }))
    throw new Forbidden('not-your-unit', { name: unit.name });
  return unit;
}

/** It is there on the day and nobody has said that it ends: others may come under it or into it. */
export async function standing(work: Work, id: number): Promise<Known> {
  const unit = await known(work, id);
  const { name, validFrom, validTo } = unit;
  if (validTo !== null) throw new Invalid('unit-has-ended', { name, day: validTo });
  if (validFrom !== null && validFrom > work.day)
    throw new Invalid('unit-not-begun', { name, day: work.day, from: validFrom });
  return unit;
}

/** It was there the day before, and nothing later is written of it: its history can be carried on from that day. */
export async function changeable(work: Work, id: number): Promise<Known> {
  const unit = await standing(work, id);
  const { name, validFrom } = unit;
  if (validFrom !== null && validFrom >= work.day)
    throw new Invalid('unit-not-begun', { name, day: work.day, from: validFrom });
  const last = await lastState(work, id);
  if (last.validFrom !== null && last.validFrom >= work.day)
    throw new Invalid('reorganised-later', { name, day: last.validFrom });
  const { kind, level, code, areaCode, parentId } = last;
  return { ...unit, name: last.name, kind, level, code, areaCode, parentId };
}

export const lastState = ({ trx }: Work, unitId: number) =>
  trx
    .selectFrom('unitState')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy(sql`valid_from desc nulls last`)
    .limit(1)
    .executeTakeFirstOrThrow();

/** Those directly below on the day. Nobody may be planned to come under it later: they would hang in the air. */
export async function childrenOf(work: Work, parent: Known): Promise<readonly number[]> {
  const rows = await work.trx
    .selectFrom('unitState')
    .innerJoin('unit', 'unit.id', 'unitState.unitId')
    .select(['unitState.unitId', 'unitState.validFrom', 'unit.name', 'unit.validTo as endsOn'])
    .where('unitState.parentId', '=', parent.id)
    .where(sql<boolean>`coalesce(unit_state.valid_to >= ${work.day}::date, true)`)
    .orderBy('unitState.unitId')
    .execute();
  for (const { name, validFrom, endsOn } of rows) {
    if (validFrom !== null && validFrom >= work.day)
      throw new Invalid('reorganised-later', { name, day: validFrom });
    if (endsOn !== null) throw new Invalid('unit-has-ended', { name, day: endsOn });
  }
  return rows.map(({ unitId }) => unitId);
}

/** Refuses where one of `ids` stands above `under`, or is it. */
export async function noCircle(work: Work, ids: ReadonlySet<number>, under: Known): Promise<void> {
  if (await standsAbove(work, ids, under.id)) throw new Invalid('unit-circle', { name: under.name });
}

/** Whether one of `ids` is `under` or stands above it, on the day or on any later day that is known. */
export async function standsAbove(
  { trx, day }: Pick<Work, 'trx' | 'day'>,
  ids: ReadonlySet<number>,
  under: number,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`with recursive days as (
      select ${day}::date as day union select valid_from from unit_state where valid_from > ${day}::date),
    line as (select day, ${under}::bigint as id, 1 as depth from days
      union select l.day, s.parent_id, l.depth + 1 from line l join unit_state s on s.unit_id = l.id
        and coalesce(s.valid_from <= l.day, true) and coalesce(s.valid_to >= l.day, true)
      where s.parent_id is not null and l.depth < 100)
    select distinct id from line`.execute(trx);
  return rows.some(({ id }) => ids.has(id));
}

export interface Change {
  readonly name?: string;
  readonly kind?: string;
  readonly code?: string | null;
  readonly areaCode?: string | null;
  readonly parentId?: number | null;
}

/** From the day on it is called, coded or placed otherwise. */
export async function change(work: Work, unit: Known, { ...changes }: Change): Promise<void> {
  const { trx, day, id: reorganisationId } = work;
  const { id: stateId, unitId, ...last } = await lastState(work, unit.id);
  await trx
    .updateTable('unitState')
    .set({ validTo: dayBefore(day) })
    .where('id', '=', stateId)
    .execute();
  await trx
    .insertInto('unitState')
    .values({ ...last, ...changes, unitId, validFrom: day, validTo: null, reorganisationId })
    .execute();
  await touch(work, unit.id);
  if (changes.name !== undefined) work.renamed.set(unit.id, { before: last.name, after: changes.name });
  if (changes.parentId !== undefined)
    work.moved.set(unit.id, { before: last.parentId, after: changes.parentId });
}

/** Grows the version and finds the unit by all its names. */
async function touch({ trx }: Work, id: number): Promise<void> {
  await trx
    .updateTable('unit')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await indexNames(trx, id);
}

/** Its names of all times, aliases and codes are what it is found by. */
export async function indexNames(trx: Transaction<Tables>, id: number): Promise<void> {
  const unit = await trx.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  // In the order of time: the same names give the same columns, whatever was done and undone in between.
  const states = await trx
    .selectFrom('unitState')
    .selectAll()
    .where('unitId', '=', id)
    .orderBy(sql`valid_from nulls first`)
    .execute();
  const parts = [
    ...states.map(({ name }) => name),
    ...unit.aliases,
    ...states.flatMap(({ code, areaCode }) => [code, areaCode]),
  ];
  await trx
    .updateTable('unit')
    .set(searchColumns([...new Set(parts.filter((part) => part !== null))]))
    .where('id', '=', id)
    .execute();
}

export async function end(work: Work, unit: Known, successors: readonly number[]): Promise<void> {
  const { trx, day, id: reorganisationId } = work;
  const validTo = dayBefore(day);
  const { id: stateId } = await lastState(work, unit.id);
  await trx.updateTable('unitState').set({ validTo }).where('id', '=', stateId).execute();
  await trx.updateTable('unit').set({ validTo }).where('id', '=', unit.id).execute();
  if (successors.length > 0) {
    const rows = successors.map((successorId, index) => ({
      unitId: unit.id,
      successorId,
      main: index === 0,
      reorganisationId,
    }));
    await trx.insertInto('unitSuccessor').values(rows).execute();
  }
  await touch(work, unit.id);
  work.ended.add(unit.id);
}

/** With all that stands below it. */
export async function endWithBelow(work: Work, id: number): Promise<void> {
  const unit = await changeable(work, id);
  for (const child of await childrenOf(work, unit)) await endWithBelow(work, child);
  await end(work, unit, []);
}

/** `like`: one that it takes after where nothing else is said. */
export async function begin(work: Work, made: NewUnit, like: Known | null = null): Promise<Known> {
  const { trx, day, actor, id: reorganisationId } = work;
  const parent = made.parentId === null ? null : await standing(work, made.parentId);
  // A new top has no administrator but those who stand above all.
  if (!parent && !actor.system && !(like && like.parentId === null)) throw new Invalid('unit-needs-superior');
  const { name, kind, aliases = [], contact = {} } = made;
  const shown = {
    name,
    kind,
    level: made.level ?? like?.level ?? parent?.level ?? null,
    code: made.code || null,
    areaCode: made.areaCode || null,
    parentId: made.parentId,
  };
  const unit = await trx
    .insertInto('unit')
    .values({
      ...shown,
      key: null,
      province: like?.province ?? parent?.province ?? null,
      validFrom: day,
      validTo: null,
      aliases,
      contact: JSON.stringify(contact),
      demo: parent?.demo ?? like?.demo ?? false,
      ...searchColumns([name, ...aliases, shown.code, shown.areaCode]),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const state = { ...shown, unitId: unit.id, validFrom: day, validTo: null, reorganisationId };
  await trx.insertInto('unitState').values(state).execute();
  work.begun.add(unit.id);
  return unit;
}
