import { expect, test } from 'vitest';
import { roomyWidths, type Covering } from './column-widths.ts';

const cell = (text: string, column: number, columns = 1): Covering => ({
  cell: { lines: [text] },
  column,
  columns,
});
const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

test('widths with room for every word stay', () => {
  expect(roomyWidths([20, 60, 80], [cell('TT', 0), cell('nghiêng', 1)])).toEqual([20, 60, 80]);
});

test('a column gets the room that its longest word needs, from those that have more than they need', () => {
  const widths = roomyWidths([4, 60, 100], [cell('STT', 0), cell('Nhiệm vụ', 1), cell('Thời gian', 2)]);
  expect(widths[0]).toBeGreaterThan(11);
  expect(widths[1]).toBeLessThan(60);
  expect(sum(widths)).toBeCloseTo(164);
});

test('addresses and cells across columns ask for no more than a word', () => {
  const widths = roomyWidths(
    [30, 30],
    [cell('https://songthao.example/thong-tin-doi-ngoai', 0), cell('x'.repeat(90), 0, 2)],
  );
  expect(widths).toEqual([30, 30]);
});

test('more columns than any page has room for share it by what they need', () => {
  const widths = roomyWidths(
    Array.from({ length: 30 }, () => 5.5),
    Array.from({ length: 30 }, (_, at) => cell('nghiêng', at)),
  );
  expect(sum(widths)).toBeCloseTo(165);
});
