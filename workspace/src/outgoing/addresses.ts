// What stands in the addresses of the screens of outgoing documents.
import type { OutgoingStatus } from '@nhipcau/server/contract';
import { among, kept, pageOf, textOf, whole, yearOf, type Raw } from '../address.ts';
import { statuses } from './states.ts';

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

export function readOutgoingSearch(raw: Raw): OutgoingSearch {
  const sort = among(sorts, raw['sort']);
  return kept<OutgoingSearch>({
    q: textOf(raw['q']),
    scope: among(scopes, raw['scope']),
    status: among(statuses, raw['status']),
    type: textOf(raw['type'], 10),
    unit: whole(raw['unit']),
    year: yearOf(raw['year']),
    plan: whole(raw['plan']),
    report: whole(raw['report']),
    sort: sort === '-changed' ? undefined : sort,
    page: pageOf(raw['page']),
  });
}

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
  return kept<NewSearch>({
    from: among(sources, raw['from']),
    id: whole(raw['id']),
    type: textOf(raw['type'], 6),
  });
}

export interface Place {
  /** The file as it is printed, or a comparison of drafts in place of the sheet. */
  readonly view?: 'pdf' | 'compare';
  readonly from?: number;
  readonly to?: number;
}

export function readPlace(raw: Raw): Place {
  return kept<Place>({
    view: among(['pdf', 'compare'] as const, raw['view']),
    from: whole(raw['from']),
    to: whole(raw['to']),
  });
}
