import { expect, test } from 'vitest';
import type { DutyEvent } from '@nhipcau/server/contract';
import { plainSay } from '../language/plain-say.ts';
import { eventWords } from './history-words.ts';

const event = (part: Partial<DutyEvent>): DutyEvent => ({
  id: 1,
  at: '2026-03-05T02:00:00Z',
  day: '2026-03-05',
  who: 'Nguyễn Văn An',
  own: false,
  action: 'received',
  note: null,
  detail: null,
  ...part,
});
const vi = (part: Partial<DutyEvent>) => eventWords(event(part), plainSay('vi'), 'vi');

test('who did what, with the day that matters', () => {
  expect(vi({ action: 'reported', detail: { doneOn: '2026-03-04' } })).toBe(
    'đ/c Nguyễn Văn An báo cáo hoàn thành, xong ngày 04/3/2026',
  );
  expect(vi({ action: 'extensionGranted', detail: { from: '2026-03-10', to: '2026-03-20' } })).toBe(
    'đ/c Nguyễn Văn An đồng ý gia hạn, hạn từ 10/3/2026 đổi thành 20/3/2026',
  );
  expect(vi({ action: 'progress', detail: { progress: 40 } })).toBe(
    'đ/c Nguyễn Văn An báo cáo tiến độ, 40 %',
  );
});

test('what no person did is said of the system', () => {
  expect(vi({ action: 'urged', who: null })).toBe('Hệ thống đôn đốc');
});

test('a detail that is missing or of another shape is left out', () => {
  expect(vi({ action: 'reported', detail: { doneOn: 5 } })).toBe('đ/c Nguyễn Văn An báo cáo hoàn thành');
  expect(vi({ action: 'amended', detail: {} })).toBe('Kế hoạch sửa đổi thay đổi việc này');
});

test('English says it without the honorific', () => {
  expect(eventWords(event({ action: 'sentBack' }), plainSay('en'), 'en')).toBe('Nguyễn Văn An sent it back');
});
