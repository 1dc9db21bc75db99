// The contract of loading units from a table.
import { z } from '@hono/zod-openapi';

export const importResult = z
  .object({
    dryRun: z.boolean(),
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    rows: z.array(
      z.object({
        /** As the spreadsheet counts: its first line is 1. */
        row: z.number().int(),
        name: z.string(),
        superior: z.string(),
        does: z.enum(['create', 'change', 'keep']),
        changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    errors: z.array(
      z.object({ row: z.number().int(), column: z.string(), code: z.string(), message: z.string() }),
    ),
  })
  .openapi('UnitImportResult');
