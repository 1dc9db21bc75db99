// The contract of evidence: files and links that prove what was done.
import { z } from '@hono/zod-openapi';
import { id, isoTime, problem } from '../http/schema.ts';

export const evidence = z
  .object({
    id,
    output: z.number().int().nullable(),
    kind: z.enum(['file', 'link', 'record']),
    title: z.string(),
    url: z.string().nullable(),
    fileName: z.string().nullable(),
    mediaType: z.string().nullable(),
    size: z.number().int().nullable(),
    addedBy: z.string().nullable(),
    addedAt: isoTime,
    /**
     * "checking": being read for marks of secrecy, without a name and open to nobody; "refused": destroyed. Both are shown only to
     * those who work on the duty.
     */
    state: z.enum(['checking', 'kept', 'refused']),
    /** Why it was refused: it bears a mark of secrecy, or could not be read to the end. */
    refusal: z.enum(['secret-mark', 'unreadable']).nullable(),
  })
  .openapi('Evidence');

export const evidenceResult = z
  .object({
    files: z.array(
      z.discriminatedUnion('ok', [
        z.object({ name: z.string(), ok: z.literal(true), evidence }),
        z.object({ name: z.string(), ok: z.literal(false), problem }),
      ]),
    ),
  })
  .openapi('EvidenceResult');

export const linkEvidence = z
  .strictObject({
    kind: z.enum(['link', 'record']),
    title: z.string().trim().min(1).max(500),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    output: z.number().int().min(0).nullable().default(null),
  })
  .openapi('LinkEvidence');
