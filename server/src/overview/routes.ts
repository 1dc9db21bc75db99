// The API of overviews.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import { downloads } from '../sheets/download.ts';
import { overviewColumns, overviewDownload } from './export.ts';
import * as schema from './schema.ts';
import { overview } from './service.ts';

const overviewRoute = route({
  method: 'get',
  path: '/',
  access: 'overview.read',
  tags: ['overview'],
  summary: 'How the duties of a unit and of all below it stand: by unit, group and month, on a day',
  request: { query: schema.overviewQuery },
  responses: {
    200: json(schema.overview, 'Counts of the four classes, what moves this week, what is stuck, what waits'),
    ...problems(400, 401, 403, 404),
  },
});

export function overviewRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(overviewRoute, async (c) =>
    c.json(await overview(deps, actorIn(c), c.req.valid('query')), 200),
  );
  downloads(api, deps, {
    path: '/export',
    access: 'overview.read',
    tag: 'overview',
    summary: 'The four classes by unit, by group and by month, each with its sum',
    query: schema.overviewQuery,
    holds: overviewColumns('en'),
    make: ({ actor, locale, query }) => overviewDownload(deps, { actor, locale }, query),
  });
  return api;
}
