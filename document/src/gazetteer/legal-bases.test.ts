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
    for (const { number, id, source } of LEGAL_BASES) {
      expect(parseNumber(number ?? ''), id).not.toBeNull();
      expect(source).not.toBe('');
    }
    expect(new Set(LEGAL_BASES.map(({ id }) => id)).size).toBe(LEGAL_BASES.length);
  });

  test('a year in the number is that of the date, and no life ends before it begins', () => {
    for (const { number, date, from, to, id } of LEGAL_BASES) {
      const year = parseNumber(number ?? '')?.year;
      if (year != null && date !== null) expect(date.slice(0, 4), id).toBe(String(year));
      if (from !== null && to !== null) expect(from <= to, id).toBe(true);
    }
  });

  test('an act that replaced another began when the other ended, where both are known', () => {
    const byNumber = new Map(LEGAL_BASES.map((basis) => [basis.number, basis]));
    for (const { to, replacedBy, id } of LEGAL_BASES) {
      const from = byNumber.get(replacedBy[0] ?? '')?.from;
      if (to === null || from == null) continue;
      expect(Date.parse(from) - Date.parse(to), id).toBe(86_400_000);
    }
  });
});
