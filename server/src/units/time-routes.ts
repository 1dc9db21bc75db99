// The API of units in time: the tree, one unit, corrections, reorganisations.
import type { Deps } from '../deps.ts';
import { actorIn, route } from '../access/route.ts';
import { body, json, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { z } from '@hono/zod-openapi';
import { createUnit, editUnit, removeUnit } from './edit.ts';
import { reorganise } from './reorganise.ts';
import { reorganisationInput, reorganisationResult } from './reorganise-schema.ts';
import { undoReorganisation } from './reorganise-undo.ts';
import * as schema from './tree-schema.ts';
import { reorganisationList, tree, unitDetail } from './tree.ts';

const tags = ['units'];

const treeRoute = route({
  access: 'unit.read',
  method: 'get',
  path: '/tree',
  tags,
  summary: 'The tree as it stood on a day, level by level, with how many units stand below each',
  request: { query: schema.treeQuery },
  responses: { 200: json(schema.unitTree, 'Units in reading order'), ...problems(400, 404) },
});

const listRoute = route({
  access: 'unit.read',
  method: 'get',
  path: '/reorganisations',
  tags,
  summary: 'Reorganisations, the latest first',
  request: { query: schema.reorganisationQuery },
  responses: { 200: json(schema.reorganisationList, 'Reorganisations'), ...problems(400) },
});

const reorganiseRoute = route({
  access: 'unit.reorganise',
  method: 'post',
  path: '/reorganisations',
  tags,
  summary: 'Found, merge, split, rename, move or abolish units; ?dryRun=true only says what would come of it',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: body(reorganisationInput),
  },
  responses: {
    200: json(reorganisationResult, 'What came, or would come, of it'),
    ...problems(400, 403, 404, 409, 422),
  },
});

const undoRoute = route({
  access: 'unit.reorganise',
  method: 'post',
  path: '/reorganisations/{id}/undo',
  tags,
  summary: 'Take a reorganisation back, as long as nothing rests on it',
  request: { params: idParam },
  responses: { 204: { description: 'It is as it was before' }, ...problems(403, 404, 409, 422) },
});

const createUnitRoute = route({
  access: 'unit.edit',
  method: 'post',
  path: '/',
  tags,
  summary: 'Add a unit that was missing from the register',
  request: { body: body(schema.unitCreate) },
  responses: { 201: json(schema.unitDetail, 'The unit'), ...problems(400, 403, 404, 409, 422) },
});

const detailRoute = route({
  access: 'unit.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A unit with its states, predecessors, successors and reorganisations',
  request: { params: idParam },
  responses: { 200: json(schema.unitDetail, 'The unit'), ...problems(404) },
});

const editRoute = route({
  access: 'unit.edit',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Correct what is written of a unit; names the version that was seen',
  request: { params: idParam, body: body(schema.unitEdit) },
  responses: {
    200: json(schema.unitDetail, 'The unit'),
    ...problems(400, 403, 404),
    ...stale(schema.unitDetail),
  },
});

const removeRoute = route({
  access: 'unit.edit',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Take out a unit of the ready set that never existed here',
  request: { params: idParam },
  responses: { 204: { description: 'It is gone' }, ...problems(403, 404, 409) },
});

export function timeRoutes(api: Api, deps: Deps): void {
  api.openapi(treeRoute, async (c) => c.json(await tree(deps, c.req.valid('query')), 200));
  api.openapi(listRoute, async (c) =>
    c.json(await reorganisationList(deps, actorIn(c), c.req.valid('query')), 200),
  );
  api.openapi(reorganiseRoute, async (c) => {
    const dryRun = c.req.valid('query').dryRun === 'true';
    return c.json(await reorganise(deps, actorIn(c), { input: c.req.valid('json'), dryRun }), 200);
  });
  api.openapi(undoRoute, async (c) => {
    await undoReorganisation(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  api.openapi(createUnitRoute, async (c) =>
    c.json(await createUnit(deps, actorIn(c), c.req.valid('json')), 201),
  );
  api.openapi(detailRoute, async (c) =>
    c.json(await unitDetail(deps, actorIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(editRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await editUnit(deps, actorIn(c), { id, edit: c.req.valid('json') }), 200);
  });
  api.openapi(removeRoute, async (c) => {
    await removeUnit(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
