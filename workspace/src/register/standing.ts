// How a task stands against its deadline, in words and tone. "Due soon" is told here: the register itself only knows late or not.
import type { TaskClass, TaskRow } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';
import { lastDay } from './due.ts';

const soonDays = 14;

export const classWords: Readonly<Record<TaskClass, { readonly words: Message; readonly tone: Tone }>> = {
  overdue: { words: 'Quá hạn', tone: 'late' },
  'in-term': { words: 'Trong hạn', tone: 'river' },
  'no-date': { words: 'Không có hạn ngày', tone: 'plain' },
  'done-on-time': { words: 'Hoàn thành đúng hạn', tone: 'done' },
  'done-late': { words: 'Hoàn thành quá hạn', tone: 'done' },
};

const soon = { words: 'Sắp đến hạn', tone: 'soon' } as const;

/** The words and tone of a task on a day (ISO date). */
export function standing(
  task: Pick<TaskRow, 'class' | 'due'>,
  today: string,
): { readonly words: Message; readonly tone: Tone } {
  const last = lastDay(task.due);
  const isSoon = task.class === 'in-term' && last !== null && daysBetween(today, last) <= soonDays;
  return isSoon ? soon : classWords[task.class];
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Today where officials are: Viet Nam, seven hours ahead of Greenwich, whatever the machine's clock zone. */
export function today(now = new Date()): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
