// What stands in the address of the register of numbers.
import type { NumberStatus } from '@nhipcau/server/contract';

type Raw = Readonly<Record<string, unknown>>;
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

const count = (value: unknown, least = 1): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number >= least ? number : undefined;
};

/** Absent rather than undefined: nothing empty stands in an address. */
export const withoutEmpty = (search: {
  readonly [K in keyof NumberSearch]?: NumberSearch[K] | undefined;
}): NumberSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));

export function readNumberSearch(raw: Raw): NumberSearch {
  const sort = sorts.find((one) => one === raw['sort']);
  return withoutEmpty({
    unit: count(raw['unit']),
    year: count(raw['year'], 2000),
    series: raw['series'] ? String(raw['series']).slice(0, 80) : undefined,
    status: statuses.find((one) => one === raw['status']),
    q: raw['q'] ? String(raw['q']) : undefined,
    sort: sort === '-number' ? undefined : sort,
    page: count(raw['page'], 2),
  });
}

export const readSchemeSearch = (raw: Raw): Pick<NumberSearch, 'unit' | 'year'> =>
  withoutEmpty({ unit: count(raw['unit']), year: count(raw['year'], 2000) });
