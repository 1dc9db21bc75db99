// The API of the documents: thin, every rule is in the services.
import { actorIn, askedIn, askingIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { accept, remove, withdraw } from './accept.ts';
import { draft, draftChange, versionOnly } from './draft-schema.ts';
import { graph } from './graph.ts';
import { graphQuery, graph as graphSchema } from './graph-schema.ts';
import { list } from './list.ts';
import { detail } from './present.ts';
import { change, move } from './review.ts';
import { reviseDocument } from './revision.ts';
import * as schema from './schema.ts';

const tags = ['documents'];
const one = (path = '') => `/{id}${path}`;
const params = idParam;
/** `rebased`: what would come of it now; null where it no longer fits. */
const staleDraft = stale(schema.draftState, { rebased: draft.nullable().optional() });

const listRoute = route({
  access: 'document.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Documents, filtered and sorted',
  request: { query: schema.documentListQuery },
  responses: {
    200: json(schema.documentList, 'A page of documents'),
    ...problems(400),
  },
});

const graphRoute = route({
  access: 'document.read',
  method: 'get',
  path: '/graph',
  tags,
  summary: 'What cites what, what is missing, what contradicts',
  request: { query: graphQuery },
  responses: {
    200: json(graphSchema, 'Nodes and edges'),
    ...problems(400),
  },
});

const getRoute = route({
  access: 'document.read',
  method: 'get',
  path: one(),
  tags,
  summary: 'A document with its text and draft',
  request: { params },
  responses: {
    200: json(schema.documentDetail, 'The document'),
    ...problems(404),
  },
});

const changeRoute = route({
  access: 'document.review',
  method: 'patch',
  path: one('/draft'),
  tags,
  summary: 'Change the draft; one call is one step of undo',
  request: {
    params,
    body: body(draftChange),
  },
  responses: {
    200: json(schema.draftState, 'The draft after it'),
    ...problems(400, 404, 422),
    ...staleDraft,
  },
});

const step = (path: 'undo' | 'redo') =>
  route({
    access: 'document.review',
    method: 'post',
    path: one(`/draft/${path}`),
    tags,
    summary: `${path} one step`,
    request: {
      params,
      body: body(versionOnly),
    },
    responses: {
      200: json(schema.draftState, 'The draft after it'),
      ...problems(400, 404),
      ...staleDraft,
    },
  });

const acceptRoute = route({
  access: 'document.accept',
  method: 'post',
  path: one('/accept'),
  tags,
  summary: 'Let document, citations and tasks enter the register',
  request: {
    params,
    body: body(schema.acceptRequest),
  },
  responses: {
    200: json(schema.documentDetail, 'The accepted document'),
    ...problems(400, 404),
    ...staleDraft,
  },
});

const withdrawRoute = route({
  access: 'document.remove',
  method: 'post',
  path: one('/withdraw'),
  tags,
  summary: 'Take it out of the register again; the trail stays',
  request: {
    params,
    body: body(schema.withdrawRequest),
  },
  responses: {
    200: json(schema.documentDetail, 'The document, in review again'),
    ...problems(400, 404, 409),
  },
});

const revisionRoute = route({
  access: 'document.review',
  method: 'post',
  path: one('/revision-of'),
  tags,
  summary: 'Say which document it revises, or that it revises none',
  request: {
    params,
    body: body(schema.revisionRequest),
  },
  responses: {
    200: json(schema.documentDetail, 'The document, edits carried over'),
    ...problems(400, 404, 409, 422),
  },
});

const deleteRoute = route({
  access: 'document.remove',
  method: 'delete',
  path: one(),
  tags,
  summary: 'Remove a document that is not in the register, with its file',
  request: { params },
  responses: {
    204: { description: 'Removed' },
    ...problems(404, 409),
  },
});

export function documentRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, c.req.valid('query'), askingIn(c)), 200));
  api.openapi(graphRoute, async (c) => {
    const { around, depth, accepted } = c.req.valid('query');
    return c.json(await graph(deps, actorIn(c), { around, depth, acceptedOnly: accepted === 'true' }), 200);
  });
  api.openapi(getRoute, async (c) => c.json(await detail(deps, askedIn(c)), 200));
  api.openapi(deleteRoute, async (c) => {
    await remove(deps, askedIn(c));
    return c.body(null, 204);
  });
  reviewRoutes(api, deps);
  registerRoutes(api, deps);
  return api;
}

function reviewRoutes(api: Api, deps: Deps): void {
  api.openapi(changeRoute, async (c) => c.json(await change(deps, askedIn(c), c.req.valid('json')), 200));
  for (const [path, by] of [
    ['undo', -1],
    ['redo', 1],
  ] as const) {
    api.openapi(step(path), async (c) =>
      c.json(await move(deps, askedIn(c), { version: c.req.valid('json').version, by }), 200),
    );
  }
}

function registerRoutes(api: Api, deps: Deps): void {
  api.openapi(acceptRoute, async (c) => {
    const asked = askedIn(c);
    await accept(deps, asked, c.req.valid('json').version);
    return c.json(await detail(deps, asked), 200);
  });
  api.openapi(withdrawRoute, async (c) => {
    const asked = askedIn(c);
    await withdraw(deps, asked, c.req.valid('json').reason ?? null);
    return c.json(await detail(deps, asked), 200);
  });
  api.openapi(revisionRoute, async (c) => {
    const asked = askedIn(c);
    await reviseDocument(deps, asked, c.req.valid('json').documentId);
    return c.json(await detail(deps, asked), 200);
  });
}
