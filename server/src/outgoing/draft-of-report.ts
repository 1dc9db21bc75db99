// A draft of a report: its sections with their text, and annexes with the figures as they stand in the database.
import { dimensions } from '../indicators/dimensions.ts';
import type { Deps } from '../deps.ts';
import { detail, type ReportDetail } from '../reports/detail.ts';
import { list } from '../reports/list.ts';
import { keyOf, totalsOf } from '../reports/rollup.ts';
import type { Content } from './content.ts';
import type { Drafted, Drawing } from './create.ts';
import { figure, item, longDay, shortDay, table } from './pieces.ts';

type Block = Content['body'][number];
type Attached = Content['attached'][number];
type Child = Awaited<ReturnType<typeof list>>['rows'][number];
type Indicator = ReportDetail['call']['form']['indicators'][number];

export async function draftOfReport(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor, letterhead, drafter }: Drawing,
  reportId: number,
): Promise<Drafted> {
  const asking = { actor, locale: 'vi' } as const;
  const report = await detail(deps, asking, reportId);
  const below = report.below === null ? [] : await childrenOf(deps, actor, reportId);
  const cells = cellNames((await dimensions(deps, asking)).rows);
  const values = await valuesBelow(deps, report, below);
  const { superior, agency, place, signature, name } = letterhead;
  const title = titleOf(report.call.name);
  const attached = [
    ...groupsOf(report).map(([group, indicators]) => annexOf(group, { indicators, report, cells })),
    ...(below.length === 0
      ? []
      : [sentAnnex(below), ...groupsOf(report).flatMap((each) => byUnit(each, below, values))]),
  ];
  return {
    source: { reportId },
    demo: false,
    content: {
      type: 'BC',
      superior,
      agency,
      place,
      title,
      addressees: report.receiver === null ? [] : [report.receiver.name],
      bases: [],
      body: [opening(report, { name, title }), ...sections(report, attached)],
      signature,
      recipients: [
        report.receiver === null ? 'Các cơ quan, đơn vị liên quan' : 'Như trên',
        `Lưu: VT${drafter ? `, ${drafter}` : ''}`,
      ],
      attached,
    },
  };
}

/** "Báo cáo công tác thông tin đối ngoại năm 2026": the type's name is printed above. */
function titleOf(name: string): string {
  const bare = name.replace(/^báo cáo\s+(?:về\s+)?/iu, '');
  return bare.slice(0, 1).toLocaleUpperCase('vi') + bare.slice(1);
}

function opening(
  { call }: ReportDetail,
  { name, title }: { readonly name: string; readonly title: string },
): Block {
  const basis = call.form.legalBasis ? `Thực hiện ${call.form.legalBasis}, ` : '';
  const lowered = title.slice(0, 1).toLocaleLowerCase('vi') + title.slice(1);
  const line = `${basis}${name} báo cáo ${lowered} như sau (số liệu từ ngày ${longDay(call.from)} đến ngày ${longDay(call.to)}):`;
  return { type: 'text', line };
}

const levels = { 1: 'roman', 2: 'number', 3: 'letter' } as const;

/** What was written, under its headings; figures stand in the annexes, which each section names. */
function sections({ call, texts }: ReportDetail, attached: readonly Attached[]): Block[] {
  const text = new Map(texts.map(({ sectionId, content }) => [sectionId, content]));
  const groupOf = new Map(call.form.indicators.map(({ code, group }) => [code, group || OTHERS]));
  return call.form.outline.flatMap(({ id, level, title, indicators }): Block[] => {
    const heading = level === 1 ? title.toLocaleUpperCase('vi') : title;
    const paragraphs = (text.get(id)?.paragraphs ?? []).map(({ kind, runs }): Block => {
      const line = runs.map((run) => run.text).join('');
      return kind === 'item' ? item('dash', line) : { type: 'text', line };
    });
    const groups = new Set(indicators.map((code) => groupOf.get(code)));
    const annexes = attached.flatMap((each, at) => (groups.has(each.title) ? [at] : []));
    const kept = paragraphs.filter((block) => block.type !== 'text' || block.line !== '');
    return [
      item(levels[level as 1 | 2 | 3] ?? 'roman', heading, true),
      ...kept,
      ...annexes.map((at): Block => ({
        type: 'text',
        line: `Số liệu chi tiết tại Phụ lục ${annexNo(at, attached)}.`,
      })),
    ];
  });
}

const OTHERS = 'Các chỉ tiêu khác';

/** Annexes bear a number where there are several. */
const annexNo = (at: number, attached: readonly Attached[]): string =>
  attached.length > 1 ? roman(at + 1) : 'kèm theo';

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

function groupsOf({ call }: ReportDetail): [group: string, indicators: Indicator[]][] {
  return [...Map.groupBy(call.form.indicators, ({ group }) => group || OTHERS)];
}

/** "Cổng thông tin, tiếng Anh" for "channel=portal;language=en". */
function cellNames(rows: Awaited<ReturnType<typeof dimensions>>['rows']): (cell: string) => string {
  const names = new Map(
    rows.flatMap(({ key, items }) =>
      items.map((each): [string, string] => [`${key}=${each.key}`, each.name]),
    ),
  );
  return (cell) =>
    cell
      .split(';')
      .map((part) => names.get(part) ?? part)
      .join(', ');
}

interface OfGroup {
  readonly indicators: readonly Indicator[];
  readonly report: ReportDetail;
  readonly cells: (cell: string) => string;
}

const centred = { align: 'center' } as const;

/** One table a group: each indicator as a whole, then by its breakdowns. */
function annexOf(title: string, { indicators, report, cells }: OfGroup): Attached {
  const figures = Map.groupBy(report.figures, ({ indicatorId }) => indicatorId);
  const rows = indicators.flatMap(({ id, name, unit, decimals }, at) => {
    const own = figures.get(id) ?? [];
    const whole = own.find(({ cell }) => cell === '');
    const parts = own.filter(({ cell }) => cell !== '').toSorted((a, b) => a.cell.localeCompare(b.cell));
    const line = (no: string, label: string, of: ReportDetail['figures'][number] | undefined) => [
      { text: no, ...centred },
      { text: label },
      { text: unit, ...centred },
      { text: figure(of?.total ?? of?.value ?? null, decimals), align: 'right' as const },
      { text: figure(of?.last ?? null, decimals), align: 'right' as const },
      { text: figure(of?.target ?? null, decimals), align: 'right' as const },
    ];
    return [
      line(String(at + 1), name, whole),
      ...parts.map((part) => line('', `– ${cells(part.cell)}`, part)),
    ];
  });
  const head = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo', 'Kỳ trước', 'Mục tiêu'];
  return { type: 'PHỤ LỤC', title, body: [table([6, 44, 14, 13, 12, 11], head, rows)] };
}

async function childrenOf(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Drawing['actor'],
  parent: number,
): Promise<readonly Child[]> {
  const found: Child[] = [];
  for (let page = 1; ; page++) {
    const { rows, total } = await list(deps, actor, { parent, sort: 'unit', page, size: 500 });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
}

const standing = {
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
  'in-term': 'Chưa gửi (trong hạn)',
  overdue: 'Chưa gửi (quá hạn)',
  excused: 'Được miễn',
} as const;

/** Who has reported, and when; a sentence says what the chart shows. */
function sentAnnex(below: readonly Child[]): Attached {
  const classes = Object.keys(standing) as (keyof typeof standing)[];
  const counts = classes.map(
    (name) => below.filter((each) => each.class === name && each.mergedInto === null).length,
  );
  const rows = below.map((each, at) => [
    { text: String(at + 1), ...centred },
    { text: each.unit.name },
    { text: shortDay(each.dueOn), ...centred },
    { text: each.firstSubmittedOn === null ? '' : shortDay(each.firstSubmittedOn), ...centred },
    {
      text: each.mergedInto === null ? standing[each.class] : 'Báo cáo chung với đơn vị tiếp nhận',
      ...centred,
    },
  ]);
  const said = classes.flatMap((name, at) =>
    counts[at] ? [`${counts[at]} ${standing[name].toLocaleLowerCase('vi')}`] : [],
  );
  return {
    type: 'PHỤ LỤC',
    title: 'Tình hình gửi báo cáo của các đơn vị',
    body: [
      {
        type: 'chart',
        shape: 'bars',
        title: 'Số đơn vị theo tình hình gửi báo cáo',
        says: `Trong ${counts.reduce((sum, n) => sum + n, 0)} đơn vị phải báo cáo: ${said.join(', ')}.`,
        labels: classes.map((name) => standing[name]),
        series: [{ name: 'Số đơn vị', values: counts }],
        unit: 'đơn vị',
      },
      table([6, 48, 14, 14, 18], ['TT', 'Đơn vị', 'Thời hạn', 'Ngày gửi', 'Kết quả'], rows),
    ],
  };
}

type Values = ReadonlyMap<number, ReadonlyMap<string, number | null>>;

/** What each report directly below says, with all below it; only those that count. */
async function valuesBelow(
  { db }: Pick<Deps, 'db'>,
  { call }: ReportDetail,
  below: readonly Child[],
): Promise<Values> {
  const rules = new Map(call.form.indicators.map(({ id, rule }) => [id, rule]));
  const values = new Map<number, ReadonlyMap<string, number | null>>();
  for (const { id, status } of below) {
    if (!['accepted', 'approved', 'locked'].includes(status)) continue;
    const totals = await totalsOf(db, [id], rules);
    values.set(id, new Map([...totals].map(([key, { total }]) => [key, total.value])));
  }
  return values;
}

/** Indicators that fit beside each other on a page that lies on its side. */
const COLUMNS = 7;

/** A group's figures unit by unit, in as many tables as its columns need. */
function byUnit(
  [group, indicators]: readonly [string, readonly Indicator[]],
  below: readonly Child[],
  values: Values,
): Attached[] {
  const counted = below.filter(({ id }) => values.has(id));
  if (counted.length === 0) return [];
  const portions = Math.ceil(indicators.length / COLUMNS);
  return Array.from({ length: portions }, (_, at): Attached => {
    const shown = indicators.slice(at * COLUMNS, (at + 1) * COLUMNS);
    const head = ['TT', 'Đơn vị', ...shown.map(({ name, unit }) => (unit ? `${name} (${unit})` : name))];
    const rows = counted.map(({ id, unit }, no) => [
      { text: String(no + 1), ...centred },
      { text: unit.name },
      ...shown.map((indicator) => ({
        text: figure(values.get(id)?.get(keyOf(indicator.id, '')) ?? null, indicator.decimals),
        align: 'right' as const,
      })),
    ]);
    const width = 66 / shown.length;
    const part = portions > 1 ? ` (${at + 1}/${portions})` : '';
    return {
      type: 'PHỤ LỤC',
      title: `${group}: số liệu theo đơn vị${part}`,
      landscape: true,
      body: [table([5, 29, ...shown.map(() => width)], head, rows)],
    };
  });
}
