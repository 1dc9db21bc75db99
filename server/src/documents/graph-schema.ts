// The contract of the citation graph.
import { z } from '@hono/zod-openapi';
import { id, span } from '../http/schema.ts';

export const graphNode = z
  .object({
    /** "d12" for a document that we hold, "m:368/qđ-ttg" for one that is only cited. */
    id: z.string(),
    held: z.boolean(),
    documentId: id.nullable(),
    status: z.enum(['review', 'accepted', 'superseded']).nullable(),
    type: z.string().nullable(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
    title: z.string().nullable(),
    /** From the list of legal bases, on today's date; null if the list does not know it. */
    inForce: z.boolean().nullable(),
    /** Edges that arrive and leave. */
    citedBy: z.number().int(),
    cites: z.number().int(),
  })
  .openapi('GraphNode');

export const graphEdge = z
  .object({
    from: z.string(),
    to: z.string(),
    kind: z.enum(['basis', 'cites', 'implements', 'amends', 'replaces', 'contradicts']),
    /** How often, and where in the citing document. */
    count: z.number().int(),
    spans: z.array(span),
    /** For `contradicts`: which field, and the two values. */
    contradiction: z
      .object({ field: z.enum(['date', 'issuer', 'year', 'type']), said: z.string(), held: z.string() })
      .nullable(),
  })
  .openapi('GraphEdge');

export const graph = z.object({ nodes: z.array(graphNode), edges: z.array(graphEdge) }).openapi('Graph');

export const graphQuery = z.object({
  /** Only this document and what is linked with it, in `depth` steps. */
  around: z.coerce.number().int().positive().optional(),
  depth: z.coerce.number().int().min(1).max(5).default(1),
  /** Documents in review too (default), or accepted ones alone. */
  accepted: z.enum(['true', 'false']).default('false'),
});
