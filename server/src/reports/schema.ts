// The contract of reports: what a unit reports in a call, its life, and what is rolled up of those below.
import { z } from '@hono/zod-openapi';
import { id, isoTime, paging, problem } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { callForm } from '../regimes/body.ts';
import { reporting } from '../regimes/schema.ts';
import { content } from './content.ts';

const version = z.number().int().positive();

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
  /** Hand it to the unit's leaders, who send it. */
  'hand',
  /** Take it back from them before it is sent. */
  'take-back',
  /** Give it back to the officer, within the unit. */
  'give-back',
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
    /** Lies with the unit's leaders, who have not sent it yet; null: it does not. */
    handed: z.object({ at: isoTime, by: z.string().nullable(), note: z.string().nullable() }).nullable(),
    /** The unit's leaders gave it back to be changed, and it has not gone on since; told within the unit only. */
    givenBack: z.boolean(),
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
  /** mine: of the reader's units; sign: handed to the reader to be sent; judge: sent, waiting for the reader to accept or return; approve: waiting for the reader's approval. */
  view: z.enum(['mine', 'sign', 'judge', 'approve']).optional(),
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
      'targets-differ',
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
    /** The total of the last period as long as this one, of the same unit or of all its predecessors together. */
    last: z.number().nullable(),
    /** Which period that is, or why there is none to compare with, in the reader's language. */
    lastOf: z.string().nullable(),
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
    kind: z.enum(['link', 'document', 'evidence', 'duty', 'file']),
    title: z.string(),
    url: z.string().nullable(),
    documentId: id.nullable(),
    evidenceId: id.nullable(),
    dutyId: id.nullable(),
    /** Of a file: under …/evidence/{id}/file once it is "kept". */
    mediaType: z.string().nullable(),
    size: z.number().int().nullable(),
    /**
     * Of a file. "checking": being read for marks of secrecy, without a name and open to nobody; "refused": destroyed. Both are shown
     * only to those who may fill the report.
     */
    state: z.enum(['checking', 'kept', 'refused']),
    refusal: z.enum(['secret-mark', 'unreadable']).nullable(),
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
    /** Not sent yet, and the reader stands above: figures, texts and evidence are left out. */
    sealed: z.boolean(),
    figures: z.array(figure),
    texts: z.array(sectionText),
    evidence: z.array(evidence),
    /** Why it was sent back the last time, by section; empty once it was sent (or handed) again. */
    returns: z.array(
      z.object({
        sectionId: z.string().nullable(),
        reason: z.string(),
        at: isoTime,
        who: z.string().nullable(),
        /** By the unit's own leader, not by who receives it. */
        within: z.boolean(),
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

export const urgedReports = z.object({ urged: z.number().int() }).openapi('UrgedReports');

export const levelDone = z
  .object({ done: z.number().int(), left: z.number().int() })
  .openapi('ReportLevelDone');

/** What became of each file that was sent, and the report with those that were taken. */
export const evidenceFiles = z
  .object({
    files: z.array(
      z.discriminatedUnion('ok', [
        z.object({ name: z.string(), ok: z.literal(true) }),
        z.object({ name: z.string(), ok: z.literal(false), problem }),
      ]),
    ),
    report,
  })
  .openapi('ReportEvidenceFiles');
