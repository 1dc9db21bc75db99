// The contract of notices, of what people wish to be told, and of their calendars.
import { z } from '@hono/zod-openapi';
import { id, isoTime, paging } from '../http/schema.ts';

export const notice = z
  .object({
    id,
    kind: z.string(),
    title: z.string(),
    at: isoTime,
    read: z.boolean(),
    dutyId: id.nullable(),
    planId: id.nullable(),
    reportId: id.nullable(),
    outgoingId: id.nullable(),
  })
  .openapi('Notice');

export const noticeList = z
  .object({
    rows: z.array(notice),
    total: z.number().int(),
    unread: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('NoticeList');
export const noticeQuery = z.object({ unread: z.enum(['true']).optional(), ...paging });
/** All of them if no id is named. */
export const noticesRead = z.strictObject({ ids: z.array(id).max(500).optional() }).openapi('NoticesRead');

export const wish = z
  .object({ kind: z.string(), name: z.string(), app: z.boolean(), mail: z.enum(['off', 'digest', 'now']) })
  .openapi('NoticeWish');
/** `mail`: e-mail can be sent from here; `address`: where it goes. */
export const wishes = z
  .object({ rows: z.array(wish), mail: z.boolean(), address: z.string() })
  .openapi('NoticeWishes');
export const wishInput = z
  .strictObject({ kind: z.string().max(50), app: z.boolean(), mail: z.enum(['off', 'digest', 'now']) })
  .openapi('NoticeWishInput');

export const stopQuery = z.object({
  p: z.coerce.number().int().positive(),
  k: z.string().max(50),
  s: z.string().max(100),
});

export const feed = z
  .object({
    id,
    /** Null: the duties of all the reader's units. */
    unitId: id.nullable(),
    unitName: z.string().nullable(),
    createdAt: isoTime,
  })
  .openapi('Feed');
export const feedList = z.object({ rows: z.array(feed) }).openapi('FeedList');
export const feedInput = z.strictObject({ unitId: id.nullable().default(null) }).openapi('FeedInput');
/** The address is shown once: whoever has it reads the calendar. */
export const newFeed = feed.extend({ path: z.string() }).openapi('NewFeed');

export const reminderRule = z
  .strictObject({
    /** Days before (negative) or after the due day. */
    days: z.number().int().min(-365).max(365),
    /** The unit's officers, its leaders, who confirms, or the leaders above (only if nothing has moved since it was due). */
    target: z.enum(['unit', 'leader', 'confirmer', 'superior']),
  })
  .openapi('ReminderRule');
export const reminderRules = z
  .object({ unitId: id, own: z.boolean(), rules: z.array(reminderRule).max(30) })
  .openapi('ReminderRules');
export const reminderInput = z
  .strictObject({ unitId: id, rules: z.array(reminderRule).max(30) })
  .openapi('ReminderInput');
