// Who the names in a plan mean on a day, and so to whom its tasks are handed down.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { placesOf } from '../units/places.ts';
import { meaningFor, unitNames } from '../units/service.ts';
import type { PlanAgency, PlanBody } from './body.ts';

export type Role = 'lead' | 'coordinating';

/** One name in one task, with the units that it means. */
export interface Line {
  readonly planTaskId: string;
  readonly role: Role;
  /** As the plan names it; of a task that asks all below for a plan, their superior's name. */
  readonly name: string;
  readonly part: string | null;
  readonly unitIds: readonly number[];
  /** It names these units itself, not a whole of which they are part. */
  readonly single: boolean;
  /** The unit that the plan names, also where it has ended by the day and another is meant. */
  readonly named: number | null;
}

export interface Expansion {
  readonly lines: readonly Line[];
  readonly unitNames: ReadonlyMap<number, string>;
}

export interface Expanding {
  readonly ownerId: number;
  readonly body: PlanBody;
  /** The day of issue, ISO. */
  readonly day: string;
}

export async function expand(db: Db, { ownerId, body, day }: Expanding): Promise<Expansion> {
  const owner = (await unitNames(db, [ownerId])).get(ownerId) ?? null;
  const meaning = await meaningFor(db, { issuer: owner, on: day });
  const living = await heirsOn(db, body, day);
  const known = new Map<string, readonly [units: readonly number[], single: boolean]>();
  const meant = ({ name, unitId }: PlanAgency) => {
    if (unitId !== null) return [[living.get(unitId) ?? unitId], true] as const;
    const found = known.get(name) ?? toUnits(meaning(name));
    known.set(name, found);
    return found;
  };
  const below = body.tasks.some(({ asksPlan, lead }) => asksPlan && lead.length === 0)
    ? await directlyBelow(db, ownerId, day)
    : [];
  const lines = body.tasks.flatMap((task): Line[] => {
    const of = (role: Role, agencies: readonly PlanAgency[]) =>
      agencies.map((agency): Line => {
        const [unitIds, single] = meant(agency);
        const { name, part, unitId: named } = agency;
        return { planTaskId: task.id, role, name, part, unitIds, single, named };
      });
    const all: Line = {
      planTaskId: task.id,
      role: 'lead',
      name: owner ?? '',
      part: null,
      unitIds: below,
      single: false,
      named: null,
    };
    const implied = task.asksPlan && task.lead.length === 0 ? [all] : [];
    return [...implied, ...of('lead', task.lead), ...of('coordinating', task.coordinating)];
  });
  const ids = [...new Set(lines.flatMap(({ unitIds }) => unitIds))];
  return { lines, unitNames: await unitNames(db, ids) };
}

const toUnits = ({ unitIds, matched }: { unitIds: readonly number[]; matched: string | null }) =>
  [matched === null ? [] : unitIds, matched !== 'collective'] as const;

/** A unit that had ended by the day is meant as the one that took its work over. */
async function heirsOn(db: Db, body: PlanBody, day: string): Promise<ReadonlyMap<number, number>> {
  const ids = new Set(
    body.tasks.flatMap(({ lead, coordinating }) =>
      [...lead, ...coordinating].flatMap(({ unitId }) => unitId ?? []),
    ),
  );
  const ended = await db
    .selectFrom('unit')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .where('validTo', '<', day)
    .execute();
  const places = await placesOf(db);
  return new Map(ended.map(({ id }) => [id, places.heir(id)]));
}

/** The units whose superior it was on that day. */
async function directlyBelow(db: Db, ownerId: number, day: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select u.id from unit u
    left join lateral (select s.parent_id from unit_state s where s.unit_id = u.id
      and coalesce(s.valid_from <= ${day}::date, true) and coalesce(s.valid_to >= ${day}::date, true)
      order by s.valid_from desc nulls last limit 1) st on true
    where coalesce(st.parent_id, u.parent_id) = ${ownerId}
      and coalesce(u.valid_from <= ${day}::date, true) and coalesce(u.valid_to >= ${day}::date, true)
    order by u.id`.execute(db);
  return rows.map(({ id }) => id);
}
