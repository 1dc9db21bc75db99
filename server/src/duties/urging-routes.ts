// The API of urging.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import * as schema from './urging-schema.ts';
import { answerUrging, listUrgings, urge } from './urgings.ts';

const tags = ['urgings'];

const urgeRoute = route({
  method: 'post',
  path: '/',
  access: 'duty.urge',
  tags,
  summary: 'Urge units about duties that are open; one urging for each unit',
  request: { body: body(schema.urgeRequest) },
  responses: {
    201: json(schema.urgingList, 'The urgings'),
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

const listRoute = route({
  method: 'get',
  path: '/',
  access: 'duty.read',
  tags,
  summary: 'Urgings of the units that the reader sees, and by the reader’s units',
  request: { query: schema.urgingQuery },
  responses: {
    200: json(schema.urgingList, 'A page of urgings: those not answered first, newest first'),
    ...problems(400, 401, 403),
  },
});

const answerRoute = route({
  method: 'post',
  path: '/{id}/answer',
  access: 'duty.report',
  tags,
  summary: 'Answer an urging, once',
  request: { params: idParam, body: body(schema.urgingAnswer) },
  responses: { 200: json(schema.urging, 'The urging'), ...problems(400, 401, 403, 404, 409) },
});

export function urgingRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(urgeRoute, async (c) => c.json(await urge(deps, actorIn(c), c.req.valid('json')), 201));
  api.openapi(listRoute, async (c) => c.json(await listUrgings(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(answerRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await answerUrging(deps, actorIn(c), id, c.req.valid('json').answer), 200);
  });
  return api;
}
