// A service on one's own machine, without accounts yet: other sites in the same browser must not use it.
import type { MiddlewareHandler } from 'hono';
import type { Env } from './api.ts';
import { problem, problemResponse } from './problem.ts';

/** Against DNS rebinding: a foreign name that was made to point here still arrives with its own Host. */
export function hostGuard(names: readonly string[]): MiddlewareHandler<Env> {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    const name = host.replace(/:\d+$/, '');
    if (known.has('*') || known.has(name) || known.has(host)) return next();
    return problemResponse(
      problem({
        status: 421,
        code: 'foreign-host',
        values: { host: host.slice(0, 100) },
        locale: c.get('locale'),
      }),
    );
  };
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Against forged requests: a browser says where a request comes from, programs without one (curl) send neither header. */
export const originGuard: MiddlewareHandler<Env> = async (c, next) => {
  if (safe.has(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (sameSite && (origin === undefined || isOurs(origin, c.req.header('host')))) return next();
  return problemResponse(problem({ status: 403, code: 'foreign-origin', locale: c.get('locale') }));
};

function isOurs(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

const policy = [
  "default-src 'self'",
  // Mantine writes its variables into style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-frame-options', 'SAMEORIGIN');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
};
