// The API of remarks on a draft.
import { askedIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, problems, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';
import { addComment, settleComment } from './trace.ts';

const tags = ['outgoing'];
const answer = json(schema.outgoingDetail, 'The document');

const commentRoute = route({
  access: 'outgoing.comment',
  method: 'post',
  path: '/{id}/comments',
  tags,
  summary: 'Remark on a draft, or on a part of it',
  request: { params: idParam, body: body(schema.commentInput) },
  responses: { 201: answer, ...problems(400, 401, 403, 404, 409, 422) },
});

const settleRoute = route({
  access: 'outgoing.comment',
  method: 'post',
  path: '/{id}/comments/{comment}/settle',
  tags,
  summary: 'A remark has been dealt with',
  request: { params: schema.commentParams },
  responses: { 200: answer, ...problems(400, 401, 403, 404) },
});

export function commentRoutes(api: Api, deps: Deps): void {
  api.openapi(commentRoute, async (c) => {
    const asked = askedIn(c);
    await addComment(deps, asked, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 201);
  });
  api.openapi(settleRoute, async (c) => {
    const asked = askedIn(c);
    await settleComment(deps, asked, c.req.valid('param').comment);
    return c.json(await service.one(deps, asked), 200);
  });
}
