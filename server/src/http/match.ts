// ETags of what is read, and what follows from them: 304 for who has it already, If-Match in place of a version.
import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from './api.ts';
import { problem, problemResponse } from './problem.ts';

/** Characters beyond which an answer is not looked into for a version or pages. */
const largest = 2 * 2 ** 20;

interface Known {
  readonly version?: unknown;
  readonly state?: { readonly version?: unknown } | null;
  readonly total?: unknown;
  readonly page?: unknown;
  readonly size?: unknown;
}

function look(text: string): Known {
  if (text.length > largest || !text.startsWith('{')) return {};
  try {
    return JSON.parse(text) as Known;
  } catch {
    return {};
  }
}

/** Weak, since the same record is worded in two languages; the version in front is what If-Match reads. */
function tagOf(text: string, { version, state }: Known): string {
  const number = version ?? state?.version;
  const content = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return typeof number === 'number' ? `W/"v${number}-${content}"` : `W/"${content}"`;
}

const bare = (tag: string) => tag.trim().replace(/^W\//, '');

const isAmong = (header: string, tag: string) =>
  header.trim() === '*' || header.split(',').some((each) => bare(each) === bare(tag));

/** RFC 8288: where the pages around this one are. */
function linksOf(url: string, { total, page, size }: Known): string | null {
  if (typeof total !== 'number' || typeof page !== 'number' || typeof size !== 'number' || size < 1)
    return null;
  const last = Math.max(1, Math.ceil(total / size));
  const at = (number: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    target.searchParams.set('size', String(size));
    return `<${target.pathname}${target.search}>; rel="${rel}"`;
  };
  return [
    at(1, 'first'),
    ...(page > 1 ? [at(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [at(page + 1, 'next')] : []),
    at(last, 'last'),
  ].join(', ');
}

export const tags: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { status, headers } = c.res;
  const type = headers.get('content-type') ?? '';
  if (c.req.method !== 'GET' || status !== 200 || !type.startsWith('application/json')) return;
  // A file that is written while it is read must not be read whole here.
  if (headers.get('content-disposition')?.startsWith('attachment')) return;
  const text = await c.res.text();
  const known = look(text);
  const tag = tagOf(text, known);
  const all = new Headers(headers);
  all.set('etag', tag);
  const links = linksOf(c.req.url, known);
  if (links) {
    all.set('link', links);
    all.set('x-total-count', String(known.total));
  }
  const wanted = c.req.header('if-none-match');
  const same = wanted !== undefined && isAmong(wanted, tag);
  if (same) for (const name of ['content-type', 'content-length']) all.delete(name);
  c.res = undefined;
  c.res = new Response(same ? null : text, { status: same ? 304 : 200, headers: all });
};

const changing = new Set(['PUT', 'PATCH', 'POST']);

export const isForm = (type: string | undefined): boolean => /^\s*multipart\//i.test(type ?? '');

/** If-Match says in a header which version was seen; services are told of it as if it stood in the body. */
export const preconditions: MiddlewareHandler<Env> = async (c, next) => {
  const wanted = c.req.header('if-match');
  if (wanted === undefined || !changing.has(c.req.method)) return next();
  // A form has no version; it may be endless, and is read by its route alone.
  if (isForm(c.req.header('content-type'))) return next();
  const version = /^\s*(?:W\/)?"v(\d{1,9})-[\w-]+"\s*$/.exec(wanted)?.[1];
  if (version === undefined) return failed(c, 412, 'no-such-version');
  const text = await c.req.text();
  const body: unknown = text.trim() === '' ? {} : parse(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return next();
  const stated = (body as { version?: unknown }).version;
  if (stated !== undefined && stated !== Number(version)) return failed(c, 400, 'two-versions');
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  const told = JSON.stringify({ ...body, version: Number(version) });
  c.req.bodyCache = {};
  c.req.raw = new Request(c.req.raw.url, { method: c.req.method, headers, body: told });
  return next();
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const failed = (c: Context<Env>, status: 400 | 412, code: string) =>
  problemResponse(problem({ status, code, locale: c.get('locale') }));
