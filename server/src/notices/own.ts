// A person's own notices and wishes.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../db/connect.ts';
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import { isKind, kinds, type Kind, type Mail } from './kinds.ts';
import * as queries from './queries.ts';
import type * as schema from './schema.ts';
import { kindName, titleOf } from './words.ts';

export interface Reader {
  readonly personId: number;
  readonly locale: Locale;
}

export async function listNotices(
  db: Db,
  { personId, locale }: Reader,
  {
    unread,
    page,
    size,
  }: { readonly unread?: 'true' | undefined; readonly page: number; readonly size: number },
): Promise<z.infer<typeof schema.noticeList>> {
  const count = async (unreadOnly: boolean) => {
    const { n } = await queries
      .noticesOf(db, personId, unreadOnly)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  };
  const rows = await queries
    .noticesOf(db, personId, unread !== undefined)
    .selectAll()
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const [all, open] = await Promise.all([count(false), count(true)]);
  return {
    rows: rows.flatMap(({ id, kind, data, at, readAt, dutyId, planId, reportId, outgoingId }) =>
      isKind(kind)
        ? [
            {
              id,
              kind,
              title: titleOf(kind, data as never, locale),
              at: at.toISOString(),
              read: readAt !== null,
              dutyId,
              planId,
              reportId,
              outgoingId,
            },
          ]
        : [],
    ),
    total: unread ? open : all,
    unread: open,
    page,
    size,
  };
}

export async function wishesFor(
  db: Db,
  { personId, locale }: Reader,
): Promise<z.infer<typeof schema.wish>[]> {
  const own = new Map((await queries.wishesOf(db, [personId])).map((wish) => [wish.kind, wish]));
  return (Object.keys(kinds) as Kind[]).map((kind) => {
    const { app, mail }: { app: boolean; mail: Mail } = own.get(kind) ?? kinds[kind];
    return { kind, name: kindName(kind, locale), app, mail };
  });
}

export async function wish(
  db: Db,
  personId: number,
  { kind, app, mail }: { readonly kind: string; readonly app: boolean; readonly mail: Mail },
): Promise<void> {
  if (!isKind(kind)) throw new Invalid('no-notice-kind', { kind });
  await queries.saveWish(db, { personId, kind, app, mail });
}

const sign = (key: string, personId: number, kind: string) =>
  createHmac('sha256', key).update(`${personId}:${kind}`).digest('base64url');

const keyOf = (db: Db) => queries.houseKey(db, 'stop-mail', randomBytes(32).toString('base64url'));

/** The path by which one kind of e-mail is stopped without signing in; it can do nothing else. */
export async function stopPath(db: Db, personId: number, kind: Kind): Promise<string> {
  const asked = new URLSearchParams({
    p: String(personId),
    k: kind,
    s: sign(await keyOf(db), personId, kind),
  });
  return `/api/notices/stop?${asked}`;
}

export async function stop(
  db: Db,
  { p, k, s }: { readonly p: number; readonly k: string; readonly s: string },
): Promise<void> {
  const right = Buffer.from(sign(await keyOf(db), p, k));
  const shown = Buffer.from(s);
  const fits = right.length === shown.length && timingSafeEqual(right, shown);
  if (!fits || !isKind(k)) throw new Invalid('bad-stop-link');
  const [own] = await queries.wishesOf(db, [p], k);
  await queries.saveWish(db, { personId: p, kind: k, app: own?.app ?? kinds[k].app, mail: 'off' });
}
