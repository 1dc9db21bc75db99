// Figures by what they are broken down: a table for each dimension, one for two dimensions crossed, a chart of the months. Pure.
import type { FormIndicator } from '../regimes/body.ts';
import type { WholeReport } from '../reports/whole.ts';
import type { Content } from './content.ts';
import { figure, table, type Cell } from './pieces.ts';
import { lowered, periodWords } from './report-words.ts';

type Block = Content['body'][number];
type Report = WholeReport['report'];

/** A dimension or an item of one, as it is called. */
interface Named {
  readonly key: string;
  readonly name: string;
}

export interface KnownDimension extends Named {
  readonly items: readonly Named[];
}

type Parts = Readonly<Record<string, string>>;

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const monthHeads = months.map((month) => `T${Number(month)}`);

/** Cells name their dimensions in the order of these names: "channel=portal;language=en". */
function valueIn(report: Report, indicatorId: number, parts: Parts): number | null {
  const cell = Object.keys(parts)
    .toSorted()
    .map((key) => `${key}=${parts[key]}`)
    .join(';');
  return report.figures.find((each) => each.indicatorId === indicatorId && each.cell === cell)?.total ?? null;
}

const amount = (value: number | null, { decimals }: FormIndicator): Cell => ({
  text: figure(value, decimals),
  align: 'right',
});

const captioned = (caption: string, grid: Block): Block => ({ ...grid, caption }) as Block;

export function breakdownsOf(
  report: Report,
  indicators: readonly FormIndicator[],
  dimensions: readonly KnownDimension[],
): Block[] {
  const single = dimensions.flatMap((dimension) => {
    const by = indicators.filter(({ breakdowns }) =>
      breakdowns.some((keys) => keys.join() === dimension.key),
    );
    if (by.length === 0) return [];
    return dimension.key === 'month' ? byMonth(report, by) : byItem(report, by, dimension);
  });
  const several = indicators.flatMap((indicator) =>
    indicator.breakdowns.flatMap((keys) => {
      const known = keys.flatMap((key) => dimensions.find((each) => each.key === key) ?? []);
      return keys.length > 1 && known.length === keys.length ? crossed(report, indicator, known) : [];
    }),
  );
  return [...single, ...several];
}

/** Items in which nobody has anything take no line. */
function byItem(
  report: Report,
  indicators: readonly FormIndicator[],
  { key, name, items }: KnownDimension,
): Block[] {
  const rows = items.flatMap((each): Cell[][] => {
    const values = indicators.map(({ id }) => valueIn(report, id, { [key]: each.key }));
    if (!values.some(Boolean)) return [];
    return [
      [{ text: each.name }, ...indicators.map((indicator, at) => amount(values[at] ?? null, indicator))],
    ];
  });
  if (rows.length === 0) return [];
  const head = indicators.map(({ name: title, unit }) => (unit === '' ? title : `${title} (${unit})`));
  const widths = [24, ...indicators.map(() => 76 / indicators.length)];
  return [captioned(`Chia theo ${lowered(name)}`, table(widths, [name, ...head], rows))];
}

function byMonth(report: Report, indicators: readonly FormIndicator[]): Block[] {
  const rows = indicators.flatMap((indicator): Cell[][] => {
    const values = months.map((month) => valueIn(report, indicator.id, { month }));
    if (!values.some(Boolean)) return [];
    return [[{ text: indicator.name }, ...values.map((value) => amount(value, indicator))]];
  });
  if (rows.length === 0) return [];
  const widths = [28, ...months.map(() => 6)];
  return [
    captioned(
      'Chia theo tháng',
      table(widths, ['Chỉ tiêu', ...months.map((month) => String(Number(month)))], rows),
    ),
  ];
}

/** All items of some dimensions with each other: "Cổng thông tin, tiếng Anh". */
function combined(dimensions: readonly KnownDimension[]): readonly { parts: Parts; name: string }[] {
  let lines: { parts: Parts; name: string }[] = [{ parts: {}, name: '' }];
  for (const { key, items } of dimensions) {
    lines = lines.flatMap(({ parts, name }) =>
      items.map((each) => ({
        parts: { ...parts, [key]: each.key },
        name: name === '' ? each.name : `${name}, ${lowered(each.name)}`,
      })),
    );
  }
  return lines;
}

/** The last dimension goes across, the others down. */
function crossed(report: Report, indicator: FormIndicator, dimensions: readonly KnownDimension[]): Block[] {
  const down = dimensions.slice(0, -1);
  const across = dimensions.at(-1);
  if (!across) return [];
  const value = (parts: Parts, { key }: Named) =>
    valueIn(report, indicator.id, { ...parts, [across.key]: key });
  const lines = combined(down);
  const columns = across.items.filter((each) => lines.some(({ parts }) => Boolean(value(parts, each))));
  const rows = lines
    .filter(({ parts }) => columns.some((each) => Boolean(value(parts, each))))
    .map(({ parts, name }): Cell[] => [
      { text: name },
      ...columns.map((each) => amount(value(parts, each), indicator)),
    ]);
  if (rows.length === 0) return [];
  const by = dimensions.map(({ name }) => lowered(name)).join(' và ');
  const unit = indicator.unit === '' ? '' : ` (${indicator.unit})`;
  const widths = [24, ...columns.map(() => 76 / columns.length)];
  const head = [down.map(({ name }) => name).join(', '), ...columns.map(({ name }) => name)];
  return [captioned(`${indicator.name} phân tổ theo ${by}${unit}`, table(widths, head, rows))];
}

export interface Monthly {
  readonly series: readonly {
    readonly indicator: FormIndicator;
    readonly values: readonly (number | null)[];
  }[];
  /** Of the first of them. */
  readonly sum: number;
}

/** What there is by month, in the first indicator's unit alone: what is measured differently is not drawn together. */
export function monthly(report: Report, indicators: readonly FormIndicator[]): Monthly {
  const all = indicators
    .filter(({ breakdowns }) => breakdowns.some((keys) => keys.join() === 'month'))
    .map((indicator) => ({
      indicator,
      values: months.map((month) => valueIn(report, indicator.id, { month })),
    }))
    .filter(({ values }) => values.some(Boolean));
  const series = all.filter(({ indicator }) => indicator.unit === all[0]?.indicator.unit);
  return { series, sum: (series[0]?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0) };
}

/** The first is what the others add up to, month by month. */
function isWhole([first, ...others]: Monthly['series']): boolean {
  const sum = (at: number) => others.reduce((all, { values }) => all + (values[at] ?? 0), 0);
  return others.length > 1 && (first?.values ?? []).every((value, at) => (value ?? 0) === sum(at));
}

export function chartOf({ call }: Report, { series }: Monthly): Block {
  const [first, ...others] = series;
  const { name = '', unit = '', decimals = 0 } = first?.indicator ?? {};
  const known = (first?.values ?? []).map((value, at) => ({ value: value ?? 0, month: at + 1 }));
  const most = known.reduce((a, b) => (b.value > a.value ? b : a));
  const least = known.reduce((a, b) => (b.value < a.value ? b : a));
  const said = ({ value, month }: typeof most) => `tháng ${month} (${figure(value, decimals)} ${unit})`;
  const none = known.filter(({ value }) => value === 0).length;
  const stacked = isWhole(series);
  return {
    type: 'chart',
    shape: stacked ? 'stacked' : series.length > 1 ? 'lines' : 'bars',
    title: `${series.length > 1 && !stacked ? 'Diễn biến' : name} theo tháng, ${periodWords(call)}`,
    says: `${name} nhiều nhất vào ${said(most)}${least.value === 0 ? `; ${none} tháng không phát sinh` : `, ít nhất vào ${said(least)}`}.`,
    labels: monthHeads,
    series: (stacked ? others : series).map(({ indicator, values }) => ({
      name: indicator.name,
      values: [...values],
    })),
    unit,
  };
}
