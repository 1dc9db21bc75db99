// Whether anything refers to a unit: asked of the database's own list of references, so that no table is forgotten.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';

interface Reference {
  readonly table: string;
  readonly column: string;
}

/** What belongs to the unit itself and goes with it. */
const itsOwn = new Set(['unit_state.unit_id', 'unit_successor.unit_id', 'unit.heir_id', 'unit.root_id']);

async function referencesTo(db: Db): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'unit'::regclass order by 1, 2`.execute(db);
  return rows.filter(({ table, column }) => !itsOwn.has(`${table}.${column}`));
}

/** The first table that refers to it; null if none does. `but` names tables that do not matter. */
export async function usedBy(db: Db, id: number, but: readonly string[] = []): Promise<string | null> {
  for (const { table, column } of await referencesTo(db)) {
    if (but.includes(table)) continue;
    const { rows } =
      await sql`select 1 from ${sql.raw(table)} where ${sql.raw(column)} = ${id} limit 1`.execute(db);
    if (rows.length > 0) return table;
  }
  return null;
}

/** What the ready set says of a unit goes with it; what somebody did with it does not. */
export async function isFree(db: Db, id: number): Promise<boolean> {
  if ((await usedBy(db, id, ['unit_successor', 'reorganisation_unit'])) !== null) return false;
  const { rows } =
    await sql`select 1 from reorganisation_unit x join reorganisation r on r.id = x.reorganisation_id
    where x.unit_id = ${id} and r.key is null limit 1`.execute(db);
  return rows.length === 0;
}
