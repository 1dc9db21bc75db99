// Calls as a table, and one call with who has reported and how many of each level.
import type { z } from '@hono/zod-openapi';
import type { Asking } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../http/locale.ts';
import { reportColumns, reportPortions, type Query } from '../reports/export-list.ts';
import { callStates, kinds, periodWords } from '../reports/export-words.ts';
import type { Reporting } from '../reports/standing.ts';
import { atOnce, choosing, sheetOf, type Choose, type Column } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import { listCalls, oneCall } from './call-list.ts';
import type * as schema from './schema.ts';

type Reading = Pick<Deps, 'db' | 'clock'>;
type Summary = z.infer<typeof schema.callSummary>;
type CallFilter = Omit<z.infer<typeof schema.callQuery>, 'page' | 'size'>;

const counts: readonly (readonly [key: keyof Reporting, vi: string, en: string])[] = [
  ['expected', 'Phải gửi', 'Expected'],
  ['sent', 'Đã gửi', 'Sent'],
  ['onTime', 'Gửi đúng hạn', 'On time'],
  ['late', 'Gửi quá hạn', 'Late'],
  ['waiting', 'Chưa gửi, trong hạn', 'Not sent, in term'],
  ['missing', 'Chưa gửi, quá hạn', 'Not sent, overdue'],
  ['excused', 'Được miễn', 'Excused'],
  ['returned', 'Bị trả lại', 'Sent back'],
  ['accepted', 'Đã chấp nhận', 'Accepted'],
  ['approved', 'Đã phê duyệt', 'Approved'],
  ['locked', 'Đã khóa', 'Locked'],
];

const countColumns = <Row extends { readonly reporting: Reporting }>(pick: Choose): readonly Column<Row>[] =>
  counts.map(([key, vi, en]) => ({
    key,
    name: pick(vi, en),
    width: 12,
    type: 'number',
    value: ({ reporting }) => reporting[key],
  }));

export function callColumns(locale: Locale): readonly Column<Summary>[] {
  const pick = choosing(locale);
  return [
    { key: 'no', name: pick('STT', 'No.'), width: 6, type: 'number', value: (_, index) => index + 1 },
    { key: 'name', name: pick('Đợt báo cáo', 'Call'), width: 50, value: ({ name }) => name },
    { key: 'kind', name: pick('Loại', 'Kind'), width: 20, value: ({ kind }) => pick(...kinds[kind]) },
    {
      key: 'owner',
      name: pick('Cơ quan yêu cầu báo cáo', 'Called by'),
      width: 40,
      value: ({ owner }) => owner.name,
    },
    {
      key: 'period',
      name: pick('Kỳ báo cáo', 'Period'),
      width: 20,
      value: ({ period }) => periodWords(period, locale),
    },
    {
      key: 'from',
      name: pick('Số liệu từ', 'Figures from'),
      width: 13,
      type: 'day',
      value: ({ from }) => from,
    },
    { key: 'to', name: pick('Số liệu đến', 'Figures until'), width: 13, type: 'day', value: ({ to }) => to },
    {
      key: 'calledOn',
      name: pick('Ngày yêu cầu', 'Called on'),
      width: 13,
      type: 'day',
      value: ({ calledOn }) => calledOn,
    },
    {
      key: 'dueOn',
      name: pick('Hạn cuối', 'Last deadline'),
      width: 13,
      type: 'day',
      value: ({ dueOn }) => dueOn,
    },
    {
      key: 'status',
      name: pick('Tình trạng', 'State'),
      width: 14,
      value: ({ status }) => pick(...callStates[status]),
    },
    ...countColumns<Summary>(pick),
  ];
}

const portion = 200;

/** A call that is made meanwhile moves the others back by one: none of them is written twice. */
async function* callPortions(
  deps: Reading,
  asking: Asking,
  filter: CallFilter,
): AsyncGenerator<readonly Summary[]> {
  const written = new Set<number>();
  for (let page = 1; ; page++) {
    const { rows } = await listCalls(deps, asking, { ...filter, page, size: portion });
    yield rows.filter(({ id }) => !written.has(id));
    for (const { id } of rows) written.add(id);
    if (rows.length < portion) return;
  }
}

export const callsDownload = (deps: Reading, asking: Asking, filter: CallFilter): Download => {
  const name = asking.locale === 'vi' ? 'Đợt báo cáo' : 'Calls';
  const columns = callColumns(asking.locale);
  return { name, sheets: [sheetOf({ title: name, columns, portions: callPortions(deps, asking, filter) })] };
};

interface Of {
  readonly id: number;
  readonly filter: Omit<Query, 'call'>;
}

/** Who has reported: the filtered reports, and on a second sheet how many there are of each level. */
export async function callDownload(deps: Reading, asking: Asking, { id, filter }: Of): Promise<Download> {
  const { locale, actor } = asking;
  const pick = choosing(locale);
  const call = await oneCall(deps, { ...asking, id });
  const all = { name: pick('Tất cả', 'All'), reporting: call.reporting };
  return {
    name: `${pick('Tình hình gửi', 'Who has reported')} ${call.name}`,
    sheets: [
      sheetOf({
        title: pick('Tình hình gửi báo cáo', 'Who has reported'),
        columns: reportColumns(locale),
        portions: await reportPortions(deps, actor, { ...filter, call: id }),
      }),
      sheetOf({
        title: pick('Tổng số theo cấp', 'Counts by level'),
        columns: [
          {
            key: 'level',
            name: pick('Cấp báo cáo', 'Level'),
            width: 34,
            value: (tier: typeof all) => tier.name,
          },
          ...countColumns<typeof all>(pick),
        ],
        portions: atOnce([...call.tiers, all]),
      }),
    ],
  };
}
