// The API of reports: found, opened, filled in.
import { actorIn, askedIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { detail } from './detail.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { fill } from './fill.ts';
import { behindRoutes } from './behind-routes.ts';
import { list } from './list.ts';
import * as input from './input-schema.ts';
import * as schema from './schema.ts';
import { stepRoutes } from './step-routes.ts';

const tags = ['reports'];
const params = idParam;
const theReport = { 200: json(schema.report, 'The report') };

const listRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Reports that the reader may see: what is owed, what waits for a decision, who has reported',
  request: { query: schema.reportQuery },
  responses: { 200: json(schema.reportList, 'A page of reports'), ...problems(400, 401, 403) },
});

const getRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary:
    'A report: figures beside what the records say, texts, evidence, and what the reader may do with it',
  request: { params },
  responses: { ...theReport, ...problems(401, 403, 404) },
});

const fillRoute = route({
  access: 'report.fill',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change figures and texts; each names the version it was seen in, all are kept or none',
  request: { params, body: body(input.reportChange) },
  responses: { ...theReport, ...problems(400, 401, 403, 404, 422), ...stale(schema.report) },
});

export function reportRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(getRoute, async (c) => {
    const asked = askedIn(c);
    return c.json(await detail(deps, asked, asked.id), 200);
  });
  api.openapi(fillRoute, async (c) => c.json(await fill(deps, askedIn(c), c.req.valid('json')), 200));
  stepRoutes(api, deps);
  evidenceRoutes(api, deps);
  behindRoutes(api, deps);
  return api;
}
