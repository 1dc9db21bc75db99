// The contract of the audit log.
import { z } from '@hono/zod-openapi';
import { id, idIn, isoDate, isoTime, paging } from '../http/schema.ts';

export const auditRow = z
  .object({
    seq: id,
    at: isoTime,
    personId: id.nullable(),
    tokenId: id.nullable(),
    /** As they were called then. */
    who: z.string(),
    /** Where the request came from. */
    address: z.string().nullable(),
    /** As "plan.issue". */
    action: z.string(),
    subject: z.string().nullable(),
    subjectId: id.nullable(),
    unit: z.object({ id, name: z.string() }).nullable(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .openapi('AuditRow');

export const auditFilter = z.object({
  person: idIn.optional(),
  unit: idIn.optional(),
  /** "plan.issue", or "plan" for all that begins so. */
  action: z
    .string()
    .max(100)
    .regex(/^[\w.-]*$/)
    .optional(),
  /** A record's history: "duty" with its id. */
  subject: z.string().max(50).optional(),
  id: idIn.optional(),
  /** Days in Việt Nam, both included. */
  from: isoDate.optional(),
  to: isoDate.optional(),
  q: z.string().max(200).optional(),
});

export const auditQuery = auditFilter.extend(paging);

export const auditList = z
  .object({
    rows: z.array(auditRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('AuditList');
