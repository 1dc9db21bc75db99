// The API of tokens.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { shownOnce } from '../http/once.ts';
import { idParam } from '../http/schema.ts';
import * as schema from './token-schema.ts';
import { createToken, keepToken, listTokens, revokeToken } from './token-service.ts';

const tags = ['tokens'];

const listRoute = route({
  access: 'token.manage',
  method: 'get',
  path: '/',
  tags,
  summary: 'Tokens of the units whose tokens the reader manages',
  responses: { 200: json(schema.tokenList, 'All of them'), ...problems(401, 403) },
});

const createTokenRoute = route({
  access: 'token.manage',
  method: 'post',
  path: '/',
  tags,
  summary: 'Make a token; its secret is shown once, in this answer',
  request: { body: body(schema.tokenInput) },
  responses: {
    201: json(schema.tokenMade, 'The token with its secret'),
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

const keepRoute = route({
  access: 'token.manage',
  method: 'post',
  path: '/{id}/keep',
  tags,
  summary: 'Answer for a token from now on: it lives as long as its keeper administers the unit',
  request: { params: idParam },
  responses: { 200: json(schema.token, 'The token'), ...problems(401, 403, 404, 409) },
});

const revokeRoute = route({
  access: 'token.manage',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Revoke a token, at once',
  request: { params: idParam },
  responses: { 204: { description: 'Revoked' }, ...problems(401, 403, 404) },
});

export function tokenRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await listTokens(deps, actorIn(c)), 200));
  api.openapi(createTokenRoute, async (c) => {
    shownOnce(c);
    return c.json(await createToken(deps, actorIn(c), c.req.valid('json')), 201);
  });
  api.openapi(keepRoute, async (c) =>
    c.json(await keepToken(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(revokeRoute, async (c) => {
    await revokeToken(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  return api;
}
