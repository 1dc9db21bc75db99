// The ways out of the list of outgoing documents.
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { downloads } from '../sheets/download.ts';
import { outgoingColumns, outgoingDownload } from './export.ts';
import { outgoingListQuery } from './schema.ts';

export function outgoingExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access: 'outgoing.read',
    tag: 'outgoing',
    summary: 'The filtered outgoing documents that the reader may see',
    query: outgoingListQuery.omit({ page: true, size: true }),
    holds: outgoingColumns('en'),
    make: ({ actor, locale, query }) => outgoingDownload(deps, { actor, locale }, query),
  });
  return api;
}
