// The API of people and their roles.
import { z } from '@hono/zod-openapi';
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/disposition.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { shownOnce } from '../http/once.ts';
import { idParam } from '../http/schema.ts';
import { exportPeople } from './export.ts';
import { deputise, endGrant, grantRole } from './grants.ts';
import { importPeople } from './import.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';

const tags = ['people'];
const params = idParam;
const one = json(schema.personDetail, 'The person');
const done = { 204: { description: 'Done' } };

const listRoute = route({
  access: 'person.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'People by name, unit and role',
  request: { query: schema.personListQuery },
  responses: { 200: json(schema.personList, 'A page of people'), ...problems(400, 401, 403) },
});

const createPersonRoute = route({
  access: 'person.edit',
  method: 'post',
  path: '/',
  tags,
  summary: 'Make an account with its first roles',
  request: { body: body(schema.personInput) },
  responses: { 201: one, ...problems(400, 401, 403, 404, 409, 422) },
});

const importRoute = route({
  access: 'person.edit',
  method: 'post',
  path: '/import',
  tags,
  summary: 'Take a list of people in (XLSX or CSV); `mode=try` only tells what would be done',
  request: {
    query: schema.importQuery,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z
              .custom<File>((value) => value instanceof File)
              .openapi({ type: 'string', format: 'binary' }),
          }),
        },
      },
    },
  },
  responses: {
    200: json(schema.importResult, 'What was, or would be, done'),
    ...problems(400, 401, 403, 413, 415, 422),
  },
});

const exportRoute = <F extends 'csv' | 'xlsx'>(format: F) =>
  route({
    access: 'person.edit',
    method: 'get',
    path: `/export.${format}` as const,
    tags,
    summary: 'People as a sheet, in the columns that an import reads',
    request: { query: schema.personExportQuery },
    responses: {
      200: { description: 'The sheet', content: { [sheetTypes[format]]: {} } },
      ...problems(400, 401, 403),
    },
  });

const detailRoute = route({
  access: 'person.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A person with their roles; what they hold on a day',
  request: { params, query: schema.personQuery },
  responses: { 200: one, ...problems(400, 401, 404) },
});

const privateRoute = route({
  access: 'person.private',
  method: 'get',
  path: '/{id}/private',
  tags,
  summary: 'E-mail and telephone; it is written down who looked',
  request: { params },
  responses: { 200: json(schema.personPrivate, 'Private data'), ...problems(401, 403, 404) },
});

const changeRoute = route({
  access: 'person.edit',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change name, post, e-mail, telephone or language',
  request: { params, body: body(schema.personPatch) },
  responses: { 200: one, ...problems(400, 401, 403, 404), ...stale(schema.personDetail) },
});

const switchRoute = route({
  access: 'person.edit',
  method: 'post',
  path: '/{id}/active',
  tags,
  summary: 'Switch an account off or on again; off ends every session at once',
  request: { params, body: body(schema.switching) },
  responses: { 200: one, ...problems(400, 401, 403, 404, 409) },
});

const inviteRoute = route({
  access: 'person.edit',
  method: 'post',
  path: '/{id}/invitation',
  tags,
  summary: 'A one-time link for a first or a new password',
  request: { params },
  responses: { 200: json(schema.issuedLink, 'The link'), ...problems(401, 403, 404, 409) },
});

const factorRoute = route({
  access: 'person.edit',
  method: 'delete',
  path: '/{id}/second-factor',
  tags,
  summary: 'Take the second factor away, where telephone and recovery codes are lost',
  request: { params },
  responses: { ...done, ...problems(401, 403, 404, 409) },
});

const sessionsRoute = route({
  access: 'person.edit',
  method: 'delete',
  path: '/{id}/sessions',
  tags,
  summary: 'Sign somebody out everywhere',
  request: { params },
  responses: { ...done, ...problems(401, 403, 404) },
});

const grantRoute = route({
  access: 'role.grant',
  method: 'post',
  path: '/{id}/roles',
  tags,
  summary: 'Grant a role at a unit, for a time',
  request: { params, body: body(schema.grantInput) },
  responses: { 201: one, ...problems(400, 401, 403, 404, 409, 422) },
});

const endRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/{id}/roles/{grantId}/end',
  tags,
  summary: 'End a role, at once or after a last day',
  request: { params: schema.grantParam, body: body(schema.grantEnd) },
  responses: { 200: one, ...problems(400, 401, 403, 404, 409, 422) },
});

const deputiseRoute = route({
  access: 'role.deputise',
  method: 'post',
  path: '/{id}/roles/{grantId}/deputies',
  tags,
  summary: 'Name a deputy for a period',
  request: { params: schema.grantParam, body: body(schema.deputyInput) },
  responses: { 201: one, ...problems(400, 401, 403, 404, 409, 422) },
});

export function peopleRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) =>
    c.json(await service.listPeople(deps, actorIn(c), c.req.valid('query')), 200),
  );
  api.openapi(createPersonRoute, async (c) =>
    c.json(await service.createPerson(deps, actorIn(c), c.req.valid('json')), 201),
  );
  api.openapi(importRoute, async (c) => {
    const bytes = new Uint8Array(await c.req.valid('form').file.arrayBuffer());
    const { mode } = c.req.valid('query');
    return c.json(await importPeople(deps, actorIn(c), { bytes, mode, locale: c.get('locale') }), 200);
  });
  for (const format of ['csv', 'xlsx'] as const) {
    api.openapi(exportRoute(format), async (c) => {
      const locale = c.get('locale');
      const content = await exportPeople(deps, actorIn(c), { query: c.req.valid('query'), format, locale });
      const name = locale === 'vi' ? 'nguoi-dung' : 'people';
      return c.body(content, 200, {
        'content-type': sheetTypes[format],
        'content-disposition': attachment(`${name}.${format}`),
      });
    });
  }
  oneRoutes(api, deps);
  roleRoutes(api, deps);
  return api;
}

function oneRoutes(api: Api, deps: Deps): void {
  api.openapi(detailRoute, async (c) =>
    c.json(
      await service.personDetail(deps, actorIn(c), c.req.valid('param').id, c.req.valid('query').on),
      200,
    ),
  );
  api.openapi(privateRoute, async (c) =>
    c.json(await service.personPrivate(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(changeRoute, async (c) =>
    c.json(await service.changePerson(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(switchRoute, async (c) =>
    c.json(await service.switchPerson(deps, actorIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
  api.openapi(inviteRoute, async (c) => {
    shownOnce(c);
    return c.json(await service.invitePerson(deps, actorIn(c), c.req.valid('param').id), 200);
  });
  api.openapi(factorRoute, async (c) => {
    await service.removeSecondFactor(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  api.openapi(sessionsRoute, async (c) => {
    await service.endAllSessions(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}

function roleRoutes(api: Api, deps: Deps): void {
  api.openapi(grantRoute, async (c) => {
    const { id } = c.req.valid('param');
    await grantRole(deps, actorIn(c), id, c.req.valid('json'));
    return c.json(await service.personDetail(deps, actorIn(c), id), 201);
  });
  api.openapi(endRoute, async (c) => {
    const at = c.req.valid('param');
    await endGrant(deps, actorIn(c), at, c.req.valid('json'));
    return c.json(await service.personDetail(deps, actorIn(c), at.id), 200);
  });
  api.openapi(deputiseRoute, async (c) => {
    const at = c.req.valid('param');
    await deputise(deps, actorIn(c), at, c.req.valid('json'));
    return c.json(await service.personDetail(deps, actorIn(c), at.id), 201);
  });
}
