// The ways out of the catalogue of indicators.
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { downloads } from '../sheets/download.ts';
import { catalogueDownload, indicatorColumns } from './export.ts';
import { indicatorQuery } from './schema.ts';

export function indicatorExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access: 'indicator.read',
    tag: 'indicators',
    summary: 'The filtered catalogue with its definitions',
    query: indicatorQuery,
    holds: indicatorColumns('en', (keys) => keys.join()),
    make: ({ actor, locale, query }) => catalogueDownload(deps, { actor, locale }, query),
  });
  return api;
}
