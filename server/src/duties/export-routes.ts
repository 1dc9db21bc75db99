// Filtered duties as files: tables, and a calendar.
import { z } from '@hono/zod-openapi';
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { newApi, problems, type Api } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { choosing, sheetOf } from '../sheets/column.ts';
import { downloads } from '../sheets/download.ts';
import { dutyColumns, icsOf } from './export.ts';
import { allDuties } from './list.ts';
import * as schema from './schema.ts';

const exportQuery = schema.dutyFilter.extend({ sort: schema.dutySort.default('due') });

const calendar = 'text/calendar; charset=utf-8';

const calendarRoute = route({
  method: 'get',
  path: '/export.ics',
  access: 'duty.read',
  tags: ['duties'],
  summary: 'The last days of the filtered duties, as a calendar',
  request: { query: exportQuery },
  responses: {
    200: { description: 'The file', content: { [calendar]: { schema: z.string() } } },
    ...problems(400, 401, 403),
  },
});

export function exportRoutes(deps: Deps): Api {
  const api = newApi();
  downloads(api, deps, {
    path: '/export',
    access: 'duty.read',
    tag: 'duties',
    summary: 'The filtered duties',
    query: exportQuery,
    holds: dutyColumns('en'),
    make: async ({ actor, locale, query: { sort, ...filter } }) => {
      const name = choosing(locale)('Việc được giao', 'Duties');
      const portions = allDuties(deps, actor, { filter, sort });
      return { name, sheets: [sheetOf({ title: name, columns: dutyColumns(locale), portions })] };
    },
  });
  api.openapi(calendarRoute, async (c) => {
    const { sort, ...filter } = c.req.valid('query');
    const locale = c.get('locale');
    const content = await icsOf(allDuties(deps, actorIn(c), { filter, sort }), { locale, now: deps.clock() });
    const name = choosing(locale)('viec-duoc-giao', 'duties');
    c.header('content-type', calendar);
    c.header('content-disposition', attachment(`${name}-${today(deps.clock)}.ics`));
    c.header('cache-control', 'no-store');
    return c.body(content) as never;
  });
  return api;
}
