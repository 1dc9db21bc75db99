// The figures of a report as somebody sees them: own part, those below, last period, target, what is odd.
import { sql } from 'kysely';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import type { Locale } from '../http/locale.ts';
import { dimensionNames } from '../indicators/cells.ts';
import type { FormIndicator } from '../regimes/body.ts';
import { lastOf, type Last } from './last.ts';
import type { CallRecord, FigureRecord, ReportRecord } from './queries.ts';
import * as queries from './queries.ts';
import { havingBelow, keyOf, totalsOf, type Total } from './rollup.ts';
import type * as schema from './schema.ts';
import { targetsOf } from './targets.ts';
import { warningsOf, type Fence, type Wording } from './warnings.ts';

type Figure = z.infer<typeof schema.figure>;

export interface Beside {
  readonly totals: ReadonlyMap<string, Total>;
  readonly last: Last;
  readonly targets: ReadonlyMap<string, number>;
  /** By indicator; of reports that are of the same tier under the same superior. */
  readonly fences: ReadonlyMap<number, Fence>;
  /** Reports directly below that should be in; 0: nothing is below. */
  readonly expected: number;
  /** By indicator: how many of them have it; null: as many as the roll-up counts. */
  readonly having: ReadonlyMap<number, number> | null;
}

export const rulesOf = (indicators: readonly FormIndicator[]) =>
  new Map(indicators.map(({ id, rule }) => [id, rule] as const));

/** Fewer peers than this say nothing about what is usual. */
const fewest = 8;

/** Tukey's far fence of the wholes of all reports that stand beside this one. */
export async function fencesOf(db: Db, report: ReportRecord): Promise<ReadonlyMap<number, Fence>> {
  if (report.parentId === null) return new Map();
  const { rows } = await sql<{ id: number; q1: number; q3: number }>`select f.indicator_id as id,
      percentile_cont(0.25) within group (order by f.value::float8) as q1,
      percentile_cont(0.75) within group (order by f.value::float8) as q3
    from report r join report_figure f on f.report_id = r.id and f.cell = '' and f.value is not null
    where r.parent_id = ${report.parentId} and r.tier is not distinct from ${report.tier} and r.submitted_on is not null
    group by 1 having count(*) >= ${fewest}`.execute(db);
  return new Map(
    rows.flatMap(({ id, q1, q3 }) => {
      const reach = 3 * (q3 - q1);
      // Where nearly all say the same, any other would be far.
      return reach === 0 ? [] : [[id, { low: q1 - reach, high: q3 + reach }] as const];
    }),
  );
}

export async function expectedBelow(db: Db, reportId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from report
    where parent_id = ${reportId} and merged_into is null and excused_on is null`.execute(db);
  return rows[0]?.n ?? 0;
}

export interface Seeing {
  readonly locale: Locale;
  /** Peers are compared with each other for who receives them. */
  readonly judges: boolean;
}

export async function beside(
  db: Db,
  report: ReportRecord,
  { call, judges, locale }: Seeing & { readonly call: CallRecord },
): Promise<Beside> {
  const rules = rulesOf(call.form.indicators);
  const none: ReadonlyMap<number, Fence> = new Map();
  const [totals, last, targets, fences, expected, having] = await Promise.all([
    totalsOf(db, [report.id], rules),
    lastOf(db, report, { call, locale }),
    targetsOf(db, report, call),
    judges ? fencesOf(db, report) : Promise.resolve(none),
    expectedBelow(db, report.id),
    havingBelow(db, report.id, [...rules.keys()]),
  ]);
  return { totals, last, targets, fences, expected, having };
}

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** What is shown of a figure that nobody has given and no record fills. */
const blank = { weight: null, names: null, derived: null, derivedAt: null, changed: false } as const;

function shown(
  indicator: FormIndicator,
  cell: string,
  { row, beside: { totals, last, targets, fences, expected, having }, cells, near, wording, names }: Showing,
): Figure {
  const key = keyOf(indicator.id, cell);
  const total = totals.get(key);
  const value = valueOf(row);
  const whole = expected > 0 ? (total?.total.value ?? value) : value;
  const before = last.totals.get(key)?.total.value ?? null;
  const below = expected > 0 ? { value: total?.below.value ?? null, n: total?.below.n ?? 0 } : null;
  const derived = row
    ? indicator.rule === 'distinct'
      ? (row.derivedKeys?.length ?? null)
      : numberOf(row.derived)
    : null;
  return {
    ...blank,
    indicatorId: indicator.id,
    cell,
    value,
    weight: numberOf(row?.weight ?? null),
    names: row?.names ?? null,
    derived,
    derivedAt: row?.derivedAt?.toISOString() ?? null,
    changed: row?.changed ?? false,
    changedBy: (row?.changedBy && names.get(row.changedBy)) || null,
    changedAt: row?.changedAt?.toISOString() ?? null,
    reason: row?.reason ?? null,
    note: row?.note ?? null,
    version: row?.version ?? 0,
    below,
    total: whole,
    last: before,
    lastOf: last.words.get(indicator.id) ?? null,
    target: targets.get(key) ?? null,
    warnings: warningsOf(
      indicator,
      {
        value,
        last: before,
        weight: numberOf(row?.weight ?? null),
        fence: cell === '' ? (fences.get(indicator.id) ?? null) : null,
        below: below
          ? {
              n: having ? (having.get(indicator.id) ?? 0) : below.n,
              expected,
              total: whole,
              totals: near.totals,
            }
          : null,
        cell,
        cells,
        targets: near.targets,
        derivedNothing:
          row?.derivedAt != null && indicator.rule !== 'distinct' && row.derived === null && cell === '',
      },
      wording,
    ),
  };
}

interface Showing {
  readonly row: FigureRecord | undefined;
  readonly beside: Beside;
  readonly cells: ReadonlyMap<string, number | null>;
  /** Of the same indicator, by cell: with all that counts below; what is to be reached. */
  readonly near: {
    readonly totals: ReadonlyMap<string, number | null>;
    readonly targets: ReadonlyMap<string, number>;
  };
  readonly wording: Wording;
  readonly names: ReadonlyMap<number, string>;
}

export const valueOf = (row: FigureRecord | undefined): number | null =>
  row === undefined ? null : row.rule === 'distinct' ? (row.keys?.length ?? null) : numberOf(row.value);

/** What stands under an indicator's keys, by cell. */
const ofIndicator = <T>(map: ReadonlyMap<string, T>, id: number): ReadonlyMap<string, T> => {
  const prefix = `${id} `;
  return new Map(
    [...map].flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])),
  );
};

/** One for the whole of every indicator, and for each cell that has something in it or is to reach something. */
export async function figuresShown(
  db: Db,
  report: ReportRecord,
  { call, locale, judges }: Seeing & { readonly call: CallRecord },
): Promise<Figure[]> {
  const [rows, all, nameOf] = await Promise.all([
    queries.figuresOf(db, report.id),
    beside(db, report, { call, judges, locale }),
    dimensionNames(db, locale),
  ]);
  const names = await queries.personNames(
    db,
    rows.flatMap(({ changedBy }) => changedBy ?? []),
  );
  const byIndicator = Map.groupBy(rows, ({ indicatorId }) => indicatorId);
  const wording = { locale, nameOf };
  return call.form.indicators.flatMap((indicator) => {
    const own = new Map((byIndicator.get(indicator.id) ?? []).map((row) => [row.cell, row]));
    const cells = new Map([...own].map(([cell, row]) => [cell, valueOf(row)]));
    const targets = ofIndicator(all.targets, indicator.id);
    const totals = new Map(
      [...ofIndicator(all.totals, indicator.id)].map(([cell, { total }]) => [cell, total.value]),
    );
    const near = { totals, targets };
    return [...new Set(['', ...own.keys(), ...totals.keys(), ...targets.keys()])]
      .toSorted()
      .map((cell) =>
        shown(indicator, cell, { row: own.get(cell), beside: all, cells, near, wording, names }),
      );
  });
}
