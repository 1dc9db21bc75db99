import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { existedOn } from './agency.ts';
import { DEPARTMENTS } from './departments.ts';
import { LOCAL_BODIES } from './local-bodies.ts';
import { MINISTRIES } from './ministries.ts';
import { PROVINCES, provincesOn } from './provinces.ts';

const all = [...MINISTRIES, ...DEPARTMENTS, ...LOCAL_BODIES];

/** Code, name (old tone placement) and kind of each row of a seed table. */
function seed(file: string): string[] {
  const text = readFileSync(new URL(`../../../server/data/${file}`, import.meta.url), 'utf8');
  const rows = text.trim().split(/\r?\n/u).slice(1);
  return rows.map((row) => row.split(',').slice(0, 3).join(' ').replace('Hoá', 'Hóa').replace('Hoà', 'Hòa'));
}

describe('provinces', () => {
  test('those of today are the rows of provinces.csv', () => {
    const ours = provincesOn('2026-11-22').map(({ code, name, kind }) => `${code} ${name} ${kind}`);
    expect(ours.toSorted()).toEqual(seed('provinces.csv').toSorted());
  });

  test('those until mid-2025 are the rows of provinces-until-2025-06-30.csv', () => {
    const ours = provincesOn('2025-06-30').map(({ code, name, kind }) => `${code} ${name} ${kind}`);
    expect(ours.toSorted()).toEqual(seed('provinces-until-2025-06-30.csv').toSorted());
  });

  test('a code means one province on a day, and every successor exists the day after', () => {
    for (const on of ['2008-07-31', '2024-12-31', '2025-06-30', '2025-07-01', '2026-09-20']) {
      const codes = provincesOn(on).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
    const withoutSuccessor = PROVINCES.filter(({ successor, to }) => {
      if (successor === null || to === null) return false;
      const next = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10);
      return !provincesOn(next).some(({ code }) => code === successor);
    });
    expect(withoutSuccessor).toEqual([]);
  });

  test('Yên Bái became part of Lào Cai, whose code changed', () => {
    expect(provincesOn('2019-03-11').find(({ code }) => code === '15')?.name).toBe('Yên Bái');
    expect(provincesOn('2025-07-01').find(({ code }) => code === '15')?.name).toBe('Lào Cai');
  });
});

describe('agencies', () => {
  test('ids are unique and successors are among them', () => {
    const ids = new Set(all.map(({ id }) => id));
    expect(ids.size).toBe(all.length);
    expect(all.flatMap(({ successors }) => successors).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('the ministry of external information changed on 1 March 2025', () => {
    const ministry = (on: string, symbol: string) =>
      MINISTRIES.filter((agency) => existedOn(agency, on) && agency.symbols.includes(symbol)).map(
        ({ name }) => name,
      );
    expect(ministry('2019-03-11', 'BTTTT')).toEqual(['Bộ Thông tin và Truyền thông']);
    expect(ministry('2025-03-01', 'BTTTT')).toEqual([]);
    expect(ministry('2025-03-01', 'BVHTTDL')).toEqual(['Bộ Văn hóa, Thể thao và Du lịch']);
  });
});
