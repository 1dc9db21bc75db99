import { expect, test } from 'vitest';
import { joined, retyped, sliced, textOf, turned } from './line.ts';

const line = [{ text: 'Giao ' }, { text: 'Sở Ngoại vụ', bold: true }, { text: ' chủ trì' }];

test('what is typed takes the look of the letter before it', () => {
  expect(retyped(line, 'Giao Sở Ngoại vụ/2 chủ trì')).toEqual([
    { text: 'Giao ' },
    { text: 'Sở Ngoại vụ/2', bold: true },
    { text: ' chủ trì' },
  ]);
  expect(retyped('Giao', 'Giao việc')).toBe('Giao việc');
});

test('what is taken out takes its look with it, and a line without looks is plain text', () => {
  expect(retyped(line, 'Giao  chủ trì')).toBe('Giao  chủ trì');
  expect(retyped(line, textOf(line))).toBe(line);
  expect(retyped(line, '')).toBe('');
});

test('a part is made bold, and plain again', () => {
  expect(turned('Giao việc', 'bold', [5, 9])).toEqual([{ text: 'Giao ' }, { text: 'việc', bold: true }]);
  expect(turned(turned('Giao việc', 'bold', [5, 9]), 'bold', [5, 9])).toBe('Giao việc');
  expect(turned(line, 'italic', [0, 0])).toBe(line);
  expect(turned(line, 'bold', [0, 24])).toEqual([{ text: textOf(line), bold: true }]);
});

test('a line that is parted and joined is the same', () => {
  expect(joined(sliced(line, 0, 8), sliced(line, 8))).toEqual(line);
});
