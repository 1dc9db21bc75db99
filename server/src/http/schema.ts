// What every subject's answers are made of.
import { z } from '@hono/zod-openapi';
import type { Block, Page, Section, Span } from '@nhipcau/document';

/** Problem details (RFC 9457): `title` and `detail` are in the reader's language, `code` never changes. */
export const problem = z
  .object({
    type: z.string(),
    status: z.number().int(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    /** Which field of the request is wrong, for bad requests. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

export const isoDate = z.iso
  .date()
  // No database knows the year 0.
  .refine((day) => !day.startsWith('0000'))
  .openapi({ example: '2019-11-15' });
export const isoTime = z.iso.datetime({ offset: true });
export const id = z.number().int().positive();

/** Ids in paths and queries arrive as text. */
export const idIn = z.coerce.number().int().positive().max(2_147_483_647);

export const idParam = z.object({
  id: idIn.openapi({ param: { name: 'id', in: 'path' }, example: 12 }),
});

/** [start, end) in UTF-16 code units of the document's text. */
const spanShape = {
  items: { type: 'integer' as const, minimum: 0 },
  minItems: 2,
  maxItems: 2,
  description: '[start, end)',
};
export const span = z.custom<Span>((value) => isSpan(value)).openapi({ ...spanShape, type: 'array' });
/** `span.nullable()` would be described as never null: what is said by hand about a type holds for the whole. */
export const spanOrNull = z
  .custom<Span>((value) => isSpan(value))
  .nullable()
  .openapi({ ...spanShape, type: ['array', 'null'] });

function isSpan(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((n) => Number.isInteger(n) && n >= 0 && n < 2 ** 31) &&
    value[0] <= value[1]
  );
}

export const block = z
  .custom<Block>()
  .openapi({ type: 'object', description: 'A paragraph or a table of the text' });
export const page = z.custom<Page>().openapi({ type: 'object', description: 'Width and height in points' });
export const section = z
  .custom<Section>()
  .openapi({ type: 'object', description: 'A section and those below it' });

/** A query parameter that may be given several times: `?lead=a&lead=b`. */
export const many = z
  .union([z.string().max(500), z.array(z.string().max(500)).max(100)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .optional();

export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
};
