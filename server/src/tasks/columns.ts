// The columns of exports, in both languages; one list for XLSX, CSV and JSON.
import type { Locale } from '../http/locale.ts';
import { choosing, type Column } from '../sheets/column.ts';
import { dueText } from './due-words.ts';
import type { TaskRow } from './present.ts';

type Pair = readonly [vi: string, en: string];

const classes: Readonly<Record<TaskRow['class'], Pair>> = {
  overdue: ['Quá hạn', 'Overdue'],
  'in-term': ['Trong hạn', 'In term'],
  'no-date': ['Không có hạn', 'No date'],
  'done-on-time': ['Hoàn thành đúng hạn', 'Done on time'],
  'done-late': ['Hoàn thành quá hạn', 'Done late'],
};

const lastDay = ({ due }: TaskRow) => (due.kind === 'by' ? due.date : due.kind === 'during' ? due.to : null);

const names = (agencies: TaskRow['lead']) => agencies.map(({ name }) => name).join('; ');

export function columns(locale: Locale): readonly Column<TaskRow>[] {
  const name = choosing(locale);
  return [
    { key: 'no', name: name('STT', 'No.'), width: 6, type: 'number', value: (_, index) => index + 1 },
    { key: 'task', name: name('Nhiệm vụ', 'Task'), width: 60, value: ({ text }) => text },
    {
      key: 'details',
      name: name('Nội dung chi tiết', 'Details'),
      width: 40,
      value: ({ items }) => items.join('\n'),
    },
    { key: 'group', name: name('Nhóm', 'Group'), width: 28, value: ({ group }) => group },
    { key: 'lead', name: name('Chủ trì', 'Lead'), width: 30, value: ({ lead }) => names(lead) },
    {
      key: 'coordinating',
      name: name('Phối hợp', 'Coordinating'),
      width: 30,
      value: ({ coordinating }) => names(coordinating),
    },
    { key: 'due', name: name('Thời hạn', 'Due'), width: 24, value: (row) => dueText(row.due, locale) },
    { key: 'dueOn', name: name('Ngày đến hạn', 'Due date'), width: 14, value: lastDay, type: 'day' },
    {
      key: 'status',
      name: name('Tình trạng', 'Status'),
      width: 20,
      value: (row) => name(...classes[row.class]),
    },
    {
      key: 'doneOn',
      name: name('Ngày hoàn thành', 'Done on'),
      width: 14,
      value: ({ doneOn }) => doneOn,
      type: 'day',
    },
    {
      key: 'handedDown',
      name: name('Giao nhiệm vụ', 'Handed down'),
      width: 24,
      value: ({ handedDown }) => handedText(handedDown, locale),
    },
    {
      key: 'plan',
      name: name('Kế hoạch', 'Plan'),
      width: 20,
      value: ({ plan }) => plan && (plan.number ?? plan.title),
    },
    {
      key: 'document',
      name: name('Văn bản', 'Document'),
      width: 20,
      value: ({ document }) => document && (document.number ?? document.fileName),
    },
    {
      key: 'title',
      name: name('Trích yếu', 'Title of the document'),
      width: 40,
      value: ({ document, plan }) => document?.title ?? plan?.title ?? null,
    },
    {
      key: 'issuer',
      name: name('Cơ quan ban hành', 'Issuer'),
      width: 30,
      value: ({ document, plan }) => document?.issuer ?? plan?.ownerName ?? null,
    },
    {
      key: 'issuedOn',
      name: name('Ngày ban hành', 'Issued on'),
      width: 14,
      value: ({ document }) => document?.issuedOn ?? null,
      type: 'day',
    },
  ];
}

/** The four classes beside each other, never one figure. */
function handedText(counts: TaskRow['handedDown'], locale: Locale): string {
  if (counts === null) return locale === 'vi' ? 'Chưa giao' : 'Not handed down';
  const { onTime, late, inTerm, overdue } = counts;
  const parts: readonly (readonly [count: number, vi: string, en: string])[] = [
    [onTime, 'hoàn thành đúng hạn', 'on time'],
    [late, 'hoàn thành quá hạn', 'late'],
    [inTerm, 'trong hạn', 'in term'],
    [overdue, 'quá hạn', 'overdue'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, vi, en]) => `${count} ${locale === 'vi' ? vi : en}`)
    .join('; ');
}
