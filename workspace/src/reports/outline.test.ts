import { expect, test } from 'vitest';
import { numbered, roman } from './outline.ts';

const section = (id: string, level: number) => ({
  id,
  level,
  title: id,
  guidance: '',
  required: false,
  text: true,
  indicators: [],
});

test('each level is numbered in its own way and begins anew below the next higher one', () => {
  const markers = numbered([
    section('a', 1),
    section('b', 2),
    section('c', 2),
    section('d', 3),
    section('e', 1),
    section('f', 2),
  ]).map(({ marker }) => marker);
  expect(markers).toEqual(['I.', '1.', '2.', 'a)', 'II.', '1.']);
});

test('Roman numbers', () => {
  expect([1, 4, 5, 9, 14, 20, 24].map(roman)).toEqual(['I', 'IV', 'V', 'IX', 'XIV', 'XX', 'XXIV']);
});
