// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as notices from './schema.ts';

export type Notice = z.infer<typeof notices.notice>;
export type NoticeList = z.infer<typeof notices.noticeList>;
export type NoticeWish = z.infer<typeof notices.wish>;
export type NoticeWishes = z.infer<typeof notices.wishes>;
export type NoticeWishInput = z.input<typeof notices.wishInput>;
export type Feed = z.infer<typeof notices.feed>;
export type NewFeed = z.infer<typeof notices.newFeed>;
export type ReminderRule = z.infer<typeof notices.reminderRule>;
export type ReminderRules = z.infer<typeof notices.reminderRules>;
