// The ways out of the list of documents.
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { downloads } from '../sheets/download.ts';
import { documentColumns, documentsDownload } from './export.ts';
import { documentListQuery } from './schema.ts';

export function documentExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access: 'document.read',
    tag: 'documents',
    summary: 'The filtered documents that the reader may see',
    query: documentListQuery.omit({ page: true, size: true }),
    holds: documentColumns('en'),
    make: ({ actor, locale, query }) => documentsDownload(deps, { actor, locale }, query),
  });
  return api;
}
