// What is edited of a plan, and the small steps that change it: pure, each gives a new draft that shares what did not change.
import type { PlanBody, PlanDetail, PlanTarget, PlanTask } from '@nhipcau/server/contract';

export interface Draft {
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly superiorId: number | null;
  readonly body: PlanBody;
}
export type Step = (draft: Draft) => Draft;
/** Lists of plain paragraphs. */
export type Prose = 'bases' | 'objectives' | 'arrangements';
export type Group = PlanBody['groups'][number];

/** The amendment while one is drawn up, else the plan itself. */
export function draftOf(detail: PlanDetail): Draft {
  return {
    ...headOf(detail.amendmentHead ?? detail),
    superiorId: detail.superior?.id ?? null,
    body: detail.amendment ?? detail.body,
  };
}

const headOf = ({ title, periodFrom, periodTo }: Omit<Draft, 'superiorId' | 'body'>) => ({
  title,
  periodFrom,
  periodTo,
});

/** What stands in force of a plan that is being amended. */
export const inForce = (detail: PlanDetail): Draft => ({
  ...headOf(detail),
  superiorId: detail.superior?.id ?? null,
  body: detail.body,
});

export const inBody =
  (change: (body: PlanBody) => Partial<PlanBody>): Step =>
  (draft) => ({ ...draft, body: { ...draft.body, ...change(draft.body) } });

export const emptyTask = (id: string, groupId: string | null, text = ''): PlanTask => ({
  id,
  groupId,
  text,
  items: [],
  lead: [],
  coordinating: [],
  due: { kind: 'unspecified' },
  onCall: false,
  outputs: [],
  milestones: [],
  budget: null,
  asksPlan: false,
  superiorTaskId: null,
  taskId: null,
  proposal: false,
});

const changed = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: Partial<T>,
): T[] => list.map((one) => (one.id === id ? { ...one, ...change } : one));

/** Whoever works at a proposal means to keep it. */
export const editTask = (id: string, change: Partial<PlanTask>): Step =>
  inBody(({ tasks }) => ({ tasks: changed(tasks, id, { proposal: false, ...change }) }));
export const keepProposals: Step = inBody(({ tasks }) => ({
  tasks: tasks.map((task) => (task.proposal ? { ...task, proposal: false } : task)),
}));
export const dropProposals: Step = inBody(({ tasks }) => ({
  tasks: tasks.filter(({ proposal }) => !proposal),
}));
export const editTarget = (id: string, change: Partial<PlanTarget>): Step =>
  inBody(({ targets }) => ({ targets: changed(targets, id, change) }));
export const editGroup = (id: string, title: string): Step =>
  inBody(({ groups }) => ({ groups: changed(groups, id, { title }) }));

/** New tasks behind another one, or at the end of a group. */
export const addTasks = (tasks: readonly PlanTask[], after: string | null): Step =>
  inBody((body) => {
    const at = body.tasks.findIndex(({ id }) => id === after);
    return { tasks: body.tasks.toSpliced(at < 0 ? body.tasks.length : at + 1, 0, ...tasks) };
  });

export const removeTask = (id: string): Step =>
  inBody(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) }));

export const addTarget = (target: PlanTarget, after: string | null): Step =>
  inBody(({ targets }) => {
    const at = targets.findIndex(({ id }) => id === after);
    return { targets: targets.toSpliced(at < 0 ? targets.length : at + 1, 0, target) };
  });
export const removeTarget = (id: string): Step =>
  inBody(({ targets }) => ({ targets: targets.filter((one) => one.id !== id) }));

export const addGroup = (group: Group): Step => inBody(({ groups }) => ({ groups: [...groups, group] }));

/** The group goes, its tasks stay: in the group before it, or in none. */
export const removeGroup = (id: string): Step =>
  inBody(({ groups, tasks }) => {
    const before = groups[groups.findIndex((group) => group.id === id) - 1]?.id ?? null;
    return {
      groups: groups.filter((group) => group.id !== id),
      tasks: tasks.map((task) => (task.groupId === id ? { ...task, groupId: before } : task)),
    };
  });

/** Where a task is put: in a group, in front of one of its tasks, or at its end. */
interface Place {
  readonly groupId: string | null;
  readonly before: string | null;
}

export const moveTask = (id: string, { groupId, before }: Place): Step =>
  inBody(({ tasks }) => {
    const task = tasks.find((one) => one.id === id);
    if (!task || before === id) return {};
    const rest = tasks.filter((one) => one.id !== id);
    const at = rest.findIndex((one) => one.id === before);
    return { tasks: rest.toSpliced(at < 0 ? rest.length : at, 0, { ...task, groupId }) };
  });

/** One place up or down, over the border of a group into the next. */
export const stepTask = (id: string, by: -1 | 1): Step => {
  return (draft) => {
    const rows = rowsOf(draft.body);
    const row = rows.findIndex(({ tasks }) => tasks.some((task) => task.id === id));
    const { tasks = [], groupId = null } = rows[row] ?? {};
    const at = tasks.findIndex((task) => task.id === id);
    if (at < 0) return draft;
    const beyond = at + by;
    if (beyond >= 0 && beyond < tasks.length)
      return moveTask(id, { groupId, before: tasks[by < 0 ? beyond : beyond + 1]?.id ?? null })(draft);
    const next = rows[row + by];
    if (!next) return draft;
    return moveTask(id, { groupId: next.groupId, before: by < 0 ? null : (next.tasks[0]?.id ?? null) })(
      draft,
    );
  };
};

export const stepGroup = (id: string, by: -1 | 1): Step =>
  inBody(({ groups }) => ({
    groups: swapped(
      groups,
      groups.findIndex((group) => group.id === id),
      by,
    ),
  }));
export const moveGroup = (id: string, before: string | null): Step =>
  inBody(({ groups }) => {
    const group = groups.find((one) => one.id === id);
    if (!group || before === id) return {};
    const rest = groups.filter((one) => one.id !== id);
    const at = rest.findIndex((one) => one.id === before);
    return { groups: rest.toSpliced(at < 0 ? rest.length : at, 0, group) };
  });
export const stepTarget = (id: string, by: -1 | 1): Step =>
  inBody(({ targets }) => ({
    targets: swapped(
      targets,
      targets.findIndex((one) => one.id === id),
      by,
    ),
  }));

export const setParagraph = (prose: Prose, at: number, text: string): Step =>
  inBody((body) => ({ [prose]: body[prose].with(at, text) }));
export const insertParagraphs = (prose: Prose, at: number, texts: readonly string[]): Step =>
  inBody((body) => ({ [prose]: body[prose].toSpliced(at, 0, ...texts) }));
export const removeParagraph = (prose: Prose, at: number): Step =>
  inBody((body) => ({ [prose]: body[prose].toSpliced(at, 1) }));
export const stepParagraph = (prose: Prose, at: number, by: -1 | 1): Step =>
  inBody((body) => ({ [prose]: swapped(body[prose], at, by) }));

function swapped<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.with(at, other).with(at + by, one);
}

interface Row {
  readonly groupId: string | null;
  readonly tasks: readonly PlanTask[];
}

/** Tasks as the document shows them: those of no group first, then group by group. */
export function rowsOf({ groups, tasks }: PlanBody): Row[] {
  const known = new Set(groups.map(({ id }) => id));
  const loose = tasks.filter(({ groupId }) => groupId === null || !known.has(groupId));
  const byGroup = Map.groupBy(tasks, ({ groupId }) => groupId);
  const grouped = groups.map(({ id }) => ({ groupId: id, tasks: byGroup.get(id) ?? [] }));
  return loose.length > 0 || groups.length === 0 ? [{ groupId: null, tasks: loose }, ...grouped] : grouped;
}
