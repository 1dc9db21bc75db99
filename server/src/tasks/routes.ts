// The API of the register.
import { z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { idParam } from '../http/schema.ts';
import { choosing, sheetOf } from '../sheets/column.ts';
import { downloads } from '../sheets/download.ts';
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

const calendar = 'text/calendar; charset=utf-8';

const calendarRoute = route({
  access: 'task.read',
  method: 'get',
  path: '/export.ics',
  tags,
  summary: 'The last days of the filtered tasks, as a calendar',
  request: { query: exportQuery },
  responses: {
    200: { description: 'The file', content: { [calendar]: { schema: z.string() } } },
    ...problems(400),
  },
});

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
  exportRoutes(api, deps);
  api.openapi(getRoute, async (c) =>
    c.json(await one({ ...deps, actor: actorIn(c) }, c.req.valid('param').id), 200),
  );
  return api;
}

function exportRoutes(api: Api, deps: Deps): void {
  const portionsFor = (actor: Actor, { sort, ...filter }: z.infer<typeof exportQuery>) =>
    allTasks({ ...deps, actor }, filter, sort);
  downloads(api, deps, {
    path: '/export',
    access: 'task.read',
    tag: 'tasks',
    summary: 'The filtered tasks',
    query: exportQuery,
    holds: columns('en'),
    make: async ({ actor, locale, query }) => {
      const name = choosing(locale)('Nhiệm vụ', 'Tasks');
      const portions = portionsFor(actor, query);
      return { name, sheets: [sheetOf({ title: name, columns: columns(locale), portions })] };
    },
  });
  api.openapi(calendarRoute, async (c) => {
    const locale = c.get('locale');
    const portions = portionsFor(actorIn(c), c.req.valid('query'));
    const content = await icsOf(portions, { locale, now: deps.clock() });
    const name = choosing(locale)('nhiem-vu', 'tasks');
    c.header('content-type', calendar);
    c.header('content-disposition', attachment(`${name}-${today(deps.clock)}.ics`));
    c.header('cache-control', 'no-store');
    return c.body(content) as never;
  });
}
