// A report with what stands behind its numbers, as a document of it shows them: each report directly below with its own totals.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Asking } from '../access/actor.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { isSealed, readable } from './access.ts';
import { detail, type ReportDetail } from './detail.ts';
import { rulesOf } from './figures.ts';
import { presented, type ReportRow } from './list.ts';
import { callById } from './queries.ts';
import { keyOf, totalsOf } from './rollup.ts';
import { textsBelow } from './texts-below.ts';
import type * as schema from './rollup-schema.ts';

export interface Contribution {
  readonly report: ReportRow;
  /** It is in the roll-up. */
  readonly counted: boolean;
  /** Of an indicator's whole; null: not given. */
  total(indicatorId: number): number | null;
}

export interface WholeReport {
  readonly report: ReportDetail;
  /** Those directly below, by name. */
  readonly below: readonly Contribution[];
  readonly texts: z.infer<typeof schema.belowTexts>;
  /** Of the illustration. */
  readonly demo: boolean;
}

const counting: ReadonlySet<string> = new Set(['accepted', 'approved', 'locked']);

export async function wholeReport(
  deps: Pick<Deps, 'db' | 'clock'>,
  asking: Asking,
  id: number,
): Promise<WholeReport> {
  const { db, clock } = deps;
  const report = await detail(deps, asking, id);
  const rules = rulesOf(report.call.form.indicators);
  const where = sql`r.parent_id = ${id} and r.merged_into is null and ${readable(asking.actor)}`;
  const rows = await presented(db, where, { day: today(clock), order: sql`u.name, r.id` });
  const below: Contribution[] = [];
  for (const row of rows) {
    const totals = await totalsOf(db, [row.id], rules);
    const sealed = isSealed(asking.actor, { status: row.status, unitId: row.unit.id });
    below.push({
      report: row,
      counted: counting.has(row.status),
      total: (indicatorId) => (sealed ? null : (totals.get(keyOf(indicatorId, ''))?.total.value ?? null)),
    });
  }
  const call = await callById(db, report.call.id);
  const texts = await textsBelow(deps, asking.actor, id, undefined);
  return { report, below, texts, demo: call?.demo ?? false };
}
