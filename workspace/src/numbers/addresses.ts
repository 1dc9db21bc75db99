// What stands in the address of the register of numbers.
import type { NumberStatus } from '@nhipcau/server/contract';
import { among, kept, pageOf, textOf, whole, type Raw } from '../address.ts';

export const statuses: readonly NumberStatus[] = ['reserved', 'lapsed', 'used', 'cancelled'];
export const sorts = ['-number', 'number', '-date', 'date'] as const;
type Sort = (typeof sorts)[number];

export interface NumberSearch {
  readonly unit?: number;
  readonly year?: number;
  readonly series?: string;
  readonly status?: NumberStatus;
  readonly q?: string;
  readonly sort?: Sort;
  readonly page?: number;
}

export function readNumberSearch(raw: Raw): NumberSearch {
  const sort = among(sorts, raw['sort']);
  return kept<NumberSearch>({
    unit: whole(raw['unit']),
    year: whole(raw['year'], 2000, 2200),
    series: textOf(raw['series'], 80),
    status: among(statuses, raw['status']),
    q: textOf(raw['q']),
    sort: sort === '-number' ? undefined : sort,
    page: pageOf(raw['page']),
  });
}

export const readSchemeSearch = (raw: Raw): Pick<NumberSearch, 'unit' | 'year'> =>
  kept<Pick<NumberSearch, 'unit' | 'year'>>({
    unit: whole(raw['unit']),
    year: whole(raw['year'], 2000, 2200),
  });
