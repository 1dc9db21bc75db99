import { expect, test } from 'vitest';
import { BREAK, breakable } from './typst-words.ts';

test('words that fit stay whole, however many there are', () => {
  const text = 'Sở Văn hóa, Thể thao và Du lịch chủ trì thực hiện nhiệm vụ '.repeat(20);
  expect(breakable(text, 165, 14, false)).toBe(text);
  expect(breakable('nghiêng', 16, 12, true)).toBe('nghiêng');
});

test('a word wider than its room may break, and loses nothing', () => {
  const word = 'https://songthao.example/tin-tuc/'.repeat(9);
  const broken = breakable(`xem ${word} nhé`, 165, 14, false);
  expect(broken).toContain(BREAK);
  expect(broken.replaceAll(BREAK, '')).toBe(`xem ${word} nhé`);
  expect(broken.startsWith('xem h')).toBe(true);
});

test('in a narrow cell it may break behind every letter, never between a letter and its marks', () => {
  const pieces = breakable('nghiêngngả', 8, 12, false).split(BREAK);
  expect(pieces).toEqual([...'nghiêngngả']);
  expect(breakable('ກໍ່'.repeat(9), 8, 12, false).split(BREAK)).toEqual(Array<string>(9).fill('ກໍ່'));
});
