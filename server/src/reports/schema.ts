// The contract of reports: what a unit reports in a call, its life, and what is rolled up of those below.
import { z } from '@hono/zod-openapi';
import { cellKey } from '../indicators/body.ts';
import { id, isoDate, isoTime, paging } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { callForm } from '../regimes/body.ts';
import { reporting } from '../regimes/schema.ts';
import { content } from './content.ts';

const version = z.number().int().positive();
const number = z.number().min(-1e15).max(1e15);

/** draft → submitted → returned (→ submitted) or accepted → approved → locked; an accepted one may be opened again. */
export const reportStatus = z
  .enum(['draft', 'submitted', 'returned', 'accepted', 'approved', 'locked'])
  .openapi('ReportStatus');

/** Derived from dates whenever it is asked. Sent: on-time or late; not sent: in-term, overdue, or excused. */
export const reportClass = z
  .enum(['on-time', 'late', 'in-term', 'overdue', 'excused'])
  .openapi('ReportClass');

export const reportAbility = z.enum([
  'fill',
  'derive',
  'submit',
  'withdraw',
  'accept',
  'return',
  'approve',
  'lock',
  'reopen',
  'excuse',
  'extend',
  'urge',
  /** Approve all reports directly below, once all are in or excused. */
  'approve-level',
]);

export const reportRow = z
  .object({
    id,
    callId: id,
    callName: z.string(),
    period: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    unit: unitRef,
    /** Who answers for it today, if the unit has ended since. */
    heir: unitRef.nullable(),
    /** To whom; null: it is the report of who called. */
    receiver: unitRef.nullable(),
    parentId: id.nullable(),
    depth: z.number().int(),
    tier: z.string().nullable(),
    dueOn: z.string(),
    firstDueOn: z.string(),
    status: reportStatus,
    class: reportClass,
    submittedOn: z.string().nullable(),
    firstSubmittedOn: z.string().nullable(),
    submittedBy: z.string().nullable(),
    excuse: z.string().nullable(),
    reopened: z.number().int(),
    /** Its unit was merged before it was sent: that report covers it. */
    mergedInto: id.nullable(),
    lastMovedOn: z.string(),
    /** Times urged and not answered yet. */
    urged: z.number().int(),
    /** Of the reports directly below; null: none. */
    below: reporting.nullable(),
    version,
  })
  .openapi('ReportRow');

export const reportList = z
  .object({
    rows: z.array(reportRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    reporting,
  })
  .openapi('ReportList');

export const reportQuery = z.object({
  q: z.string().max(200).optional(),
  call: z.coerce.number().int().positive().optional(),
  /** Reports directly below this one. */
  parent: z.coerce.number().int().positive().optional(),
  unit: z.coerce.number().int().positive().optional(),
  /** A unit and all below it. */
  under: z.coerce.number().int().positive().optional(),
  tier: z.string().max(40).optional(),
  status: reportStatus.optional(),
  class: reportClass.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  /** mine: of the reader's units; judge: sent, waiting for the reader to accept or return; approve: waiting for the reader's approval. */
  view: z.enum(['mine', 'judge', 'approve']).optional(),
  sort: z.enum(['due', '-due', 'unit', '-unit', 'moved', '-moved']).default('due'),
  ...paging,
});

/** What is odd about a figure, in the reader's language; it is never changed for it. */
export const warning = z
  .object({
    code: z.enum([
      'below-minimum',
      'above-maximum',
      'changed-much',
      'outlier',
      'parts-differ',
      'no-weight',
      'missing',
      'not-derived',
      'below-missing',
    ]),
    text: z.string(),
  })
  .openapi('FigureWarning');

export const figure = z
  .object({
    indicatorId: id,
    cell: z.string(),
    /** The unit's own part: what it and the units that it covers did. */
    value: z.number().nullable(),
    weight: z.number().nullable(),
    /** Of a distinct count: what was counted. */
    names: z.array(z.string()).nullable(),
    /** What the records say as of the window's end; null: it is entered. */
    derived: z.number().nullable(),
    derivedAt: isoTime.nullable(),
    /** A person wrote another value than the derived one, and why. */
    changed: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: isoTime.nullable(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number().int().min(0),
    /** What the accepted reports below add, by the indicator's rule, and how many of them have it; null: nothing is below. */
    below: z.object({ value: z.number().nullable(), n: z.number().int() }).nullable(),
    /** Own part and those below together. */
    total: z.number().nullable(),
    /** The total of the last period, of the same unit and its predecessors. */
    last: z.number().nullable(),
    target: z.number().nullable(),
    warnings: z.array(warning),
  })
  .openapi('ReportFigure');

export const sectionText = z
  .object({
    sectionId: z.string(),
    content,
    version: z.number().int().min(0),
    changedBy: z.string().nullable(),
    changedAt: isoTime.nullable(),
  })
  .openapi('ReportText');

export const evidence = z
  .object({
    id,
    sectionId: z.string().nullable(),
    indicatorId: id.nullable(),
    cell: z.string().nullable(),
    kind: z.enum(['link', 'document', 'evidence', 'duty']),
    title: z.string(),
    url: z.string().nullable(),
    documentId: id.nullable(),
    evidenceId: id.nullable(),
    dutyId: id.nullable(),
    addedBy: z.string().nullable(),
    addedAt: isoTime,
  })
  .openapi('ReportEvidence');

export const report = reportRow
  .extend({
    call: z.object({
      id,
      name: z.string(),
      owner: unitRef,
      kind: z.enum(['periodic', 'thematic', 'ad-hoc']),
      frequency: z.string(),
      period: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      status: z.enum(['open', 'closed', 'cancelled']),
      note: z.string().nullable(),
      form: callForm,
    }),
    /** The units that it counts: itself, whose work it took over, those below that do not report themselves. */
    covers: z.array(unitRef),
    figures: z.array(figure),
    texts: z.array(sectionText),
    evidence: z.array(evidence),
    /** Why it was sent back the last time, by section; empty once it was sent again. */
    returns: z.array(
      z.object({
        sectionId: z.string().nullable(),
        reason: z.string(),
        at: isoTime,
        who: z.string().nullable(),
      }),
    ),
    derivedAt: isoTime.nullable(),
    /** What a sending would be refused or warned for, as it stands now. */
    unready: z.array(
      z.object({
        code: z.string(),
        sectionId: z.string().nullable(),
        text: z.string(),
        /** It is refused for it; else only worth a look. */
        blocks: z.boolean(),
      }),
    ),
    may: z.array(reportAbility),
  })
  .openapi('Report');

export const figureInput = z
  .strictObject({
    indicatorId: id,
    cell: cellKey.default(''),
    /** Null: empty. Of a distinct count: leave it out and give `names`. */
    value: number.nullable().optional(),
    weight: z.number().min(0).max(1e15).nullable().optional(),
    names: z.array(z.string().trim().min(1).max(300)).max(5000).optional(),
    /** Needed where it differs from what was derived. */
    reason: z.string().trim().max(1000).nullable().optional(),
    note: z.string().trim().max(1000).nullable().optional(),
    /** Back to what the records say. */
    asDerived: z.literal(true).optional(),
    /** Of the figure as it was seen; 0: there was none. */
    version: z.number().int().min(0),
  })
  .openapi('FigureInput');

export const reportChange = z
  .strictObject({
    figures: z.array(figureInput).max(2000).default([]),
    texts: z
      .array(
        z.strictObject({ sectionId: z.string().min(1).max(40), content, version: z.number().int().min(0) }),
      )
      .max(100)
      .default([]),
  })
  .openapi('ReportChange');

export const reportStep = z
  .strictObject({ version, reason: z.string().trim().max(2000).optional() })
  .openapi('ReportStep');

export const reportReturn = z
  .strictObject({
    version,
    reasons: z
      .array(
        z.strictObject({
          /** Null: the report as a whole. */
          sectionId: z.string().min(1).max(40).nullable(),
          reason: z.string().trim().min(1).max(2000),
        }),
      )
      .min(1)
      .max(100),
  })
  .openapi('ReportReturn');

export const reportExcuse = z
  .strictObject({ version, reason: z.string().trim().min(1).max(2000).nullable() })
  .openapi('ReportExcuse');
export const reportExtend = z
  .strictObject({ version, dueOn: isoDate, reason: z.string().trim().min(1).max(2000) })
  .openapi('ReportExtend');

/** Without ids: all that are missing, among those below `parentId` (else of the whole call). */
export const urgeReports = z
  .strictObject({
    reportIds: z.array(id).max(5000).optional(),
    parentId: id.optional(),
    message: z.string().trim().min(1).max(3000),
    channel: z.enum(['system', 'letter', 'phone', 'email', 'meeting']).default('system'),
    reference: z.string().trim().max(200).optional(),
    answerBy: isoDate.optional(),
  })
  .openapi('UrgeReports');
export const urgedReports = z.object({ urged: z.number().int() }).openapi('UrgedReports');

export const levelDone = z
  .object({ done: z.number().int(), left: z.number().int() })
  .openapi('ReportLevelDone');

const place = {
  sectionId: z.string().min(1).max(40).nullable().default(null),
  indicatorId: id.nullable().default(null),
  cell: cellKey.nullable().default(null),
};
export const evidenceInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('link'),
      ...place,
      title: z.string().trim().min(1).max(500),
      url: z.url({ protocol: /^https?$/ }).max(2000),
    }),
    z.strictObject({ kind: z.literal('document'), ...place, documentId: id }),
    z.strictObject({ kind: z.literal('evidence'), ...place, evidenceId: id }),
    z.strictObject({ kind: z.literal('duty'), ...place, dutyId: id }),
  ])
  .openapi('ReportEvidenceInput');
