// What every subject's routes are made with: validation that answers with a problem, and the answers' descriptions.
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import type { Line } from '../accounts/sessions.ts';
import { fieldLabel } from './field-labels.ts';
import { fieldWords } from './field-words.ts';
import type { Locale } from './locale.ts';
import { problem, problemResponse } from './problem.ts';
import { problem as problemSchema } from './schema.ts';

export interface Env {
  Variables: { locale: Locale; actor: Actor | null; line: Line; withheld: readonly Role[]; shownOnce?: true };
}

export type Api = OpenAPIHono<Env>;

export function newApi(): Api {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const locale = c.get('locale');
      // The validator hands on what was sent, which its own type does not say.
      const sent = (result as { readonly data?: unknown }).data;
      const errors = result.error.issues.slice(0, 20).map((issue) => ({
        path: issue.path.map(String).join('.'),
        label: fieldLabel(issue.path, locale),
        message: fieldWords(issue as Parameters<typeof fieldWords>[0], sent, locale),
      }));
      const fields = errors.map(({ label, message }) => `${label}: ${message}`).join('; ');
      const said = problem({ status: 400, code: 'bad-request', values: { fields }, locale });
      return problemResponse({ ...said, errors: errors.map(({ path, message }) => ({ path, message })) });
    },
  });
}

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A JSON body that must be there. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const problemContent = { 'application/problem+json': { schema: problemSchema } };

/** 409 whose problem says more than others, in fields of its own. */
export const conflict = (more: z.ZodRawShape) => ({
  409: {
    description: 'Conflict',
    content: { 'application/problem+json': { schema: problemSchema.extend(more) } },
  },
});

/** 409; where the version was another one (`stale-version`), with the record as it is now and what was sent. */
export const stale = (current: z.ZodType, more: z.ZodRawShape = {}) =>
  conflict({ current: current.optional(), yours: z.unknown().optional(), ...more });

/** The problems a route may answer with, by status. */
export function problems(...statuses: readonly (400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429)[]) {
  const words = {
    400: 'Bad request',
    401: 'Not signed in',
    403: 'Not allowed',
    404: 'Not there',
    409: 'Conflict',
    413: 'Too large',
    415: 'Wrong type',
    422: 'Makes no sense',
    429: 'Too often',
  };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: words[status], content: problemContent }]),
  );
}
