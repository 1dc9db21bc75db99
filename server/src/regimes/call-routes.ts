// The API of calls for reports.
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api, type Env } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import * as reports from '../reports/schema.ts';
import { urgeReports } from '../reports/urge.ts';
import { listCalls, oneCall } from './call-list.ts';
import * as steps from './call-steps.ts';
import { create, preview } from './calls.ts';
import * as schema from './schema.ts';

const tags = ['calls'];
const params = idParam;
const theCall = { 200: json(schema.call, 'The call') };

const listRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Calls for reports, with who has reported of those that the reader sees',
  request: { query: schema.callQuery },
  responses: { 200: json(schema.callList, 'A page of calls'), ...problems(400, 401, 403) },
});
const createRoute = route({
  access: 'report.call',
  method: 'post',
  path: '/',
  tags,
  summary: 'Call for reports: by a regime for one of its periods, or on call with a name and a deadline',
  request: { body: body(schema.callCreate) },
  responses: { 201: json(schema.call, 'The call'), ...problems(400, 401, 403, 404, 409, 422) },
});
const previewRoute = route({
  access: 'report.call',
  method: 'post',
  path: '/preview',
  tags,
  summary: 'Whom a call would ask, for what days and by when; nothing is kept',
  request: { body: body(schema.callCreate) },
  responses: { 200: json(schema.preview, 'As it would be'), ...problems(400, 401, 403, 404, 409, 422) },
});
const getRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A call with its form as it was frozen, and who has reported',
  request: { params },
  responses: { ...theCall, ...problems(401, 403, 404) },
});

const step = <P extends 'close' | 'reopen' | 'cancel'>(name: P, summary: string) =>
  route({
    access: 'report.call',
    method: 'post',
    path: `/{id}/${name}` as `/{id}/${P}`,
    tags,
    summary,
    request: { params, body: body(schema.callStep) },
    responses: { ...theCall, ...problems(400, 401, 403, 404, 422), ...stale(schema.call) },
  });
const closeRoute = step('close', 'Close a call: nothing is filled in or sent any more');
const reopenRoute = step('reopen', 'Open it again');
const cancelRoute = step('cancel', 'Cancel it: nobody owes these reports');

const addRoute = route({
  access: 'report.call',
  method: 'post',
  path: '/{id}/add',
  tags,
  summary: 'Ask further units',
  request: { params, body: body(schema.callAdd) },
  responses: { ...theCall, ...problems(400, 401, 403, 404, 422), ...stale(schema.call) },
});
const urgeRoute = route({
  access: 'report.urge',
  method: 'post',
  path: '/{id}/urge',
  tags,
  summary: 'Urge units whose reports are missing; one urging for each, which it answers',
  request: { params, body: body(reports.urgeReports) },
  responses: { 200: json(reports.urgedReports, 'How many'), ...problems(400, 401, 403, 404, 409, 422) },
});

export function callRoutes(deps: Deps): Api {
  const api = newApi();
  const asking = (c: Context<Env>) => ({ actor: actorIn(c), locale: c.get('locale') });
  api.openapi(listRoute, async (c) => c.json(await listCalls(deps, asking(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) => {
    const id = await create(deps, asking(c), c.req.valid('json'));
    return c.json(await oneCall(deps, asking(c), id), 201);
  });
  api.openapi(previewRoute, async (c) => c.json(await preview(deps, asking(c), c.req.valid('json')), 200));
  api.openapi(getRoute, async (c) => c.json(await oneCall(deps, asking(c), c.req.valid('param').id), 200));
  for (const [each, does] of [
    [closeRoute, steps.close],
    [reopenRoute, steps.reopen],
    [cancelRoute, steps.cancel],
  ] as const) {
    api.openapi(each, async (c) =>
      c.json(await does(deps, asking(c), c.req.valid('param').id, c.req.valid('json')), 200),
    );
  }
  api.openapi(addRoute, async (c) =>
    c.json(await steps.add(deps, asking(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(urgeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await urgeReports(deps, actorIn(c), id, c.req.valid('json')), 200);
  });
  return api;
}
