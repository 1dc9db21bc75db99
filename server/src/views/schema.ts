// The contract of saved views: a name for a set of filters.
import { z } from '@hono/zod-openapi';
import { id, isoTime } from '../http/schema.ts';

export const viewInput = z
  .object({
    name: z.string().trim().min(1).max(200),
    /** The register's query string without "?", as "lead=unit%3A12&status=overdue&sort=-due". */
    query: z.string().max(8000),
    /** Names of the shown columns, in order; null for the usual ones. */
    columns: z.array(z.string().max(50)).max(50).nullable().default(null),
    /** To everybody of the tree, instead of being one's own. */
    offered: z.boolean().default(false),
  })
  .openapi('ViewInput');

export const view = viewInput
  .extend({
    id,
    createdAt: isoTime,
    /** The reader may change and remove it. */
    mine: z.boolean(),
  })
  .openapi('View');
export const viewList = z.object({ rows: z.array(view) }).openapi('ViewList');
