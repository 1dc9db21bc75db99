import { expect, test } from 'vitest';
import { shares, sum, worstFirst } from './counting.ts';

const counts = { onTime: 4, late: 1, inTerm: 3, overdue: 2 };

test('a sum counts every class once', () => {
  expect(sum(counts)).toBe(10);
});

test('the parts of a bar fill as much of it as the row has of the whole', () => {
  const parts = shares(counts, 20);
  expect(parts).toEqual([
    { name: 'overdue', share: 10 },
    { name: 'inTerm', share: 15 },
    { name: 'late', share: 5 },
    { name: 'onTime', share: 20 },
  ]);
});

test('a bar of nothing has no parts', () => {
  expect(shares({ onTime: 0, late: 0, inTerm: 0, overdue: 0 }, 0)).toEqual([]);
  expect(shares({ onTime: 0, late: 0, inTerm: 1, overdue: 0 }, 4)).toEqual([{ name: 'inTerm', share: 25 }]);
});

test('what is overdue comes first, then what is much', () => {
  const rows = [
    { id: 'few', counts: { onTime: 1, late: 0, inTerm: 0, overdue: 0 } },
    { id: 'late', counts: { onTime: 0, late: 0, inTerm: 0, overdue: 1 } },
    { id: 'many', counts: { onTime: 5, late: 0, inTerm: 0, overdue: 0 } },
  ];
  expect(worstFirst(rows).map(({ id }) => id)).toEqual(['late', 'many', 'few']);
  expect(rows[0]?.id).toBe('few');
});
