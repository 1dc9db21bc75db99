// One task from what was found of it.
import type { Evidence, Mention, Milestone, Span, Task } from '../../tree.ts';
import { dueInSentence, dueOfField } from '../due.ts';
import type { Context } from './context.ts';
import { trimmed } from './fields.ts';
import type { Roles } from './roles.ts';

export interface Draft {
  readonly text: Span;
  readonly span: Span;
  readonly rule: string;
  readonly roles: Roles;
  /** Where a field of its own gives the time. */
  readonly time?: readonly Span[];
  readonly items?: readonly Span[];
  readonly group?: Span | null;
}

// All white space of a normalised text is one of these.
const isRagged = (text: string): boolean => text.includes('  ') || text.includes('\n') || text.includes('\t');

/** The words of a span with single spaces. */
function flat(text: string, [start, end]: Span): string {
  const part = text.slice(start, end).trim();
  return isRagged(part) ? part.replaceAll(/\s+/gu, ' ') : part;
}

interface DueFound extends Evidence {
  readonly due: Task['due'];
  readonly on?: Task['dueDay'];
}

function dueOf(context: Context, draft: Draft): DueFound | null {
  const { text, year } = context;
  const given = draft.time ?? [];
  if (given.length > 0) return timeGiven(context, given);
  const [start, end] = draft.text;
  const found = dueInSentence(text.slice(start, end), { year });
  if (found !== null)
    return { ...found, span: [start + found.span[0], start + found.span[1]], reason: 'sentence' };
  return context.due;
}

/** A field of time says when, or that it depends on something else; a second one is the end of the span. */
function timeGiven({ text, year }: Context, times: readonly Span[]): DueFound {
  const found = times.flatMap(([start, end]) => {
    const due = dueOfField(text.slice(start, end), { year });
    return due === null ? [] : [{ ...due, span: [start + due.span[0], start + due.span[1]] as const }];
  });
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined)
    return { due: { kind: 'unspecified' }, span: times[0]!, reason: 'time-field' };
  if (first.due.kind !== 'during' || last.due.kind !== 'during' || last.due.to < first.due.from)
    return { ...first, reason: 'time-field' };
  return { due: { ...first.due, to: last.due.to }, span: first.span, reason: 'time-field' };
}

const DATED =
  /(?:trước|chậm nhất|muộn nhất|đến hết|xong trước)\s(?:là\s)?(?:vào\s)?(?:hết\s)?(?:ngày\s)?\d{1,2}(?:\s?[/.-]|\s?tháng)/iu;

/** Sentences of a task or its items that set a day of their own. */
function milestonesOf(context: Context, spans: readonly Span[]): Milestone[] {
  const milestones: Milestone[] = [];
  for (const [start, end] of spans) {
    const part = context.text.slice(start, end);
    if (!/\d/.test(part) || !DATED.test(part)) continue;
    for (const clause of clausesOf(context.text, start, end)) {
      const found = dueInSentence(context.text.slice(...clause), { year: context.year });
      if (found?.due.kind === 'by' && DATED.test(context.text.slice(...clause)))
        milestones.push({ text: flat(context.text, clause), date: found.due.date, span: clause });
    }
  }
  return milestones;
}

/** A single date that is the task's own due is no step on the way. */
const stepsOf = (milestones: Milestone[], due: Task['due'] | undefined): Milestone[] =>
  milestones.length === 1 && due?.kind === 'by' && due.date === milestones[0]!.date ? [] : milestones;

function clausesOf(text: string, start: number, end: number): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const mark = text[at];
    if (at < end && mark !== ';' && !(mark === '.' && (text[at + 1] === ' ' || at + 1 === end))) continue;
    if (at > from) clauses.push(trimmed(text, from, at));
    from = at + 1;
  }
  return clauses;
}

export function taskOf(context: Context, draft: Draft): Task {
  const due = dueOf(context, draft);
  const items = draft.items ?? [];
  const group = draft.group === undefined ? context.group : draft.group;
  const { lead, coordinating } = withoutLead(draft.roles);
  return {
    text: flat(context.text, draft.text),
    group: group === null ? null : flat(context.text, group),
    lead: lead.map(({ name }) => name),
    coordinating: coordinating.map(({ name }) => name),
    due: due?.due ?? { kind: 'unspecified' },
    dueDay: due?.on ?? null,
    items: items.map((item) => flat(context.text, item)),
    milestones: stepsOf(milestonesOf(context, [draft.text, ...items]), due?.due),
    span: draft.span,
    evidence: {
      rule: draft.rule,
      group,
      lead,
      coordinating,
      due: due === null ? null : { span: due.span, reason: due.reason },
      items,
    },
  };
}

/** An agency does not coordinate with itself, unless the text has two leads that work with one another. */
function withoutLead({ lead, coordinating }: Roles): Roles {
  if (lead.length !== 1) return { lead, coordinating };
  const name = lead[0]!.name.toLowerCase();
  return {
    lead,
    coordinating: coordinating.filter((mention: Mention) => mention.name.toLowerCase() !== name),
  };
}
