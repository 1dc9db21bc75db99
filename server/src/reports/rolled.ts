// The roll-up as it is read: indicator by indicator, then report by report, and the texts of those below side by side.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Asking } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { dimensionNames } from '../indicators/cells.ts';
import { isSealed, readable } from './access.ts';
import { readableReport } from './detail.ts';
import { figuresShown, fencesOf, valueOf } from './figures.ts';
import { presented, reportingOf } from './list.ts';
import * as queries from './queries.ts';
import { countReports } from './queries.ts';
import { wholesOf } from './rollup.ts';
import type * as schema from './rollup-schema.ts';
import { warningsOf } from './warnings.ts';

type Reading = Pick<Deps, 'db' | 'clock'>;
type Rollup = z.infer<typeof schema.rollup>;
type Parts = z.infer<typeof schema.rollupParts>;

const allBelow = (
  id: number,
) => sql`r.id in (with recursive below as (select id from report where parent_id = ${id}
  union all select k.id from report k join below b on k.parent_id = b.id) select id from below)`;

export async function rollupOf({ db, clock }: Reading, asking: Asking, id: number): Promise<Rollup> {
  const opened = await readableReport(db, asking.actor, id);
  const { row, call, standing } = opened;
  const sealed = isSealed(asking.actor, standing);
  const day = today(clock);
  const [[report], counted, figures] = await Promise.all([
    presented(db, sql`r.id = ${id}`, { day }),
    countReports(db, allBelow(id), { day }),
    figuresShown(db, row, { call, locale: asking.locale, judges: false }),
  ]);
  if (!report) throw new NotFound('no-report', { id });
  const byIndicator = Map.groupBy(figures, ({ indicatorId }) => indicatorId);
  return {
    report,
    reporting: reportingOf(counted[0]),
    rows: call.form.indicators.map(
      ({ id: indicatorId, code, name, nameEn, unit, unitEn, group, rule, decimals }) => ({
        indicatorId,
        code,
        name,
        nameEn,
        unit,
        unitEn,
        group,
        rule,
        decimals,
        cells: (byIndicator.get(indicatorId) ?? []).map(
          ({ cell, value, below, total, last, target, warnings }) => ({
            cell,
            own: sealed ? null : value,
            below: below?.value ?? null,
            total: sealed ? (below?.value ?? null) : total,
            n: (below?.n ?? 0) + (sealed || value === null ? 0 : 1),
            last,
            target,
            warnings: sealed ? [] : warnings,
          }),
        ),
      }),
    ),
  };
}

/** One indicator, report by report directly below; those that are not accepted are shown and do not count. */
export async function rollupParts(
  { db, clock }: Reading,
  asking: Asking,
  id: number,
  { indicatorId, cell }: { readonly indicatorId: number; readonly cell: string },
): Promise<Parts> {
  const { row, call } = await readableReport(db, asking.actor, id);
  const indicator = call.form.indicators.find((each) => each.id === indicatorId);
  if (!indicator) throw new NotFound('no-indicator', { id: indicatorId });
  const day = today(clock);
  const where = sql`(r.parent_id = ${id} and r.merged_into is null or r.id = ${id}) and ${readable(asking.actor)}`;
  const rows = await presented(db, where, { day, order: sql`r.id <> ${id}, u.name, r.id` });
  const ids = rows.map((each) => each.id);
  const [figures, wholes] = await Promise.all([
    db
      .selectFrom('reportFigure')
      .selectAll()
      .where(sql<boolean>`report_id = any(${ids}::bigint[])`)
      .where('indicatorId', '=', indicatorId)
      .where('cell', '=', cell)
      .execute(),
    wholesOf(db, ids, { indicatorId, cell, rule: indicator.rule }),
  ]);
  const nameOf = await dimensionNames(db, asking.locale);
  const byReport = new Map(figures.map((figure) => [figure.reportId, figure]));
  const first = rows.find(({ parentId }) => parentId === id);
  const child = first && (await queries.reportById(db, first.id));
  const fence = child && cell === '' ? ((await fencesOf(db, child)).get(indicatorId) ?? null) : null;
  return {
    rows: rows.map((each) => {
      const own = each.id === row.id;
      const sealed = isSealed(asking.actor, { status: each.status, unitId: each.unit.id });
      const figure = sealed ? undefined : byReport.get(each.id);
      const value = sealed || own || !each.below ? valueOf(figure) : (wholes.get(each.id) ?? valueOf(figure));
      const weight = figure?.weight == null ? null : Number(figure.weight);
      // A report with others below is weighed by theirs.
      const judged = { value, last: null, weight: each.below ? (weight ?? 0) : weight, cell };
      return {
        reportId: each.id,
        unit: each.unit,
        status: each.status,
        class: each.class,
        counted: own || ['accepted', 'approved', 'locked'].includes(each.status),
        own,
        cell,
        value,
        weight,
        changed: figure?.changed ?? false,
        warnings: warningsOf(
          indicator,
          { ...judged, fence: own ? null : fence, several: !own && each.below !== null },
          { locale: asking.locale, nameOf },
        ),
      };
    }),
  };
}
