// The same step for several duties, its way back, and calls of tasks that are done on call.
import type { z } from '@hono/zod-openapi';
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { wordsOf } from '../error-words.ts';
import { body, json, newApi, problems, type Api } from '../http/api.ts';
import type { Locale } from '../http/locale.ts';
import { idParam } from '../http/schema.ts';
import { bulk, undoBulk, type BulkDone } from './bulk.ts';
import { call } from './calls.ts';
import * as schema from './step-schema.ts';

const tags = ['duties'];

const bulkRoute = route({
  method: 'post',
  path: '/bulk',
  access: 'duty.read',
  tags,
  summary: 'The same step for several duties: what cannot be done is named, the rest is done',
  request: { body: body(schema.bulkRequest) },
  responses: { 200: json(schema.bulkResult, 'What was done'), ...problems(400, 401, 403, 422) },
});

const undoRoute = route({
  method: 'post',
  path: '/bulk/{id}/undo',
  access: 'duty.read',
  tags,
  summary: 'Undo it: duties that were changed since stay as they are, and are named',
  request: { params: idParam },
  responses: { 200: json(schema.bulkUndone, 'What was undone'), ...problems(401, 403, 404, 409) },
});

const callRoute = route({
  method: 'post',
  path: '/calls',
  access: 'duty.direct',
  tags,
  summary: 'Call for a task that is done on call: each of its units gets a duty',
  request: { body: body(schema.callRequest) },
  responses: { 201: json(schema.called, 'The duties'), ...problems(400, 401, 403, 404, 409, 422) },
});

function present({ bulkId, done, refused }: BulkDone, locale: Locale): z.infer<typeof schema.bulkResult> {
  return {
    bulkId,
    done: [...done],
    refused: refused.map(({ id, code, values }) => ({
      id,
      code,
      detail: wordsOf(code, { id, ...values }, locale).detail,
    })),
  };
}

export function bulkRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(bulkRoute, async (c) =>
    c.json(present(await bulk(deps, actorIn(c), c.req.valid('json')), c.get('locale')), 200),
  );
  api.openapi(undoRoute, async (c) =>
    c.json(present(await undoBulk(deps, actorIn(c), c.req.valid('param').id), c.get('locale')), 200),
  );
  api.openapi(callRoute, async (c) => c.json(await call(deps, actorIn(c), c.req.valid('json')), 201));
  return api;
}
