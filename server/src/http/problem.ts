// From what went wrong to the answer that says so (RFC 9457): a code, a title and a sentence, never a stack.
import { randomBytes } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import type { z } from '@hono/zod-openapi';
import { Conflict, Forbidden, Invalid, NotFound, NotProven, TooOften, type Values } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Env } from './api.ts';
import type { Locale } from './locale.ts';
import type { problem as schema } from './schema.ts';
import { wordsOf } from '../error-words.ts';

export type Problem = z.infer<typeof schema>;

export interface ProblemOf {
  readonly status: number;
  readonly code: string;
  readonly values?: Values;
  readonly locale: Locale;
}

export function problem({ status, code, values = {}, locale }: ProblemOf): Problem {
  return { type: `about:blank#${code}`, status, code, ...wordsOf(code, values, locale) };
}

export function problemResponse(body: Problem & Readonly<Record<string, unknown>>): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** PostgreSQL is starting, stopping, full or out of reach, or the connection broke under the request. */
function isDatabaseAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const gone = /^(57P0[1-3]|08\w{3}|53\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
  if (typeof code === 'string') return gone.test(code);
  return (
    typeof message === 'string' &&
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      message,
    )
  );
}

const isDiskFull = (error: unknown) =>
  /^(53100|ENOSPC|EDQUOT)$/.test(String((error as { code?: unknown }).code));

/** PostgreSQL cannot hold it: the character 0, half a surrogate pair, a day before the calendar, a number beyond all numbers. */
const isBadData = (error: unknown) => /^22\w{3}$/.test(String((error as { code?: unknown }).code));

/** Lists within lists, deeper than any reader of them can follow. */
const isTooDeep = (error: unknown) => error instanceof RangeError && /call stack/i.test(error.message);

/** The last resort: everything that no route has answered itself. */
export function errorHandler(log: Log): ErrorHandler<Env> {
  return (error, c) => {
    const locale = c.get('locale') ?? 'vi';
    if (error instanceof NotFound) return problemResponse(problem({ status: 404, ...error, locale }));
    if (error instanceof Forbidden) return problemResponse(problem({ status: 403, ...error, locale }));
    if (error instanceof Invalid) return problemResponse(problem({ status: 422, ...error, locale }));
    if (error instanceof NotProven) return problemResponse(problem({ status: 401, ...error, locale }));
    if (error instanceof TooOften) return problemResponse(problem({ status: 429, ...error, locale }));
    if (error instanceof Conflict) {
      return problemResponse({ ...problem({ status: 409, ...error, locale }), ...error.more });
    }
    if (isTooDeep(error)) return problemResponse(problem({ status: 400, code: 'too-deep', locale }));
    if (isBadData(error)) return problemResponse(problem({ status: 400, code: 'bad-data', locale }));
    if (error instanceof ZodError)
      return problemResponse(problem({ status: 404, code: 'not-found', locale }));
    if (error instanceof HTTPException) {
      const code = error.status === 415 ? 'wrong-type' : error.status === 413 ? 'body-too-large' : 'not-json';
      return problemResponse(problem({ status: error.status, code, values: { limit: 10 }, locale }));
    }
    const reference = randomBytes(4).toString('hex');
    log('error', error.message, { reference, path: c.req.path, stack: error.stack });
    if (isDiskFull(error)) return problemResponse(problem({ status: 507, code: 'no-space', locale }));
    if (isDatabaseAway(error)) return problemResponse(problem({ status: 503, code: 'unavailable', locale }));
    return problemResponse(problem({ status: 500, code: 'internal', values: { reference }, locale }));
  };
}
