// What stands in the addresses of lists of duties: filters, order, page; absent means "all", "by due date", "the first".
import type { DutyClass, DutySort, DutyState } from '@nhipcau/server/contract';
import { listOf, type Raw } from '../address.ts';

export const dutyClasses = ['overdue', 'in-term', 'on-time', 'late'] as const satisfies readonly DutyClass[];
export const dutyStates = [
  'new',
  'received',
  'in-progress',
  'returned',
  'reported',
  'confirmed',
  'cancelled',
] as const satisfies readonly DutyState[];
const views = ['mine', 'confirm', 'extensions', 'urged', 'stuck'] as const;
const sorts = new Set(['due', 'unit', 'moved', 'group', 'text'].flatMap((name) => [name, `-${name}`]));

/** A question to the list of duties, as it stands in an address. */
export interface DutySearch {
  readonly q?: string;
  readonly unit?: readonly string[];
  readonly under?: number;
  readonly plan?: readonly string[];
  readonly task?: number;
  readonly group?: readonly string[];
  readonly class?: readonly DutyClass[];
  readonly state?: readonly DutyState[];
  readonly role?: 'lead' | 'coordinating';
  readonly year?: number;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly noDue?: 'true';
  readonly view?: (typeof views)[number];
  readonly asOf?: string;
  readonly sort?: DutySort;
  readonly page?: number;
}

type Pair = readonly [string, unknown];

const ids = (value: unknown) => listOf(value).filter((one) => /^[1-9]\d{0,9}$/.test(one));
const among = <T extends string>(all: readonly T[], value: unknown): T[] =>
  all.filter((one) => listOf(value).includes(one));
const whole = (value: unknown, from: number, to = 2_147_483_647): number[] => {
  const number = Number(value);
  return value !== undefined && value !== '' && Number.isInteger(number) && number >= from && number <= to
    ? [number]
    : [];
};
const dayOf = (value: unknown) => listOf(value).filter((one) => /^\d{4}-\d{2}-\d{2}$/.test(one));

const several = (key: string, values: readonly unknown[]): readonly Pair[] =>
  values.length > 0 ? [[key, values]] : [];
const single = (key: string, [value]: readonly unknown[]): readonly Pair[] =>
  value === undefined ? [] : [[key, value]];

/** Reads an address; what it cannot read it leaves out, so that an old or hand-written link still opens. */
export function readDutySearch(raw: Raw): DutySearch {
  const sort = String(raw['sort'] ?? '');
  return Object.fromEntries([
    ...single('q', listOf(raw['q'])),
    ...several('unit', ids(raw['unit'])),
    ...single('under', whole(raw['under'], 1)),
    ...several('plan', ids(raw['plan'])),
    ...single('task', whole(raw['task'], 1)),
    ...several('group', listOf(raw['group'])),
    ...several('class', among(dutyClasses, raw['class'])),
    ...several('state', among(dutyStates, raw['state'])),
    ...single('role', among(['lead', 'coordinating'], raw['role'])),
    ...single('year', whole(raw['year'], 1900, 2200)),
    ...single('dueFrom', dayOf(raw['dueFrom'])),
    ...single('dueTo', dayOf(raw['dueTo'])),
    ...single('noDue', String(raw['noDue']) === 'true' ? ['true'] : []),
    ...single('view', among(views, raw['view'])),
    ...single('asOf', dayOf(raw['asOf'])),
    ...single('sort', sorts.has(sort) && sort !== 'due' ? [sort] : []),
    ...single('page', whole(raw['page'], 2, 100_000)),
  ]) as DutySearch;
}

/** What the reader narrowed the list by; its order and page aside. */
export function filtersOf({
  page: _page,
  sort: _sort,
  ...filters
}: DutySearch): Omit<DutySearch, 'page' | 'sort'> {
  return filters;
}

/** A changed filter begins again on the first page; what is empty does not stand in the address. */
export function narrowed<S extends object>(search: S, part: Readonly<Record<string, unknown>>): S {
  const { page, ...changed } = part;
  const { page: _before, ...rest } = { page: undefined, ...search, ...changed };
  const all = { ...rest, ...(page === 1 ? {} : { page }) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value))) as S;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
