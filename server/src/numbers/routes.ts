// The API of the number register (sổ đăng ký văn bản đi).
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { idParam } from '../http/schema.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import { csvOf } from '../sheets/csv.ts';
import { xlsxOf } from '../sheets/xlsx.ts';
import { sheetOf } from './export.ts';
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

const exportRoute = (kind: keyof typeof sheetTypes) =>
  route({
    access: 'number.read',
    method: 'get',
    path: `/export.${kind}`,
    tags,
    summary: `The register with the columns of Decree 30/2020, Annex IV, as ${kind}`,
    request: { query: schema.numberFilter },
    responses: {
      200: { description: 'The file', content: { [sheetTypes[kind]]: { schema: z.string() } } },
      ...problems(400, 401, 403, 404),
    },
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

const useRoute = route({
  access: 'number.reserve',
  method: 'post',
  path: '/{id}/use',
  tags,
  summary: 'Give a reserved number to a document on paper',
  request: { params, body: body(schema.numberUse) },
  responses: { ...theNumber, ...problems(400, 401, 403, 404, 422), ...stale(schema.numberEntry) },
});

const extendRoute = route({
  access: 'number.reserve',
  method: 'post',
  path: '/{id}/extend',
  tags,
  summary: 'Keep a reserved number longer',
  request: { params, body: body(schema.numberExtend) },
  responses: { ...theNumber, ...problems(400, 401, 403, 404, 422), ...stale(schema.numberEntry) },
});

const cancelRoute = route({
  access: 'number.reserve',
  method: 'post',
  path: '/{id}/cancel',
  tags,
  summary: 'Cancel a number with a reason; it is never given again',
  request: { params, body: body(schema.numberCancel) },
  responses: { ...theNumber, ...problems(400, 401, 403, 404, 422), ...stale(schema.numberEntry) },
});

export function numberRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) =>
    c.json(await service.list(deps, actorIn(c), c.req.valid('query')), 200),
  );
  for (const kind of ['xlsx', 'csv'] as const) {
    api.openapi(exportRoute(kind), (c) => exported(deps, c, kind, c.req.valid('query')) as never);
  }
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
  api.openapi(editRoute, async (c) =>
    c.json(await service.edit(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(useRoute, async (c) =>
    c.json(await service.use(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(extendRoute, async (c) =>
    c.json(await service.extend(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(cancelRoute, async (c) =>
    c.json(await service.cancel(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  return api;
}

async function exported(
  deps: Deps,
  c: Context<Env>,
  kind: keyof typeof sheetTypes,
  filter: z.infer<typeof schema.numberFilter>,
): Promise<Response> {
  await service.mustExport(deps, actorIn(c), filter);
  const locale = c.get('locale');
  const year = filter.year ?? Number(today(deps.clock).slice(0, 4));
  const sheet = sheetOf(locale, year);
  const portions = service.allEntries(deps, actorIn(c), { ...filter, year });
  c.header('content-type', sheetTypes[kind]);
  c.header('content-disposition', attachment(`so-van-ban-di-${year}.${kind}`));
  c.header('cache-control', 'no-store');
  const content = kind === 'xlsx' ? xlsxOf(portions, sheet) : Readable.from(csvOf(portions, sheet));
  return c.body(Readable.toWeb(content) as unknown as ReadableStream);
}
