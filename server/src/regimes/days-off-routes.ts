// The API of days off.
import { askedIn, askingIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { addDayOff, daysOff, removeDayOff } from './days-off.ts';
import * as schema from './days-off-schema.ts';

const tags = ['regimes'];

const listRoute = route({
  access: 'regime.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Public holidays of a year, as the law fixes them and as the reader’s tree keeps them',
  request: { query: schema.daysOffQuery },
  responses: { 200: json(schema.daysOff, 'The days off'), ...problems(400, 401, 403) },
});
const addRoute = route({
  access: 'regime.manage',
  method: 'post',
  path: '/',
  tags,
  summary: 'Add days off to the list of one’s tree; deadlines that are set from then on go by them',
  request: { body: body(schema.dayOffInput) },
  responses: { 201: json(schema.dayOff, 'The days'), ...problems(400, 401, 403, 409, 422) },
});
const removeRoute = route({
  access: 'regime.manage',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Take days off out of the list; deadlines that were set stay as they are',
  request: { params: idParam },
  responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404) },
});

export function dayOffRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await daysOff(deps, askingIn(c), c.req.valid('query')), 200));
  api.openapi(addRoute, async (c) => c.json(await addDayOff(deps, askingIn(c), c.req.valid('json')), 201));
  api.openapi(removeRoute, async (c) => {
    await removeDayOff(deps, askedIn(c));
    return c.body(null, 204);
  });
  return api;
}
