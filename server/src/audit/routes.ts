// The API of the audit log: nothing here changes it.
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import { csvOf } from './export.ts';
import { allRows, list } from './list.ts';
import * as schema from './schema.ts';
import { record } from './service.ts';

const tags = ['audit'];

const listRoute = route({
  access: 'audit.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Who did what, when, from where; of one record with subject and id',
  request: { query: schema.auditQuery },
  responses: { 200: json(schema.auditList, 'A page, newest first'), ...problems(400) },
});

const exportRoute = route({
  access: 'audit.read',
  method: 'get',
  path: '/export.csv',
  tags,
  summary: 'The filtered log as CSV',
  request: { query: schema.auditFilter },
  responses: {
    200: { description: 'The file', content: { [sheetTypes.csv]: { schema: z.string() } } },
    ...problems(400),
  },
});

export function auditRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps.db, actorIn(c), c.req.valid('query')), 200));
  api.openapi(exportRoute, async (c) => {
    const actor = actorIn(c);
    const filter = c.req.valid('query');
    const { rootId = null, unitId = null } = actor.grants[0] ?? {};
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    await record(deps, actor, { action: 'audit.export', unitId, rootId, detail: asked });
    const content = Readable.from(csvOf(allRows(deps.db, actor, filter), c.get('locale')));
    const body = Readable.toWeb(content) as unknown as ReadableStream;
    return c.body(body, 200, {
      'content-type': sheetTypes.csv,
      'content-disposition': attachment(`nhat-ky-${today(deps.clock)}.csv`),
      'cache-control': 'no-store',
    }) as never;
  });
  return api;
}
