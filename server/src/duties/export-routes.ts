// Filtered duties as files.
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { newApi, problems, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import { csvOf } from '../sheets/csv.ts';
import { xlsxOf } from '../sheets/xlsx.ts';
import { icsOf, sheetOf } from './export.ts';
import { allDuties } from './list.ts';
import * as schema from './schema.ts';

const exportQuery = schema.dutyFilter.extend({ sort: schema.dutySort.default('due') });

const kinds = {
  ...sheetTypes,
  ics: 'text/calendar; charset=utf-8',
} as const;

const exportRoute = (kind: keyof typeof kinds) =>
  route({
    method: 'get',
    path: `/export.${kind}`,
    access: 'duty.read',
    tags: ['duties'],
    summary: `The filtered duties as ${kind}`,
    request: { query: exportQuery },
    responses: {
      200: { description: 'The file', content: { [kinds[kind]]: { schema: z.string() } } },
      ...problems(400, 401, 403),
    },
  });

export function exportRoutes(deps: Deps): Api {
  const api = newApi();
  for (const kind of ['xlsx', 'csv', 'ics'] as const) {
    api.openapi(exportRoute(kind), (c) => exported(deps, c, kind, c.req.valid('query')) as never);
  }
  return api;
}

async function exported(
  deps: Deps,
  c: Context<Env>,
  kind: keyof typeof kinds,
  { sort, ...filter }: z.infer<typeof exportQuery>,
): Promise<Response> {
  const locale = c.get('locale');
  const portions = allDuties(deps, actorIn(c), { filter, sort });
  const name = `${locale === 'vi' ? 'viec-duoc-giao' : 'duties'}-${today(deps.clock)}.${kind}`;
  c.header('content-type', kinds[kind]);
  c.header('content-disposition', attachment(name));
  c.header('cache-control', 'no-store');
  if (kind === 'ics') return c.body(await icsOf(portions, { locale, now: deps.clock() }));
  const sheet = sheetOf(locale);
  const content = kind === 'xlsx' ? xlsxOf(portions, sheet) : Readable.from(csvOf(portions, sheet));
  return c.body(Readable.toWeb(content) as unknown as ReadableStream);
}
