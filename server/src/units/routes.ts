// The API of the register of units.
import type { Actor } from '../access/actor.ts';
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Db } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { contextOf } from '../documents/context.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import * as schema from './schema.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { timeRoutes } from './time-routes.ts';
import { resolve, search, unitNames } from './service.ts';
import { withBelow } from './tree.ts';

const tags = ['units'];

const searchRoute = route({
  access: 'unit.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Find units, with or without diacritics',
  request: { query: schema.unitListQuery },
  responses: {
    200: json(schema.unitList, 'Units found'),
    ...problems(400, 404),
  },
});

const resolveRoute = route({
  access: 'unit.read',
  method: 'get',
  path: '/resolve',
  tags,
  summary: 'Which unit a name means in a document, and why',
  request: { query: schema.resolveQuery },
  responses: {
    200: json(schema.resolution, 'What was matched'),
    ...problems(400, 404),
  },
});

/** Without a document a name is heard as in the reader's own province. */
async function topOf(db: Db, { grants }: Actor): Promise<string | null> {
  const [first] = grants;
  return first ? ((await unitNames(db, [first.rootId])).get(first.rootId) ?? null) : null;
}

export function unitRoutes(deps: Deps): Api {
  const { db } = deps;
  const api = newApi();
  api.openapi(searchRoute, async (c) => {
    const { q, on, kind, limit, documentId, under } = c.req.valid('query');
    const actor = actorIn(c);
    const document = documentId === undefined ? null : await contextOf(db, actor, documentId);
    const rootId = actor.grants[0]?.rootId ?? null;
    const among = under === undefined ? undefined : await withBelow(db, under, on ?? today(deps.clock));
    return c.json(await search(db, { q, on, kind, limit, among }, { document, rootId }), 200);
  });
  api.openapi(resolveRoute, async (c) => {
    const { name, documentId } = c.req.valid('query');
    const actor = actorIn(c);
    const context =
      documentId === undefined
        ? { issuer: await topOf(db, actor), on: today(deps.clock) }
        : await contextOf(db, actor, documentId);
    return c.json(await resolve(db, { name, context, locale: c.get('locale') }), 200);
  });
  sheetRoutes(api, deps);
  timeRoutes(api, deps);
  return api;
}
