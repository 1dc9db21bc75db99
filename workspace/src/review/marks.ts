// Where the draft's tasks, fields, citations and warnings stand in the text: what the sheet marks, what its margin shows.
import type { Content, Draft, DraftTask, Warning } from '@nhipcau/server/contract';
import type { Say } from '../language/words.ts';
import type { Chip } from '../paper/drawing.ts';
import type { Mark } from '../paper/segments.ts';

type MaybeSpan = readonly [number, number] | null | undefined;

/** All marks of the sheet. Struck tasks leave no mark. */
export function marksOf(draft: Draft, content: Content, warnings: readonly Warning[]): Mark[] {
  return [
    ...Object.entries(content.evidence).flatMap(([field, evidence]) =>
      mark(`field:${field}`, evidence?.span),
    ),
    ...draft.signers.flatMap((signer, index) => mark(`signer:${index}`, signer.span)),
    ...draft.citations.flatMap((citation) =>
      citation.struck ? [] : mark(`citation:${citation.id}`, citation.span),
    ),
    ...content.targets.flatMap((target, index) => mark(`target:${index}`, target.span)),
    ...content.figures.flatMap((figure, index) => mark(`figure:${index}`, figure.span)),
    ...warnings.flatMap((warning, index) => (isShown(warning) ? mark(`warning:${index}`, warning.span) : [])),
    ...draft.tasks.flatMap((task) => (task.struck ? [] : taskMarks(task))),
  ];
}

/** A note is said in the list, but the sheet is not underlined for it. */
const isShown = (warning: Warning) => !warning.dismissed && warning.severity !== 'note';

function taskMarks(task: DraftTask): Mark[] {
  const { id, evidence } = task;
  return [
    ...mark(`task:${id}`, task.span),
    ...task.lead.flatMap((agency, index) => mark(`lead:${id}:${index}`, agency.span)),
    ...task.coordinating.flatMap((agency, index) => mark(`coordinating:${id}:${index}`, agency.span)),
    ...mark(`due:${id}`, evidence.due?.span),
    ...evidence.items.flatMap((span, index) => mark(`item:${id}:${index}`, span)),
    ...task.milestones.flatMap((milestone, index) => mark(`milestone:${id}:${index}`, milestone.span)),
    ...mark(`group:${id}`, evidence.group),
  ];
}

function mark(id: string, span: MaybeSpan): Mark[] {
  return span && span[0] < span[1] ? [{ id, span }] : [];
}

/** Numbers in the margin where tasks begin, and a sign where a warning stands. */
export function chipsOf(draft: Draft, warnings: readonly Warning[], say: Say): Chip[] {
  const tasks = draft.tasks.flatMap((task, index): Chip[] =>
    task.span && !task.struck
      ? [
          {
            id: task.id,
            offset: task.span[0],
            label: String(index + 1),
            name: say('Nhiệm vụ {number}', { number: index + 1 }),
          },
        ]
      : [],
  );
  const signs = warnings.flatMap((warning, index): Chip[] =>
    warning.span && isShown(warning)
      ? [
          {
            id: String(index),
            offset: warning.span[0],
            label: '!',
            name: say('Cảnh báo: {message}', { message: warning.message }),
            warning: true,
          },
        ]
      : [],
  );
  return [...tasks, ...signs];
}

/** The task that the innermost of these marks belongs to. */
export function taskOfMarks(marks: readonly string[]): string | null {
  for (const one of marks.toReversed()) {
    const [kind, id] = one.split(':');
    if (id && ['task', 'lead', 'coordinating', 'due', 'item', 'milestone'].includes(kind ?? '')) return id;
  }
  return null;
}
