// The catalogue as somebody sees it: the ready set, what units wrote that they may see, what an indicator was.
import { sql, type Selectable } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor, type Asked, type Asking, type Facts } from '../access/actor.ts';
import { reaches } from '../access/condition.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { fold } from '../text/fold.ts';
import { unitNames } from '../units/service.ts';
import { catalogueFor } from './catalogue.ts';
import { formulaWords } from './formula.ts';
import type * as schema from './schema.ts';

export type Writing = Pick<Deps, 'db' | 'clock'>;
export type IndicatorRow = Selectable<Tables['indicator']>;
export type Indicator = z.infer<typeof schema.indicator>;

/** The ready set is everybody's to read; what a unit wrote is known to those below it. */
export const factsOf = (ownerId: number): Facts => ({ unitId: ownerId, issuerId: ownerId, issued: true });

export const mayRead = (actor: Actor, { ownerId }: Pick<IndicatorRow, 'ownerId'>): boolean =>
  ownerId === null || may(actor, 'indicator.read', factsOf(ownerId));

function abilities(actor: Actor, { ownerId, endedOn }: IndicatorRow): Indicator['may'] {
  const somewhere = scopeOf(actor, 'indicator.manage').unitIds.length > 0;
  if (ownerId === null) return somewhere || actor.system ? ['copy'] : [];
  const manages = may(actor, 'indicator.manage', factsOf(ownerId));
  if (!manages) return somewhere ? ['copy'] : [];
  return ['edit', endedOn === null ? 'end' : 'resume', 'remove', 'copy'];
}

export async function presented(
  db: Db,
  { actor, locale }: Asking,
  rows: readonly IndicatorRow[],
): Promise<Indicator[]> {
  const names = await unitNames(
    db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const titles = new Map(rows.map(({ code, body }) => [code, body.name]));
  return rows.map((row) => ({
    ...row.body,
    id: row.id,
    code: row.code,
    owner: row.ownerId === null ? null : { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
    proposed: row.proposed,
    endedOn: row.endedOn,
    version: row.version,
    changedAt: row.changedAt.toISOString(),
    derived: row.body.formula !== null,
    formulaWords:
      row.body.formula === null
        ? null
        : formulaWords(row.body.formula, locale, (code) => titles.get(code) ?? code),
    may: abilities(actor, row),
  }));
}

export async function readable(db: Db, actor: Actor, id: number): Promise<IndicatorRow> {
  const row = await db.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !mayRead(actor, row)) throw new NotFound('no-indicator', { id });
  return row;
}

const matches = (
  row: IndicatorRow,
  { q, group, source, ended }: z.infer<typeof schema.indicatorQuery>,
): boolean => {
  const { body, code, endedOn } = row;
  const text = fold([code, body.name, body.nameEn, body.definition, body.group].join(' '));
  return (
    (q === undefined ||
      fold(q)
        .split(/\s+/)
        .every((word) => text.includes(word))) &&
    (group === undefined || fold(body.group) === fold(group)) &&
    (source === undefined || (source === 'derived') === (body.formula !== null)) &&
    (ended === undefined || (ended === 'true') === (endedOn !== null))
  );
};

/** A catalogue is some hundred rows: read whole, then looked through. */
export async function list(
  { db }: Writing,
  asking: Asking,
  query: z.infer<typeof schema.indicatorQuery>,
): Promise<z.infer<typeof schema.indicatorList>> {
  const within = reaches(scopeOf(asking.actor, 'indicator.read'), {
    owner: sql`i.owner_id`,
    issued: sql`true`,
    issuer: sql`i.owner_id`,
  });
  const { rows } = await sql<IndicatorRow>`select i.* from indicator i where i.owner_id is null or ${within}
    order by i.ordinal, i.code, i.id`.execute(db);
  const used =
    query.unit === undefined
      ? null
      : new Set([...(await catalogueFor(db, query.unit, { ended: true })).values()].map(({ id }) => id));
  const found = rows.filter((row) => (used === null || used.has(row.id)) && matches(row, query));
  return { rows: await presented(db, asking, found), total: found.length };
}

export async function one({ db }: Writing, asked: Asked): Promise<Indicator> {
  const { actor, id } = asked;
  const [shown] = await presented(db, asked, [await readable(db, actor, id)]);
  if (!shown) throw new NotFound('no-indicator', { id });
  return shown;
}

export async function versions(
  { db }: Writing,
  { actor, id }: Asked,
): Promise<z.infer<typeof schema.indicatorVersions>> {
  await readable(db, actor, id);
  const rows = await db
    .selectFrom('indicatorVersion')
    .leftJoin('person', 'person.id', 'indicatorVersion.personId')
    .select(['indicatorVersion.version', 'indicatorVersion.at', 'body', 'person.name as who'])
    .where('indicatorId', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return { rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
}
