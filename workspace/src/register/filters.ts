// The register's state lives in its address: what is filtered, how it is sorted, which columns are shown.
import type { TaskListQuery } from '@nhipcau/server/contract';
import { listOf, readAddress, writeAddress, type Raw } from '../address.ts';

export const columnNames = ['text', 'lead', 'coordinating', 'due', 'status', 'group', 'document'] as const;
export type ColumnName = (typeof columnNames)[number];
export const usualColumns: readonly ColumnName[] = [
  'text',
  'lead',
  'coordinating',
  'due',
  'status',
  'document',
];

const listFilters = [
  'lead',
  'coordinating',
  'agency',
  'dueKind',
  'group',
  'plan',
  'document',
  'status',
] as const;
export type ListFilter = (typeof listFilters)[number];
export type Sort = NonNullable<TaskListQuery['sort']>;

/** What stands in the address of the register. Absent means "all", "the usual order", "the usual columns". */
export type RegisterSearch = {
  readonly [key in ListFilter]?: readonly string[];
} & {
  readonly q?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly noLead?: 'true';
  readonly sort?: Sort;
  readonly page?: number;
  readonly columns?: readonly ColumnName[];
};

const iso = /^\d{4}-\d{2}-\d{2}$/;
const sorts = new Set(
  ['due', 'text', 'lead', 'coordinating', 'group', 'document', 'status', 'order'].flatMap((name) => [
    name,
    `-${name}`,
  ]),
);

/** Reads an address; what it cannot read it leaves out, so that an old or hand-written link still opens. */
export function readSearch(raw: Raw): RegisterSearch {
  const lists = Object.fromEntries(
    listFilters.flatMap((name) => {
      const values = listOf(raw[name]);
      return values.length > 0 ? [[name, values]] : [];
    }),
  );
  const columns = listOf(raw['columns']).filter(isColumn);
  const page = Number(raw['page']);
  const sort = String(raw['sort'] ?? '');
  return {
    ...lists,
    ...optional('q', String(raw['q'] ?? ''), (value) => value !== ''),
    ...optional('dueFrom', String(raw['dueFrom'] ?? ''), (value) => iso.test(value)),
    ...optional('dueTo', String(raw['dueTo'] ?? ''), (value) => iso.test(value)),
    ...(raw['noLead'] === 'true' || raw['noLead'] === true ? { noLead: 'true' as const } : {}),
    ...(sorts.has(sort) && sort !== 'due' ? { sort: sort as Sort } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
    ...(columns.length > 0 ? { columns } : {}),
  };
}

function optional<K extends string>(
  key: K,
  value: string,
  fits: (value: string) => boolean,
): { [k in K]?: string } {
  return (fits(value) ? { [key]: value } : {}) as { [k in K]?: string };
}

const isColumn = (name: string): name is ColumnName => (columnNames as readonly string[]).includes(name);

/** What the server is asked: everything but the columns. */
export function serverQuery(search: RegisterSearch): Omit<RegisterSearch, 'columns'> {
  const { columns: _shownOnly, ...asked } = search;
  return asked;
}

/** How many filters are set, sorting and paging aside. */
export function filtersSet(search: RegisterSearch): number {
  const lists = listFilters.filter((name) => search[name] !== undefined).length;
  const dates = search.dueFrom || search.dueTo ? 1 : 0;
  return lists + dates + (search.q ? 1 : 0) + (search.noLead ? 1 : 0);
}

/** The address of the register as a saved view keeps it: filters and order, neither page nor columns. */
export function viewQuery(search: RegisterSearch): string {
  const { page: _page, columns: _columns, ...kept } = search;
  return writeAddress(kept).slice(1);
}

/** A saved view's filters and columns as an address. */
export function viewSearch(query: string, columns: readonly string[] | null): RegisterSearch {
  return readSearch({ ...readAddress(query), ...(columns ? { columns } : {}) });
}
