// The API of webhooks.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { shownOnce } from '../http/once.ts';
import { idParam } from '../http/schema.ts';
import * as queries from './queries.ts';
import * as schema from './schema.ts';
import {
  changeWebhook,
  deliverAgain,
  listWebhooks,
  makeWebhook,
  ping,
  removeWebhook,
  webhookFor,
} from './service.ts';

const tags = ['webhooks'];
const access = 'webhook.manage' as const;

const listRoute = route({
  access,
  method: 'get',
  path: '/',
  tags,
  summary: 'Webhooks of the units that one administers',
  responses: { 200: json(schema.webhookList, 'Without their secrets'), ...problems(401, 403) },
});
const makeRoute = route({
  access,
  method: 'post',
  path: '/',
  tags,
  summary: 'A new webhook; its secret is shown this once',
  request: { body: body(schema.webhookInput) },
  responses: { 201: json(schema.newWebhook, 'The webhook'), ...problems(400, 401, 403) },
});
const changeRoute = route({
  access,
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change its address or events, turn it on or off',
  request: { params: idParam, body: body(schema.webhookChange) },
  responses: {
    200: json(schema.webhook, 'The webhook'),
    ...problems(400, 401, 403, 404),
    ...stale(schema.webhook),
  },
});
const removeRoute = route({
  access,
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove it with its deliveries',
  request: { params: idParam },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
});
const pingRoute = route({
  access,
  method: 'post',
  path: '/{id}/ping',
  tags,
  summary: 'Send a delivery that says nothing',
  request: { params: idParam },
  responses: { 202: { description: 'On its way' }, ...problems(401, 403, 404) },
});
const deliveriesRoute = route({
  access,
  method: 'get',
  path: '/{id}/deliveries',
  tags,
  summary: 'What was sent to it, newest first',
  request: { params: idParam, query: schema.deliveryQuery },
  responses: { 200: json(schema.deliveryList, 'A page of deliveries'), ...problems(400, 401, 403, 404) },
});
const againRoute = route({
  access,
  method: 'post',
  path: '/deliveries/{id}/again',
  tags,
  summary: 'Send a delivery once more',
  request: { params: idParam },
  responses: { 202: { description: 'On its way' }, ...problems(401, 403, 404) },
});

export function webhookRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json({ rows: await listWebhooks(deps.db, actorIn(c)) }, 200));
  api.openapi(makeRoute, async (c) => {
    shownOnce(c);
    return c.json(await makeWebhook(deps, actorIn(c), c.req.valid('json')), 201);
  });
  api.openapi(changeRoute, async (c) =>
    c.json(await changeWebhook(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(removeRoute, async (c) => {
    await removeWebhook(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  api.openapi(pingRoute, async (c) => {
    await ping(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 202);
  });
  api.openapi(deliveriesRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { page, size } = c.req.valid('query');
    await webhookFor(deps.db, actorIn(c), id);
    const rows = await queries.deliveriesOf(deps.db, id, size, (page - 1) * size);
    const total = await queries.countDeliveries(deps.db, id);
    const shown = rows.map(({ webhookId: _webhook, at, lastAt, ...row }) => ({
      ...row,
      at: at.toISOString(),
      lastAt: lastAt?.toISOString() ?? null,
    }));
    return c.json({ rows: shown, total, page, size }, 200);
  });
  api.openapi(againRoute, async (c) => {
    await deliverAgain(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 202);
  });
  return api;
}
