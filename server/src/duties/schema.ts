// The contract of duties: what one unit has to do of one task in one period.
import { z } from '@hono/zod-openapi';
import { id, isoDate, isoTime, many, paging, problem } from '../http/schema.ts';
import { classCounts, planRef, unitRef } from '../plans/schema.ts';
import { actions } from './history.ts';

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

export const evidence = z
  .object({
    id,
    output: z.number().int().nullable(),
    kind: z.enum(['file', 'link', 'record']),
    title: z.string(),
    url: z.string().nullable(),
    fileName: z.string().nullable(),
    mediaType: z.string().nullable(),
    size: z.number().int().nullable(),
    addedBy: z.string().nullable(),
    addedAt: isoTime,
    /**
     * "checking": being read for marks of secrecy, without a name and open to nobody; "refused": destroyed. Both are shown only to
     * those who work on the duty.
     */
    state: z.enum(['checking', 'kept', 'refused']),
    /** Why it was refused: it bears a mark of secrecy, or could not be read to the end. */
    refusal: z.enum(['secret-mark', 'unreadable']).nullable(),
  })
  .openapi('Evidence');

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

export const urging = z
  .object({
    id,
    /** Null where a rule did it. */
    from: unitRef.nullable(),
    to: unitRef,
    who: z.string().nullable(),
    channel: z.enum(['system', 'letter', 'phone', 'email', 'meeting']),
    reference: z.string().nullable(),
    message: z.string(),
    urgedOn: z.string(),
    answerBy: z.string().nullable(),
    answeredAt: isoTime.nullable(),
    answeredBy: z.string().nullable(),
    answer: z.string().nullable(),
    duties: z.array(z.object({ id, text: z.string() })),
    mayAnswer: z.boolean(),
  })
  .openapi('Urging');

export const dutyEvent = z
  .object({
    id,
    at: isoTime,
    day: z.string(),
    who: z.string().nullable(),
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

const note = z.string().trim().max(5000);

/** One step of a duty. `version` is the one the writer saw. */
export const dutyStep = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('receive'), version: z.number().int() }),
    z.strictObject({
      do: z.literal('progress'),
      version: z.number().int(),
      note: note.min(1),
      progress: z.number().int().min(0).max(100).nullable().default(null),
    }),
    /** `doneOn`: not after today; today if left out. */
    z.strictObject({
      do: z.literal('report'),
      version: z.number().int(),
      doneOn: isoDate.optional(),
      note: note.optional(),
    }),
    /** The unit takes its report back before it is confirmed. */
    z.strictObject({ do: z.literal('takeBack'), version: z.number().int(), note: note.optional() }),
    z.strictObject({ do: z.literal('confirm'), version: z.number().int(), note: note.optional() }),
    /** `correction`: the day that was reported is wrong; the next report may name an earlier one. The reason says why. */
    z.strictObject({
      do: z.literal('sendBack'),
      version: z.number().int(),
      note: note.min(1),
      correction: z.boolean().optional(),
    }),
    /** Confirmed by mistake: open again, with a reason. `correction`: as above. */
    z.strictObject({
      do: z.literal('reopen'),
      version: z.number().int(),
      note: note.min(1),
      correction: z.boolean().optional(),
    }),
    z.strictObject({
      do: z.literal('askExtension'),
      version: z.number().int(),
      wantedOn: isoDate,
      note: note.min(1),
    }),
    z.strictObject({
      do: z.literal('decideExtension'),
      version: z.number().int(),
      granted: z.boolean(),
      dueOn: isoDate.optional(),
      note: note.optional(),
    }),
    z.strictObject({
      do: z.literal('milestone'),
      version: z.number().int(),
      no: z.number().int(),
      doneOn: isoDate.nullable(),
    }),
    z.strictObject({ do: z.literal('transfer'), version: z.number().int(), unitId: id, note: note.min(1) }),
    z.strictObject({ do: z.literal('cancel'), version: z.number().int(), note: note.min(1) }),
    z.strictObject({ do: z.literal('reinstate'), version: z.number().int(), note: note.min(1) }),
  ])
  .openapi('DutyStep');

/** The same step for several duties; what cannot be done is named, the rest is done. */
export const bulkRequest = z
  .strictObject({
    ids: z.array(id).min(1).max(500),
    do: z.enum(['receive', 'confirm', 'progress', 'sendBack']),
    note: note.optional(),
  })
  .openapi('BulkRequest');
export const bulkResult = z
  .object({
    bulkId: id,
    done: z.array(id),
    refused: z.array(z.object({ id, code: z.string(), detail: z.string() })),
  })
  .openapi('BulkResult');

/** What an undoing gave back; what somebody has touched since is named and stays. */
export const bulkUndone = bulkResult.openapi('BulkUndone');

export const evidenceResult = z
  .object({
    files: z.array(
      z.discriminatedUnion('ok', [
        z.object({ name: z.string(), ok: z.literal(true), evidence }),
        z.object({ name: z.string(), ok: z.literal(false), problem }),
      ]),
    ),
  })
  .openapi('EvidenceResult');

export const linkEvidence = z
  .strictObject({
    kind: z.enum(['link', 'record']),
    title: z.string().trim().min(1).max(500),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    output: z.number().int().min(0).nullable().default(null),
  })
  .openapi('LinkEvidence');

export const urgeRequest = z
  .strictObject({
    ids: z.array(id).min(1).max(500),
    channel: z.enum(['system', 'letter', 'phone', 'email', 'meeting']).default('system'),
    reference: z.string().max(100).optional(),
    message: note.min(1),
    answerBy: isoDate.optional(),
  })
  .openapi('UrgeRequest');
export const urgingAnswer = z.strictObject({ answer: note.min(1) }).openapi('UrgingAnswer');
export const urgingList = z.object({ rows: z.array(urging), total: z.number().int() }).openapi('UrgingList');
export const urgingQuery = z.object({
  /** Urged, or who urged: with those whose work they took over. */
  unit: z.coerce.number().int().positive().optional(),
  direction: z.enum(['to', 'from']).optional(),
  /** "true": not yet answered. */
  open: z.enum(['true', 'false']).optional(),
  ...paging,
});

export const callRequest = z
  .strictObject({
    taskId: id,
    /** By when; the call opens a duty for each unit of the task. */
    dueOn: isoDate,
    note: note.min(1),
  })
  .openapi('CallRequest');
export const called = z.object({ period: z.string(), ids: z.array(id) }).openapi('Called');

export const finding = z
  .object({
    id,
    dutyId: id.nullable(),
    text: z.string(),
    remedy: z.string(),
    remedyBy: z.string(),
    remediedOn: z.string().nullable(),
    remediedNote: z.string().nullable(),
    overdue: z.boolean(),
  })
  .openapi('Finding');
export const inspection = z
  .object({
    id,
    by: unitRef,
    unit: unitRef,
    onDay: z.string(),
    members: z.string(),
    summary: z.string(),
    findings: z.array(finding),
    version: z.number().int(),
    mayEdit: z.boolean(),
    mayRemedy: z.boolean(),
  })
  .openapi('Inspection');
export const inspectionList = z
  .object({ rows: z.array(inspection), total: z.number().int() })
  .openapi('InspectionList');
export const inspectionQuery = z.object({
  /** Inspected. */
  unit: z.coerce.number().int().positive().optional(),
  /** "true": with findings that wait for their remedy; "overdue": past its date. */
  open: z.enum(['true', 'overdue']).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  ...paging,
});
export const inspectionInput = z
  .strictObject({
    version: z.number().int().optional(),
    unitId: id,
    onDay: isoDate,
    members: z.string().max(2000).default(''),
    summary: z.string().max(10_000).default(''),
    findings: z
      .array(
        z.strictObject({
          id: id.optional(),
          dutyId: id.nullable().default(null),
          text: z.string().trim().min(1).max(5000),
          remedy: z.string().trim().min(1).max(5000),
          remedyBy: isoDate,
        }),
      )
      .max(100),
  })
  .openapi('InspectionInput');
export const remedied = z.strictObject({ on: isoDate, note: note.default('') }).openapi('Remedied');
