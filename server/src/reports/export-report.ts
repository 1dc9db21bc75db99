// A report with its annexes as a workbook: facts, texts, a sheet for each group of indicators, evidence, and the units below with theirs.
import { sql } from 'kysely';
import type { Asking } from '../access/actor.ts';
import { dayOf } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import { dimensions } from '../indicators/dimensions.ts';
import type { FormIndicator } from '../regimes/body.ts';
import { atOnce, choosing, sheetOf, type Choose, type Column, type Sheet } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import { jsonOf } from '../sheets/json.ts';
import { plainOf } from './content.ts';
import { detail, type ReportDetail } from './detail.ts';
import { cellNames, classes, dayWords, kinds, numbered, periodWords, statuses } from './export-words.ts';
import { measureOf, nameOf, rollupColumns, rollupPortions, type RollupLine } from './export-rollup.ts';
import type { Reading } from './list.ts';

type Figure = ReportDetail['figures'][number];
type Evidence = ReportDetail['evidence'][number];

interface FigureLine {
  readonly indicator: FormIndicator;
  readonly figure: Figure;
}

interface Words {
  readonly asking: Asking;
  readonly pick: Choose;
  readonly cellName: (cell: string) => string;
}

async function wordsFor(deps: Reading, asking: Asking): Promise<Words> {
  const { locale } = asking;
  const known = await dimensions(deps, asking);
  return { asking, pick: choosing(locale), cellName: cellNames(known.rows, locale) };
}

/** `units`: of every report below as well; else the report alone. */
export async function reportDownload(deps: Reading, asking: Asking, id: number): Promise<Download> {
  const report = await detail(deps, asking, id);
  const words = await wordsFor(deps, asking);
  const { pick } = words;
  const lines = figureLines(report);
  const groups = Map.groupBy(lines, ({ indicator }) => indicator.group);
  const annexes = [...groups].map(([group, rows]) =>
    sheetOf({
      title: groupName(rows, words) || group || pick('Số liệu', 'Figures'),
      columns: figureColumns(words),
      portions: atOnce(rows),
    }),
  );
  const units = () => unitSheet(deps, words, report);
  return {
    name: `${report.call.name} ${report.unit.name}`,
    sheets: [
      factSheet(report, words),
      textSheet(report, words, await sourceNames(deps.db, report)),
      ...annexes,
      evidenceSheet(report, words),
      ...(report.below === null ? [] : [units()]),
    ],
    table: sheetOf({
      title: pick('Số liệu', 'Figures'),
      columns: [groupColumn(words), ...figureColumns(words)],
      portions: atOnce(lines),
    }),
    json: wholeJson(report, report.below === null ? null : units()),
  };
}

/** The figures of the report and of every one below it, as one table. */
export async function rollupDownload(deps: Reading, asking: Asking, id: number): Promise<Download> {
  const report = await detail(deps, asking, id);
  const words = await wordsFor(deps, asking);
  return {
    name: `${words.pick('Tổng hợp', 'Roll-up')} ${report.call.name} ${report.unit.name}`,
    sheets: [unitSheet(deps, words, report)],
  };
}

function unitSheet(deps: Reading, { asking, pick, cellName }: Words, { id, call }: ReportDetail): Sheet {
  const wanted = { reportId: id, indicators: call.form.indicators };
  const portions = async function* (): AsyncGenerator<readonly RollupLine[]> {
    yield* await rollupPortions(deps, asking.actor, wanted);
  };
  return sheetOf({
    title: pick('Số liệu từng đơn vị', 'Figures by unit'),
    columns: rollupColumns({ locale: asking.locale, cellName }),
    portions: portions(),
  });
}

/** In the order of the form; the whole of an indicator before its parts. */
const figureLines = ({ call, figures }: ReportDetail): readonly FigureLine[] => {
  const byIndicator = Map.groupBy(figures, ({ indicatorId }) => indicatorId);
  return call.form.indicators.flatMap((indicator) =>
    (byIndicator.get(indicator.id) ?? []).map((figure) => ({ indicator, figure })),
  );
};

function groupName(rows: readonly FigureLine[], { asking: { locale } }: Words): string {
  const [first] = rows;
  if (!first) return '';
  const { group, groupEn } = first.indicator;
  return locale === 'en' && groupEn ? groupEn : group;
}

const groupColumn = (words: Words): Column<FigureLine> => ({
  key: 'group',
  name: words.pick('Nhóm chỉ tiêu', 'Group'),
  width: 30,
  value: (line) => groupName([line], words),
});

/** For the description of the interface, which names keys alone. */
export const rollupHeads = rollupColumns({ locale: 'en', cellName: (cell) => cell });

function figureColumns({ asking: { locale }, pick, cellName }: Words): readonly Column<FigureLine>[] {
  const number = { width: 14, type: 'number' } as const;
  return [
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
    {
      key: 'breakdown',
      name: pick('Phân tổ', 'Breakdown'),
      width: 32,
      value: ({ figure }) => cellName(figure.cell),
    },
    { key: 'last', name: pick('Kỳ trước', 'Last period'), ...number, value: ({ figure }) => figure.last },
    { key: 'target', name: pick('Mục tiêu', 'Target'), ...number, value: ({ figure }) => figure.target },
    { key: 'own', name: pick('Của đơn vị', 'Own'), ...number, value: ({ figure }) => figure.value },
    {
      key: 'below',
      name: pick('Cấp dưới', 'From below'),
      ...number,
      value: ({ figure }) => figure.below?.value ?? null,
    },
    { key: 'total', name: pick('Tổng', 'Total'), ...number, value: ({ figure }) => figure.total },
    {
      key: 'derived',
      name: pick('Số tính từ sổ', 'From the records'),
      ...number,
      value: ({ figure }) => figure.derived,
    },
    {
      key: 'corrected',
      name: pick('Đơn vị đã sửa', 'Corrected'),
      width: 12,
      value: ({ figure }) => (figure.changed ? pick('Có', 'Yes') : pick('Không', 'No')),
    },
    {
      key: 'reason',
      name: pick('Lý do sửa', 'Why corrected'),
      width: 36,
      value: ({ figure }) => figure.reason,
    },
    {
      key: 'changedBy',
      name: pick('Người sửa', 'Changed by'),
      width: 24,
      value: ({ figure }) => figure.changedBy,
    },
    { key: 'note', name: pick('Ghi chú', 'Note'), width: 36, value: ({ figure }) => figure.note },
    {
      key: 'warnings',
      name: pick('Điểm cần xem lại', 'Worth a look'),
      width: 44,
      value: ({ figure }) => figure.warnings.map(({ text }) => text).join('\n') || null,
    },
  ];
}

function factSheet(report: ReportDetail, { asking: { locale }, pick }: Words): Sheet {
  const { call } = report;
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    [pick('Đợt báo cáo', 'Call'), call.name],
    [pick('Loại', 'Kind'), pick(...kinds[call.kind])],
    [pick('Kỳ báo cáo', 'Period'), periodWords(call.period, locale)],
    [pick('Số liệu từ ngày', 'Figures from'), dayWords(call.from)],
    [pick('Số liệu đến ngày', 'Figures until'), dayWords(call.to)],
    [pick('Căn cứ', 'Legal basis'), call.form.legalBasis || null],
    [pick('Đơn vị báo cáo', 'Reporting unit'), report.unit.name],
    [pick('Tính cho các đơn vị', 'Covers'), report.covers.map(({ name }) => name).join('; ') || null],
    [pick('Gửi đến', 'To'), report.receiver?.name ?? null],
    [pick('Hạn gửi', 'Due'), dayWords(report.dueOn)],
    [pick('Ngày gửi', 'Sent on'), report.submittedOn && dayWords(report.submittedOn)],
    [pick('Người gửi', 'Sent by'), report.submittedBy],
    [pick('Tình trạng', 'State'), pick(...statuses[report.status])],
    [pick('Đúng hạn, quá hạn', 'On time or late'), pick(...classes[report.class])],
    [pick('Lý do miễn', 'Excused because'), report.excuse],
  ];
  return sheetOf({
    title: pick('Thông tin', 'Facts'),
    columns: [
      { key: 'name', name: pick('Nội dung', 'Field'), width: 26, value: ([name]) => name },
      { key: 'value', name: pick('Giá trị', 'Value'), width: 80, value: ([, value]) => value },
    ],
    portions: atOnce(facts.filter(([, value]) => value !== null)),
  });
}

interface TextLine {
  readonly marker: string;
  readonly title: string;
  readonly text: string | null;
  readonly sources: string | null;
  readonly changedBy: string | null;
}

function textSheet(
  { call, texts }: ReportDetail,
  { pick }: Words,
  unitOf: ReadonlyMap<number, string>,
): Sheet {
  const bySection = new Map(texts.map((text) => [text.sectionId, text]));
  const lines = numbered(call.form.outline).map(([marker, { id, title }]): TextLine => {
    const text = bySection.get(id);
    const sources =
      text?.content.paragraphs.flatMap(({ runs }) => runs.flatMap((run) => run.sources ?? [])) ?? [];
    const from = [...new Set(sources.flatMap(({ reportId }) => unitOf.get(reportId) ?? []))];
    return {
      marker,
      title,
      text: (text && plainOf(text.content)) || null,
      sources: from.join('; ') || null,
      changedBy: text?.changedBy ?? null,
    };
  });
  return sheetOf({
    title: pick('Thuyết minh', 'Texts'),
    columns: [
      { key: 'marker', name: pick('Mục', 'No.'), width: 8, value: ({ marker }) => marker },
      { key: 'title', name: pick('Tên mục', 'Section'), width: 40, value: ({ title }) => title },
      { key: 'text', name: pick('Nội dung', 'Text'), width: 100, value: ({ text }) => text },
      {
        key: 'sources',
        name: pick('Dẫn từ báo cáo của', 'Taken from the report of'),
        width: 36,
        value: ({ sources }) => sources,
      },
      {
        key: 'changedBy',
        name: pick('Người viết', 'Written by'),
        width: 24,
        value: ({ changedBy }) => changedBy,
      },
    ],
    portions: atOnce(lines),
  });
}

/** Of the reports that the texts are taken from. */
async function sourceNames(db: Db, { texts }: ReportDetail): Promise<ReadonlyMap<number, string>> {
  const ids = texts.flatMap(({ content }) =>
    content.paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ sources = [] }) => sources.map(({ reportId }) => reportId)),
    ),
  );
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .select(['report.id', 'unit.name'])
    .where(sql<boolean>`report.id = any(${[...new Set(ids)]}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const evidenceKinds: Readonly<Record<Evidence['kind'], readonly [vi: string, en: string]>> = {
  link: ['Đường dẫn', 'Link'],
  document: ['Văn bản', 'Document'],
  evidence: ['Minh chứng của nhiệm vụ', 'Evidence of a duty'],
  duty: ['Nhiệm vụ', 'Duty'],
  file: ['Tệp', 'File'],
};

function evidenceSheet(
  { call, evidence }: ReportDetail,
  { pick, cellName, asking: { locale } }: Words,
): Sheet {
  const sections = new Map(call.form.outline.map(({ id, title }) => [id, title]));
  const indicators = new Map(call.form.indicators.map((indicator) => [indicator.id, indicator]));
  const indicatorName = ({ indicatorId }: Evidence) => {
    const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
    return indicator ? nameOf(indicator, locale) : null;
  };
  return sheetOf({
    title: pick('Minh chứng', 'Evidence'),
    columns: [
      { key: 'no', name: pick('STT', 'No.'), width: 6, type: 'number', value: (_, index) => index + 1 },
      {
        key: 'kind',
        name: pick('Loại', 'Kind'),
        width: 24,
        value: ({ kind }) => pick(...evidenceKinds[kind]),
      },
      { key: 'title', name: pick('Tên', 'Title'), width: 60, value: ({ title }) => title },
      { key: 'url', name: pick('Địa chỉ', 'Address'), width: 50, value: ({ url }) => url },
      {
        key: 'section',
        name: pick('Mục', 'Section'),
        width: 36,
        value: ({ sectionId }) => (sectionId && sections.get(sectionId)) ?? null,
      },
      { key: 'indicator', name: pick('Chỉ tiêu', 'Indicator'), width: 40, value: indicatorName },
      {
        key: 'breakdown',
        name: pick('Phân tổ', 'Breakdown'),
        width: 28,
        value: ({ cell }) => (cell ? cellName(cell) : null),
      },
      { key: 'addedBy', name: pick('Người thêm', 'Added by'), width: 24, value: ({ addedBy }) => addedBy },
      {
        key: 'addedOn',
        name: pick('Ngày thêm', 'Added on'),
        width: 13,
        type: 'day',
        value: ({ addedAt }) => dayOf(new Date(addedAt)),
      },
    ],
    portions: atOnce(evidence),
  });
}

/** {"report": …, "units": [one line a figure of each unit]}. */
async function* wholeJson(report: ReportDetail, units: Sheet | null): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`{"report":${JSON.stringify(report)},\n"units":`);
  if (units) yield* jsonOf(units);
  else yield bytes.encode('[]');
  yield bytes.encode('}\n');
}
