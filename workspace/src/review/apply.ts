// What an operation will do to the draft, shown at once while the server still works; its answer then takes the place.
import type { Draft, DraftAgency, DraftTask, Operation } from '@nhipcau/server/contract';

type Op<K extends Operation['op']> = Extract<Operation, { op: K }>;
type TaskField = DraftTask['edited'][number];

/** The draft after the operation, as well as it can be foretold. Never throws: what does not fit changes nothing. */
export function applyLocally(draft: Draft, operation: Operation): Draft {
  switch (operation.op) {
    case 'setField':
      return {
        ...draft,
        fields: { ...draft.fields, [operation.field]: operation.value },
        editedFields: [...new Set([...draft.editedFields, operation.field])],
      };
    case 'setSigners':
      return { ...draft, signers: operation.signers };
    case 'setRecipients':
      return { ...draft, recipients: operation.recipients };
    case 'dismissWarning':
      return { ...draft, dismissed: [...draft.dismissed, operation.warningId] };
    case 'restoreWarning':
      return { ...draft, dismissed: draft.dismissed.filter((id) => id !== operation.warningId) };
    case 'addCitation':
    case 'editCitation':
    case 'strikeCitation':
    case 'restoreCitation':
      return { ...draft, citations: changedCitations(draft.citations, operation) };
    case 'addTask':
      return {
        ...draft,
        tasks: inserted(draft.tasks, [newTask(draft, operation)], operation.after),
        next: draft.next + 1,
      };
    default:
      return { ...draft, tasks: changedTasks(draft, operation) };
  }
}

type CitationOp = Op<'addCitation' | 'editCitation' | 'strikeCitation' | 'restoreCitation'>;

function changedCitations(citations: Draft['citations'], operation: CitationOp): Draft['citations'] {
  if (operation.op === 'addCitation') {
    return [...citations, { ...operation.citation, id: 'c-new', struck: false, edited: true }];
  }
  return citations.map((citation) => {
    if (citation.id !== operation.citationId) return citation;
    if (operation.op === 'strikeCitation') return { ...citation, struck: true };
    if (operation.op === 'restoreCitation') return { ...citation, struck: false };
    return { ...citation, ...defined(operation.changes), edited: true };
  });
}

type TaskOp = Op<
  'editTask' | 'setAgencies' | 'strikeTask' | 'restoreTask' | 'moveTask' | 'splitTask' | 'mergeTasks'
>;

function changedTasks(draft: Draft, operation: TaskOp): DraftTask[] {
  const { tasks } = draft;
  const change = (id: string, turn: (task: DraftTask) => DraftTask) =>
    tasks.map((task) => (task.id === id ? turn(task) : task));
  switch (operation.op) {
    case 'editTask':
      return change(operation.taskId, (task) =>
        edited({ ...task, ...defined(operation.changes) }, Object.keys(operation.changes) as TaskField[]),
      );
    case 'setAgencies':
      return change(operation.taskId, (task) =>
        edited({ ...task, [operation.role]: agencies(task[operation.role], operation.agencies) }, [
          operation.role,
        ]),
      );
    case 'strikeTask':
      return change(operation.taskId, (task) => ({ ...task, struck: true }));
    case 'restoreTask':
      return change(operation.taskId, (task) => ({ ...task, struck: false }));
    case 'moveTask': {
      const moved = tasks.find((task) => task.id === operation.taskId);
      return moved
        ? inserted(
            tasks.filter((task) => task !== moved),
            [moved],
            operation.after,
          )
        : tasks;
    }
    case 'splitTask':
      return tasks.flatMap((task) =>
        task.id === operation.taskId ? parts(task, operation, draft.next) : [task],
      );
    case 'mergeTasks':
      return merged(tasks, operation);
  }
}

function defined<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const edited = (task: DraftTask, fields: readonly TaskField[]): DraftTask => ({
  ...task,
  edited: [...new Set([...task.edited, ...fields])],
});

function agencies(before: readonly DraftAgency[], wanted: Op<'setAgencies'>['agencies']): DraftAgency[] {
  return wanted.map(({ name, unitId }) => {
    const known = before.find(
      (agency) => agency.name === name && (unitId === undefined || unitId === agency.unitId),
    );
    return (
      known ?? {
        name,
        unitId: unitId ?? null,
        span: null,
        reason: null,
        unitName: null,
        matched: null,
        why: null,
        members: null,
      }
    );
  });
}

function inserted(
  tasks: readonly DraftTask[],
  fresh: readonly DraftTask[],
  after: string | null,
): DraftTask[] {
  const at = after === null ? 0 : tasks.findIndex((task) => task.id === after) + 1;
  return tasks.toSpliced(at === 0 && after !== null ? tasks.length : at, 0, ...fresh);
}

function newTask(draft: Draft, { task }: Op<'addTask'>): DraftTask {
  return {
    id: `t${draft.next}`,
    text: task.text,
    group: task.group ?? null,
    lead: agencies([], task.lead ?? []),
    coordinating: agencies([], task.coordinating ?? []),
    due: task.due ?? { kind: 'unspecified' },
    items: task.items ?? [],
    milestones: [],
    span: task.span ?? null,
    struck: false,
    origin: 'person',
    edited: [],
    continues: null,
    evidence: { rule: null, group: null, due: null, items: [] },
  };
}

function parts(task: DraftTask, { parts: wanted }: Op<'splitTask'>, next: number): DraftTask[] {
  return wanted.map((part, index) =>
    edited(
      {
        ...task,
        id: index === 0 ? task.id : `t${next + index - 1}`,
        text: part.text,
        items: part.items ?? [],
        origin: 'person',
      },
      ['text', 'items'],
    ),
  );
}

function merged(tasks: readonly DraftTask[], { taskIds, text }: Op<'mergeTasks'>): DraftTask[] {
  const [firstId, ...restIds] = taskIds;
  const rest = tasks.filter((task) => restIds.includes(task.id));
  const items = rest.flatMap((task) => [task.text, ...task.items]);
  return tasks
    .filter((task) => !restIds.includes(task.id))
    .map((task) =>
      task.id === firstId
        ? edited({ ...task, text: text ?? task.text, items: [...task.items, ...items], origin: 'person' }, [
            'text',
            'items',
            'lead',
            'coordinating',
            'due',
            'milestones',
          ])
        : task,
    );
}
