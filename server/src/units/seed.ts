// Brings the register of units to the state of the seed files, whenever they have changed. May be repeated at any time;
// what an administrator has edited or taken out stays as they left it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Unit } from '@nhipcau/document';
import { today, type Clock } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { parseCsv } from '../text/csv.ts';
import { searchColumns } from '../text/search.ts';
import { refreshUnits, registerLock } from './heirs.ts';
import { writeEvents, writeStates } from './seed-history.ts';
import { eventsOf, type Bases } from './seed-events.ts';
import { seedUnits, type SeedUnit } from './seed-units.ts';

const folder = new URL('../../data/', import.meta.url);

async function readFiles(demo: boolean) {
  const csv = async (name: string) => parseCsv(await readFile(new URL(name, folder), 'utf8'));
  const json = async <T>(name: string) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as T;
  const illustration = await json<{ units: readonly Unit[] }>('demo-units.json');
  return {
    provinces: await csv('provinces.csv'),
    communes: await csv('communes.csv'),
    oldProvinces: await csv('provinces-until-2025-06-30.csv'),
    oldDistricts: await csv('districts-until-2025-06-30.csv'),
    renames: await csv('renames.csv'),
    bases: await json<Bases>('reorganisations.json'),
    demo: demo ? illustration.units : [],
  };
}

export interface SeedOptions {
  /** With the invented province of the illustration. */
  readonly demo: boolean;
  /** Names, superiors and heirs are brought to its day. */
  readonly clock?: Clock;
}

/** Returns the number of units that the files hold; 0 if nothing had changed. */
export async function seedRegister(db: Db, { demo, clock = () => new Date() }: SeedOptions): Promise<number> {
  const files = await readFiles(demo);
  const units = seedUnits(files);
  const events = eventsOf(units, files.bases, files.renames);
  const hash = createHash('sha256')
    .update(JSON.stringify([units, events]))
    .digest('hex');
  return db.transaction().execute(async (trx) => {
    await registerLock.execute(trx);
    const known = await trx.selectFrom('seed').select('hash').where('name', '=', 'units').executeTakeFirst();
    if (known?.hash === hash) return 0;
    const wanted = await withoutRemoved(trx, units);
    for (let at = 0; at < wanted.length; at += 2000) await upsert(trx, wanted.slice(at, at + 2000));
    await link(trx, wanted);
    await writeEvents(trx, events);
    await writeStates(trx, wanted, events);
    await refreshUnits(trx, today(clock), { clock });
    await trx
      .insertInto('seed')
      .values({ name: 'units', hash })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash }))
      .execute();
    return units.length;
  });
}

async function withoutRemoved(db: Db, units: readonly SeedUnit[]): Promise<readonly SeedUnit[]> {
  const removed = new Set((await db.selectFrom('unitRemoved').select('key').execute()).map(({ key }) => key));
  return removed.size === 0 ? units : units.filter(({ id }) => !removed.has(id));
}

const upsert = (db: Db, units: readonly SeedUnit[]) =>
  db
    .insertInto('unit')
    .values(
      units.map((unit) => ({
        key: unit.id,
        name: unit.name,
        kind: unit.kind,
        level: unit.level ?? null,
        parentId: null,
        code: unit.code ?? null,
        areaCode: unit.areaCode ?? null,
        province: unit.province ?? null,
        validFrom: unit.from,
        validTo: unit.to,
        aliases: [...unit.aliases],
        demo: unit.demo ?? false,
        assumed: unit.assumed ?? false,
        ...searchColumns([unit.name, unit.former?.name, ...unit.aliases, unit.code, unit.areaCode]),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          kind: eb.ref('excluded.kind'),
          level: eb.ref('excluded.level'),
          code: eb.ref('excluded.code'),
          areaCode: eb.ref('excluded.areaCode'),
          province: eb.ref('excluded.province'),
          validFrom: eb.ref('excluded.validFrom'),
          validTo: eb.ref('excluded.validTo'),
          aliases: eb.ref('excluded.aliases'),
          search: eb.ref('excluded.search'),
          searchExact: eb.ref('excluded.searchExact'),
        }))
        // Edited rows are their administrator's.
        .where('unit.version', '=', 1),
    )
    .execute();

/** Superiors and successors of rows that nobody has edited, once all units are there. */
async function link(db: Db, units: readonly SeedUnit[]): Promise<void> {
  const above = units.map(({ id, superiorId }) => ({ id, above: superiorId }));
  await sql`update unit u set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(above)}::jsonb) as s(id text, above text)
    left join unit p on p.key = s.above
    where u.key = s.id and u.version = 1 and u.parent_id is distinct from p.id`.execute(db);
  const after = units.flatMap(({ id, successors }) =>
    successors.map((next, index) => ({ id, next, main: index === 0 })),
  );
  await sql`delete from unit_successor s using unit u
    where u.id = s.unit_id and u.key = any(${units.map(({ id }) => id)}::text[]) and u.version = 1`.execute(
    db,
  );
  // A successor that is not there (rare bodies, or taken out) leaves the next one as the main.
  await sql`insert into unit_successor (unit_id, successor_id, main)
    select id, next, row_number() over (partition by id order by main desc, at) = 1 from (
      select u.id, n.id as next, s.main, s.at
      from rows from (jsonb_to_recordset(${JSON.stringify(after)}::jsonb) as (id text, next text, main boolean))
        with ordinality as s(id, next, main, at)
      join unit u on u.key = s.id and u.version = 1 join unit n on n.key = s.next) found
    on conflict do nothing`.execute(db);
}
