// The contract of plans.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoDate, isoTime, paging } from '../http/schema.ts';
import { planBody } from './body.ts';

export const planStatus = z.enum(['draft', 'submitted', 'returned', 'approved', 'issued', 'closed']);
export const unitRef = z.object({ id, name: z.string() }).openapi('UnitRef');
export const planRef = z
  .object({ id, title: z.string(), number: z.string().nullable(), status: planStatus, ownerName: z.string() })
  .openapi('PlanRef');

/** The four classes and what stands beside them; `noDate` is in term, without a day to be late against. */
export const classCounts = z
  .object({
    onTime: z.number().int(),
    late: z.number().int(),
    inTerm: z.number().int(),
    overdue: z.number().int(),
  })
  .openapi('ClassCounts');

export const planSummary = z
  .object({
    id,
    title: z.string(),
    owner: unitRef,
    status: planStatus,
    periodFrom: z.string(),
    periodTo: z.string(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    edition: z.number().int(),
    /** Of the amendment being drawn up; null: none. */
    amendmentStatus: z.enum(['draft', 'submitted', 'returned', 'approved']).nullable(),
    tasks: z.number().int(),
    superior: planRef.nullable(),
    /** Of its duties; null before it is issued. */
    classes: classCounts.nullable(),
    documentId: id.nullable(),
    demo: z.boolean(),
  })
  .openapi('PlanSummary');

export const planList = z
  .object({
    rows: z.array(planSummary),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('PlanList');

export const planListQuery = z.object({
  q: z.string().max(500).optional(),
  unit: z.coerce.number().int().positive().optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  /** Whose, as seen from the reader's units. */
  scope: z.enum(['own', 'below', 'above']).optional(),
  status: z.string().max(100).optional(),
  superior: z.coerce.number().int().positive().optional(),
  /** Only those that this plan may carry out: of units above, and longer ones of its own unit. */
  superiorFor: idIn.optional(),
  sort: z.enum(['period', '-period', 'title', '-title', 'issued', '-issued']).default('-period'),
  ...paging,
});

export const planEvent = z
  .object({
    at: isoTime,
    who: z.string().nullable(),
    /** The reader did it, perhaps in another window. */
    own: z.boolean(),
    action: z.string(),
    reason: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
  })
  .openapi('PlanEvent');

/** What the reader may do with it now: the screen shows these buttons and no others. */
export const planAbility = z.enum([
  'edit',
  'submit',
  'withdraw',
  'return',
  'approve',
  'issue',
  'amend',
  'dropAmendment',
  'close',
  'reopen',
  'remove',
]);

export const planDetail = planSummary
  .extend({
    body: planBody,
    /** Of the amendment, while one is being drawn up. */
    amendment: planBody.nullable(),
    version: z.number().int(),
    signer: z.string().nullable(),
    previous: planRef.nullable(),
    /** Title and period of the amendment, while one is being drawn up. */
    amendmentHead: z.object({ title: z.string(), periodFrom: z.string(), periodTo: z.string() }).nullable(),
    /** The imported document that it (or its amendment) was made of: number, date and signer to issue it with. */
    document: z
      .object({
        id,
        title: z.string().nullable(),
        number: z.string().nullable(),
        issuedOn: z.string().nullable(),
        signer: z.string().nullable(),
      })
      .nullable(),
    /** The coordinating body, which confirms what is done; null before it is issued. */
    confirmer: unitRef.nullable(),
    /** Plans of units below that carry it out. */
    below: z.number().int(),
    editions: z.array(
      z.object({
        edition: z.number().int(),
        number: z.string().nullable(),
        issuedOn: z.string(),
        signer: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    events: z.array(planEvent),
    may: z.array(planAbility),
  })
  .openapi('PlanDetail');

/** Where a new plan comes from: one of them, or none for a blank. */
export const planCreate = z
  .strictObject({
    unitId: id.nullable().default(null),
    title: z.string().trim().min(1).max(1000).optional(),
    periodFrom: isoDate.optional(),
    periodTo: isoDate.optional(),
    /** An accepted document: title, number, date, signer and tasks are its own. */
    documentId: id.optional(),
    /** A plan of last period. */
    previousId: id.optional(),
    /** The superior's plan: the tasks that name the unit are taken over and linked. */
    superiorId: id.optional(),
  })
  .openapi('PlanCreate');

export const planChange = z
  .strictObject({
    version: z.number().int(),
    title: z.string().trim().min(1).max(1000).optional(),
    periodFrom: isoDate.optional(),
    periodTo: isoDate.optional(),
    superiorId: id.nullable().optional(),
    /** Of the amendment if one is being drawn up, else of the plan. */
    body: planBody.optional(),
  })
  .openapi('PlanChange');

export const planStep = z
  .strictObject({ version: z.number().int(), reason: z.string().trim().max(5000).optional() })
  .openapi('PlanStep');

export const planIssue = z
  .strictObject({
    version: z.number().int(),
    number: z.string().trim().min(1).max(100),
    issuedOn: isoDate,
    signer: z.string().trim().min(1).max(200),
    /** Why it is amended; for amendments. */
    reason: z.string().trim().max(5000).optional(),
  })
  .openapi('PlanIssue');

/** The day on which collective names are expanded: today if left out. */
export const handDownQuery = z.object({ issuedOn: isoDate.optional() });

/** What issuing would hand down, before it is done. */
export const handDown = z
  .object({
    rows: z.array(
      z.object({
        planTaskId: z.string(),
        text: z.string(),
        role: z.enum(['lead', 'coordinating']),
        /** As named; with the units that it means on that day. */
        name: z.string(),
        units: z.array(unitRef),
        dueOn: z.string().nullable(),
        periods: z.array(z.string()),
        /** Why nothing can be handed down: `no-unit`, `no-lead`. */
        problem: z.string().nullable(),
      }),
    ),
    duties: z.number().int(),
    units: z.number().int(),
    /** Only for an amendment: duties that stay, end, begin or change. */
    changes: z
      .object({
        kept: z.number().int(),
        cancelled: z.number().int(),
        added: z.number().int(),
        moved: z.number().int(),
      })
      .nullable(),
  })
  .openapi('HandDown');

const workLeft = {
  /** Not reported as done, overdue ones among them. */
  open: z.number().int(),
  overdue: z.number().int(),
  /** Reported as done and waiting to be confirmed. */
  reported: z.number().int(),
};

/** What a plan's duties still hold, leading and coordinating: it goes on when the plan is closed. */
export const openWork = z
  .object({
    ...workLeft,
    /** By the unit that answers for it today, the most overdue first. */
    units: z.array(z.object({ unit: unitRef, ...workLeft })),
  })
  .openapi('OpenWork');

/** Editions to compare: the newest with the one before if left out. */
export const planDiffQuery = z.object({
  from: z.coerce.number().int().positive().optional(),
  to: z.coerce.number().int().positive().optional(),
});

/** Differences of two editions, task by task. */
export const planDiff = z
  .object({
    from: z.number().int(),
    to: z.number().int(),
    tasks: z.array(
      z.object({
        planTaskId: z.string(),
        change: z.enum(['added', 'removed', 'changed', 'same']),
        text: z.string(),
        fields: z.array(
          z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
    /** Differences outside the tasks: title, objectives, targets, groups, arrangements. */
    rest: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .openapi('PlanDiff');

/** Who owes a plan of their own, who has issued it, who is late, which tasks nobody below has taken up. */
export const coverage = z
  .object({
    plan: planRef,
    dueOn: z.string().nullable(),
    units: z.array(
      z.object({
        unit: unitRef,
        state: z.enum(['issued', 'issued-late', 'drafting', 'none', 'overdue']),
        dueOn: z.string().nullable(),
        plan: planRef.nullable(),
        issuedOn: z.string().nullable(),
        /** Ids of the superior's tasks that its plan has taken up. */
        taskIds: z.array(id),
      }),
    ),
    tasks: z.array(
      z.object({
        id,
        text: z.string(),
        group: z.string().nullable(),
        /** Units to which it was handed down, and those whose plan has taken it up. */
        handedTo: z.number().int(),
        takenUp: z.number().int(),
        unitIds: z.array(id),
      }),
    ),
    counts: z.object({
      issued: z.number().int(),
      issuedLate: z.number().int(),
      drafting: z.number().int(),
      none: z.number().int(),
      overdue: z.number().int(),
      tasksNobody: z.number().int(),
    }),
  })
  .openapi('Coverage');
