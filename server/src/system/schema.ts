// The contract of health and of the reader's own settings.
import { z } from '@hono/zod-openapi';

export const health = z
  .object({
    ok: z.boolean(),
    version: z.string(),
    database: z.object({ ok: z.boolean(), version: z.string(), milliseconds: z.number() }),
    /** Files waiting to be read, or being read. */
    reading: z.number().int(),
  })
  .openapi('Health');

export const me = z.object({ locale: z.enum(['vi', 'en']) }).openapi('Me');
