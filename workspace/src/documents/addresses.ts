// What stands in the addresses of the documents' screens.
import type { DocumentListQuery, DocumentStatus } from '@nhipcau/server/contract';
import type { Raw } from '../address.ts';

type DocumentSort = NonNullable<DocumentListQuery['sort']>;

export interface ListSearch {
  readonly q?: string;
  readonly status?: readonly DocumentStatus[];
  readonly type?: string;
  readonly sort?: DocumentSort;
  readonly page?: number;
}

const statuses = ['reading', 'review', 'accepted', 'superseded', 'refused', 'failed'];

/** Reads the list's address, leaving out what it cannot read. */
export function readListSearch(raw: Raw): ListSearch {
  const status = [raw['status'] ?? []]
    .flat()
    .map(String)
    .filter((one) => statuses.includes(one)) as DocumentStatus[];
  const page = Number(raw['page']);
  return {
    ...(raw['q'] ? { q: String(raw['q']) } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(raw['type'] ? { type: String(raw['type']) } : {}),
    ...(/^-?(createdAt|issuedOn|title|issuer|number)$/.test(String(raw['sort']))
      ? { sort: String(raw['sort']) as DocumentSort }
      : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

/** A place in the document to open at: a task of the draft, or a span of the text as "120-180". */
export interface DocumentSearch {
  readonly task?: string;
  readonly at?: string;
}

export function readDocumentSearch(raw: Raw): DocumentSearch {
  return {
    ...(/^t\d+$/.test(String(raw['task'])) ? { task: String(raw['task']) } : {}),
    ...(/^\d+-\d+$/.test(String(raw['at'])) ? { at: String(raw['at']) } : {}),
  };
}
