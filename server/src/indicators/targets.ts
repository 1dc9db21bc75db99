// Targets: what a unit is to reach by an indicator in a period, as its plan or its superior says.
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { z } from '@hono/zod-openapi';
import { may, scopeOf, type Actor, type Asking } from '../access/actor.ts';
import { reaches } from '../access/condition.ts';
import { write } from '../audit/service.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { placesOf } from '../units/places.ts';
import type { IndicatorBody } from './body.ts';
import { dimensionNames, dimensionsOfCells, requireCells } from './cells.ts';
import { apartFrom, type Apart } from './parts.ts';
import type * as schema from './schema.ts';
import { mayRead, type Writing } from './shown.ts';

type Target = z.infer<typeof schema.target>;
type Input = z.infer<typeof schema.targetInput>;

interface Row extends Omit<Target, 'unit' | 'value' | 'mayChange' | 'warnings'> {
  readonly body: IndicatorBody;
  readonly unitId: number;
  readonly unitName: string;
  readonly value: string;
}

export async function targets(
  { db }: Writing,
  { actor, locale }: Asking,
  { indicator, unit, period, page, size }: z.infer<typeof schema.targetQuery>,
): Promise<z.infer<typeof schema.targetList>> {
  const own = unit === undefined ? null : [...(await placesOf(db)).own(unit)];
  const where = sql`${reaches(scopeOf(actor, 'report.read'), { owner: sql`t.unit_id` })}
    and (${indicator ?? null}::bigint is null or t.indicator_id = ${indicator ?? null})
    and (${own}::bigint[] is null or t.unit_id = any(${own}::bigint[]))
    and (${period ?? null}::text is null or t.period = ${period ?? null})`;
  const rows = await rowsOf(db, where, sql`limit ${size} offset ${(page - 1) * size}`);
  const odd = await oddities(db, rows, locale);
  const counted = await sql<{
    n: number;
  }>`select count(*) as n from indicator_target t where ${where}`.execute(db);
  return { rows: rows.map((row) => shown(row, actor, odd(row))), total: counted.rows[0]?.n ?? 0 };
}

/** `where` speaks of the target as "t". */
async function rowsOf(
  db: Db,
  where: RawBuilder<unknown>,
  page: RawBuilder<unknown> = sql``,
): Promise<readonly Row[]> {
  const { rows } =
    await sql<Row>`select t.id, t.indicator_id, i.code, i.body->>'name' as name, i.body, p.number as plan, t.unit_id, u.name as unit_name,
      t.period, t.cell, t.value::text, t.plan_id, t.note, t.version
    from indicator_target t join indicator i on i.id = t.indicator_id join unit u on u.id = t.unit_id
      left join plan p on p.id = t.plan_id
    where ${where} order by t.period desc, i.ordinal, i.code, u.name, t.cell ${page}`.execute(db);
  return rows;
}

function shown(found: Row, actor: Actor, warnings: readonly string[] = []): Target {
  const { unitId, unitName, value, body: _, ...row } = found;
  return {
    ...row,
    unit: { id: unitId, name: unitName },
    value: Number(value),
    mayChange: may(actor, 'indicator.target', { unitId }),
    warnings: [...warnings],
  };
}

/** By which breakdowns the targets of a unit in a period do not make its target for the whole. */
async function oddities(
  db: Db,
  rows: readonly Row[],
  locale: Locale,
): Promise<(row: Row) => readonly string[]> {
  const wholes = rows.filter(({ cell, body }) => cell === '' && body.breakdowns.length > 0);
  if (wholes.length === 0) return () => [];
  const ids = (pick: (row: Row) => number | string) => [...new Set(wholes.map(pick))];
  const [nameOf, { rows: all }] = await Promise.all([
    dimensionNames(db, locale),
    sql<
      Pick<Row, 'indicatorId' | 'unitId' | 'period' | 'cell' | 'value'>
    >`select indicator_id, unit_id, period, cell,
        value::text from indicator_target where indicator_id = any(${ids((row) => row.indicatorId)}::bigint[])
        and unit_id = any(${ids((row) => row.unitId)}::bigint[])`.execute(db),
  ]);
  const keyOf = (row: Pick<Row, 'indicatorId' | 'unitId' | 'period'>) =>
    `${row.indicatorId} ${row.unitId} ${row.period}`;
  const groups = Map.groupBy(all, keyOf);
  return (row) => {
    if (row.cell !== '') return [];
    const cells = new Map((groups.get(keyOf(row)) ?? []).map(({ cell, value }) => [cell, Number(value)]));
    return apartFrom(row.body, cells, Number(row.value)).map((apart) =>
      apartWords(apart, { nameOf, locale }),
    );
  };
}

function apartWords(
  { breakdown, sum, whole }: Apart,
  { nameOf, locale }: { readonly nameOf: (key: string) => string; readonly locale: Locale },
): string {
  const by = breakdown.map(nameOf).join(' × ');
  const said = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 6 });
  return locale === 'vi'
    ? `Phân tổ theo ${by} cộng được ${said(sum)}, khác mục tiêu chung ${said(whole)}.`
    : `By ${by} they add up to ${said(sum)}, not to the target ${said(whole)}.`;
}

async function current(db: Db, actor: Actor, id: number | undefined): Promise<Target | null> {
  if (id === undefined) return null;
  const [row] = await rowsOf(db, sql`t.id = ${id}`);
  return row ? shown(row, actor) : null;
}

/** All or none. */
export async function setTargets(
  deps: Writing,
  { actor }: Asking,
  { targets: wanted }: z.infer<typeof schema.targetsInput>,
): Promise<void> {
  await write(deps, actor, async (trx, note) => {
    await requireCells(
      trx,
      wanted.map(({ cell }) => cell),
    );
    const places = await placesOf(trx);
    for (const input of wanted) {
      await keep(trx, actor, input, deps.clock());
      const { unitId, indicatorId, period, cell, value } = input;
      const detail = { period, cell, value };
      note({
        action: 'indicator.target',
        subject: 'indicator',
        subjectId: indicatorId,
        unitId,
        rootId: places.root(unitId),
        detail,
      });
    }
  });
}

async function keep(trx: Transaction<Tables>, actor: Actor, input: Input, at: Date): Promise<void> {
  const { indicatorId, unitId, period, cell, value, planId, note, version } = input;
  if (!may(actor, 'report.read', { unitId })) throw new NotFound('no-unit', { id: unitId });
  if (!may(actor, 'indicator.target', { unitId })) throw new Forbidden();
  const indicator = await trx
    .selectFrom('indicator')
    .selectAll()
    .where('id', '=', indicatorId)
    .executeTakeFirst();
  if (!indicator || !mayRead(actor, indicator)) throw new NotFound('no-indicator', { id: indicatorId });
  const dims = dimensionsOfCells(cell).join(';');
  if (cell !== '' && !indicator.body.breakdowns.some((each) => each.toSorted().join(';') === dims))
    throw new Invalid('target-no-cell', { name: indicator.body.name, cell });
  if (planId !== null) {
    const plan = await trx.selectFrom('plan').select('ownerId').where('id', '=', planId).executeTakeFirst();
    if (!plan || !may(actor, 'plan.read', { unitId: plan.ownerId, issuerId: plan.ownerId }))
      throw new NotFound('no-plan', { id: planId });
  }
  const before = await trx
    .selectFrom('indicatorTarget')
    .select(['id', 'version'])
    .where('indicatorId', '=', indicatorId)
    .where('unitId', '=', unitId)
    .where('period', '=', period)
    .where('cell', '=', cell)
    .forUpdate()
    .executeTakeFirst();
  if ((before?.version ?? 0) !== version) {
    const now = await current(trx, actor, before?.id);
    throw new Conflict('stale-version', {}, { current: now, yours: input });
  }
  if (value === null) {
    if (before) await trx.deleteFrom('indicatorTarget').where('id', '=', before.id).execute();
    return;
  }
  const columns = { value: String(value), planId, note, version: version + 1, personId: actor.personId, at };
  const kept = await trx
    .insertInto('indicatorTarget')
    .values({ indicatorId, unitId, period, cell, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['indicatorId', 'unitId', 'period', 'cell'])
        .doUpdateSet(columns)
        .where('indicatorTarget.version', '=', version),
    )
    .returning('id')
    .executeTakeFirst();
  // Somebody else set the first one at the same moment.
  if (!kept) throw new Conflict('stale-version', {}, { current: null, yours: input });
}
