// The API of inspections.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idIn, idParam } from '../http/schema.ts';
import { addInspection, changeInspection, listInspections, oneInspection, remedy } from './inspections.ts';
import * as schema from './inspection-schema.ts';

const tags = ['inspections'];
const params = idParam;

const listRoute = route({
  method: 'get',
  path: '/',
  access: 'inspection.read',
  tags,
  summary: 'Inspections with their findings, newest first',
  request: { query: schema.inspectionQuery },
  responses: { 200: json(schema.inspectionList, 'A page of inspections'), ...problems(400, 401, 403) },
});

const getRoute = route({
  method: 'get',
  path: '/{id}',
  access: 'inspection.read',
  tags,
  summary: 'An inspection',
  request: { params },
  responses: { 200: json(schema.inspection, 'The inspection'), ...problems(401, 403, 404) },
});

const addRoute = route({
  method: 'post',
  path: '/',
  access: 'inspection.write',
  tags,
  summary: 'Write down an inspection visit',
  request: { body: body(schema.inspectionInput) },
  responses: { 201: json(schema.inspection, 'The inspection'), ...problems(400, 401, 403, 404, 422) },
});

const changeRoute = route({
  method: 'put',
  path: '/{id}',
  access: 'inspection.read',
  tags,
  summary: 'Change it; findings that were remedied stay as they are',
  request: { params, body: body(schema.inspectionInput) },
  responses: {
    200: json(schema.inspection, 'The inspection'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.inspection),
  },
});

const remediedRoute = route({
  method: 'post',
  path: '/{id}/findings/{findingId}/remedied',
  access: 'inspection.read',
  tags,
  summary: 'Say that a finding was remedied',
  request: {
    params: idParam.extend({
      findingId: idIn.openapi({ param: { name: 'findingId', in: 'path' }, example: 3 }),
    }),
    body: body(schema.remedied),
  },
  responses: {
    200: json(schema.inspection, 'The inspection'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.inspection),
  },
});

export function inspectionRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) =>
    c.json(await listInspections(deps, actorIn(c), c.req.valid('query')), 200),
  );
  api.openapi(addRoute, async (c) => c.json(await addInspection(deps, actorIn(c), c.req.valid('json')), 201));
  api.openapi(getRoute, async (c) =>
    c.json(await oneInspection(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await changeInspection(deps, actorIn(c), id, c.req.valid('json')), 200);
  });
  api.openapi(remediedRoute, async (c) => {
    const { id, findingId } = c.req.valid('param');
    return c.json(await remedy(deps, actorIn(c), id, { findingId, ...c.req.valid('json') }), 200);
  });
  return api;
}
