// Idempotency-Key: a write that is sent again with the same key is answered as the first was, and happens once.
import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Actor } from '../access/actor.ts';
import { answerOf, once, remember, type Answer, type Once, type Request } from '../audit/once.ts';
import type { Deps } from '../deps.ts';
import type { Env } from './api.ts';
import { problem, problemResponse } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export const askerKey = ({ personId, tokenId }: Actor): string =>
  tokenId === null ? `person:${personId}` : `token:${tokenId}`;

export const idempotency =
  ({ db, log }: Pick<Deps, 'db' | 'log'>): MiddlewareHandler<Env> =>
  async (c, next) => {
    const key = c.req.header('idempotency-key');
    const actor = c.get('actor');
    if (key === undefined || safe.has(c.req.method) || !actor) return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) return refuse(c, 400, 'bad-idempotency-key');
    const request = { asker: askerKey(actor), key, request: await digest(c) };
    const known = await answerOf(db, request);
    if (known) return replay(c, known, request);
    await once(request, async (context) => {
      await next();
      if (context.beaten) {
        const first = await answerOf(db, request);
        const answer = first ? replay(c, first, request) : refuse(c, 409, 'request-repeated', '1');
        c.res = undefined;
        c.res = answer;
      } else if (!c.get('shownOnce') && (context.done || c.res.ok)) {
        // The effect is remembered already; without its answer a repetition is refused instead of answered.
        await keep(c, db, context).catch((error: Error) =>
          log('warn', 'An answer was not kept', { error: error.message }),
        );
      }
    });
    return undefined;
  };

/** The answer holds a secret that is kept nowhere, not even to be repeated: a repetition hears that it was done. */
export const shownOnce = (c: Context<Env>): void => c.set('shownOnce', true);

/** What was asked. Forms with files stream; they are known by their size, and their files by themselves when they come. */
async function digest(c: Context<Env>): Promise<string> {
  const { method, url } = c.req.raw;
  const { pathname, search } = new URL(url);
  const hash = createHash('sha256').update(`${method} ${pathname}${search}\n`);
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  hash.update(`${type}\n${c.req.header('if-match') ?? ''}\n`);
  if (type.startsWith('multipart/')) hash.update(c.req.header('content-length') ?? '');
  else hash.update(new Uint8Array(await c.req.arrayBuffer()));
  return hash.digest('hex');
}

function refuse(c: Context<Env>, status: 400 | 409 | 422, code: string, retryAfter?: string): Response {
  const response = problemResponse(problem({ status, code, locale: c.get('locale') }));
  if (retryAfter !== undefined) response.headers.set('retry-after', retryAfter);
  return response;
}

function replay(c: Context<Env>, { request, status, body, type }: Answer, asked: Request): Response {
  if (request !== asked.request) return refuse(c, 422, 'idempotency-key-reused');
  if (status === null) return refuse(c, 409, 'request-repeated', '1');
  const headers = new Headers({ 'idempotency-replayed': 'true', 'cache-control': 'no-store' });
  if (type !== null) headers.set('content-type', type);
  return new Response(body, { status, headers });
}

async function keep(c: Context<Env>, db: Deps['db'], context: Once): Promise<void> {
  const { status, headers } = c.res;
  const type = headers.get('content-type');
  const isText = type !== null && /json|^text\//.test(type);
  await remember(db, context, { status, type, body: isText ? await c.res.clone().text() : null });
}
