// The API of document systems of others, and of the states that they send back.
import { z } from '@hono/zod-openapi';
import { askedIn, askingIn, route, streamed } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import * as schema from './peer-schema.ts';
import { sentToPeer } from './peer-sent.ts';
import { tryPeer } from './peer-trial.ts';
import { changePeer, listPeers, makePeer } from './peers.ts';
import { stateIn, takeState } from './states.ts';

const tags = ['exchange'];

const listRoute = route({
  access: 'signed-in',
  method: 'get',
  path: '/peers',
  tags,
  summary: 'Document systems to which the reader’s units may send, or which they manage',
  request: { query: schema.peerQuery },
  responses: { 200: json(schema.peerList, 'Systems'), ...problems(400, 401, 403) },
});

const makeRoute = route({
  access: 'peer.manage',
  method: 'post',
  path: '/peers',
  tags,
  summary: 'Enter a document system; its key is shown once',
  request: { body: body(schema.peerInput) },
  responses: { 201: json(schema.newPeer, 'The system, with its key'), ...problems(400, 401, 403, 409, 422) },
});

const changeRoute = route({
  access: 'peer.manage',
  method: 'patch',
  path: '/peers/{id}',
  tags,
  summary: 'Change a document system, turn it off, or renew its key',
  request: { params: idParam, body: body(schema.peerChange) },
  responses: {
    200: json(schema.peer.extend({ key: z.string().nullable() }), 'The system; with its key if that is new'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.peer),
  },
});

const tryRoute = route({
  access: 'peer.manage',
  method: 'post',
  path: '/peers/{id}/try',
  tags,
  summary: 'Send it a package without files that says that it is a trial; the answer tells how that went',
  request: { params: idParam },
  responses: { 200: json(schema.peer, 'The system, as it answered'), ...problems(401, 403, 404, 409, 422) },
});

const sentRoute = route({
  access: 'peer.manage',
  method: 'get',
  path: '/peers/{id}/sent',
  tags,
  summary: 'What a system was sent, and which states came back',
  request: { params: idParam, query: schema.peerSentQuery },
  responses: { 200: json(schema.peerSent, 'A page of packages'), ...problems(400, 401, 403, 404) },
});

const stateRoute = {
  access: 'open',
  method: 'post',
  path: '/states',
  tags,
  summary:
    'Say how far a package is that was sent from here (header Nhipcau-Exchange-Key); JSON or the standard’s XML',
  request: {
    headers: z.object({ 'nhipcau-exchange-key': z.string().max(200).optional() }),
    body: {
      required: true,
      content: {
        'application/json': { schema: schema.stateInput },
        'application/xml': { schema: z.string() },
      },
    },
  },
  responses: {
    200: json(schema.stateTaken, 'It was taken, now or before'),
    ...problems(400, 401, 404, 413, 422),
  },
} as const;

export function peerRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) =>
    c.json(await listPeers(deps.db, askingIn(c), c.req.valid('query').unit), 200),
  );
  api.openapi(makeRoute, async (c) => {
    c.set('shownOnce', true);
    return c.json(await makePeer(deps, askingIn(c), c.req.valid('json')), 201);
  });
  api.openapi(changeRoute, async (c) => {
    c.set('shownOnce', true);
    return c.json(await changePeer(deps, askedIn(c), c.req.valid('json')), 200);
  });
  api.openapi(tryRoute, async (c) => c.json(await tryPeer(deps, askedIn(c)), 200));
  api.openapi(sentRoute, async (c) =>
    c.json(await sentToPeer(deps.db, askedIn(c), c.req.valid('query')), 200),
  );
  streamed(api, stateRoute, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const state = stateIn(bytes, c.req.header('content-type') ?? '');
    return c.json(await takeState(deps, c.req.header('nhipcau-exchange-key'), state), 200);
  });
  return api;
}
