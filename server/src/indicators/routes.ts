// The API of indicators.
import { z } from '@hono/zod-openapi';
import { askedIn, askingIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { id, idParam } from '../http/schema.ts';
import { dimensionKey } from './body.ts';
import { removeDimension, setDimension } from './dimension-changes.ts';
import { dimension, dimensions } from './dimensions.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';
import { list, one, versions } from './shown.ts';
import { setTargets, targets } from './targets.ts';
import { registersShown, tryFormula } from './trial.ts';

const tags = ['indicators'];
const params = idParam;
const theIndicator = { 200: json(schema.indicator, 'The indicator') };

const listRoute = route({
  access: 'indicator.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'The catalogue: the ready set, and what units wrote that the reader may see',
  request: { query: schema.indicatorQuery },
  responses: { 200: json(schema.indicatorList, 'All of them'), ...problems(400, 401, 403) },
});
const createRoute = route({
  access: 'indicator.manage',
  method: 'post',
  path: '/',
  tags,
  summary: 'Write an indicator into a unit’s catalogue',
  request: { body: body(schema.indicatorCreate) },
  responses: { 201: json(schema.indicator, 'The indicator'), ...problems(400, 401, 403, 409, 422) },
});
const registersRoute = route({
  access: 'indicator.read',
  method: 'get',
  path: '/registers',
  tags,
  summary: 'What formulas can count: registers and their fields',
  responses: { 200: json(schema.registerList, 'The registers'), ...problems(401, 403) },
});
const tryRoute = route({
  access: 'overview.read',
  method: 'post',
  path: '/try',
  tags,
  summary: 'What a formula gives for a unit and some days',
  request: { body: body(schema.formulaTrial) },
  responses: { 200: json(schema.formulaResult, 'The figure'), ...problems(400, 401, 403, 404, 422) },
});
const dimensionsRoute = route({
  access: 'indicator.read',
  method: 'get',
  path: '/dimensions',
  tags,
  summary: 'By what figures can be broken down',
  responses: { 200: json(schema.dimensionList, 'The dimensions'), ...problems(401, 403) },
});
const dimensionParams = z.object({ key: dimensionKey });
const setDimensionRoute = route({
  access: 'indicator.manage',
  method: 'put',
  path: '/dimensions/{key}',
  tags,
  summary: 'A dimension of one’s own tree, or further items of a ready one',
  request: { params: dimensionParams, body: body(schema.dimensionInput) },
  responses: {
    200: json(schema.dimension, 'The dimension'),
    ...problems(400, 401, 403, 422),
    ...stale(schema.dimension.nullable()),
  },
});
const dimensionRoute = route({
  access: 'indicator.read',
  method: 'get',
  path: '/dimensions/{key}',
  tags,
  summary: 'A dimension, with the indicators broken down by it and the items that figures name',
  request: { params: dimensionParams },
  responses: { 200: json(schema.dimensionDetail, 'The dimension'), ...problems(400, 401, 403, 404) },
});
const removeDimensionRoute = route({
  access: 'indicator.manage',
  method: 'delete',
  path: '/dimensions/{key}',
  tags,
  summary: 'Remove a dimension of one’s own tree by which no indicator was ever broken down',
  request: { params: dimensionParams, query: z.object({ version: z.coerce.number().int().positive() }) },
  responses: {
    204: { description: 'Removed' },
    ...problems(400, 401, 403, 404),
    ...stale(schema.dimension.nullable()),
  },
});
const targetsRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/targets',
  tags,
  summary: 'Targets of units that the reader sees',
  request: { query: schema.targetQuery },
  responses: { 200: json(schema.targetList, 'A page of targets'), ...problems(400, 401, 403) },
});
const setTargetsRoute = route({
  access: 'indicator.target',
  method: 'put',
  path: '/targets',
  tags,
  summary: 'Set, change and remove targets, all or none',
  request: { body: body(schema.targetsInput) },
  responses: {
    204: { description: 'Kept' },
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.target.nullable()),
  },
});
const getRoute = route({
  access: 'indicator.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'An indicator, with its formula in words',
  request: { params },
  responses: { ...theIndicator, ...problems(401, 403, 404) },
});
const changeRoute = route({
  access: 'indicator.manage',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change an indicator; reports that were called keep what it was',
  request: { params, body: body(schema.indicatorChange) },
  responses: { ...theIndicator, ...problems(400, 401, 403, 404, 422), ...stale(schema.indicator) },
});
const endRoute = route({
  access: 'indicator.manage',
  method: 'post',
  path: '/{id}/end',
  tags,
  summary: 'End an indicator on a day; null: it goes on',
  request: { params, body: body(schema.indicatorEnd) },
  responses: { ...theIndicator, ...problems(400, 401, 403, 404), ...stale(schema.indicator) },
});
const copyRoute = route({
  access: 'indicator.manage',
  method: 'post',
  path: '/{id}/copy',
  tags,
  summary: 'A copy in a unit’s own catalogue, which stands in its place from then on',
  request: { params, body: body(z.strictObject({ ownerId: id.optional() }).openapi('IndicatorCopy')) },
  responses: { 201: json(schema.indicator, 'The copy'), ...problems(400, 401, 403, 404, 409) },
});
const removeRoute = route({
  access: 'indicator.manage',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove an indicator that no report has',
  request: { params, query: z.object({ version: z.coerce.number().int().positive() }) },
  responses: {
    204: { description: 'Removed' },
    ...problems(400, 401, 403, 404),
    ...stale(schema.indicator),
  },
});
const versionsRoute = route({
  access: 'indicator.read',
  method: 'get',
  path: '/{id}/versions',
  tags,
  summary: 'What an indicator was, newest first',
  request: { params },
  responses: { 200: json(schema.indicatorVersions, 'Its versions'), ...problems(401, 403, 404) },
});

export function indicatorRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, askingIn(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) =>
    c.json(await service.create(deps, askingIn(c), c.req.valid('json')), 201),
  );
  api.openapi(registersRoute, (c) => c.json(registersShown(c.get('locale')), 200));
  api.openapi(tryRoute, async (c) => c.json(await tryFormula(deps, askingIn(c), c.req.valid('json')), 200));
  api.openapi(dimensionsRoute, async (c) => c.json(await dimensions(deps, askingIn(c)), 200));
  api.openapi(setDimensionRoute, async (c) =>
    c.json(await setDimension(deps, askingIn(c), c.req.valid('param').key, c.req.valid('json')), 200),
  );
  api.openapi(dimensionRoute, async (c) =>
    c.json(await dimension(deps, askingIn(c), c.req.valid('param').key), 200),
  );
  api.openapi(removeDimensionRoute, async (c) => {
    await removeDimension(deps, askingIn(c), c.req.valid('param').key, c.req.valid('query').version);
    return c.body(null, 204);
  });
  api.openapi(targetsRoute, async (c) => c.json(await targets(deps, askingIn(c), c.req.valid('query')), 200));
  api.openapi(setTargetsRoute, async (c) => {
    await setTargets(deps, askingIn(c), c.req.valid('json'));
    return c.body(null, 204);
  });
  api.openapi(getRoute, async (c) => c.json(await one(deps, askedIn(c)), 200));
  api.openapi(changeRoute, async (c) =>
    c.json(await service.change(deps, askedIn(c), c.req.valid('json')), 200),
  );
  api.openapi(endRoute, async (c) => c.json(await service.end(deps, askedIn(c), c.req.valid('json')), 200));
  api.openapi(copyRoute, async (c) =>
    c.json(await service.copy(deps, askedIn(c), c.req.valid('json').ownerId), 201),
  );
  api.openapi(removeRoute, async (c) => {
    await service.remove(deps, askedIn(c), c.req.valid('query').version);
    return c.body(null, 204);
  });
  api.openapi(versionsRoute, async (c) => c.json(await versions(deps, askedIn(c)), 200));
  return api;
}
