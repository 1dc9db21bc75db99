// The API of the register.
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { json, newApi, problems, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import { idParam } from '../http/schema.ts';
import { csvOf } from '../sheets/csv.ts';
import { xlsxOf } from '../sheets/xlsx.ts';
import { columns } from './columns.ts';
import { icsOf } from './export-ics.ts';
import { allTasks, facets, list, one } from './register.ts';
import * as schema from './schema.ts';

const tags = ['tasks'];
const params = idParam;

const listRoute = route({
  access: 'task.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'The register: filtered and sorted',
  request: { query: schema.taskListQuery },
  responses: {
    200: json(schema.taskList, 'A page of tasks'),
    ...problems(400),
  },
});

const exportQuery = schema.taskFilter.extend({ sort: schema.taskSort.default('due') });

const exportRoute = (kind: keyof typeof kinds) =>
  route({
    access: 'task.read',
    method: 'get',
    path: `/export.${kind}`,
    tags,
    summary: `The filtered tasks as ${kind}`,
    request: { query: exportQuery },
    responses: {
      200: {
        description: 'The file',
        content: { [kinds[kind]]: { schema: z.string() } },
      },
      ...problems(400),
    },
  });

const kinds = {
  ...sheetTypes,
  ics: 'text/calendar; charset=utf-8',
} as const;

const getRoute = route({
  access: 'task.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A task with its source sentence and history',
  request: { params },
  responses: {
    200: json(schema.taskDetail, 'The task'),
    ...problems(404),
  },
});

const facetsRoute = route({
  access: 'task.read',
  method: 'get',
  path: '/facets',
  tags,
  summary: 'How many tasks each value of every filter would leave',
  request: { query: schema.taskFilter },
  responses: { 200: json(schema.taskFacets, 'The counts'), ...problems(400) },
});

export function taskRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) =>
    c.json(await list({ ...deps, actor: actorIn(c) }, c.req.valid('query')), 200),
  );
  api.openapi(facetsRoute, async (c) =>
    c.json(await facets({ ...deps, actor: actorIn(c) }, c.req.valid('query')), 200),
  );
  for (const kind of ['xlsx', 'csv', 'ics'] as const) {
    api.openapi(exportRoute(kind), (c) => exported(deps, c, kind, c.req.valid('query')) as never);
  }
  api.openapi(getRoute, async (c) =>
    c.json(await one({ ...deps, actor: actorIn(c) }, c.req.valid('param').id), 200),
  );
  return api;
}

async function exported(
  deps: Deps,
  c: Context<Env>,
  kind: keyof typeof kinds,
  { sort, ...filter }: z.infer<typeof exportQuery>,
): Promise<Response> {
  const locale = c.get('locale');
  const portions = allTasks({ ...deps, actor: actorIn(c) }, filter, sort);
  const day = deps.clock().toISOString().slice(0, 10);
  c.header('content-type', kinds[kind]);
  c.header('content-disposition', attachment(`${locale === 'vi' ? 'nhiem-vu' : 'tasks'}-${day}.${kind}`));
  c.header('cache-control', 'no-store');
  if (kind === 'ics') return c.body(await icsOf(portions, { locale, now: deps.clock() }));
  const sheet = { title: locale === 'vi' ? 'Nhiệm vụ' : 'Tasks', columns: columns(locale) };
  const content = kind === 'xlsx' ? xlsxOf(portions, sheet) : Readable.from(csvOf(portions, sheet));
  return c.body(Readable.toWeb(content) as unknown as ReadableStream);
}
