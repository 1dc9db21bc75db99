// The API of the register.
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { idParam } from '../http/schema.ts';
import { csvOf } from './export-csv.ts';
import { icsOf } from './export-ics.ts';
import { xlsxOf } from './export-xlsx.ts';
import { allTasks, list, one } from './register.ts';
import * as schema from './schema.ts';
import { changeTask } from './service.ts';

const tags = ['tasks'];
const params = idParam;

const listRoute = route({
  access: 'task.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'The register: filtered, sorted, with the counts of every filter',
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
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
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

const patchRoute = route({
  access: 'task.read',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Say that it is done, open or cancelled',
  request: {
    params,
    body: body(schema.taskPatch),
  },
  responses: {
    200: json(schema.taskDetail, 'The task'),
    ...problems(400, 404, 409, 422),
  },
});

export function taskRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, c.req.valid('query')), 200));
  for (const kind of ['xlsx', 'csv', 'ics'] as const) {
    api.openapi(exportRoute(kind), (c) => exported(deps, c, kind, c.req.valid('query')) as never);
  }
  api.openapi(getRoute, async (c) => c.json(await one(deps, c.req.valid('param').id), 200));
  api.openapi(patchRoute, async (c) => {
    const { id } = c.req.valid('param');
    await changeTask(deps, id, c.req.valid('json'));
    return c.json(await one(deps, id), 200);
  });
  return api;
}

async function exported(
  deps: Deps,
  c: Context<Env>,
  kind: keyof typeof kinds,
  { sort, ...filter }: z.infer<typeof exportQuery>,
): Promise<Response> {
  const locale = c.get('locale');
  const portions = allTasks(deps, filter, sort);
  const day = deps.clock().toISOString().slice(0, 10);
  c.header('content-type', kinds[kind]);
  c.header('content-disposition', attachment(`${locale === 'vi' ? 'nhiem-vu' : 'tasks'}-${day}.${kind}`));
  c.header('cache-control', 'no-store');
  if (kind === 'ics') return c.body(await icsOf(portions, { locale, now: deps.clock() }));
  const content = kind === 'xlsx' ? xlsxOf(portions, locale) : Readable.from(csvOf(portions, locale));
  return c.body(Readable.toWeb(content) as unknown as ReadableStream);
}
