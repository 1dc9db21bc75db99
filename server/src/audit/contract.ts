// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as audits from './schema.ts';

export type AuditRow = z.infer<typeof audits.auditRow>;
export type AuditList = z.infer<typeof audits.auditList>;
export type AuditQuery = z.input<typeof audits.auditQuery>;
