import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../address.ts';
import { filtersSet, readSearch, serverQuery, viewQuery, viewSearch } from './filters.ts';

const address =
  '?q=bi%C3%AAn+gi%E1%BB%9Bi&lead=unit%3A3&lead=name%3Ahoi&status=overdue&sort=-due&page=2&columns=text&columns=due';

test('an address read and written again is the same address', () => {
  const search = readSearch(readAddress(address));
  expect(readSearch(readAddress(writeAddress(search)))).toEqual(search);
  expect(search).toEqual({
    q: 'biên giới',
    lead: ['unit:3', 'name:hoi'],
    status: ['overdue'],
    sort: '-due',
    page: 2,
    columns: ['text', 'due'],
  });
});

test('an empty address means everything in the usual order', () => {
  expect(readSearch(readAddress(''))).toEqual({});
  expect(writeAddress({})).toBe('');
});

test('what an address says wrongly is left out, the rest stays', () => {
  const search = readSearch(
    readAddress('?dueFrom=tomorrow&sort=colour&page=-1&columns=secret&q=lào&noLead=yes'),
  );
  expect(search).toEqual({ q: 'lào' });
});

test('one value of a list is still a list', () => {
  expect(readSearch(readAddress('?document=12')).document).toEqual(['12']);
});

test('the server is asked without the columns', () => {
  expect(serverQuery(readSearch(readAddress('?q=x&columns=due')))).toEqual({ q: 'x' });
});

test('a saved view keeps filters and order, and opens on the first page', () => {
  const search = readSearch(readAddress(address));
  expect(viewSearch(viewQuery(search), ['due'])).toEqual({
    q: 'biên giới',
    lead: ['unit:3', 'name:hoi'],
    status: ['overdue'],
    sort: '-due',
    columns: ['due'],
  });
});

test('filters are counted, a range of dates once, sorting not at all', () => {
  expect(
    filtersSet(readSearch(readAddress('?q=a&dueFrom=2026-01-01&dueTo=2026-02-01&sort=text&lead=unit:1'))),
  ).toBe(3);
});
