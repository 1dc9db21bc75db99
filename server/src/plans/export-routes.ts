// The ways out of the list of plans.
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { downloads } from '../sheets/download.ts';
import { planColumns, plansDownload } from './export.ts';
import { planListQuery } from './schema.ts';

export function planExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access: 'plan.read',
    tag: 'plans',
    summary: 'The filtered plans that the reader may see, with the classes of their duties',
    query: planListQuery.omit({ page: true, size: true }),
    holds: planColumns('en'),
    make: ({ actor, locale, query }) => plansDownload(deps, { actor, locale }, query),
  });
  return api;
}
