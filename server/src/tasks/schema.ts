// The contract of the register of tasks.
import { z } from '@hono/zod-openapi';
import { milestone } from '../documents/draft-schema.ts';
import { documentRef } from '../documents/schema.ts';
import { id, isoDate, isoTime, many, paging, span } from '../http/schema.ts';
import { planDue } from '../plans/body.ts';
import { classCounts, planRef, unitRef } from '../plans/schema.ts';

/**
 * Derived whenever it is asked, never stored: from the duties that lead the task; where it was not handed down, from its own
 * due date. `no-date`: open, with no date to be late against.
 */
export const taskClass = z
  .enum(['overdue', 'in-term', 'no-date', 'done-on-time', 'done-late'])
  .openapi('TaskClass', { description: '`done-late`: done, at least one of its duties late' });

export const taskAgency = z
  .object({
    /** Filter value: "unit:12" or "name:cac so, ban, nganh". */
    key: z.string(),
    /** As the document names it. */
    name: z.string(),
    /** The unit's name in the register, or the name as written. */
    label: z.string(),
    unitId: id.nullable(),
  })
  .openapi('TaskAgency');

export const taskRow = z
  .object({
    id,
    text: z.string(),
    group: z.string().nullable(),
    lead: z.array(taskAgency),
    coordinating: z.array(taskAgency),
    due: planDue,
    items: z.array(z.string()),
    class: taskClass,
    /** How the duties that lead it stand, by class; null: it was not handed down. */
    handedDown: classCounts.nullable(),
    /** The day on which the last of its duties was done; null while one is open. */
    doneOn: z.string().nullable(),
    /** The plan that it was issued with; null: it stands in a document that no plan was made of. */
    plan: planRef.nullable(),
    /** The document that it stands in; null: the plan was drawn up here. */
    document: documentRef
      .extend({ issuedOn: z.string().nullable(), issuer: z.string().nullable() })
      .nullable(),
  })
  .openapi('TaskRow');

export const taskSort = z.enum([
  'due',
  '-due',
  'text',
  '-text',
  'lead',
  '-lead',
  'coordinating',
  '-coordinating',
  'group',
  '-group',
  'document',
  '-document',
  'status',
  '-status',
  'order',
  '-order',
]);

/** The filters, the same for the table, the exports and the saved views. */
export const taskFilter = z.object({
  /** With or without diacritics; all words must stand in the text, its items, group or agencies. */
  q: z.string().max(500).optional(),
  /** Keys of agencies; several mean "any of". */
  lead: many,
  coordinating: many,
  /** Lead or coordinating. */
  agency: many,
  dueFrom: isoDate.optional(),
  dueTo: isoDate.optional(),
  /** In which it is due, or its plan ends. */
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  dueKind: many,
  group: many,
  /** Ids of documents. */
  document: many,
  /** Ids of plans. */
  plan: many,
  /** Values of `class`, `open` (all that is not done) or `not-handed-down`. */
  status: many,
  /** "true": only tasks without a lead. */
  noLead: z.enum(['true']).optional(),
});

export const taskListQuery = taskFilter.extend({ sort: taskSort.default('due'), ...paging });

export const taskList = z
  .object({
    rows: z.array(taskRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('TaskList');

const facet = z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int() }));

/** Each counted over the tasks that fit all other filters; at most 200 of each, most frequent first. */
export const taskFacets = z
  .object({
    lead: facet,
    coordinating: facet,
    group: facet,
    document: facet,
    plan: facet,
    status: facet,
    dueKind: facet,
  })
  .openapi('TaskFacets');

const linkedTask = z.object({
  id,
  text: z.string(),
  plan: planRef.nullable(),
  owner: unitRef.nullable(),
  class: taskClass,
});

export const taskDetail = taskRow
  .extend({
    milestones: z.array(milestone),
    outputs: z.array(z.string()),
    budget: z.string().nullable(),
    /** It asks each unit for a plan of its own. */
    asksPlan: z.boolean(),
    onCall: z.boolean(),
    /** It is done on call, and the reader may call for it now. */
    mayCall: z.boolean(),
    owner: unitRef.nullable(),
    /** Whom it was handed down to, collective names expanded on that day. */
    handedTo: z.array(
      z.object({ unit: unitRef, role: z.enum(['lead', 'coordinating']), part: z.string().nullable() }),
    ),
    /** Where its duties are: /api/duties?task=…; null: it was not handed down. */
    duties: z.string().nullable(),
    /** The superior's task that it carries out. */
    superior: linkedTask.nullable(),
    /** Tasks of plans below that carry it out, as far as the reader sees them; at most 500. */
    below: z.array(linkedTask),
    /** Paragraphs before, with and after the task's sentence; `span` is relative to `text`, `offset` places it in the document. */
    source: z
      .object({ text: z.string(), offset: z.number().int(), span, heading: z.string().nullable() })
      .nullable(),
    rule: z.string().nullable(),
    /** What a person changed during the review. */
    edited: z.array(z.string()),
    /** The task of the earlier version of the document that it continues. */
    continues: id.nullable(),
    history: z.array(
      z.object({
        at: isoTime,
        action: z.string(),
        field: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    version: z.number().int(),
  })
  .openapi('TaskDetail');
