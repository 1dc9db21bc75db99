// What a plan still lacks before it can be submitted, and where; and what deserves a second look.
import type { PlanBody, PlanTask } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';
import type { Draft } from './draft.ts';

export interface Lack {
  /** Id of the task, target or group; else the part of the plan. */
  readonly place: string;
  readonly words: Message;
  /** It cannot be submitted so; otherwise it only deserves a look. */
  readonly grave: boolean;
}

const lack = (place: string, words: Message, grave: boolean): Lack => ({ place, words, grave });
const blank = (text: string) => text.trim() === '';

export function lacksOf({ title, periodFrom, periodTo, body }: Draft): Lack[] {
  const wrongPeriod = !periodFrom || !periodTo || periodFrom > periodTo;
  return [
    ...(blank(title) ? [lack('title', 'Chưa có trích yếu', true)] : []),
    ...(wrongPeriod ? [lack('period', 'Thời kỳ chưa đúng', true)] : []),
    ...(body.tasks.length === 0 ? [lack('tasks', 'Chưa có nhiệm vụ nào', true)] : []),
    ...groupsIn(body),
    ...body.targets
      .filter(({ text }) => blank(text))
      .map(({ id }) => lack(id, 'Chỉ tiêu chưa có nội dung', true)),
    ...body.tasks.flatMap((task) => lacksOfTask(task, { periodFrom, periodTo })),
  ];
}

function groupsIn({ groups, tasks }: PlanBody): Lack[] {
  return groups.flatMap(({ id, title }) => [
    ...(blank(title) ? [lack(id, 'Nhóm chưa có tên', true)] : []),
    ...(tasks.some(({ groupId }) => groupId === id) ? [] : [lack(id, 'Nhóm chưa có nhiệm vụ', false)]),
  ]);
}

type Period = Pick<Draft, 'periodFrom' | 'periodTo'>;

export function lacksOfTask(task: PlanTask, period: Period): Lack[] {
  const { id, text, lead, due, onCall, asksPlan, proposal } = task;
  const due0 = due.kind === 'unspecified' && !onCall;
  return [
    ...(blank(text) ? [lack(id, 'Nhiệm vụ chưa có nội dung', true)] : []),
    ...(lead.length === 0 && !asksPlan ? [lack(id, 'Chưa có cơ quan chủ trì', true)] : []),
    ...(due.kind === 'during' && due.from > due.to
      ? [lack(id, 'Thời hạn kết thúc trước khi bắt đầu', true)]
      : []),
    ...(due0 ? [lack(id, 'Chưa nêu thời hạn', false)] : []),
    ...(proposal ? [lack(id, 'Đề xuất từ kỳ trước, chưa quyết định', false)] : []),
    ...(isOutside(task, period) ? [lack(id, 'Thời hạn nằm ngoài thời kỳ của kế hoạch', false)] : []),
  ];
}

function isOutside({ due }: PlanTask, { periodFrom, periodTo }: Period): boolean {
  const last = due.kind === 'by' ? due.date : due.kind === 'during' ? due.to : null;
  return last !== null && periodFrom <= periodTo && (last < periodFrom || last > periodTo);
}

/** What may be sent while it is being written: what is still without words stays as it was saved last, or waits. */
export function sendable(draft: Draft, saved: Draft): Draft {
  const { body } = draft;
  const wrongPeriod = !draft.periodFrom || !draft.periodTo || draft.periodFrom > draft.periodTo;
  return {
    ...draft,
    title: blank(draft.title) ? saved.title : draft.title,
    ...(wrongPeriod ? { periodFrom: saved.periodFrom, periodTo: saved.periodTo } : {}),
    body: {
      ...body,
      targets: worded(body.targets, saved.body.targets, 'text'),
      groups: worded(body.groups, saved.body.groups, 'title'),
      tasks: worded(body.tasks, saved.body.tasks, 'text'),
    },
  };
}

function worded<K extends string, T extends { readonly id: string } & Readonly<Record<K, string>>>(
  list: readonly T[],
  saved: readonly T[],
  name: K,
): T[] {
  return list.flatMap((one) => {
    if (!blank(one[name])) return [one];
    const before = saved.find(({ id }) => id === one.id);
    return before ? [{ ...one, [name]: before[name] }] : [];
  });
}
