// Brings the register of units to the state of the seed files, whenever they have changed. May be repeated at any time.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Unit } from '@nhipcau/document';
import type { Db } from '../db/connect.ts';
import { parseCsv } from '../text/csv.ts';
import { searchColumns } from '../text/search.ts';
import { seedUnits, type SeedUnit } from './seed-units.ts';

const folder = new URL('../../data/', import.meta.url);

async function readFiles(demo: boolean) {
  const csv = async (name: string) => parseCsv(await readFile(new URL(name, folder), 'utf8'));
  const illustration = JSON.parse(await readFile(new URL('demo-units.json', folder), 'utf8')) as {
    units: readonly Unit[];
  };
  return {
    provinces: await csv('provinces.csv'),
    communes: await csv('communes.csv'),
    oldProvinces: await csv('provinces-until-2025-06-30.csv'),
    oldDistricts: await csv('districts-until-2025-06-30.csv'),
    demo: demo ? illustration.units : [],
  };
}

export interface SeedOptions {
  /** With the invented province of the illustration. */
  readonly demo: boolean;
}

/** Returns the number of units that the files hold; 0 if nothing had changed. */
export async function seedRegister(db: Db, { demo }: SeedOptions): Promise<number> {
  const units = seedUnits(await readFiles(demo));
  const hash = createHash('sha256').update(JSON.stringify(units)).digest('hex');
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6047, 1)`.execute(trx);
    const known = await trx.selectFrom('seed').select('hash').where('name', '=', 'units').executeTakeFirst();
    if (known?.hash === hash) return 0;
    for (let at = 0; at < units.length; at += 2000) await upsert(trx, units.slice(at, at + 2000));
    await link(trx, units);
    await trx
      .insertInto('seed')
      .values({ name: 'units', hash })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash }))
      .execute();
    return units.length;
  });
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
        province: unit.province ?? null,
        validFrom: unit.from,
        validTo: unit.to,
        aliases: [...unit.aliases],
        demo: unit.demo ?? false,
        assumed: unit.assumed ?? false,
        ...searchColumns([unit.name, ...unit.aliases]),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        kind: eb.ref('excluded.kind'),
        level: eb.ref('excluded.level'),
        code: eb.ref('excluded.code'),
        province: eb.ref('excluded.province'),
        validFrom: eb.ref('excluded.validFrom'),
        validTo: eb.ref('excluded.validTo'),
        aliases: eb.ref('excluded.aliases'),
        search: eb.ref('excluded.search'),
        searchExact: eb.ref('excluded.searchExact'),
      })),
    )
    .execute();

/** Superiors and successors, once all units are there. */
async function link(db: Db, units: readonly SeedUnit[]): Promise<void> {
  const above = units.flatMap(({ id, superiorId }) =>
    superiorId === null ? [] : [{ id, above: superiorId }],
  );
  await sql`update unit u set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(above)}::jsonb) as s(id text, above text)
    join unit p on p.key = s.above where u.key = s.id and u.parent_id is distinct from p.id`.execute(db);
  const after = units.flatMap(({ id, successors }) => successors.map((next) => ({ id, next })));
  await sql`insert into unit_successor (unit_id, successor_id)
    select u.id, n.id from jsonb_to_recordset(${JSON.stringify(after)}::jsonb) as s(id text, next text)
    join unit u on u.key = s.id join unit n on n.key = s.next on conflict do nothing`.execute(db);
}
