// Refuses to write while the disk is all but full: a database that runs out of space in the middle stops altogether.
import { statfs } from 'node:fs/promises';
import type { MiddlewareHandler } from 'hono';
import type { Env } from './api.ts';
import { problem, problemResponse } from './problem.ts';

/** Bytes that must be left: two segments of PostgreSQL's write-ahead log, and what it needs to put itself in order. */
const least = 40 * 2 ** 20;
/** Milliseconds for which one look at the disk serves. */
const fresh = 500;

async function left(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Where the files are, and the database if it is our own. What cannot be looked at is not held against anybody. */
export function roomGuard(folders: readonly string[]): MiddlewareHandler<Env> {
  let seenAt = -Infinity;
  let full: Promise<boolean> = Promise.resolve(false);
  const look = () =>
    Promise.all(folders.map((folder) => left(folder).catch(() => Infinity))).then((all) =>
      all.some((bytes) => bytes < least),
    );
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (performance.now() - seenAt > fresh) {
      seenAt = performance.now();
      full = look();
    }
    if (!(await full)) return next();
    return problemResponse(problem({ status: 507, code: 'no-space', locale: c.get('locale') }));
  };
}
