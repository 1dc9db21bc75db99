// The draft that a person reviews, and the small operations that change it.
import { z } from '@hono/zod-openapi';
import { id, isoDate, span, spanOrNull } from '../http/schema.ts';
import { dayOfPeriod } from '../tasks/due-day.ts';

const text = z.string().max(20_000);
const name = z.string().trim().min(1).max(1000);
const taskId = z.string().max(20);

export const due = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('by'), date: isoDate }),
    z.object({ kind: z.literal('during'), from: isoDate, to: isoDate }),
    z.object({
      kind: z.literal('recurring'),
      every: z.enum(['year', 'half-year', 'quarter', 'month', 'week', 'day']).nullable(),
      on: dayOfPeriod.optional(),
    }),
    z.object({ kind: z.literal('unspecified') }),
  ])
  .openapi('Due');

export const agency = z
  .object({
    /** As the document (or the person) names it. */
    name,
    /** Where the document names it; null where a person added it. */
    span: spanOrNull,
    /** Key of the rule that made it lead or coordinating. */
    reason: z.string().nullable(),
    /** The unit of the register it was matched with; null if none, or if it is a collective name. */
    unitId: id.nullable(),
    unitName: z.string().nullable(),
    /** How it was matched: `name`, `alias`, `abbreviation`, `context`, `collective`, `person`; null if it was not. */
    matched: z.string().nullable(),
    /** Why, in the reader's words; null if it was not matched. */
    why: z.string().nullable(),
    /** For a collective name ("các sở, ban, ngành"): how many units it meant on the document's date. */
    members: z.number().int().nullable(),
  })
  .openapi('DraftAgency');

export const milestone = z.object({ text, date: isoDate, span: spanOrNull });

export const draftTask = z
  .object({
    id: taskId,
    text,
    group: text.nullable(),
    lead: z.array(agency),
    coordinating: z.array(agency),
    due,
    items: z.array(text),
    milestones: z.array(milestone),
    /** Its place in the text; null where a person wrote it. */
    span: spanOrNull,
    struck: z.boolean(),
    /** `document`: recognised; `person`: added or made by splitting and merging; `carried`: taken over from the earlier version. */
    origin: z.enum(['document', 'person', 'carried']),
    /** For a revision: the task of the earlier version that it continues. */
    continues: taskId.nullable(),
    /** Fields that a person changed. */
    edited: z.array(z.enum(['text', 'group', 'lead', 'coordinating', 'due', 'items', 'milestones'])),
    evidence: z.object({
      rule: z.string().nullable(),
      group: spanOrNull,
      due: z.object({ span, reason: z.string() }).nullable(),
      items: z.array(span),
    }),
  })
  .openapi('DraftTask');

export const signer = z.object({
  name: z.string().max(200),
  position: z.string().max(500).nullable(),
  authority: z.string().max(50).nullable(),
  span: spanOrNull,
});

export const citation = z
  .object({
    id: z.string().max(20),
    type: z.string().max(50).nullable(),
    number: z.string().max(100).nullable(),
    date: isoDate.nullable(),
    issuer: z.string().max(500).nullable(),
    title: text.nullable(),
    role: z.enum(['basis', 'mention']),
    span: spanOrNull,
    struck: z.boolean(),
    edited: z.boolean(),
  })
  .openapi('DraftCitation');

export const draftField = z.enum(['type', 'number', 'issuedOn', 'place', 'issuer', 'title', 'parent']);

export const draft = z
  .object({
    fields: z.record(draftField, z.string().max(5000).nullable()),
    editedFields: z.array(z.string()),
    signers: z.array(signer),
    recipients: z.array(text),
    citations: z.array(citation),
    tasks: z.array(draftTask),
    dismissed: z.array(z.string()),
    /** The next task that a person adds is "t<next>". */
    next: z.number().int(),
  })
  .openapi('Draft');

const agencyInput = z.object({ name, unitId: id.nullable().optional() });

const taskInput = z.object({
  text: text.trim().min(1),
  group: text.nullable().optional(),
  lead: z.array(agencyInput).max(200).optional(),
  coordinating: z.array(agencyInput).max(200).optional(),
  due: due.optional(),
  items: z.array(text).max(500).optional(),
  span: spanOrNull.optional(),
});

export const operation = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('setField'), field: draftField, value: z.string().max(5000).nullable() }),
    z.object({ op: z.literal('setSigners'), signers: z.array(signer).max(50) }),
    z.object({ op: z.literal('setRecipients'), recipients: z.array(text).max(500) }),
    z.object({
      op: z.literal('editTask'),
      taskId,
      changes: z.object({
        text: text.trim().min(1).optional(),
        group: text.nullable().optional(),
        due: due.optional(),
        items: z.array(text).max(500).optional(),
        milestones: z.array(milestone).max(200).optional(),
      }),
    }),
    z.object({
      op: z.literal('setAgencies'),
      taskId,
      role: z.enum(['lead', 'coordinating']),
      agencies: z.array(agencyInput).max(200),
    }),
    z.object({ op: z.literal('addTask'), after: taskId.nullable(), task: taskInput }),
    z.object({ op: z.literal('strikeTask'), taskId }),
    z.object({ op: z.literal('restoreTask'), taskId }),
    z.object({ op: z.literal('moveTask'), taskId, after: taskId.nullable() }),
    z.object({
      op: z.literal('splitTask'),
      taskId,
      /** The first takes the task's place, the others follow it; all keep its agencies, due and group. */
      parts: z
        .array(z.object({ text: text.trim().min(1), items: z.array(text).max(500).optional() }))
        .min(2)
        .max(50),
    }),
    z.object({
      op: z.literal('mergeTasks'),
      /** Into the first; the others become its items, or `text` names the whole. */
      taskIds: z.array(taskId).min(2).max(50),
      text: text.trim().min(1).optional(),
    }),
    z.object({
      op: z.literal('addCitation'),
      citation: citation.omit({ id: true, struck: true, edited: true }),
    }),
    z.object({
      op: z.literal('editCitation'),
      citationId: z.string().max(20),
      changes: citation
        .pick({ type: true, number: true, date: true, issuer: true, title: true, role: true })
        .partial(),
    }),
    z.object({ op: z.literal('strikeCitation'), citationId: z.string().max(20) }),
    z.object({ op: z.literal('restoreCitation'), citationId: z.string().max(20) }),
    z.object({ op: z.literal('dismissWarning'), warningId: z.string().max(100) }),
    z.object({ op: z.literal('restoreWarning'), warningId: z.string().max(100) }),
  ])
  .openapi('Operation');

/** Several operations sent together are one step of undo. */
export const draftChange = z
  .object({ version: z.number().int(), operations: z.array(operation).min(1).max(200) })
  .openapi('DraftChange');

export const versionOnly = z.object({ version: z.number().int() });
