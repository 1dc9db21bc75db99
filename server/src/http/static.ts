// The built workspace: assets for ever, the page itself never, and any address of the application leads to its page.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { MiddlewareHandler } from 'hono';
import type { Env } from './api.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webp: 'image/webp',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

export function workspace(folder: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = decode(c.req.path);
    if (path === null || path === '/api' || path.startsWith('/api/')) return next();
    const asset = await find(folder, path === '/' ? '/index.html' : path);
    if (asset) return send(asset, c.req.raw, { forEver: path.startsWith('/assets/') });
    // What looks like a file and is none is missing; everything else is an address within the application. To people the page of
    // the application says so; programs get the problem.
    const missing = /\.\w{1,12}$/.test(path);
    const accept = c.req.header('accept') ?? '';
    const forPeople = accept.includes('text/html');
    if (!forPeople && (missing || accept.includes('json'))) return next();
    const page = await find(folder, '/index.html');
    return page ? send(page, c.req.raw, missing ? { status: 404 } : {}) : next();
  };
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

interface Asset {
  readonly path: string;
  readonly size: number;
  readonly tag: string;
}

/** Never outside the folder, never a hidden file. */
async function find(folder: string, path: string): Promise<Asset | null> {
  const full = normalize(join(folder, path));
  if (!full.startsWith(folder + sep) || /[/\\]\./.test(full.slice(folder.length))) return null;
  const facts = await stat(full).catch(() => null);
  if (!facts?.isFile()) return null;
  return {
    path: full,
    size: facts.size,
    tag: `"${facts.size.toString(36)}-${Math.floor(facts.mtimeMs).toString(36)}"`,
  };
}

interface Sending {
  readonly forEver?: boolean;
  readonly status?: number;
}

function send(
  { path, size, tag }: Asset,
  request: Request,
  { forEver = false, status = 200 }: Sending,
): Response {
  const headers = new Headers({
    'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: tag,
  });
  // A compressed answer bears the weak form of the tag.
  if (request.headers.get('if-none-match')?.replace(/^W\//, '') === tag && status === 200)
    return new Response(null, { status: 304, headers });
  headers.set('content-length', String(size));
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(Readable.toWeb(createReadStream(path)), { status, headers });
}
