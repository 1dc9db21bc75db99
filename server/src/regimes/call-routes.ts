// The API of calls for reports.
import { askedIn, askingIn, route } from '../access/route.ts';
import { stepsOf } from '../access/step.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { urgeReports as urging } from '../reports/input-schema.ts';
import * as reports from '../reports/schema.ts';
import { urgeReports } from '../reports/urge.ts';
import { listCalls, oneCall } from './call-list.ts';
import { add, cancel, close, reopen } from './call-steps.ts';
import { create, preview } from './calls.ts';
import * as schema from './schema.ts';

const tags = ['calls'];
const params = idParam;

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
  responses: { 200: json(schema.call, 'The call'), ...problems(401, 403, 404) },
});

const urgeRoute = route({
  access: 'report.urge',
  method: 'post',
  path: '/{id}/urge',
  tags,
  summary: 'Urge units whose reports are missing; one urging for each, which it answers',
  request: { params, body: body(urging) },
  responses: { 200: json(reports.urgedReports, 'How many'), ...problems(400, 401, 403, 404, 409, 422) },
});

export function callRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await listCalls(deps, askingIn(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) => {
    const asking = askingIn(c);
    const id = await create(deps, asking, c.req.valid('json'));
    return c.json(await oneCall(deps, { ...asking, id }), 201);
  });
  api.openapi(previewRoute, async (c) => c.json(await preview(deps, askingIn(c), c.req.valid('json')), 200));
  api.openapi(getRoute, async (c) => c.json(await oneCall(deps, askedIn(c)), 200));
  stepRoutes(api, deps);
  api.openapi(urgeRoute, async (c) => {
    const { actor, id } = askedIn(c);
    return c.json(await urgeReports(deps, actor, id, c.req.valid('json')), 200);
  });
  return api;
}

function stepRoutes(api: Api, deps: Deps): void {
  const step = stepsOf({ api, deps, tags, answer: schema.call, described: 'The call' });
  step('close', {
    access: 'report.call',
    summary: 'Close a call: nothing is filled in or sent any more',
    input: schema.callStep,
    does: close,
  });
  step('reopen', { access: 'report.call', summary: 'Open it again', input: schema.callStep, does: reopen });
  step('cancel', {
    access: 'report.call',
    summary: 'Cancel it: nobody owes these reports',
    input: schema.callStep,
    does: cancel,
  });
  step('add', { access: 'report.call', summary: 'Ask further units', input: schema.callAdd, does: add });
}
