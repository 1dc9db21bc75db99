// Writes the seeded reorganisations, and the states that units went through, of rows that nobody has edited.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { dayAfter } from './days.ts';
import type { SeedEvent } from './seed-events.ts';
import type { SeedUnit } from './seed-units.ts';

export async function writeEvents(db: Db, events: readonly SeedEvent[]): Promise<void> {
  const rows = events.map(({ key, kind, day, basis, demo }) => ({ key, kind, day, basis, demo }));
  const keys = rows.map(({ key }) => key);
  // Without the illustration's files its events stay, as its units do.
  await sql`delete from reorganisation r where r.key is not null and not r.key = any(${keys}::text[])
    and (not r.demo or ${rows.some(({ demo }) => demo)})`.execute(db);
  await sql`insert into reorganisation (key, kind, effective_on, legal_basis, demo)
    select s.key, s.kind, s.day, s.basis, s.demo
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s(key text, kind text, day date, basis text, demo boolean)
    on conflict (key) do update set kind = excluded.kind, effective_on = excluded.effective_on,
      legal_basis = excluded.legal_basis`.execute(db);
  const sides = events.flatMap(({ key, kind, before, after }) => [
    ...before.map((unit) => ({ key, unit, side: 'before', main: false, ended: kind !== 'rename' })),
    ...after.map((unit, index) => ({ key, unit, side: 'after', main: index === 0, ended: false })),
  ]);
  await sql`delete from reorganisation_unit x using reorganisation r
    where r.id = x.reorganisation_id and r.key = any(${keys}::text[])`.execute(db);
  await sql`insert into reorganisation_unit (reorganisation_id, unit_id, side, main, ended)
    select r.id, u.id, s.side, s.main, s.ended
    from jsonb_to_recordset(${JSON.stringify(sides)}::jsonb) as s(key text, unit text, side text, main boolean, ended boolean)
    join reorganisation r on r.key = s.key join unit u on u.key = s.unit`.execute(db);
  await sql`update unit_successor s set reorganisation_id = r.id
    from unit u, reorganisation r
    where u.id = s.unit_id and u.key is not null and s.reorganisation_id is null and r.key is not null
      and exists (select 1 from reorganisation_unit x
        where x.reorganisation_id = r.id and x.unit_id = s.unit_id and x.side = 'before')
      and exists (select 1 from reorganisation_unit x
        where x.reorganisation_id = r.id and x.unit_id = s.successor_id and x.side = 'after')`.execute(db);
}

/** One state for the whole life, two for a unit that was called otherwise before. */
export async function writeStates(
  db: Db,
  units: readonly SeedUnit[],
  events: readonly SeedEvent[],
): Promise<void> {
  const renamedBy = new Map(
    events.filter(({ kind }) => kind === 'rename').flatMap(({ key, after }) => after.map((id) => [id, key])),
  );
  const states = units.flatMap((unit) => statesOf(unit, renamedBy.get(unit.id) ?? null));
  await sql`delete from unit_state s using unit u
    where u.id = s.unit_id and u.key = any(${units.map(({ id }) => id)}::text[]) and u.version = 1`.execute(
    db,
  );
  await sql`insert into unit_state (unit_id, valid_from, valid_to, name, kind, level, code, area_code, parent_id,
      reorganisation_id)
    select u.id, s.from_day, s.to_day, s.name, u.kind, u.level, u.code, u.area_code, u.parent_id, r.id
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb)
      as s(id text, name text, from_day date, to_day date, event text)
    join unit u on u.key = s.id and u.version = 1
    left join reorganisation r on r.key = s.event`.execute(db);
}

interface State {
  readonly id: string;
  readonly name: string;
  readonly from_day: string | null;
  readonly to_day: string | null;
  /** The event that it began with. */
  readonly event: string | null;
}

function statesOf({ id, name, from, to, former }: SeedUnit, event: string | null): readonly State[] {
  if (!former) return [{ id, name, from_day: from, to_day: to, event: null }];
  return [
    { id, name: former.name, from_day: from, to_day: former.until, event: null },
    { id, name, from_day: dayAfter(former.until), to_day: to, event },
  ];
}
