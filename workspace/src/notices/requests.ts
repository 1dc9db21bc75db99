import type {
  Feed,
  NewFeed,
  NoticeList,
  NoticeWishes,
  NoticeWishInput,
  ReminderRule,
  ReminderRules,
} from '@nhipcau/server/contract';
import { get, queryString, request, type Query } from '../api.ts';

export const noticeList = (query: Query, signal?: AbortSignal) =>
  get<NoticeList>(`/api/notices${queryString(query)}`, signal);
export const markRead = (ids?: readonly number[]) =>
  request<void>('POST', '/api/notices/read', ids ? { ids } : {});
export const wishes = (signal?: AbortSignal) => get<NoticeWishes>('/api/notices/wishes', signal);
export const wish = (input: NoticeWishInput) => request<void>('PUT', '/api/notices/wishes', input);

export const feedList = (signal?: AbortSignal) => get<{ rows: Feed[] }>('/api/feeds', signal);
export const makeFeed = (unitId: number | null) => request<NewFeed>('POST', '/api/feeds', { unitId });
export const revokeFeed = (id: number) => request<void>('DELETE', `/api/feeds/${id}`);

export const reminderRules = (unit: number, signal?: AbortSignal) =>
  get<ReminderRules>(`/api/reminder-rules${queryString({ unit })}`, signal);
export const setReminderRules = (unitId: number, rules: readonly ReminderRule[]) =>
  request<ReminderRules>('PUT', '/api/reminder-rules', { unitId, rules });
