// How a unit stands that owes a plan, and how one of the superior's tasks stands with it.
import type { Coverage } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';
import type { Tone } from '../ui/tag.tsx';

export type CoveredUnit = Coverage['units'][number];
export type CoveredTask = Coverage['tasks'][number];
type UnitState = CoveredUnit['state'];

export const unitStates: readonly {
  readonly state: UnitState;
  readonly count: keyof Coverage['counts'];
  readonly words: Message;
  readonly tone: Tone;
}[] = [
  { state: 'issued', count: 'issued', words: 'Đã ban hành đúng hạn', tone: 'done' },
  { state: 'issued-late', count: 'issuedLate', words: 'Ban hành muộn', tone: 'soon' },
  { state: 'drafting', count: 'drafting', words: 'Đang soạn', tone: 'river' },
  { state: 'none', count: 'none', words: 'Chưa có', tone: 'plain' },
  { state: 'overdue', count: 'overdue', words: 'Quá hạn, chưa ban hành', tone: 'late' },
];

export const stateOf = (state: UnitState) => unitStates.find((one) => one.state === state) ?? unitStates[3];

/** `taken`: its plan carries the task out; `open`: it was given the task, and no plan of its own carries it out yet; `extra`: taken up unasked. */
export type Mark = 'taken' | 'open' | 'extra' | 'none';

export const markWords: Readonly<Record<Mark, Message>> = {
  taken: 'đã đưa vào kế hoạch',
  open: 'được giao, chưa đưa vào kế hoạch',
  extra: 'tự đưa vào kế hoạch',
  none: 'không được giao',
};

export function markOf(unit: CoveredUnit, task: CoveredTask, handed: ReadonlySet<number>): Mark {
  const taken = unit.taskIds.includes(task.id);
  if (handed.has(unit.unit.id)) return taken ? 'taken' : 'open';
  return taken ? 'extra' : 'none';
}

/** Tasks with the set of units each was handed to, made once. */
export const withSets = (tasks: readonly CoveredTask[]) =>
  tasks.map((task) => ({ task, handed: new Set(task.unitIds) }));
