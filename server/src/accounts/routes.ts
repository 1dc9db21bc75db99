// The API of signing in and out.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { entrance } from './entrance.ts';
import { callerOf, giveCookie } from './http.ts';
import { ownRoutes } from './own-routes.ts';
import * as schema from './schema.ts';
import { setUp, setupUnits } from './setup.ts';
import { signIn, signOut } from './sign-in.ts';
import { farewell } from './sso.ts';
import { originOf, ssoRoutes } from './sso-routes.ts';

const tags = ['accounts'];

const entranceRoute = route({
  access: 'open',
  method: 'get',
  path: '/entrance',
  tags,
  summary: 'What the page for signing in offers',
  responses: { 200: json(schema.entrance, 'The ways in') },
});

const signInRoute = route({
  access: 'open',
  method: 'post',
  path: '/sign-in',
  tags,
  summary: 'Sign in with e-mail and password; the answer sets a cookie',
  request: { body: body(schema.signIn) },
  responses: { 204: { description: 'Signed in' }, ...problems(400, 401, 429) },
});

const signOutRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/sign-out',
  tags,
  summary: 'End this session',
  responses: { 200: json(schema.signedOut, 'Signed out'), ...problems(401) },
});

const setupUnitsRoute = route({
  access: 'open',
  method: 'get',
  path: '/setup',
  tags,
  summary: 'The units from which the first administrator chooses; none once there is one',
  responses: { 200: json(schema.setupUnits, 'Units') },
});

const setupRoute = route({
  access: 'open',
  method: 'post',
  path: '/setup',
  tags,
  summary: 'Make the first administrator, with the code that the server printed',
  request: { body: body(schema.setup) },
  responses: { 204: { description: 'Made, and signed in' }, ...problems(400, 401, 404, 409, 422, 429) },
});

export function accountRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(entranceRoute, async (c) => c.json(await entrance(deps, c.get('locale')), 200));
  api.openapi(signInRoute, async (c) => {
    giveCookie(c, await signIn(deps, c.req.valid('json'), callerOf(c)));
    return c.body(null, 204);
  });
  api.openapi(signOutRoute, async (c) => {
    const token = await signOut(deps, actorIn(c));
    giveCookie(c, null);
    return c.json({ farewell: await farewell(deps, token, `${originOf(c, deps)}/dang-nhap`) }, 200);
  });
  api.openapi(setupUnitsRoute, async (c) => c.json({ rows: await setupUnits(deps) }, 200));
  api.openapi(setupRoute, async (c) => {
    giveCookie(c, await setUp(deps, c.req.valid('json'), callerOf(c)));
    return c.body(null, 204);
  });
  api.route('/', ssoRoutes(deps));
  api.route('/', ownRoutes(deps));
  return api;
}
