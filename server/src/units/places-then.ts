// Where units stood to each other on an earlier day, by the states that they were in.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { heirsOn, type Line } from './heirs.ts';
import { arrange, type Places } from './places.ts';

export interface PlacesThen {
  readonly places: Places;
  /** Of every unit, also those that were not there yet or any more. */
  readonly ids: readonly number[];
}

/** A unit of whose states none is in force on the day stands where it stands in the register. */
const linesThen = async (db: Db, day: string) =>
  (
    await sql<Line>`select u.id, case when s.id is null then u.parent_id else s.parent_id end as "parentId", u.kind, u.level,
      u.valid_to as "validTo", (select t.successor_id from unit_successor t where t.unit_id = u.id
        order by t.main desc, t.successor_id limit 1) as "successorId"
    from unit u left join lateral (select s.id, s.parent_id from unit_state s
      where s.unit_id = u.id and coalesce(s.valid_from <= ${day}::date, true) and coalesce(s.valid_to >= ${day}::date, true)
      order by s.valid_from desc nulls last limit 1) s on true`.execute(db)
  ).rows;

export async function placesThen(db: Db, day: string): Promise<PlacesThen> {
  const lines = await linesThen(db, day);
  const heirs = heirsOn(lines, day);
  const rows = lines.map(({ id, parentId }) => ({
    id,
    parentId,
    heirId: heirs.get(id) ?? null,
    rootId: null,
  }));
  return { places: arrange(rows), ids: lines.map(({ id }) => id) };
}
