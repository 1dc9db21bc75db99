import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table, wrap } from './table.ts';

describe('A table in a terminal', () => {
  test('wraps a cell at words', () => {
    expect(wrap('Sở Văn hóa, Thể thao và Du lịch', 14)).toEqual(['Sở Văn hóa,', 'Thể thao và Du', 'lịch']);
  });

  test('loses no word and keeps to the width, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('sets columns of one width below each other', () => {
    const lines = table(
      [
        { title: '#', share: 0 },
        { title: 'Việc', share: 1 },
      ],
      [
        ['1', 'Một việc'],
        ['10', 'Việc khác'],
      ],
      30,
    );
    expect(lines.slice(2)).toEqual(['1   Một việc', '10  Việc khác']);
  });
});
