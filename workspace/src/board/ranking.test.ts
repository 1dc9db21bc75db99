import { describe, expect, test } from 'vitest';
import { movesOf, ranked, toldIndicators, type Told } from './ranking.ts';

const counts = (overdue: number, inTerm = 0) => ({ overdue, inTerm, late: 0, onTime: 0 });

describe('The board', () => {
  test('draws the rows with most overdue first and none without duties', () => {
    const rows = [
      { name: 'A', counts: counts(1, 5) },
      { name: 'B', counts: counts(0) },
      { name: 'C', counts: counts(4) },
      { name: 'D', counts: counts(1, 9) },
    ];
    expect(ranked(rows, 3).map(({ name }) => name)).toEqual(['C', 'D', 'A']);
  });

  test('tells the wholes of indicators, first those that can be compared', () => {
    const row = (indicatorId: number, cell: string, total: number | null, last: number | null) => ({
      indicatorId,
      code: `C${indicatorId}`,
      name: `Chỉ tiêu ${indicatorId}`,
      nameEn: '',
      unit: 'lượt',
      unitEn: '',
      group: '',
      rule: 'sum' as const,
      decimals: 0,
      cells: [{ cell, own: null, below: null, total, n: 1, last, target: null, warnings: [] }],
    });
    const rows = [row(1, '', 5, null), row(2, '', 7, 6), row(3, 'language=en', 9, 9), row(4, '', null, 3)];
    expect(toldIndicators(rows, 5).map(({ id }) => id)).toEqual([2, 1]);
  });

  test('counts what rose, fell and stayed, and leaves out what has no last period', () => {
    const told = (total: number, last: number | null): Told => ({
      id: 1,
      name: '',
      nameEn: '',
      unit: '',
      unitEn: '',
      decimals: 0,
      total,
      last,
      target: null,
    });
    expect(movesOf([told(2, 1), told(5, 1), told(1, 3), told(4, 4), told(9, null)])).toEqual({
      risen: 2,
      fallen: 1,
      same: 1,
    });
  });
});
