// What stands in the addresses of the screens of outgoing documents.
import type { OutgoingStatus } from '@nhipcau/server/contract';
import { statuses } from './states.ts';

type Raw = Readonly<Record<string, unknown>>;

export const scopes = ['waiting', 'mine', 'issued', 'received'] as const;
export type Scope = (typeof scopes)[number];
export const sorts = ['-changed', 'changed', '-issued', 'issued', 'title'] as const;
type Sort = (typeof sorts)[number];

export interface OutgoingSearch {
  readonly q?: string;
  readonly scope?: Scope;
  readonly status?: OutgoingStatus;
  readonly type?: string;
  readonly unit?: number;
  readonly year?: number;
  readonly plan?: number;
  readonly report?: number;
  readonly sort?: Sort;
  readonly page?: number;
}

const among = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value);
const count = (value: unknown, least = 1): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number >= least ? number : undefined;
};

/** Absent rather than undefined: nothing empty stands in an address. */
function given<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}

export function readOutgoingSearch(raw: Raw): OutgoingSearch {
  const sort = among(sorts, raw['sort']);
  return given<Required<OutgoingSearch>>({
    q: raw['q'] ? String(raw['q']) : undefined,
    scope: among(scopes, raw['scope']),
    status: among(statuses, raw['status']),
    type: raw['type'] ? String(raw['type']).slice(0, 10) : undefined,
    unit: count(raw['unit']),
    year: count(raw['year'], 1900),
    plan: count(raw['plan']),
    report: count(raw['report']),
    sort: sort === '-changed' ? undefined : sort,
    page: count(raw['page'], 2),
  });
}

export const withoutEmpty = (search: {
  readonly [K in keyof OutgoingSearch]?: OutgoingSearch[K] | undefined;
}): OutgoingSearch => given<Required<OutgoingSearch>>(search as Required<OutgoingSearch>);

/** "Đã phát hành" is not a scope of the server's but two of its states. */
export const asked = ({ scope, status, ...rest }: OutgoingSearch) => ({
  ...rest,
  ...(scope && scope !== 'issued' ? { scope } : {}),
  ...(status ? { status } : scope === 'issued' ? { status: 'issued,recalled' } : {}),
});

export const sources = ['blank', 'plan', 'report', 'document', 'copy'] as const;
/** From what a new document is made, and the id of what was chosen. */
export interface NewSearch {
  readonly from?: (typeof sources)[number];
  readonly id?: number;
  readonly type?: string;
}

export function readNewSearch(raw: Raw): NewSearch {
  return given<Required<NewSearch>>({
    from: among(sources, raw['from']),
    id: count(raw['id']),
    type: raw['type'] ? String(raw['type']).slice(0, 6) : undefined,
  });
}

export interface Place {
  /** The file as it is printed, or a comparison of drafts in place of the sheet. */
  readonly view?: 'pdf' | 'compare';
  readonly from?: number;
  readonly to?: number;
}

export function readPlace(raw: Raw): Place {
  return given<Required<Place>>({
    view: among(['pdf', 'compare'] as const, raw['view']),
    from: count(raw['from']),
    to: count(raw['to']),
  });
}
