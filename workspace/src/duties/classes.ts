// The four classes and the states of duties in the words of the field; the tone only repeats what the words say.
import type { DutyClass, DutyRow, DutyState } from '@nhipcau/server/contract';
import type { Message, Say } from '../language/words.ts';
import { daysBetween } from '../register/standing.ts';
import type { Tone } from '../ui/tag.tsx';

interface Worded {
  readonly words: Message;
  readonly tone: Tone;
}

export const soonDays = 7;

export const classWords: Readonly<Record<DutyClass, Worded>> = {
  'on-time': { words: 'Hoàn thành đúng hạn', tone: 'done' },
  late: { words: 'Hoàn thành quá hạn', tone: 'plain' },
  'in-term': { words: 'Trong hạn', tone: 'river' },
  overdue: { words: 'Quá hạn', tone: 'late' },
};

export const stateWords: Readonly<Record<DutyState, Worded>> = {
  new: { words: 'Mới giao', tone: 'plain' },
  received: { words: 'Đã tiếp nhận', tone: 'plain' },
  'in-progress': { words: 'Đang thực hiện', tone: 'river' },
  returned: { words: 'Bị trả lại', tone: 'soon' },
  reported: { words: 'Chờ xác nhận', tone: 'soon' },
  confirmed: { words: 'Đã xác nhận', tone: 'done' },
  cancelled: { words: 'Thôi giao', tone: 'plain' },
};

export const roleWords = {
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
} as const satisfies Record<string, Message>;

/** The class in words; an open duty due within a week says so instead. */
export function dutyStanding(
  { class: kind, dueOn }: Pick<DutyRow, 'class' | 'dueOn'>,
  today: string,
): Worded {
  const soon = kind === 'in-term' && dueOn !== null && daysBetween(today, dueOn) <= soonDays;
  return soon ? { words: 'Sắp đến hạn', tone: 'soon' } : classWords[kind];
}

/** "còn 3 ngày", "quá hạn 12 ngày", "đến hạn hôm nay"; null where no day is due or it is done. */
export function daysLeft(
  { class: kind, dueOn }: Pick<DutyRow, 'class' | 'dueOn'>,
  today: string,
  say: Say,
): string | null {
  if (dueOn === null || kind === 'on-time' || kind === 'late') return null;
  const days = daysBetween(today, dueOn);
  if (days === 0) return say('hạn là hôm nay');
  return days > 0 ? say('còn {n, number} ngày', { n: days }) : say('quá {n, number} ngày', { n: -days });
}

/** The period of a recurring duty as the server names it ("2026-Q2") in words. */
export function periodWords(period: string, say: Say): string {
  const [, year = '', kind = '', number = ''] = /^(\d{4})(?:-([HQW]?)(\d+))?$/.exec(period) ?? [];
  if (period.startsWith('call:')) return say('Đột xuất, theo yêu cầu');
  if (!year) return period;
  if (!number) return say('Năm {year}', { year });
  if (kind === 'H') {
    return number === '1'
      ? say('6 tháng đầu năm {year}', { year })
      : say('6 tháng cuối năm {year}', { year });
  }
  if (kind === 'Q') {
    return say('Quý {quarter, select, 1 {I} 2 {II} 3 {III} other {IV}}/{year}', { quarter: number, year });
  }
  if (kind === 'W') return say('Tuần {week}/{year}', { week: String(Number(number)), year });
  return say('Tháng {month}/{year}', { month: String(Number(number)), year });
}
