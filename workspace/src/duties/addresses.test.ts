import { expect, test } from 'vitest';
import { filtersOf, narrowed, readDutySearch } from './addresses.ts';

test('an address is read, numbers as numbers and lists as lists', () => {
  expect(
    readDutySearch({
      q: 'đối ngoại',
      unit: '12',
      class: ['overdue', 'late'],
      year: '2026',
      page: '3',
      sort: '-moved',
    }),
  ).toEqual({
    q: 'đối ngoại',
    unit: ['12'],
    class: ['overdue', 'late'],
    year: 2026,
    page: 3,
    sort: '-moved',
  });
});

test('what makes no sense in an address is left out, the rest still counts', () => {
  expect(
    readDutySearch({
      unit: ['12', 'x', '-1'],
      class: 'tất cả',
      year: '20',
      dueFrom: '1/2/2026',
      view: 'mine',
      sort: 'price',
      page: '0',
      noDue: 'yes',
    }),
  ).toEqual({ unit: ['12'], view: 'mine' });
});

test('the usual order and the first page do not stand in the address', () => {
  expect(readDutySearch({ sort: 'due', page: 1 })).toEqual({});
});

test('a changed filter begins again on the first page, an emptied one is gone', () => {
  expect(narrowed({ q: 'a', year: 2026, page: 4 }, { q: '' })).toEqual({ year: 2026 });
  expect(narrowed({ q: 'a', page: 4 }, { page: 5 })).toEqual({
    q: 'a',
    page: 5,
  });
});

test('filters are what is left without order and page', () => {
  expect(filtersOf({ q: 'a', sort: '-due', page: 2 })).toEqual({ q: 'a' });
});
