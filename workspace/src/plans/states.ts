// What the states of a plan are called, and its period in words.
import type { PlanDetail, PlanStatus, PlanSummary } from '@nhipcau/server/contract';
import { day } from '../language/dates.ts';
import type { Language, Message, Say } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';

interface StateWords {
  readonly words: Message;
  readonly tone: Tone;
}

export const planStates: Readonly<Record<PlanStatus, StateWords>> = {
  draft: { words: 'Bản thảo', tone: 'plain' },
  submitted: { words: 'Chờ phê duyệt', tone: 'soon' },
  returned: { words: 'Bị trả lại', tone: 'soon' },
  approved: { words: 'Đã phê duyệt, chờ ban hành', tone: 'river' },
  issued: { words: 'Đã ban hành', tone: 'done' },
  closed: { words: 'Đã đóng', tone: 'plain' },
};
export const statuses = Object.keys(planStates) as readonly PlanStatus[];

type AmendmentStatus = NonNullable<PlanSummary['amendmentStatus']>;
export const amendmentStates: Readonly<Record<AmendmentStatus, StateWords>> = {
  draft: { words: 'Đang soạn bản sửa đổi', tone: 'plain' },
  submitted: { words: 'Bản sửa đổi chờ phê duyệt', tone: 'soon' },
  returned: { words: 'Bản sửa đổi bị trả lại', tone: 'soon' },
  approved: { words: 'Bản sửa đổi chờ ban hành', tone: 'river' },
};

/** "Năm 2026", "Giai đoạn 2026 – 2030", else both days. */
export function periodWords(
  { periodFrom: from, periodTo: to }: Pick<PlanSummary, 'periodFrom' | 'periodTo'>,
  say: Say,
  language: Language,
): string {
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return year === lastYear
      ? say('Năm {year}', { year })
      : say('Giai đoạn {from} – {to}', { from: year, to: lastYear });
  return `${day(from, language)} – ${day(to, language)}`;
}

export const planName = ({ number, title }: { number: string | null; title: string }, say: Say): string =>
  number ? say('Kế hoạch {number}', { number }) : title;

/** What is being worked on: the amendment where there is one. */
export const workingStatus = ({ amendmentStatus, status }: Pick<PlanDetail, 'amendmentStatus' | 'status'>) =>
  amendmentStatus ?? status;
