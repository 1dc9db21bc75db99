// The contract of inspections: visits, what they found, by when it is to be mended.
import { z } from '@hono/zod-openapi';
import { id, isoDate, paging } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { note } from './step-schema.ts';

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
