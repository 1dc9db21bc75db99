// A roll-up as a table: each unit's report with each indicator and each cell of its breakdowns. A nation's annual report has hundreds of
// thousands of such rows, so they are read some reports at a time.
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Actor } from '../access/actor.ts';
import type { Locale } from '../http/locale.ts';
import type { FormIndicator } from '../regimes/body.ts';
import { choosing, portionsOf, type Column } from '../sheets/column.ts';
import { today } from '../clock.ts';
import { isSealed, readable } from './access.ts';
import { classes, statuses } from './export-words.ts';
import type { Reading, ReportRow } from './list.ts';
import { classSql } from './queries.ts';
import { keyOf, valued } from './rollup.ts';

interface Unit {
  readonly id: number;
  readonly unitId: number;
  readonly unit: string;
  readonly receiver: string | null;
  readonly status: ReportRow['status'];
  readonly class: ReportRow['class'];
  readonly counted: boolean;
  readonly hasBelow: boolean;
}

export interface RollupLine extends Unit {
  readonly indicator: FormIndicator;
  readonly cell: string;
  readonly own: number | null;
  readonly weight: number | null;
  readonly below: number | null;
  readonly total: number | null;
  readonly reports: number;
  readonly derived: number | null;
  readonly changed: boolean;
  readonly reason: string | null;
  readonly note: string | null;
}

interface Words {
  readonly locale: Locale;
  readonly cellName: (cell: string) => string;
}

export function rollupColumns({ locale, cellName }: Words): readonly Column<RollupLine>[] {
  const pick = choosing(locale);
  const number = { width: 14, type: 'number' } as const;
  const yes = (is: boolean) => (is ? pick('Có', 'Yes') : pick('Không', 'No'));
  return [
    { key: 'unit', name: pick('Đơn vị', 'Unit'), width: 40, value: ({ unit }) => unit },
    { key: 'receiver', name: pick('Gửi đến', 'To'), width: 34, value: ({ receiver }) => receiver },
    {
      key: 'status',
      name: pick('Tình trạng', 'State'),
      width: 16,
      value: ({ status }) => pick(...statuses[status]),
    },
    {
      key: 'standing',
      name: pick('Đúng hạn, quá hạn', 'On time or late'),
      width: 20,
      value: (row) => pick(...classes[row.class]),
    },
    {
      key: 'counted',
      name: pick('Được tính vào cấp trên', 'Counts above'),
      width: 12,
      value: ({ counted }) => yes(counted),
    },
    { key: 'code', name: pick('Mã', 'Code'), width: 12, value: ({ indicator }) => indicator.code },
    {
      key: 'indicator',
      name: pick('Chỉ tiêu', 'Indicator'),
      width: 50,
      value: ({ indicator }) => nameOf(indicator, locale),
    },
    {
      key: 'unitOfMeasure',
      name: pick('Đơn vị tính', 'Unit of measure'),
      width: 14,
      value: ({ indicator }) => measureOf(indicator, locale),
    },
    { key: 'breakdown', name: pick('Phân tổ', 'Breakdown'), width: 32, value: ({ cell }) => cellName(cell) },
    { key: 'cell', name: pick('Mã phân tổ', 'Cell'), width: 24, value: ({ cell }) => cell },
    { key: 'own', name: pick('Của đơn vị', 'Own'), ...number, value: ({ own }) => own },
    { key: 'below', name: pick('Cấp dưới', 'From below'), ...number, value: ({ below }) => below },
    { key: 'total', name: pick('Tổng', 'Total'), ...number, value: ({ total }) => total },
    {
      key: 'reports',
      name: pick('Số báo cáo có số', 'Reports with it'),
      ...number,
      value: ({ reports }) => reports,
    },
    { key: 'weight', name: pick('Quyền số', 'Weight'), ...number, value: ({ weight }) => weight },
    {
      key: 'derived',
      name: pick('Số tính từ sổ', 'From the records'),
      ...number,
      value: ({ derived }) => derived,
    },
    {
      key: 'corrected',
      name: pick('Đơn vị đã sửa', 'Corrected'),
      width: 12,
      value: ({ changed }) => yes(changed),
    },
    { key: 'reason', name: pick('Lý do sửa', 'Why corrected'), width: 36, value: ({ reason }) => reason },
    { key: 'note', name: pick('Ghi chú', 'Note'), width: 36, value: ({ note }) => note },
    {
      key: 'report',
      name: pick('Mã báo cáo', 'Report'),
      width: 12,
      type: 'number',
      value: ({ id }) => id,
    },
  ];
}

export const nameOf = ({ name, nameEn }: Pick<FormIndicator, 'name' | 'nameEn'>, locale: Locale): string =>
  locale === 'en' && nameEn ? nameEn : name;
export const measureOf = ({ unit, unitEn }: Pick<FormIndicator, 'unit' | 'unitEn'>, locale: Locale): string =>
  locale === 'en' && unitEn ? unitEn : unit;

/** Reports read at once: of sixty indicators with a dozen cells each, some thousand rows. */
const portion = 10;

interface Of {
  readonly reportId: number;
  readonly indicators: readonly FormIndicator[];
}

/** The report itself first, then those below it that the reader reads, each before its own, by name. */
export async function rollupPortions(
  { db, clock }: Reading,
  actor: Actor,
  { reportId, indicators }: Of,
): Promise<AsyncIterable<readonly RollupLine[]>> {
  const { rows } = await sql<{ id: number }>`with recursive tree as (
      select r.id, array[]::text[] collate vi as path from report r where r.id = ${reportId}
      union all
      select k.id, (t.path || (u.name || ' ' || k.id)) collate vi
      from report k join tree t on k.parent_id = t.id join unit u on u.id = k.unit_id where k.merged_into is null)
    select t.id from tree t join report r on r.id = t.id join report_call c on c.id = r.call_id
    where ${readable(actor)} order by t.path`.execute(db);
  const ids = rows.map(({ id }) => id);
  const day = today(clock);
  return portionsOf(ids, portion, (some) => linesOf(db, some, { actor, indicators, day }));
}

interface Wanted {
  readonly actor: Actor;
  readonly indicators: readonly FormIndicator[];
  readonly day: string;
}

async function linesOf(
  db: Db,
  ids: readonly number[],
  { actor, indicators, day }: Wanted,
): Promise<readonly RollupLine[]> {
  const [units, sums, figures] = await Promise.all([
    unitsOf(db, ids, day),
    sumsOf(db, ids, indicators),
    figuresOf(db, ids),
  ]);
  const given = new Map(figures.map((row) => [`${row.reportId} ${keyOf(row.indicatorId, row.cell)}`, row]));
  const cells = cellsOf([...figures, ...sums.values()]);
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return ids.flatMap((id) => {
    const unit = known.get(id);
    if (!unit) return [];
    return indicators.flatMap((indicator) =>
      ['', ...(cells.get(`${id} ${indicator.id}`) ?? [])].map((cell) => {
        const key = `${id} ${keyOf(indicator.id, cell)}`;
        const [figure, sum] = [given.get(key), sums.get(key)];
        return isSealed(actor, unit)
          ? line(unit, { indicator, cell, figure: undefined, sum: sum && { ...sum, total: sum.below } })
          : line(unit, { indicator, cell, figure, sum });
      }),
    );
  });
}

/** Of each report and indicator, in their order; the whole is always there. */
function cellsOf(
  rows: readonly { readonly reportId: number; readonly indicatorId: number; readonly cell: string }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { reportId, indicatorId, cell } of rows) {
    if (cell === '') continue;
    const key = `${reportId} ${indicatorId}`;
    const cells = found.get(key) ?? new Set();
    cells.add(cell);
    found.set(key, cells);
  }
  return new Map([...found].map(([key, cells]) => [key, [...cells].toSorted()]));
}

interface Parts {
  readonly indicator: FormIndicator;
  readonly cell: string;
  readonly figure: Given | undefined;
  readonly sum: Sum | undefined;
}

const numberOf = (text: string | null | undefined) => (text == null ? null : Number(text));

function line(unit: Unit, { indicator, cell, figure, sum }: Parts): RollupLine {
  const own = numberOf(figure?.own);
  return {
    ...unit,
    indicator,
    cell,
    own,
    weight: numberOf(figure?.weight),
    below: unit.hasBelow ? (sum?.below ?? null) : null,
    total: unit.hasBelow ? (sum?.total ?? own) : own,
    reports: (own === null ? 0 : 1) + (sum?.belowReports ?? 0),
    derived: numberOf(figure?.derived),
    changed: figure?.changed ?? false,
    reason: figure?.reason ?? null,
    note: figure?.note ?? null,
  };
}

async function unitsOf(db: Db, ids: readonly number[], day: string): Promise<readonly Unit[]> {
  const { rows } =
    await sql<Unit>`select r.id, r.unit_id, u.name as unit, t.name as receiver, r.status, r.counted,
      ${classSql(day)} as class, exists (select 1 from report k where k.parent_id = r.id) as has_below
    from report r join unit u on u.id = r.unit_id left join report p on p.id = r.parent_id left join unit t on t.id = p.unit_id
    where r.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

interface Given {
  readonly reportId: number;
  readonly indicatorId: number;
  readonly cell: string;
  /** Of a distinct count how many things were named. */
  readonly own: string | null;
  readonly derived: string | null;
  readonly weight: string | null;
  readonly changed: boolean;
  readonly reason: string | null;
  readonly note: string | null;
}

async function figuresOf(db: Db, ids: readonly number[]): Promise<readonly Given[]> {
  const { rows } =
    await sql<Given>`select report_id, indicator_id, cell, weight::text as weight, changed, reason, note,
      case rule when 'distinct' then cardinality(keys)::numeric else value end::text as own,
      case rule when 'distinct' then cardinality(derived_keys)::numeric else derived end::text as derived
    from report_figure where report_id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

interface Sum {
  readonly reportId: number;
  readonly indicatorId: number;
  readonly cell: string;
  readonly below: number | null;
  readonly belowReports: number;
  readonly total: number | null;
}

interface SumRow {
  readonly reportId: number;
  readonly indicatorId: number;
  readonly cell: string;
  readonly below: string | null;
  readonly belowDen: string | null;
  readonly belowN: number;
  readonly belowNames: number;
  readonly total: string | null;
  readonly totalDen: string | null;
  readonly names: number;
}

/** As totalsOf in rollup.ts, but report by report: of distinct counts each name counts once, wherever it was named. */
async function sumsOf(
  db: Db,
  ids: readonly number[],
  indicators: readonly FormIndicator[],
): Promise<ReadonlyMap<string, Sum>> {
  const of = sql`report_id = any(${[...ids]}::bigint[])`;
  const { rows } = await sql<SumRow>`select report_id, indicator_id, cell,
      (sum(below) filter (where key = ''))::text as below, (sum(below_den) filter (where key = ''))::text as below_den,
      coalesce(sum(below_n) filter (where key = ''), 0)::integer as below_n,
      count(*) filter (where key <> '' and below_n > 0) as below_names,
      (sum(total) filter (where key = ''))::text as total, (sum(total_den) filter (where key = ''))::text as total_den,
      count(*) filter (where key <> '') as names
    from (
      select report_id, indicator_id, cell, key, sum(num) filter (where not own) as below,
        sum(den) filter (where not own) as below_den, coalesce(sum(n) filter (where not own), 0) as below_n,
        sum(num) as total, sum(den) as total_den
      from (
        select report_id, indicator_id, cell, key, true as own, num, den, n from figure_part where ${of}
        union all select report_id, indicator_id, cell, key, false, num, den, n from below_part where ${of}) p
      group by 1, 2, 3, 4 having sum(n) > 0) keyed
    group by 1, 2, 3`.execute(db);
  const rules = new Map(indicators.map(({ id, rule }) => [id, rule]));
  return new Map(
    rows.map((row) => [
      `${row.reportId} ${keyOf(row.indicatorId, row.cell)}`,
      sumOf(row, rules.get(row.indicatorId) ?? 'sum'),
    ]),
  );
}

function sumOf(row: SumRow, rule: FormIndicator['rule']): Sum {
  const { reportId, indicatorId, cell, belowN } = row;
  const distinct = rule === 'distinct';
  const below = distinct ? row.belowNames : valued(row.below, row.belowDen, rule);
  const total = distinct ? row.names : valued(row.total, row.totalDen, rule);
  return { reportId, indicatorId, cell, below: belowN > 0 ? below : null, belowReports: belowN, total };
}
