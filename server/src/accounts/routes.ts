// The API of signing in and out.
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { entrance } from './entrance.ts';
import { callerOf, giveCookie } from './http.ts';
import { ownRoutes } from './own-routes.ts';
import * as schema from './schema.ts';
import { signIn, signOut } from './sign-in.ts';

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
  responses: { 204: { description: 'Signed out' }, ...problems(401) },
});

export function accountRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(entranceRoute, async (c) => c.json(await entrance(deps, c.get('locale')), 200));
  api.openapi(signInRoute, async (c) => {
    giveCookie(c, await signIn(deps, c.req.valid('json'), callerOf(c)));
    return c.body(null, 204);
  });
  api.openapi(signOutRoute, async (c) => {
    await signOut(deps, actorIn(c));
    giveCookie(c, null);
    return c.body(null, 204);
  });
  api.route('/', ownRoutes(deps));
  return api;
}
