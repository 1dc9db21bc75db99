// The API of the number register (sổ đăng ký văn bản đi).
import { actorIn, askedIn, route } from '../access/route.ts';
import { stepsOf } from '../access/step.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import * as schema from './schema.ts';
import { setScheme, showScheme } from './scheme.ts';
import * as service from './service.ts';

const tags = ['numbers'];
const params = idParam;
const theNumber = { 200: json(schema.numberEntry, 'The row of the register') };

const listRoute = route({
  access: 'number.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'The register of a unit and year: every number that was given, kept or cancelled',
  request: { query: schema.numberListQuery },
  responses: { 200: json(schema.numberList, 'A page of the register'), ...problems(400, 401, 403, 404) },
});

const nextRoute = route({
  access: 'number.read',
  method: 'get',
  path: '/next',
  tags,
  summary: 'What the next number of a series would be; nobody is promised it',
  request: { query: schema.nextQuery },
  responses: { 200: json(schema.nextNumber, 'Number and symbol'), ...problems(400, 401, 403, 404) },
});

const schemeRoute = route({
  access: 'number.read',
  method: 'get',
  path: '/scheme',
  tags,
  summary: 'How a unit numbers: its series, and how symbols are composed',
  request: { query: schema.schemeQuery },
  responses: { 200: json(schema.numberScheme, 'The scheme'), ...problems(400, 401, 403, 404) },
});

const setSchemeRoute = route({
  access: 'number.manage',
  method: 'put',
  path: '/scheme',
  tags,
  summary: 'Set how a unit numbers, this year or from the next',
  request: { body: body(schema.numberSchemeInput) },
  responses: {
    200: json(schema.numberScheme, 'The scheme'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.numberScheme),
  },
});

const beginRoute = route({
  access: 'number.manage',
  method: 'post',
  path: '/series',
  tags,
  summary: 'Let a series go on after the last number of the register that was kept before',
  request: { body: body(schema.seriesBegin) },
  responses: { 201: json(schema.numberSeries, 'The series'), ...problems(400, 401, 403, 404, 409, 422) },
});

const takeRoute = route({
  access: 'number.reserve',
  method: 'post',
  path: '/',
  tags,
  summary: 'Reserve the next number, or give it to a document on paper',
  request: { body: body(schema.numberTake) },
  responses: { 201: json(schema.numberEntry, 'The row'), ...problems(400, 401, 403, 404, 409, 422) },
});

const getRoute = route({
  access: 'number.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A row of the register',
  request: { params },
  responses: { ...theNumber, ...problems(401, 403, 404) },
});

const editRoute = route({
  access: 'number.reserve',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Fill in copies, day of sending, who received it, remarks',
  request: { params, body: body(schema.numberEdit) },
  responses: { ...theNumber, ...problems(400, 401, 403, 404, 422), ...stale(schema.numberEntry) },
});

export function numberRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) =>
    c.json(await service.list(deps, actorIn(c), c.req.valid('query')), 200),
  );
  api.openapi(nextRoute, async (c) =>
    c.json(await service.next(deps, actorIn(c), c.req.valid('query')), 200),
  );
  api.openapi(schemeRoute, async (c) => {
    const { unit, year } = c.req.valid('query');
    return c.json(await showScheme(deps, actorIn(c), { unitId: unit, year }), 200);
  });
  api.openapi(setSchemeRoute, async (c) =>
    c.json(await setScheme(deps, actorIn(c), c.req.valid('json')), 200),
  );
  api.openapi(beginRoute, async (c) =>
    c.json(await service.begin(deps, actorIn(c), c.req.valid('json')), 201),
  );
  api.openapi(takeRoute, async (c) => c.json(await service.take(deps, actorIn(c), c.req.valid('json')), 201));
  api.openapi(getRoute, async (c) =>
    c.json(await service.one(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(editRoute, async (c) => c.json(await service.edit(deps, askedIn(c), c.req.valid('json')), 200));
  stepRoutes(api, deps);
  return api;
}

function stepRoutes(api: Api, deps: Deps): void {
  const answer = schema.numberEntry;
  const step = stepsOf({ api, deps, tags, answer, described: 'The row of the register' });
  step('use', {
    access: 'number.reserve',
    summary: 'Give a reserved number to a document on paper',
    input: schema.numberUse,
    does: service.use,
  });
  step('extend', {
    access: 'number.reserve',
    summary: 'Keep a reserved number longer',
    input: schema.numberExtend,
    does: service.extend,
  });
  step('cancel', {
    access: 'number.reserve',
    summary: 'Cancel a number with a reason; it is never given again',
    input: schema.numberCancel,
    does: service.cancel,
  });
}
