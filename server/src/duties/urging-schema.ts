// The contract of urging (đôn đốc): who urged whom, by what, when, answered or not.
import { z } from '@hono/zod-openapi';
import { id, isoDate, isoTime, paging } from '../http/schema.ts';
import { unitRef } from '../plans/schema.ts';
import { note } from './step-schema.ts';

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
    /** Reports that it asks for; `text` is the name of the call. */
    reports: z.array(z.object({ id, text: z.string() })),
    mayAnswer: z.boolean(),
  })
  .openapi('Urging');

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
