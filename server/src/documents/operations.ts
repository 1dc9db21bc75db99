// What a person's operations make of a draft. Pure: a draft is the recognised one with all its steps applied, so that
// undoing is applying one step less.
import type { z } from '@hono/zod-openapi';
import { Invalid } from '../errors.ts';
import type * as schema from './draft-schema.ts';
import type { Draft, DraftAgency, DraftTask } from './draft.ts';

export type Operation = z.infer<typeof schema.operation>;
type Of<K extends Operation['op']> = Extract<Operation, { op: K }>;

/** Operations as they are stored: the agencies a person named are matched once, when they are named. */
export type SettledOperation =
  | Exclude<Operation, { op: 'setAgencies' | 'addTask' }>
  | (Omit<Of<'setAgencies'>, 'agencies'> & { readonly agencies: readonly DraftAgency[] })
  | (Omit<Of<'addTask'>, 'task'> & { readonly task: SettledTask });

type SettledTask = Omit<Of<'addTask'>['task'], 'lead' | 'coordinating'> & {
  readonly lead: readonly DraftAgency[];
  readonly coordinating: readonly DraftAgency[];
};

type Settled<K extends SettledOperation['op']> = Extract<SettledOperation, { op: K }>;

const appliers: { readonly [K in SettledOperation['op']]: (draft: Draft, operation: Settled<K>) => Draft } = {
  setField: (draft, { field, value }) => ({
    ...draft,
    fields: { ...draft.fields, [field]: value },
    editedFields: including(draft.editedFields, field),
  }),
  setSigners: (draft, { signers }) => ({
    ...draft,
    signers,
    editedFields: including(draft.editedFields, 'signers'),
  }),
  setRecipients: (draft, { recipients }) => ({
    ...draft,
    recipients,
    editedFields: including(draft.editedFields, 'recipients'),
  }),
  editTask: (draft, { op, taskId, changes }) =>
    changeTask(draft, op, taskId, (task) =>
      edited({ ...task, ...(given(changes) as Partial<DraftTask>) }, Object.keys(given(changes))),
    ),
  setAgencies: (draft, { op, taskId, role, agencies }) =>
    changeTask(draft, op, taskId, (task) => edited({ ...task, [role]: agencies }, [role])),
  addTask: (draft, { op, after, task }) => {
    const made = { ...blankTask(`t${draft.next}`), ...given(task), struck: false } as DraftTask;
    return { ...draft, next: draft.next + 1, tasks: insertAfter(draft.tasks, op, after, [made]) };
  },
  strikeTask: (draft, { op, taskId }) => changeTask(draft, op, taskId, (task) => ({ ...task, struck: true })),
  restoreTask: (draft, { op, taskId }) =>
    changeTask(draft, op, taskId, (task) => ({ ...task, struck: false })),
  moveTask: (draft, { op, taskId, after }) => {
    const task = taskOf(draft, op, taskId);
    if (after === taskId) return draft;
    return {
      ...draft,
      tasks: insertAfter(
        draft.tasks.filter((each) => each !== task),
        op,
        after,
        [task],
      ),
    };
  },
  splitTask,
  mergeTasks,
  addCitation: (draft, { citation }) => ({
    ...draft,
    next: draft.next + 1,
    citations: [...draft.citations, { ...citation, id: `c${draft.next}`, struck: false, edited: true }],
  }),
  editCitation: (draft, { op, citationId, changes }) =>
    changeCitation(draft, op, citationId, { ...given(changes), edited: true }),
  strikeCitation: (draft, { op, citationId }) => changeCitation(draft, op, citationId, { struck: true }),
  restoreCitation: (draft, { op, citationId }) => changeCitation(draft, op, citationId, { struck: false }),
  dismissWarning: (draft, { warningId }) => ({ ...draft, dismissed: including(draft.dismissed, warningId) }),
  restoreWarning: (draft, { warningId }) => ({
    ...draft,
    dismissed: draft.dismissed.filter((each) => each !== warningId),
  }),
};

/** The draft after the operation. Throws `Invalid` where it names what the draft does not hold. */
export function apply(draft: Draft, operation: SettledOperation): Draft {
  const applier = appliers[operation.op] as (draft: Draft, operation: SettledOperation) => Draft;
  return applier(draft, operation);
}

export function applyAll(draft: Draft, operations: Iterable<SettledOperation>): Draft {
  let result = draft;
  for (const operation of operations) result = apply(result, operation);
  return result;
}

function splitTask(draft: Draft, { op, taskId, parts }: Settled<'splitTask'>): Draft {
  const task = taskOf(draft, op, taskId);
  const itemsGiven = parts.some((part) => part.items !== undefined);
  const pieces = parts.map((part, index): DraftTask => {
    // Unless somebody says whose they are, the items stay with the first part.
    const items = part.items ?? (index === 0 && !itemsGiven ? task.items : []);
    const id = index === 0 ? task.id : `t${draft.next + index - 1}`;
    return edited(
      { ...task, id, text: part.text, items, origin: 'person', ...(index > 0 ? { continues: null } : {}) },
      ['text', 'items'],
    );
  });
  const tasks = draft.tasks.flatMap((each) => (each === task ? pieces : [each]));
  return { ...draft, next: draft.next + parts.length - 1, tasks };
}

function mergeTasks(draft: Draft, { op, taskIds, text }: Settled<'mergeTasks'>): Draft {
  const ids = [...new Set(taskIds)];
  const [first, ...others] = ids.map((id) => taskOf(draft, op, id));
  if (!first || others.length === 0)
    throw new Invalid('does-not-fit', { operation: op, what: taskIds.join(', ') });
  const all = [first, ...others];
  const merged = edited(
    {
      ...first,
      text: text ?? first.text,
      items: [...first.items, ...others.flatMap((task) => [task.text, ...task.items])],
      lead: unite(all.map((task) => task.lead)),
      coordinating: unite(all.map((task) => task.coordinating)),
      due: all.find((task) => task.due.kind !== 'unspecified')?.due ?? first.due,
      milestones: all.flatMap((task) => task.milestones),
      origin: 'person',
      // The merged ones' places stay within reach.
      evidence: {
        ...first.evidence,
        items: all.flatMap((task, i) => [...(i > 0 && task.span ? [task.span] : []), ...task.evidence.items]),
      },
    },
    ['text', 'items', 'lead', 'coordinating', 'due', 'milestones'],
  );
  const gone = new Set(others);
  return {
    ...draft,
    tasks: draft.tasks.filter((task) => !gone.has(task)).map((task) => (task === first ? merged : task)),
  };
}

function unite(lists: readonly (readonly DraftAgency[])[]): DraftAgency[] {
  const byName = new Map<string, DraftAgency>();
  for (const agency of lists.flat()) if (!byName.has(agency.name)) byName.set(agency.name, agency);
  return [...byName.values()];
}

export const blankTask = (id: string): DraftTask => ({
  id,
  text: '',
  group: null,
  lead: [],
  coordinating: [],
  due: { kind: 'unspecified' },
  items: [],
  milestones: [],
  span: null,
  struck: false,
  origin: 'person',
  edited: [],
  continues: null,
  evidence: { rule: null, group: null, due: null, items: [] },
});

/** Without the keys that were not given: they must not overwrite anything with undefined. */
function given<T extends object>(changes: T): Given<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<T>;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function including(list: readonly string[], value: string): string[] {
  return list.includes(value) ? [...list] : [...list, value];
}

/** Remembers which fields a person wrote; where the document says something else stays in the evidence. */
function edited(task: DraftTask, fields: readonly string[]): DraftTask {
  const all = fields.reduce<string[]>((list, field) => including(list, field), task.edited);
  return { ...task, edited: all as DraftTask['edited'] };
}

function taskOf(draft: Draft, operation: string, id: string): DraftTask {
  const task = draft.tasks.find((each) => each.id === id);
  if (!task) throw new Invalid('does-not-fit', { operation, what: id });
  return task;
}

function changeTask(
  draft: Draft,
  operation: string,
  id: string,
  change: (task: DraftTask) => DraftTask,
): Draft {
  const task = taskOf(draft, operation, id);
  return { ...draft, tasks: draft.tasks.map((each) => (each === task ? change(task) : each)) };
}

function changeCitation(
  draft: Draft,
  operation: string,
  id: string,
  changes: Partial<Draft['citations'][number]>,
): Draft {
  if (!draft.citations.some((each) => each.id === id))
    throw new Invalid('does-not-fit', { operation, what: id });
  return {
    ...draft,
    citations: draft.citations.map((each) => (each.id === id ? { ...each, ...changes } : each)),
  };
}

function insertAfter(
  tasks: readonly DraftTask[],
  operation: string,
  after: string | null,
  added: readonly DraftTask[],
): DraftTask[] {
  const at = after === null ? 0 : tasks.findIndex((task) => task.id === after) + 1;
  if (after !== null && at === 0) throw new Invalid('does-not-fit', { operation, what: after });
  return tasks.toSpliced(at, 0, ...added);
}
