// The API of saved views.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import * as schema from './schema.ts';
import { createView, listViews, removeView, replaceView } from './service.ts';

const tags = ['views'];
const params = idParam;

const listRoute = route({
  access: 'account.own',
  method: 'get',
  path: '/',
  tags,
  summary: 'Saved views by name',
  responses: { 200: json(schema.viewList, 'All of them') },
});

const createViewRoute = route({
  access: 'account.own',
  method: 'post',
  path: '/',
  tags,
  summary: 'Save a view',
  request: { body: body(schema.viewInput) },
  responses: {
    201: json(schema.view, 'The new view'),
    ...problems(400, 409),
  },
});

const replaceRoute = route({
  access: 'account.own',
  method: 'put',
  path: '/{id}',
  tags,
  summary: 'Rename or change a view',
  request: {
    params,
    body: body(schema.viewInput),
  },
  responses: {
    200: json(schema.view, 'The view'),
    ...problems(400, 404, 409),
  },
});

const deleteRoute = route({
  access: 'account.own',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove a view',
  request: { params },
  responses: {
    204: { description: 'Removed' },
    ...problems(404),
  },
});

export function viewRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json({ rows: await listViews(deps.db, actorIn(c)) }, 200));
  api.openapi(createViewRoute, async (c) =>
    c.json(await createView(deps, actorIn(c), c.req.valid('json')), 201),
  );
  api.openapi(replaceRoute, async (c) =>
    c.json(
      await replaceView(deps, actorIn(c), { id: c.req.valid('param').id, input: c.req.valid('json') }),
      200,
    ),
  );
  api.openapi(deleteRoute, async (c) => {
    await removeView(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  return api;
}
