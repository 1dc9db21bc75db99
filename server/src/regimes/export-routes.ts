// The ways out of calls for reports.
import type { Deps } from '../deps.ts';
import { newApi, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { reportColumns } from '../reports/export-list.ts';
import { reportQuery } from '../reports/schema.ts';
import { downloads } from '../sheets/download.ts';
import { callColumns, callDownload, callsDownload } from './export.ts';
import { callQuery } from './schema.ts';

const tag = 'calls';
const access = 'report.read';

export function callExportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access,
    tag,
    summary: 'The filtered calls, with how many reports of each standing the reader sees',
    query: callQuery.omit({ page: true, size: true }),
    holds: callColumns('en'),
    make: async ({ actor, locale, query }) => callsDownload(deps, { actor, locale }, query),
  });
  downloads(api, deps, {
    path: '/{id}/export',
    access,
    tag,
    summary: 'Who has reported in a call, on time, late or not at all',
    params: idParam,
    query: reportQuery.omit({ page: true, size: true, call: true }),
    holds: reportColumns('en'),
    make: ({ actor, locale, params, query }) =>
      callDownload(deps, { actor, locale }, { id: params.id, filter: query }),
  });
  return api;
}
