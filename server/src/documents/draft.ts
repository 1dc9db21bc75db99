// The draft as it was recognised: what a person then reviews.
import type { Citation, Mention, Parsed, Task } from '@nhipcau/document';
import type { z } from '@hono/zod-openapi';
import type { Match } from '../units/service.ts';
import type * as schema from './draft-schema.ts';

export type Draft = z.infer<typeof schema.draft>;
export type DraftTask = z.infer<typeof schema.draftTask>;
export type DraftAgency = z.infer<typeof schema.agency>;
export type DraftCitation = z.infer<typeof schema.citation>;
export type DraftField = z.infer<typeof schema.draftField>;
export type Due = z.infer<typeof schema.due>;

export const unmatched: Match = { unitId: null, unitName: null, matched: null, why: null, members: null };

export type Matcher = (name: string) => Match;

export const fieldNames: readonly DraftField[] = [
  'type',
  'number',
  'issuedOn',
  'place',
  'issuer',
  'title',
  'parent',
];

/** Names are cut where a broken document gives a page for a name; the whole stands in the text. */
const cut = (name: string) => name.slice(0, 1000);

function agency(name: string, mention: Mention | undefined, match: Matcher): DraftAgency {
  const evidence = mention ? { span: mention.span, reason: mention.reason } : { span: null, reason: null };
  return { name: cut(name), ...evidence, ...match(name) };
}

/** True for days that the calendar has: the database takes no others. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && !text.startsWith('0000');
}

const dayOrNull = (text: string | null): string | null => (text !== null && isDay(text) ? text : null);

function soundDue({ due, dueDay }: Pick<Task, 'due' | 'dueDay'>): Due {
  if (due.kind === 'by' && !isDay(due.date)) return { kind: 'unspecified' };
  if (due.kind === 'during' && !(isDay(due.from) && isDay(due.to) && due.from <= due.to))
    return { kind: 'unspecified' };
  return due.kind === 'recurring' && dueDay ? { ...due, on: { ...dueDay } } : due;
}

function firstTask(task: Task, index: number, match: Matcher): DraftTask {
  const { evidence } = task;
  return {
    id: `t${index + 1}`,
    text: task.text,
    group: task.group,
    lead: task.lead.map((name, i) => agency(name, evidence.lead[i], match)),
    coordinating: task.coordinating.map((name, i) => agency(name, evidence.coordinating[i], match)),
    due: soundDue(task),
    items: [...task.items],
    milestones: task.milestones
      .filter(({ date }) => isDay(date))
      .map(({ text, date, span }) => ({ text, date, span })),
    span: task.span,
    struck: false,
    origin: 'document',
    continues: null,
    edited: [],
    evidence: {
      rule: evidence.rule,
      group: evidence.group,
      due: evidence.due ? { span: evidence.due.span, reason: evidence.due.reason } : null,
      items: [...evidence.items],
    },
  };
}

const firstCitation = (citation: Citation, index: number): DraftCitation => ({
  id: `c${index + 1}`,
  type: citation.type,
  number: citation.number,
  date: dayOrNull(citation.date),
  issuer: citation.issuer,
  title: citation.title,
  role: citation.role,
  span: citation.span,
  struck: false,
  edited: false,
});

/** Nothing of it has been touched by a person yet. */
export function firstDraft(parsed: Parsed, match: Matcher): Draft {
  const header = parsed.document;
  return {
    fields: {
      ...(Object.fromEntries(fieldNames.map((name) => [name, header[name]])) as Draft['fields']),
      issuedOn: dayOrNull(header.issuedOn),
    },
    editedFields: [],
    signers: header.signers.map(({ name, position, authority, span }) => ({
      name,
      position,
      authority,
      span,
    })),
    recipients: [...parsed.recipients],
    citations: parsed.citations.map(firstCitation),
    tasks: parsed.tasks.map((task, index) => firstTask(task, index, match)),
    dismissed: [],
    next: Math.max(parsed.tasks.length, parsed.citations.length) + 1,
  };
}
