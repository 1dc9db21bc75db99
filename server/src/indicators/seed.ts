// The ready catalogue and dimensions, from server/data/indicators.json and dimensions.json. May be repeated; adds what is missing and
// brings the ready ones to the state of the files. What units wrote is theirs.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import { code, indicatorBody } from './body.ts';
import { requireBody } from './formula.ts';

const folder = new URL('../../data/', import.meta.url);

interface SeedDimension {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly items?: readonly Item[];
  /** ISO 639 and ISO 3166 codes, named as CLDR names them. */
  readonly languages?: readonly string[];
  readonly regions?: readonly string[];
  readonly months?: boolean;
}

interface Item {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
}

const named = (type: 'language' | 'region', codes: readonly string[] = []): Item[] => {
  const [vi, en] = [new Intl.DisplayNames('vi', { type }), new Intl.DisplayNames('en', { type })];
  return codes.map((key) => ({ key, name: vi.of(key) ?? key, nameEn: en.of(key) ?? key }));
};

const months = (): Item[] =>
  Array.from({ length: 12 }, (_, at) => ({
    key: String(at + 1).padStart(2, '0'),
    name: `Tháng ${at + 1}`,
    nameEn: new Date(Date.UTC(2000, at, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
  }));

const itemsOf = (dimension: SeedDimension): Item[] => [
  ...(dimension.items ?? []),
  ...named('language', dimension.languages),
  ...named('region', dimension.regions),
  ...(dimension.months ? months() : []),
];

const indicatorFile = z.object({ indicators: z.array(indicatorBody.extend({ code })) });

export async function seedIndicators(db: Db): Promise<void> {
  const texts = await Promise.all(
    ['dimensions.json', 'indicators.json'].map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  const hash = createHash('sha256').update(texts.join('\n')).digest('hex');
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6047, 5)`.execute(trx);
    const known = await trx
      .selectFrom('seed')
      .select('hash')
      .where('name', '=', 'indicators')
      .executeTakeFirst();
    if (known?.hash === hash) return;
    const { dimensions } = JSON.parse(texts[0] ?? '{}') as { dimensions: readonly SeedDimension[] };
    for (const [ordinal, dimension] of dimensions.entries()) await seedDimension(trx, dimension, ordinal);
    const { indicators } = indicatorFile.parse(JSON.parse(texts[1] ?? '{}'));
    for (const [ordinal, { code: key, ...body }] of indicators.entries()) {
      requireBody(body);
      const columns = { body: JSON.stringify(body), ordinal: ordinal + 1, proposed: true };
      await trx
        .insertInto('indicator')
        .values({ ownerId: null, code: key, ...columns })
        .onConflict((conflict) =>
          conflict.columns(['ownerId', 'code']).doUpdateSet((eb) => ({
            ...columns,
            version: eb('indicator.version', '+', 1),
          })),
        )
        .execute();
    }
    await trx
      .insertInto('seed')
      .values({ name: 'indicators', hash })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash }))
      .execute();
  });
}

async function seedDimension(db: Db, dimension: SeedDimension, ordinal: number): Promise<void> {
  const { key, name, nameEn } = dimension;
  await db
    .insertInto('dimension')
    .values({ key, name, nameEn, ordinal })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ name, nameEn, ordinal }))
    .execute();
  for (const [at, item] of itemsOf(dimension).entries()) {
    await db
      .insertInto('dimensionItem')
      .values({ dimension: key, ...item, ordinal: at })
      .onConflict((conflict) =>
        conflict
          .columns(['dimension', 'key'])
          .doUpdateSet({ name: item.name, nameEn: item.nameEn, ordinal: at }),
      )
      .execute();
  }
}
