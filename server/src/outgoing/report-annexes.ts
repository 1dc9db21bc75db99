// Annexes of a report: for each group of indicators what each unit reported, and by what the figures are broken down. Pure.
import type { FormIndicator } from '../regimes/body.ts';
import type { Contribution, WholeReport } from '../reports/whole.ts';
import type { Content } from './content.ts';
import { figure, shortDay, table, type Cell } from './pieces.ts';
import { breakdownsOf, chartOf, monthly, type KnownDimension } from './report-breakdowns.ts';
import { lowered } from './report-words.ts';

type Attached = Content['attached'][number];
type Block = Content['body'][number];
type Report = WholeReport['report'];

export interface Annex {
  readonly attached: Attached;
  /** "III"; "kèm theo" where it is the only one. */
  readonly no: string;
  /** Of the indicators whose figures it holds. */
  readonly codes: ReadonlySet<string>;
}

/** Of the catalogue as it was on the day of the call, in the order of the section. */
export function shownIndicators(report: Report, codes: readonly string[]): readonly FormIndicator[] {
  const byCode = new Map(report.call.form.indicators.map((each) => [each.code, each]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** Charts of the months: more pictures than these say less. */
const mostCharts = 2;

export function annexesOf(whole: WholeReport, dimensions: readonly KnownDimension[]): Annex[] {
  const { report } = whole;
  const counts = whole.below.some(({ counted }) => counted);
  const codes = report.call.form.outline.flatMap(({ indicators }) => indicators);
  const groups = [...Map.groupBy(shownIndicators(report, codes), ({ group }) => group)];
  const charted = groups
    .map(([group, indicators]) => ({ group, ...monthly(report, indicators) }))
    .filter(({ series }) => series.length > 0)
    .toSorted((a, b) => b.series.length - a.series.length || b.sum - a.sum)
    .slice(0, mostCharts);
  const made = groups.flatMap(([group, indicators]) => {
    const chart = charted.find((each) => each.group === group);
    const body = [
      ...(counts ? byUnit(whole, indicators) : byIndicator(report, indicators)),
      ...breakdownsOf(report, indicators, dimensions),
      ...(chart ? [chartOf(report, chart)] : []),
    ];
    if (body.length === 0) return [];
    const title = group === '' ? 'Số liệu các chỉ tiêu' : `Số liệu về ${lowered(group)}`;
    const attached: Attached = {
      type: 'PHỤ LỤC',
      title,
      body,
      ...(isWide(indicators) ? { landscape: true } : {}),
    };
    return [{ attached, codes: new Set(indicators.map(({ code }) => code)) }];
  });
  const sent = whole.below.length > 0 ? [{ attached: sentAnnex(whole), codes: new Set<string>() }] : [];
  const all = [...made, ...sent];
  return all.map((each, at) => ({ ...each, no: all.length > 1 ? roman(at + 1) : 'kèm theo' }));
}

function roman(n: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, text] = [n, ''];
  for (const [value, sign] of signs) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}

interface Tier {
  readonly name: string;
  readonly rows: readonly Contribution[];
}

function tiersOf({ report: { call } }: WholeReport, below: readonly Contribution[]): readonly Tier[] {
  const { tiers } = call.form;
  const of = (is: (tier: string | null) => boolean) => below.filter(({ report }) => is(report.tier));
  const known = new Set<string | null>(tiers.map(({ id }) => id));
  return [
    ...tiers.map(({ id, name }) => ({ name, rows: of((tier) => tier === id) })),
    { name: 'Các đơn vị khác', rows: of((tier) => !known.has(tier)) },
  ].filter(({ rows }) => rows.length > 0);
}

/** Indicators that fit beside each other on a page that lies on its side. */
const mostColumns = 8;

/** A unit that has nothing to say in the whole group takes no line; how many these are is said below. */
function byUnit(whole: WholeReport, indicators: readonly FormIndicator[]): Block[] {
  const counted = whole.below.filter((each) => each.counted);
  const some = ({ total }: Contribution) => indicators.some(({ id }) => Boolean(total(id)));
  const shown = counted.filter(some);
  if (shown.length === 0) return [];
  const portions = Math.ceil(indicators.length / mostColumns);
  const each = Math.ceil(indicators.length / portions);
  const tables = Array.from({ length: portions }, (_, at) =>
    unitTable(whole, shown, indicators.slice(at * each, (at + 1) * each)),
  );
  const left = counted.length - shown.length;
  const note = `${left} đơn vị không phát sinh số liệu về nội dung này, không nêu trong bảng.`;
  return left === 0 ? tables : [...tables, { type: 'text', line: [{ text: note, italic: true }] }];
}

/** Their columns need a page that lies on its side. */
const isWide = ({ length }: readonly FormIndicator[]) => length > 4;

/** In tables, where lines are short. */
const short = (name: string) => name.replace(/^(?:Ủy|Uỷ) ban nhân dân/u, 'UBND');

function unitTable(
  whole: WholeReport,
  shown: readonly Contribution[],
  indicators: readonly FormIndicator[],
): Block {
  const columns = indicators.length + 2;
  let at = 0;
  const rows = tiersOf(whole, shown).flatMap((tier): Cell[][] => [
    [{ text: tier.name, columns, bold: true }],
    ...tier.rows.map(({ report, total }): Cell[] => {
      at += 1;
      const unit = { text: short(report.unit.name) };
      return [{ text: String(at), align: 'center' }, unit, ...valuesOf(indicators, total)];
    }),
  ]);
  const [no, name] = isWide(indicators) ? [4, 29] : [6, 40];
  const heads = indicators.map(headOf);
  // Long titles take more room, or their row would be too high to be repeated on every page.
  const weights = heads.map(({ length }) => 10 + length / 6);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = [no, name, ...weights.map((weight) => ((100 - no - name) * weight) / all)];
  return table(widths, ['TT', 'Đơn vị', ...heads], [...rows, ...sumsOf(whole.report, indicators)]);
}

const headOf = ({ name, unit }: FormIndicator) => (unit === '' ? name : `${name} (${unit})`);

const valuesOf = (
  indicators: readonly FormIndicator[],
  total: (indicatorId: number) => number | null,
  bold = false,
): Cell[] =>
  indicators.map(({ id, decimals }) => ({
    text: figure(total(id), decimals),
    align: 'right',
    ...(bold ? { bold } : {}),
  }));

/** All together, and beside it the last period and the target where there are any. */
function sumsOf({ figures }: Report, indicators: readonly FormIndicator[]): Cell[][] {
  const wholes = new Map(figures.filter(({ cell }) => cell === '').map((each) => [each.indicatorId, each]));
  const lines = [
    ['total', 'Tổng hợp chung'],
    ['last', 'Kỳ trước'],
    ['target', 'Mục tiêu'],
  ] as const;
  return lines
    .filter(([key]) => indicators.some(({ id }) => (wholes.get(id)?.[key] ?? null) !== null))
    .map(([key, title]): Cell[] => [
      { text: title, columns: 2, bold: true, align: 'center' },
      ...valuesOf(indicators, (id) => wholes.get(id)?.[key] ?? null, key === 'total'),
    ]);
}

/** Where nobody reports to it: an indicator a line. */
function byIndicator({ figures }: Report, indicators: readonly FormIndicator[]): Block[] {
  const found = indicators.flatMap((indicator) => {
    const whole = figures.find((each) => each.indicatorId === indicator.id && each.cell === '');
    return whole && whole.total !== null ? [{ indicator, whole }] : [];
  });
  if (found.length === 0) return [];
  const columns = (
    [
      ['last', 'Kỳ trước'],
      ['total', 'Kỳ báo cáo'],
      ['target', 'Mục tiêu'],
    ] as const
  ).filter(([key]) => found.some(({ whole }) => whole[key] !== null));
  const rows = found.map(({ indicator, whole }, at): Cell[] => [
    { text: String(at + 1), align: 'center' },
    { text: indicator.name },
    { text: indicator.unit, align: 'center' },
    ...columns.map(([key]): Cell => ({ text: figure(whole[key], indicator.decimals), align: 'right' })),
  ]);
  const widths = [6, 79 - columns.length * 15, 15, ...columns.map(() => 15)];
  return [table(widths, ['TT', 'Chỉ tiêu', 'Đơn vị tính', ...columns.map(([, title]) => title)], rows)];
}

const results = {
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
  'in-term': 'Chưa gửi (trong hạn)',
  overdue: 'Chưa gửi (quá hạn)',
  returned: 'Đã trả lại để hoàn thiện',
  excused: 'Được miễn',
} as const;

/** One that was sent back is neither in nor simply not sent. */
const resultOf = ({ status, class: found }: Contribution['report']): keyof typeof results =>
  status === 'returned' && (found === 'in-term' || found === 'overdue') ? 'returned' : found;

/** Who has reported, and when; a sentence says how many of each. */
function sentAnnex(whole: WholeReport): Attached {
  const count = (name: keyof typeof results) =>
    whole.below.filter(({ report }) => resultOf(report) === name).length;
  const owing = (Object.keys(results) as (keyof typeof results)[]).filter((name) => name !== 'excused');
  const told = owing.flatMap((name) =>
    count(name) === 0 ? [] : [`${count(name)} ${lowered(results[name])}`],
  );
  const excused = count('excused');
  const expected = whole.below.length - excused;
  const sentence = `Trong ${expected} đơn vị phải báo cáo: ${told.join(', ')}`;
  const others = `${excused} đơn vị được miễn`;
  let at = 0;
  const rows = tiersOf(whole, whole.below).flatMap((tier): Cell[][] => [
    [{ text: tier.name, columns: 5, bold: true }],
    ...tier.rows.map(({ report }): Cell[] => {
      at += 1;
      const { firstSubmittedOn: sent } = report;
      return [
        { text: String(at), align: 'center' },
        { text: short(report.unit.name) },
        { text: shortDay(report.dueOn), align: 'center' },
        { text: sent === null ? '' : shortDay(sent), align: 'center' },
        { text: results[resultOf(report)], align: 'center' },
      ];
    }),
  ]);
  return {
    type: 'PHỤ LỤC',
    title: 'Tình hình gửi báo cáo của các đơn vị',
    body: [
      {
        type: 'text',
        line: `${[...(expected > 0 ? [sentence] : []), ...(excused > 0 ? [others] : [])].join('; ')}.`,
      },
      table([7, 45, 15, 15, 18], ['TT', 'Đơn vị', 'Thời hạn', 'Ngày gửi', 'Kết quả'], rows),
    ],
  };
}
