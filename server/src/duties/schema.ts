// The contract of duties: what one unit has to do of one task in one period.
import { z } from '@hono/zod-openapi';
import { id, isoDate, isoTime, many, paging } from '../http/schema.ts';
import { classCounts, planRef, unitRef } from '../plans/schema.ts';
import { evidence } from './evidence-schema.ts';
import { actions } from './history.ts';
import { urging } from './urging-schema.ts';

/** Derived from dates whenever it is asked, never stored. A duty without a date is in term until it is done, then on time. */
export const dutyClass = z.enum(['on-time', 'late', 'in-term', 'overdue']).openapi('DutyClass');

/** How far it is; says nothing about its class. */
export const dutyState = z
  .enum(['new', 'received', 'in-progress', 'returned', 'reported', 'confirmed', 'cancelled'])
  .openapi('DutyState');

export const dutyRow = z
  .object({
    id,
    taskId: id,
    text: z.string(),
    part: z.string().nullable(),
    role: z.enum(['lead', 'coordinating']),
    unit: unitRef,
    /** Who answers for it today, if the unit has ended. */
    heir: unitRef.nullable(),
    period: z.string().nullable(),
    dueOn: z.string().nullable(),
    firstDueOn: z.string().nullable(),
    doneOn: z.string().nullable(),
    confirmedOn: z.string().nullable(),
    class: dutyClass,
    state: dutyState,
    progress: z.number().int().nullable(),
    group: z.string().nullable(),
    plan: planRef.nullable(),
    asksPlan: z.boolean(),
    /** Asked for and not yet decided. */
    extensionAsked: z.boolean(),
    /** Urged since it last moved. */
    urged: z.number().int(),
    /** The day on which it was handed down. */
    openedOn: z.string(),
    lastMovedOn: z.string(),
    version: z.number().int(),
  })
  .openapi('DutyRow');

export const dutySort = z.enum([
  'due',
  '-due',
  'unit',
  '-unit',
  'moved',
  '-moved',
  'group',
  '-group',
  'text',
  '-text',
]);

export const dutyFilter = z.object({
  q: z.string().max(500).optional(),
  /** Ids of units, with those whose work they took over. */
  unit: many,
  /** Ids of units that had it before it was transferred to another. */
  formerly: many,
  /** A unit and all below it. */
  under: z.coerce.number().int().positive().optional(),
  plan: many,
  task: z.coerce.number().int().positive().optional(),
  /** Ids or names of task groups; "none": without a group. */
  group: many,
  class: many,
  state: many,
  role: z.enum(['lead', 'coordinating']).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  dueFrom: isoDate.optional(),
  dueTo: isoDate.optional(),
  /** Only those without a day by which they are due. */
  noDue: z.literal('true').optional(),
  /**
   * "mine": of the reader's units; "confirm": waiting for the reader's confirmation; "extensions": more time was asked for and the
   * reader decides; "urged": of the reader's units, urged and not yet answered; "stuck": overdue or soon due, and nothing moved for
   * 30 days.
   */
  view: z.enum(['mine', 'confirm', 'extensions', 'urged', 'stuck']).optional(),
  /** The classes as they stood on that day; what was handed down later does not count. */
  asOf: isoDate.optional(),
});

export const dutyListQuery = dutyFilter.extend({ sort: dutySort.default('due'), ...paging });

export const dutyList = z
  .object({
    rows: z.array(dutyRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    classes: classCounts,
  })
  .openapi('DutyList');

export const extension = z
  .object({
    id,
    askedOn: z.string(),
    askedBy: z.string().nullable(),
    wantedOn: z.string(),
    reason: z.string(),
    decidedOn: z.string().nullable(),
    decidedBy: z.string().nullable(),
    granted: z.boolean().nullable(),
    dueOn: z.string().nullable(),
    answer: z.string().nullable(),
  })
  .openapi('Extension');

export const dutyEvent = z
  .object({
    id,
    at: isoTime,
    day: z.string(),
    who: z.string().nullable(),
    /** The reader did it, perhaps in another window. */
    own: z.boolean(),
    action: z.enum(actions),
    note: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
  })
  .openapi('DutyEvent');

/** What the reader may do with it now: the screen shows these buttons and no others. */
export const dutyAbility = z.enum([
  'receive',
  'progress',
  'report',
  'takeBack',
  'evidence',
  'milestone',
  'askExtension',
  'confirm',
  'sendBack',
  'decideExtension',
  'reopen',
  'urge',
  'transfer',
  'cancel',
  'reinstate',
  'ownPlan',
]);

export const dutyDetail = dutyRow
  .extend({
    issuer: unitRef.nullable(),
    confirmer: unitRef.nullable(),
    outputs: z.array(z.string()),
    budget: z.string().nullable(),
    milestones: z.array(
      z.object({
        no: z.number().int(),
        title: z.string(),
        dueOn: z.string().nullable(),
        doneOn: z.string().nullable(),
      }),
    ),
    evidence: z.array(evidence),
    extensions: z.array(extension),
    urgings: z.array(urging),
    /** The other units' duties of the same task and period. */
    others: z.array(
      z.object({
        id,
        unit: unitRef,
        role: z.enum(['lead', 'coordinating']),
        class: dutyClass,
        state: dutyState,
        dueOn: z.string().nullable(),
        part: z.string().nullable(),
      }),
    ),
    /** The same unit's duties of the same task in other periods. */
    periods: z.array(
      z.object({ id, period: z.string().nullable(), class: dutyClass, dueOn: z.string().nullable() }),
    ),
    /** Paragraphs around the sentence of the document that it came from. */
    source: z
      .object({
        documentId: id,
        text: z.string(),
        offset: z.number().int(),
        span: z.tuple([z.number().int(), z.number().int()]),
        heading: z.string().nullable(),
      })
      .nullable(),
    superiorTask: z.object({ id, text: z.string() }).nullable(),
    ownPlan: planRef.nullable(),
    receivedOn: z.string().nullable(),
    reportedAt: isoTime.nullable(),
    events: z.array(dutyEvent),
    transfers: z.array(
      z.object({
        from: unitRef,
        to: unitRef,
        on: z.string(),
        reason: z.string().nullable(),
        /** By a reorganisation that is decided; its day has not come. */
        planned: z.boolean(),
      }),
    ),
    may: z.array(dutyAbility),
  })
  .openapi('DutyDetail');
