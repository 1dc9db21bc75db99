import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

const text = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy'].join('\n');
const at = (part: string) => [text.indexOf(part), text.indexOf(part) + part.length] as const;

test('two lines stand on either side, what is left out is marked', () => {
  expect(excerptOf(text, at('bốn'))).toEqual({
    before: '…\nhai\nba\n',
    sentence: 'bốn',
    after: '\nnăm\nsáu\n…',
  });
});

test('at the edges nothing is left out', () => {
  expect(excerptOf(text, at('một'))).toEqual({ before: '', sentence: 'một', after: '\nhai\nba\n…' });
  expect(excerptOf('chỉ một câu', [0, 11])).toEqual({ before: '', sentence: 'chỉ một câu', after: '' });
});

test('a very long line is cut on the far side', () => {
  const long = `${'x'.repeat(1000)}CÂU`;
  expect(excerptOf(long, [1000, 1003]).before).toBe(`…${'x'.repeat(400)}`);
});
