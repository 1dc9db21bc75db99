// The API of reporting regimes.
import { z } from '@hono/zod-openapi';
import { askedIn, askingIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { previewRegime } from './calls.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';
import { list, one } from './shown.ts';
import { templates } from './templates.ts';

const tags = ['regimes'];
const params = idParam;
const theRegime = { 200: json(schema.regime, 'The regime') };

const listRoute = route({
  access: 'regime.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Reporting regimes that the reader may see: of their units, of those above and below',
  request: { query: schema.regimeQuery },
  responses: { 200: json(schema.regimeList, 'All of them'), ...problems(400, 401, 403) },
});
const createRoute = route({
  access: 'regime.manage',
  method: 'post',
  path: '/',
  tags,
  summary: 'Set a regime',
  request: { body: body(schema.regimeCreate) },
  responses: { 201: json(schema.regime, 'The regime'), ...problems(400, 401, 403, 404, 422) },
});
const templatesRoute = route({
  access: 'regime.read',
  method: 'get',
  path: '/templates',
  tags,
  summary: 'Ready regimes to begin with; everything in them can be changed',
  responses: { 200: json(schema.regimeTemplates, 'The templates'), ...problems(401, 403) },
});
const previewRoute = route({
  access: 'regime.manage',
  method: 'post',
  path: '/preview',
  tags,
  summary: 'Who would report to whom, for what days and by when; nothing is kept',
  request: { body: body(schema.regimePreview) },
  responses: { 200: json(schema.preview, 'As it would be'), ...problems(400, 401, 403, 404, 422) },
});
const getRoute = route({
  access: 'regime.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A regime with all its versions',
  request: { params },
  responses: { ...theRegime, ...problems(401, 403, 404) },
});
const changeRoute = route({
  access: 'regime.manage',
  method: 'put',
  path: '/{id}',
  tags,
  summary: 'Change a regime from a day on; reports that were called stay as they are',
  request: { params, body: body(schema.regimeChange) },
  responses: { ...theRegime, ...problems(400, 401, 403, 404, 422), ...stale(schema.regime) },
});
const endRoute = route({
  access: 'regime.manage',
  method: 'post',
  path: '/{id}/end',
  tags,
  summary: 'End a regime on a day; null: it goes on',
  request: { params, body: body(schema.regimeEnd) },
  responses: { ...theRegime, ...problems(400, 401, 403, 404), ...stale(schema.regime) },
});
const removeRoute = route({
  access: 'regime.manage',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove a regime by which nobody was ever asked',
  request: { params, query: z.object({ version: z.coerce.number().int().positive() }) },
  responses: {
    204: { description: 'Removed' },
    ...problems(400, 401, 403, 404),
    ...stale(schema.regime),
  },
});

export function regimeRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, askingIn(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) =>
    c.json(await service.create(deps, askingIn(c), c.req.valid('json')), 201),
  );
  api.openapi(templatesRoute, (c) => c.json({ rows: templates(c.get('locale')) }, 200));
  api.openapi(previewRoute, async (c) =>
    c.json(await previewRegime(deps, askingIn(c), c.req.valid('json')), 200),
  );
  api.openapi(getRoute, async (c) => c.json(await one(deps, askedIn(c)), 200));
  api.openapi(changeRoute, async (c) =>
    c.json(await service.change(deps, askedIn(c), c.req.valid('json')), 200),
  );
  api.openapi(endRoute, async (c) => c.json(await service.end(deps, askedIn(c), c.req.valid('json')), 200));
  api.openapi(removeRoute, async (c) => {
    await service.remove(deps, askedIn(c), c.req.valid('query').version);
    return c.body(null, 204);
  });
  return api;
}
