// The API of the exchange with document systems.
import { z } from '@hono/zod-openapi';
import { actorIn, askedIn, route, streamed } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { answerRecall } from './recall.ts';
import * as schema from './schema.ts';
import { listMessages, messageFor, statesOf, takePackage } from './service.ts';

const tags = ['exchange'];

const sendRoute = {
  access: 'document.upload',
  method: 'post',
  path: '/messages',
  tags,
  summary: 'Hand in a package of edXML (QCVN 102:2016); its files become documents to review',
  request: {
    query: schema.sendQuery,
    body: { required: true, content: { 'application/xml': { schema: z.string() } } },
  },
  responses: {
    200: json(schema.message, 'It was handed in before'),
    201: json(schema.message, 'The message'),
    ...problems(401, 403, 413, 422),
  },
} as const;

const listRoute = route({
  access: 'document.read',
  method: 'get',
  path: '/messages',
  tags,
  summary: 'The newest hundred packages, or those of one name',
  request: { query: z.object({ externalId: z.string().max(500).optional() }) },
  responses: {
    200: json(z.object({ rows: z.array(schema.message) }), 'Messages'),
    ...problems(400, 401, 403),
  },
});

const getRoute = route({
  access: 'document.read',
  method: 'get',
  path: '/messages/{id}',
  tags,
  summary: 'A package: what became of its files, and how its tasks stand',
  request: { params: idParam },
  responses: { 200: json(schema.message, 'The message'), ...problems(401, 403, 404) },
});

const recallRoute = route({
  access: 'document.remove',
  method: 'post',
  path: '/messages/{id}/recall',
  tags,
  summary: 'Answer that the sender asks a package back: agree, which removes its documents, or refuse',
  request: { params: idParam, body: body(schema.recallAnswer) },
  responses: { 200: json(schema.message, 'The message'), ...problems(400, 401, 403, 404, 409, 422) },
});

const statesRoute = route({
  access: 'document.read',
  method: 'get',
  path: '/documents/{id}',
  tags,
  summary: 'How the tasks of a document stand, for a system that sent it as a form',
  request: { params: idParam },
  responses: {
    200: json(
      schema.message.pick({ status: true, tasks: true }).extend({ documentId: z.number() }),
      'Its tasks',
    ),
    ...problems(401, 403, 404),
  },
});

export function exchangeRoutes(deps: Deps): Api {
  const api = newApi();
  streamed(api, sendRoute, async (c) => {
    const { unit } = schema.sendQuery.parse(c.req.query());
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const { message, fresh } = await takePackage(deps, actorIn(c), { bytes, unitId: unit ?? null });
    return c.json(message, fresh ? 201 : 200);
  });
  api.openapi(listRoute, async (c) =>
    c.json({ rows: await listMessages(deps, actorIn(c), c.req.valid('query').externalId) }, 200),
  );
  api.openapi(getRoute, async (c) =>
    c.json(await messageFor(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(recallRoute, async (c) =>
    c.json(await answerRecall(deps, askedIn(c), c.req.valid('json')), 200),
  );
  api.openapi(statesRoute, async (c) =>
    c.json(await statesOf(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  return api;
}
