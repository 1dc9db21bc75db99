import type { PlanDetail } from '@nhipcau/server/contract';
import { expect, test } from 'vitest';
import { isOwn } from './whose.ts';

const event = (own: boolean): PlanDetail['events'][number] => ({
  at: '2026-03-10T03:00:00.000Z',
  who: 'Trần Văn Mẫu',
  own,
  action: 'changed',
  reason: null,
  detail: null,
});

test('newer changes are one’s own where nobody else wrote since', () => {
  const events = [event(true), event(true), event(false)];
  expect(isOwn({ version: 5, events }, 4)).toBe(true);
  expect(isOwn({ version: 5, events }, 3)).toBe(true);
  expect(isOwn({ version: 5, events }, 2)).toBe(false);
  expect(isOwn({ version: 5, events: [] }, 4)).toBe(false);
  expect(isOwn({ version: 5, events }, 5)).toBe(false);
});
