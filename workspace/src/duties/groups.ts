// The work list falls into parts by what is to be done next. Each part is a question to the server, so that its count is always whole.
import type { Raw } from '../address.ts';
import { readDutySearch, type DutySearch } from './addresses.ts';
import { soonDays } from './classes.ts';
import type { Message } from '../language/words.ts';

export const parts = [
  'overdue',
  'returned',
  'soon',
  'toConfirm',
  'extensions',
  'urged',
  'inTerm',
  'noDue',
  'waiting',
] as const;
export type Part = (typeof parts)[number];

export interface Group {
  readonly title: Message;
  readonly hint: Message;
  /** Shown to who may do this somewhere. */
  readonly action: 'duty.read' | 'duty.report' | 'duty.confirm';
  readonly ask: (today: string) => DutySearch;
}

const open = ['new', 'received', 'in-progress'] as const;

/** An ISO day so many days on. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const groups: Readonly<Record<Part, Group>> = {
  overdue: {
    title: 'Quá hạn',
    hint: 'Đã qua thời hạn mà chưa báo cáo hoàn thành.',
    action: 'duty.read',
    ask: () => ({ view: 'mine', class: ['overdue'], state: open }),
  },
  returned: {
    title: 'Bị trả lại',
    hint: 'Cơ quan đầu mối đã trả lại kèm lý do; cần bổ sung rồi báo cáo lại.',
    action: 'duty.read',
    ask: () => ({ view: 'mine', state: ['returned'] }),
  },
  soon: {
    title: 'Đến hạn trong 7 ngày',
    hint: 'Từ hôm nay đến hết bảy ngày tới.',
    action: 'duty.read',
    ask: (today) => ({
      view: 'mine',
      class: ['in-term'],
      state: open,
      dueFrom: today,
      dueTo: dayAfter(today, soonDays),
    }),
  },
  toConfirm: {
    title: 'Chờ tôi xác nhận',
    hint: 'Đơn vị đã báo cáo hoàn thành; xác nhận hoặc trả lại kèm lý do.',
    action: 'duty.confirm',
    ask: () => ({ view: 'confirm' }),
  },
  extensions: {
    title: 'Xin gia hạn, chờ quyết định',
    hint: 'Đơn vị xin thêm thời gian; đồng ý hoặc từ chối.',
    action: 'duty.confirm',
    ask: () => ({ view: 'extensions' }),
  },
  urged: {
    title: 'Bị đôn đốc, chưa trả lời',
    hint: 'Có lời đôn đốc mà đơn vị chưa trả lời.',
    action: 'duty.report',
    ask: () => ({ view: 'urged' }),
  },
  inTerm: {
    title: 'Trong hạn',
    hint: 'Còn hơn bảy ngày.',
    action: 'duty.read',
    ask: (today) => ({
      view: 'mine',
      class: ['in-term'],
      state: open,
      dueFrom: dayAfter(today, soonDays + 1),
    }),
  },
  noDue: {
    title: 'Không có hạn ngày',
    hint: 'Việc thường xuyên hoặc kế hoạch không nêu ngày.',
    action: 'duty.read',
    ask: () => ({ view: 'mine', state: open, noDue: 'true' }),
  },
  waiting: {
    title: 'Chờ xác nhận',
    hint: 'Đã báo cáo hoàn thành, cơ quan đầu mối chưa xác nhận.',
    action: 'duty.read',
    ask: () => ({ view: 'mine', state: ['reported'] }),
  },
};

/** What stands in the address of the work list. */
export interface WorkSearch extends Pick<
  DutySearch,
  'q' | 'unit' | 'plan' | 'role' | 'year' | 'page' | 'sort'
> {
  /** Only this part, with all its pages. */
  readonly part?: Part;
}

/** The part's own question, narrowed by what the reader filters by. */
export function askedOf(part: Part, { part: _part, ...filters }: WorkSearch, today: string): DutySearch {
  return { ...filters, ...groups[part].ask(today) };
}

/** Reads the address of the work list, leaving out what it cannot read. */
export function readWorkSearch(raw: Raw): WorkSearch {
  const { q, unit, plan, role, year, page, sort } = readDutySearch(raw);
  const part = parts.find((one) => one === raw['part']);
  return Object.fromEntries(
    Object.entries({ q, unit, plan, role, year, page, sort, part }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
