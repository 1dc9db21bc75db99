// The contract of the register of tasks.
import { z } from '@hono/zod-openapi';
import { milestone } from '../documents/draft-schema.ts';
import { documentRef } from '../documents/schema.ts';
import { id, isoDate, isoTime, many, paging, span } from '../http/schema.ts';
import { planDue } from '../plans/body.ts';

export const taskStatus = z.enum(['open', 'done', 'cancelled']);

/** Derived from dates whenever it is asked, never stored. `no-date`: open, with no date to be late against. */
export const taskClass = z
  .enum(['overdue', 'in-term', 'no-date', 'done-on-time', 'done-late', 'done', 'cancelled'])
  .openapi('TaskClass', { description: '`done`: done, with no date to compare' });

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
    status: taskStatus,
    class: taskClass,
    doneOn: z.string().nullable(),
    document: documentRef.extend({ issuedOn: z.string().nullable(), issuer: z.string().nullable() }),
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
  dueKind: many,
  group: many,
  /** Ids of documents. */
  document: many,
  /** Values of `class`, or `open` (all that is neither done nor cancelled). */
  status: many,
  /** "true": only tasks without a lead. */
  noLead: z.enum(['true']).optional(),
});

export const taskListQuery = taskFilter.extend({ sort: taskSort.default('due'), ...paging });

const facet = z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int() }));

export const taskList = z
  .object({
    rows: z.array(taskRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    /** Each counted over the tasks that fit all other filters; at most 200 of each, most frequent first. */
    facets: z.object({
      lead: facet,
      coordinating: facet,
      group: facet,
      document: facet,
      status: facet,
      dueKind: facet,
    }),
  })
  .openapi('TaskList');

export const taskDetail = taskRow
  .extend({
    milestones: z.array(milestone),
    note: z.string().nullable(),
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

export const taskPatch = z
  .object({
    version: z.number().int(),
    status: taskStatus.optional(),
    /** The day it was done; today if a task is set to done without one. */
    doneOn: isoDate.nullable().optional(),
    note: z.string().max(5000).nullable().optional(),
  })
  .openapi('TaskPatch');
