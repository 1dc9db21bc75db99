// The API of outgoing documents (văn bản đi): found, drawn up, looked at, read as a file.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, askedIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { idParam } from '../http/schema.ts';
import { check } from './check.ts';
import { commentRoutes } from './comment-routes.ts';
import { create } from './create.ts';
import { download, type Downloaded } from './issue.ts';
import { list } from './list.ts';
import { receiverRoutes } from './receiver-routes.ts';
import * as schema from './schema.ts';
import * as formSchema from './form-schema.ts';
import * as receiverSchema from './receiver-schema.ts';
import * as input from './input-schema.ts';
import { suggest } from './send.ts';
import * as service from './service.ts';
import { stepRoutes } from './step-routes.ts';
import { draft, views } from './trace.ts';

const tags = ['outgoing'];
const params = idParam;
const theDocument = { 200: json(schema.outgoingDetail, 'The document') };

const listRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Outgoing documents that the reader may see',
  request: { query: schema.outgoingListQuery },
  responses: { 200: json(schema.outgoingList, 'A page of documents'), ...problems(400, 401, 403) },
});

const createRoute = route({
  access: 'outgoing.draft',
  method: 'post',
  path: '/',
  tags,
  summary: 'Begin a draft: blank, of a plan, a report, a document read in, or another outgoing one',
  request: { body: body(input.outgoingCreate) },
  responses: {
    201: json(schema.outgoingDetail, 'The new draft'),
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

const getRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A document with its trail; that it was looked at is written down',
  request: { params },
  responses: { ...theDocument, ...problems(401, 403, 404) },
});

const changeRoute = route({
  access: 'outgoing.draft',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change a draft; every version stays',
  request: { params, body: body(input.outgoingChange) },
  responses: { ...theDocument, ...problems(400, 401, 403, 404, 422), ...stale(schema.outgoingDetail) },
});

const removeRoute = route({
  access: 'outgoing.draft',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove a draft',
  request: { params, query: z.object({ version: z.coerce.number().int() }) },
  responses: {
    204: { description: 'Removed' },
    ...problems(400, 401, 403, 404),
    ...stale(schema.outgoingDetail),
  },
});

const checkRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/check',
  tags,
  summary: 'What is wrong in form, cell by cell, in the file that would be made',
  request: { params },
  responses: { 200: json(formSchema.formCheck, 'The findings'), ...problems(401, 403, 404) },
});

const viewsRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/views',
  tags,
  summary: 'Who looked at which draft, and when',
  request: { params },
  responses: { 200: json(schema.outgoingViews, 'Views'), ...problems(401, 403, 404) },
});

const draftRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/drafts/{no}',
  tags,
  summary: 'An earlier version of the draft',
  request: { params: schema.draftParams },
  responses: { 200: json(schema.outgoingDraft, 'The draft'), ...problems(400, 401, 403, 404) },
});

const suggestRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/suggestions',
  tags,
  summary: 'Whom “Kính gửi” and “Nơi nhận” name, and by which ways they can be sent to',
  request: { params },
  responses: { 200: json(receiverSchema.suggestions, 'Receivers'), ...problems(401, 403, 404) },
});

const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

const fileRoute = (kind: keyof typeof fileTypes) =>
  route({
    access: 'outgoing.read',
    method: 'get',
    path: `/{id}/file.${kind}`,
    tags,
    summary: `The document as ${kind}: as it was issued, before that a preview`,
    request: { params },
    responses: {
      200: {
        description: 'The file',
        content: { [fileTypes[kind]]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...problems(401, 403, 404, 422),
    },
  });

export function outgoingRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) => {
    const actor = actorIn(c);
    const id = await create(deps, actor, c.req.valid('json'));
    return c.json(await service.one(deps, { actor, id }), 201);
  });
  api.openapi(getRoute, async (c) => c.json(await service.look(deps, askedIn(c)), 200));
  api.openapi(removeRoute, async (c) => {
    await service.remove(deps, askedIn(c), c.req.valid('query').version);
    return c.body(null, 204);
  });
  api.openapi(checkRoute, async (c) => c.json(await check(deps, askedIn(c)), 200));
  api.openapi(viewsRoute, async (c) => c.json(await views(deps, askedIn(c)), 200));
  api.openapi(draftRoute, async (c) => c.json(await draft(deps, askedIn(c), c.req.valid('param').no), 200));
  api.openapi(suggestRoute, async (c) => c.json(await suggest(deps, askedIn(c)), 200));
  for (const kind of ['docx', 'pdf'] as const) {
    api.openapi(fileRoute(kind), async (c) => sent(c, kind, await download(deps, askedIn(c), kind)) as never);
  }
  commentRoutes(api, deps);
  api.openapi(changeRoute, async (c) => {
    const asked = askedIn(c);
    await service.change(deps, asked, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 200);
  });
  stepRoutes(api, deps);
  receiverRoutes(api, deps);
  return api;
}

function sent(c: Context<Env>, kind: keyof typeof fileTypes, { bytes, name }: Downloaded): Response {
  c.header('content-type', fileTypes[kind]);
  c.header('content-disposition', attachment(name, kind === 'pdf'));
  c.header('cache-control', 'no-store');
  return c.body(new Uint8Array(bytes));
}
