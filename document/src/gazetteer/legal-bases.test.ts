import { describe, expect, test } from 'vitest';
import { parseNumber } from '../resolve/document-number.ts';
import { LEGAL_BASES } from './legal-bases.ts';

describe('legal bases', () => {
  test('server/data/legal-bases.json says the same (mend with `vitest -u`)', async () => {
    await expect(`${JSON.stringify(LEGAL_BASES, null, 2)}\n`).toMatchFileSnapshot(
      '../../../server/data/legal-bases.json',
    );
  });

  test('each has a number that can be read, an id of its own and a source', () => {
    const unread = LEGAL_BASES.filter(({ number }) => parseNumber(number ?? '') === null);
    expect(unread).toEqual([]);
    expect(LEGAL_BASES.filter(({ source }) => source === '')).toEqual([]);
    expect(new Set(LEGAL_BASES.map(({ id }) => id)).size).toBe(LEGAL_BASES.length);
  });

  test('a year in the number is that of the date, and no life ends before it begins', () => {
    const wrongYear = LEGAL_BASES.filter(({ number, date }) => {
      const year = parseNumber(number ?? '')?.year;
      return year != null && date !== null && date.slice(0, 4) !== String(year);
    });
    expect(wrongYear).toEqual([]);
    expect(LEGAL_BASES.filter(({ from, to }) => from !== null && to !== null && from > to)).toEqual([]);
  });

  test('an act that replaced another began when the other ended, where both are known', () => {
    const byNumber = new Map(LEGAL_BASES.map((basis) => [basis.number, basis]));
    const gaps = LEGAL_BASES.flatMap(({ to, replacedBy, number }) => {
      const from = byNumber.get(replacedBy[0] ?? '')?.from;
      if (to === null || from == null) return [];
      return [{ number, days: (Date.parse(from) - Date.parse(to)) / 86_400_000 }];
    });
    expect(gaps.length).toBeGreaterThan(10);
    expect(gaps.filter(({ days }) => days !== 1)).toEqual([]);
  });
});
