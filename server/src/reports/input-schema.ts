// What is sent to reports: figures and texts, steps, evidence.
import { z } from '@hono/zod-openapi';
import { cellKey } from '../indicators/body.ts';
import { id, isoDate } from '../http/schema.ts';
import { content } from './content.ts';

const version = z.number().int().positive();
const number = z.number().min(-1e15).max(1e15);

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
/** What a piece of evidence proves: a section, a figure, or (nothing named) the report as a whole. */
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

/** The same as fields of a form, in front of its files. */
export const evidencePlace = z.object({
  sectionId: place.sectionId,
  indicatorId: z.coerce.number().int().positive().max(2_147_483_647).nullable().default(null),
  cell: place.cell,
});
