import { expect, test } from 'vitest';
import { stepTo } from './work-keys.ts';

test('the walk begins at the end it comes from, goes one by one and stops at the ends', () => {
  const ids = [5, 9, 2];
  expect([stepTo(ids, null, 1), stepTo(ids, null, -1)]).toEqual([5, 2]);
  expect([stepTo(ids, 5, 1), stepTo(ids, 9, -1)]).toEqual([9, 5]);
  expect([stepTo(ids, 2, 1), stepTo(ids, 5, -1)]).toEqual([2, 5]);
});

test('a row that is no longer shown is nowhere: the walk begins again', () => {
  expect(stepTo([5, 9], 7, 1)).toBe(5);
});

test('in an empty list there is nowhere to go', () => {
  expect(stepTo([], 5, 1)).toBeNull();
});
