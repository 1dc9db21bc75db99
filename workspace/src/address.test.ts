import { expect, test } from 'vitest';
import { among, dayOf, kept, pageOf, readAddress, textOf, whole, writeAddress, yearOf } from './address.ts';

test('an address read and written again is the same; a name given twice is a list', () => {
  expect(readAddress('?q=bi%C3%AAn+gi%E1%BB%9Bi&unit=3&unit=4')).toEqual({
    q: 'biên giới',
    unit: ['3', '4'],
  });
  expect(writeAddress({ q: 'biên giới', unit: ['3', '4'] })).toBe('?q=bi%C3%AAn+gi%E1%BB%9Bi&unit=3&unit=4');
});

test('numbers are whole and within bounds, as they are typed or as a link gives them', () => {
  expect(['12', 12, ['12', '13']].map((value) => whole(value))).toEqual([12, 12, 12]);
  expect(
    ['', ' ', '0', '-1', '1.5', 'x', '2147483648', null, undefined].map((value) => whole(value)),
  ).toEqual(Array.from({ length: 9 }));
  expect([whole('0', 0), yearOf('1899'), yearOf('2026'), pageOf('1'), pageOf('2')]).toEqual([
    0,
    undefined,
    2026,
    undefined,
    2,
  ]);
});

test('days are days of the calendar, words are cut off, choices are among what there is', () => {
  expect(['2026-02-28', '2026-02-30', '1/2/2026'].map(dayOf)).toEqual(['2026-02-28', undefined, undefined]);
  expect([textOf('Kế hoạch', 2), textOf(2026), textOf(undefined)]).toEqual(['Kế', '2026', '']);
  expect([among(['a', 'b'], 'b'), among(['a', 'b'], 'c'), among(['true'], true)]).toEqual([
    'b',
    undefined,
    'true',
  ]);
});

test('nothing empty stands in an address', () => {
  expect(kept<{ q?: string; page?: number }>({ q: '', page: undefined })).toEqual({});
});
