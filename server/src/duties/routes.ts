// The API of duties: lists, one with all that hangs on it, its steps.
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { detailOf } from './detail.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { list } from './list.ts';
import * as schema from './schema.ts';
import * as stepSchema from './step-schema.ts';
import { takeStep } from './service.ts';

const tags = ['duties'];
const params = idParam;

const listRoute = route({
  method: 'get',
  path: '/',
  access: 'duty.read',
  tags,
  summary: 'Duties that the reader may see: filtered, sorted, with the counts of the four classes',
  request: { query: schema.dutyListQuery },
  responses: { 200: json(schema.dutyList, 'A page of duties'), ...problems(400, 401, 403) },
});

const getRoute = route({
  method: 'get',
  path: '/{id}',
  access: 'duty.read',
  tags,
  summary: 'A duty with its history, evidence, extensions, urgings and source sentence',
  request: { params },
  responses: { 200: json(schema.dutyDetail, 'The duty'), ...problems(401, 403, 404) },
});

const stepRoute = route({
  method: 'post',
  path: '/{id}/steps',
  access: 'duty.read',
  tags,
  summary: 'Take a step: receive, report, confirm, send back, ask for more time …',
  description:
    'The version is the one that the writer saw; if it has changed since, 409 `stale-version` carries `current` and `yours`.',
  request: { params, body: body(stepSchema.dutyStep) },
  responses: {
    200: json(schema.dutyDetail, 'The duty after it'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.dutyDetail),
  },
});

export function dutyRoutes(deps: Deps): Api {
  const api = newApi();
  api.route('/', exportRoutes(deps));
  api.route('/', bulkRoutes(deps));
  api.route('/', evidenceRoutes(deps));
  api.openapi(listRoute, async (c) => c.json(await list(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(getRoute, async (c) => {
    const reader = { actor: actorIn(c), day: today(deps.clock) };
    return c.json(await detailOf(deps.db, reader, c.req.valid('param').id), 200);
  });
  api.openapi(stepRoute, async (c) => {
    const { id } = c.req.valid('param');
    const actor = actorIn(c);
    await takeStep(deps, actor, id, c.req.valid('json'));
    // A step may take it out of the writer's reach: they see it as they left it.
    return c.json(await detailOf(deps.db, { actor, day: today(deps.clock) }, id), 200);
  });
  return api;
}
