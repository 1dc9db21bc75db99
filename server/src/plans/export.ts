// The list of plans as a table.
import type { Asking } from '../access/actor.ts';
import type { Locale } from '../http/locale.ts';
import { choosing, portionsOf, sheetOf, type Column } from '../sheets/column.ts';
import type { Download } from '../sheets/download.ts';
import * as lists from './list-queries.ts';
import { wantedBy, type Filter } from './list.ts';
import { summaries, type PlanSummary } from './present.ts';
import type { Writing } from './service.ts';

const states: Readonly<Record<PlanSummary['status'], readonly [vi: string, en: string]>> = {
  draft: ['Bản thảo', 'Draft'],
  submitted: ['Chờ phê duyệt', 'Waiting for approval'],
  returned: ['Bị trả lại', 'Sent back'],
  approved: ['Đã phê duyệt, chờ ban hành', 'Approved, to be issued'],
  issued: ['Đã ban hành', 'Issued'],
  closed: ['Đã đóng', 'Closed'],
};

type Classes = NonNullable<PlanSummary['classes']>;

export function planColumns(locale: Locale): readonly Column<PlanSummary>[] {
  const pick = choosing(locale);
  const count = (key: keyof Classes, vi: string, en: string): Column<PlanSummary> => ({
    key,
    name: pick(vi, en),
    width: 12,
    type: 'number',
    value: ({ classes }) => classes?.[key] ?? null,
  });
  const day = { width: 13, type: 'day' } as const;
  return [
    { key: 'no', name: pick('STT', 'No.'), width: 6, type: 'number', value: (_, index) => index + 1 },
    { key: 'title', name: pick('Kế hoạch', 'Plan'), width: 60, value: ({ title }) => title },
    {
      key: 'number',
      name: pick('Số, ký hiệu', 'Number and symbol'),
      width: 20,
      value: ({ number }) => number,
    },
    { key: 'issuedOn', name: pick('Ngày ban hành', 'Issued on'), ...day, value: ({ issuedOn }) => issuedOn },
    { key: 'owner', name: pick('Cơ quan ban hành', 'Issuer'), width: 40, value: ({ owner }) => owner.name },
    {
      key: 'status',
      name: pick('Tình trạng', 'State'),
      width: 22,
      value: ({ status }) => pick(...states[status]),
    },
    { key: 'from', name: pick('Từ ngày', 'From'), ...day, value: ({ periodFrom }) => periodFrom },
    { key: 'to', name: pick('Đến ngày', 'To'), ...day, value: ({ periodTo }) => periodTo },
    {
      key: 'edition',
      name: pick('Lần ban hành', 'Edition'),
      width: 10,
      type: 'number',
      value: ({ edition }) => edition,
    },
    {
      key: 'superior',
      name: pick('Thực hiện kế hoạch', 'Carries out'),
      width: 50,
      value: ({ superior }) => superior?.title ?? null,
    },
    {
      key: 'tasks',
      name: pick('Số nhiệm vụ', 'Tasks'),
      width: 10,
      type: 'number',
      value: ({ tasks }) => tasks,
    },
    count('onTime', 'Hoàn thành đúng hạn', 'Done on time'),
    count('late', 'Hoàn thành quá hạn', 'Done late'),
    count('inTerm', 'Trong hạn', 'In term'),
    count('overdue', 'Quá hạn', 'Overdue'),
  ];
}

const portion = 200;

/** The list as it was when it began. */
export async function plansDownload(
  deps: Writing,
  { actor, locale }: Asking,
  query: Filter,
): Promise<Download> {
  const ids = await lists.planIds(deps.db, await wantedBy(deps, actor, query), query.sort);
  const name = choosing(locale)('Kế hoạch', 'Plans');
  const portions = portionsOf(ids, portion, async (some) =>
    summaries(deps, actor, await lists.plansAmong(deps.db, some)),
  );
  return { name, sheets: [sheetOf({ title: name, columns: planColumns(locale), portions })] };
}
