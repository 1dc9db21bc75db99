// Lists of duties as files: the columns of XLSX and CSV, and a calendar with each duty's last day.
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Locale } from '../http/locale.ts';
import { choosing, type Column } from '../sheets/column.ts';
import type { DutyRow } from './present.ts';

type Pair = readonly [vi: string, en: string];

const classes: Readonly<Record<DutyRow['class'], Pair>> = {
  'on-time': ['Hoàn thành đúng hạn', 'Done on time'],
  late: ['Hoàn thành quá hạn', 'Done late'],
  'in-term': ['Trong hạn', 'In term'],
  overdue: ['Quá hạn', 'Overdue'],
};

const states: Readonly<Record<DutyRow['state'], Pair>> = {
  new: ['Chưa tiếp nhận', 'Not received'],
  received: ['Đã tiếp nhận', 'Received'],
  'in-progress': ['Đang thực hiện', 'In progress'],
  returned: ['Bị trả lại', 'Sent back'],
  reported: ['Chờ xác nhận', 'Waiting for confirmation'],
  confirmed: ['Đã xác nhận', 'Confirmed'],
  cancelled: ['Đã hủy', 'Cancelled'],
};

const roles: Readonly<Record<DutyRow['role'], Pair>> = {
  lead: ['Chủ trì', 'Lead'],
  coordinating: ['Phối hợp', 'Coordinating'],
};

export function dutyColumns(locale: Locale): readonly Column<DutyRow>[] {
  const pick = choosing(locale);
  return [
    { key: 'no', name: pick('STT', 'No.'), width: 6, type: 'number', value: (_, index) => index + 1 },
    { key: 'task', name: pick('Nhiệm vụ', 'Task'), width: 60, value: ({ text }) => text },
    { key: 'part', name: pick('Phần việc', 'Part'), width: 30, value: ({ part }) => part },
    { key: 'group', name: pick('Nhóm', 'Group'), width: 28, value: ({ group }) => group },
    { key: 'unit', name: pick('Đơn vị', 'Unit'), width: 34, value: ({ unit }) => unit.name },
    { key: 'role', name: pick('Vai trò', 'Role'), width: 12, value: ({ role }) => pick(...roles[role]) },
    { key: 'period', name: pick('Kỳ', 'Period'), width: 12, value: ({ period }) => period },
    {
      key: 'givenOn',
      name: pick('Ngày giao', 'Given on'),
      width: 14,
      value: ({ openedOn }) => openedOn,
      type: 'day',
    },
    { key: 'dueOn', name: pick('Thời hạn', 'Due'), width: 14, value: ({ dueOn }) => dueOn, type: 'day' },
    {
      key: 'firstDueOn',
      name: pick('Hạn ban đầu', 'First due'),
      width: 14,
      value: ({ firstDueOn }) => firstDueOn,
      type: 'day',
    },
    {
      key: 'doneOn',
      name: pick('Ngày hoàn thành', 'Done on'),
      width: 14,
      value: ({ doneOn }) => doneOn,
      type: 'day',
    },
    // What was cancelled counts in no class.
    {
      key: 'class',
      name: pick('Kết quả', 'Class'),
      width: 22,
      value: (row) => (row.state === 'cancelled' ? null : pick(...classes[row.class])),
    },
    {
      key: 'state',
      name: pick('Tình trạng', 'State'),
      width: 18,
      value: ({ state }) => pick(...states[state]),
    },
    {
      key: 'progress',
      name: pick('Tiến độ (%)', 'Progress (%)'),
      width: 12,
      type: 'number',
      value: ({ progress }) => progress,
    },
    { key: 'plan', name: pick('Kế hoạch', 'Plan'), width: 40, value: ({ plan }) => plan && planName(plan) },
  ];
}

const planName = ({ number, title }: NonNullable<DutyRow['plan']>) =>
  [number, title].filter(Boolean).join(' - ');

export interface CalendarOptions {
  readonly locale: Locale;
  readonly now: Date;
}

/** A whole-day event on each duty's last day; what has no day, or was cancelled, has no place in it. */
export async function icsOf(
  portions: AsyncIterable<readonly DutyRow[]>,
  { locale, now }: CalendarOptions,
): Promise<string> {
  const calendar = ical({
    name: locale === 'vi' ? 'Việc được giao' : 'Duties',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Nhip Cau', product: 'Duties', language: 'VI' },
  });
  for await (const rows of portions) {
    for (const row of rows) {
      if (row.dueOn === null || row.state === 'cancelled') continue;
      calendar.createEvent({
        // The same duty has the same name in every export, so that a second import renews it.
        id: `duty-${row.id}@nhipcau`,
        start: new Date(`${row.dueOn}T00:00:00Z`),
        allDay: true,
        stamp: now,
        summary: row.text.length > 180 ? `${row.text.slice(0, 179).trimEnd()}…` : row.text,
        description: [row.text, row.part, row.unit.name, row.plan && planName(row.plan)]
          .filter(Boolean)
          .join('\n'),
      });
    }
  }
  return calendar.toString();
}
