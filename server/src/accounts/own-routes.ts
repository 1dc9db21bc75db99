// The API of one's own account: password, second factor, sessions.
import { z } from '@hono/zod-openapi';
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { shownOnce } from '../http/once.ts';
import { sessionSecret } from './cookie.ts';
import { callerOf, giveCookie } from './http.ts';
import { acceptInvitation, invitation } from './invitations.ts';
import * as own from './own.ts';
import * as schema from './schema.ts';
import * as second from './second-factor.ts';

const tags = ['accounts'];
const done = { 204: { description: 'Done' } };

const ownRoute = route({
  access: 'signed-in',
  method: 'get',
  path: '/own',
  tags,
  summary: 'One’s own account with its sessions',
  responses: { 200: json(schema.ownAccount, 'The account'), ...problems(401, 404) },
});

const changeRoute = route({
  access: 'signed-in',
  method: 'patch',
  path: '/own',
  tags,
  summary: 'Change one’s language or telephone',
  request: { body: body(schema.ownChange) },
  responses: { 200: json(schema.ownAccount, 'The account'), ...problems(400, 401, 409) },
});

const passwordRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/password',
  tags,
  summary: 'Change one’s password; every other session ends',
  request: { body: body(schema.passwordChange) },
  responses: { ...done, ...problems(400, 401, 409, 422, 429) },
});

const beginTotpRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/second-factor',
  tags,
  summary: 'A new secret for one-time codes, with its picture; not asked for until confirmed',
  request: { body: body(schema.onlyPassword) },
  responses: { 200: json(schema.totpBegun, 'The secret'), ...problems(400, 401, 409, 422, 429) },
});

const confirmTotpRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/second-factor/confirm',
  tags,
  summary: 'Confirm the second factor with a first code',
  request: { body: body(schema.onlyCode) },
  responses: {
    200: json(schema.recoveryCodes, 'Recovery codes, shown once'),
    ...problems(400, 401, 409, 422),
  },
});

const recoveryRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/second-factor/recovery-codes',
  tags,
  summary: 'New recovery codes; the old ones are worth nothing any more',
  request: { body: body(schema.onlyPassword) },
  responses: { 200: json(schema.recoveryCodes, 'Shown once'), ...problems(400, 401, 409, 422, 429) },
});

const removeTotpRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/second-factor/remove',
  tags,
  summary: 'Do without a second factor',
  request: { body: body(schema.onlyPassword) },
  responses: { ...done, ...problems(400, 401, 409, 422, 429) },
});

const endOneRoute = route({
  access: 'signed-in',
  method: 'delete',
  path: '/sessions/{id}',
  tags,
  summary: 'End one of one’s own sessions, or all "others"',
  request: {
    params: z.object({
      id: z
        .union([z.uuid(), z.literal('others')])
        .openapi({ param: { name: 'id', in: 'path' }, example: 'others' }),
    }),
  },
  responses: { ...done, ...problems(401, 404) },
});

const lockRoute = route({
  access: 'signed-in',
  method: 'post',
  path: '/lock',
  tags,
  summary: 'Lock this session until the password is typed again',
  responses: { ...done, ...problems(401) },
});

const unlockRoute = route({
  access: 'open',
  method: 'post',
  path: '/unlock',
  tags,
  summary: 'Open a locked or idle session again; the answer sets a new cookie',
  request: { body: body(schema.onlyPassword) },
  responses: { ...done, ...problems(400, 401, 429) },
});

const invitationRoute = route({
  access: 'open',
  method: 'get',
  path: '/invitation',
  tags,
  summary: 'Whose password a one-time link sets',
  request: { query: schema.invitationQuery },
  responses: { 200: json(schema.invitation, 'Whose'), ...problems(400, 404) },
});

const acceptRoute = route({
  access: 'open',
  method: 'post',
  path: '/invitation',
  tags,
  summary: 'Choose a password by a one-time link',
  request: { body: body(schema.invitationAccept) },
  responses: { ...done, ...problems(400, 404, 422) },
});

export function ownRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(ownRoute, async (c) => c.json(await own.ownAccount(deps, actorIn(c)), 200));
  api.openapi(changeRoute, async (c) =>
    c.json(await own.changeOwnAccount(deps, actorIn(c), c.req.valid('json')), 200),
  );
  api.openapi(passwordRoute, async (c) => {
    await own.changePassword(deps, actorIn(c), c.req.valid('json'));
    return c.body(null, 204);
  });
  api.openapi(endOneRoute, async (c) => {
    await own.endOwnSessions(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  api.openapi(lockRoute, async (c) => {
    await own.lock(deps, actorIn(c));
    return c.body(null, 204);
  });
  api.openapi(unlockRoute, async (c) => {
    const secret = sessionSecret(c.req.raw.headers, c.get('line').secure);
    giveCookie(c, await own.unlock(deps, { secret, ...c.req.valid('json') }, callerOf(c)));
    return c.body(null, 204);
  });
  api.openapi(invitationRoute, async (c) => c.json(await invitation(deps, c.req.valid('query').code), 200));
  api.openapi(acceptRoute, async (c) => {
    await acceptInvitation(deps, c.req.valid('json'), callerOf(c));
    return c.body(null, 204);
  });
  factorRoutes(api, deps);
  return api;
}

function factorRoutes(api: Api, deps: Deps): void {
  api.openapi(beginTotpRoute, async (c) => {
    shownOnce(c);
    return c.json(await second.beginTotp(deps, actorIn(c), c.req.valid('json').password), 200);
  });
  api.openapi(confirmTotpRoute, async (c) => {
    shownOnce(c);
    return c.json(
      { codes: [...(await second.confirmTotp(deps, actorIn(c), c.req.valid('json').code))] },
      200,
    );
  });
  api.openapi(recoveryRoute, async (c) => {
    shownOnce(c);
    const codes = await second.renewRecoveryCodes(deps, actorIn(c), c.req.valid('json').password);
    return c.json({ codes: [...codes] }, 200);
  });
  api.openapi(removeTotpRoute, async (c) => {
    await second.removeOwnTotp(deps, actorIn(c), c.req.valid('json').password);
    return c.body(null, 204);
  });
}
