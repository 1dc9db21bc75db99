// What is wrong with a document in form, cell by cell.
import { z } from '@hono/zod-openapi';

/** Where something is wrong: cells (ô) of Decree 30/2020, Annex I, section IV. */
export const cell = z.enum([
  '1',
  '2',
  '3',
  '4',
  '5a',
  '5b',
  '6',
  '7a',
  '7b',
  '7c',
  '9a',
  '9b',
  '10a',
  '10b',
  '11',
  '12',
  '13',
  'annex',
]);

export const formProblem = z
  .object({
    code: z.string(),
    /** Errors keep it from being submitted. */
    severity: z.enum(['error', 'warning', 'note']),
    cell,
    /** Part of the content: "title", "recipients", "body.3", "attached.0.body.7"; null where none is to be shown. */
    path: z.string().nullable(),
    message: z.string(),
    /** The words that it is about. */
    excerpt: z.string().nullable(),
    clause: z.string().nullable(),
  })
  .openapi('FormProblem');
export const formCheck = z
  .object({
    version: z.number().int(),
    problems: z.array(formProblem),
    errors: z.number().int(),
    warnings: z.number().int(),
  })
  .openapi('FormCheck');
