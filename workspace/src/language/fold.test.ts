import { expect, test } from 'vitest';
import { holds } from './fold.ts';

test('names are found with and without diacritics, whichever way the tone is placed', () => {
  expect(holds('Sở Văn hoá, Thể thao và Du lịch', 'van hoa')).toBe(true);
  expect(holds('Sở Văn hóa, Thể thao và Du lịch', 'văn hoá')).toBe(true);
  expect(holds('Đài Phát thanh', 'dai phat')).toBe(true);
});

test('all words must be there', () => {
  expect(holds('Sở Ngoại vụ', 'sở tài chính')).toBe(false);
});
