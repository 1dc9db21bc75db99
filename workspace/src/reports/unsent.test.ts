import type { ReportRow } from '@nhipcau/server/contract';
import { expect, test } from 'vitest';
import { unsentOf } from './unsent.ts';

const row = (name: string, part: Partial<ReportRow>) =>
  ({ unit: { id: 1, name }, status: 'draft', class: 'in-term', mergedInto: null, ...part }) as ReportRow;

test('who has not sent is told apart: in term, overdue, sent back; who is excused, merged or in is none of them', () => {
  const rows = [
    row('A', {}),
    row('B', { class: 'overdue' }),
    row('C', { class: 'overdue', status: 'returned' }),
    row('D', { class: 'excused' }),
    row('E', { mergedInto: 4 }),
    row('F', { class: 'late', status: 'accepted' }),
    row('G', { class: 'on-time', status: 'returned' }),
  ];
  expect(unsentOf(rows)).toEqual({ all: 3, waiting: 1, overdue: 1, returned: 1, names: ['A', 'B', 'C'] });
});

test('at most ten are named, all are counted', () => {
  const { all, names } = unsentOf(Array.from({ length: 18 }, (_, at) => row(`Xã ${at}`, {})));
  expect([all, names.length]).toEqual([18, 10]);
});
