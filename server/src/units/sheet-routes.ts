// The API of tables of units: the tree as XLSX or CSV, and the way back in.
import { z } from '@hono/zod-openapi';
import { actorIn, streamed } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import { conflict, json, problems, type Api } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { sheetTypes } from '../http/sheet-types.ts';
import { idIn, isoDate } from '../http/schema.ts';
import { unitTable } from './export.ts';
import { importResult } from './import-schema.ts';
import { importUnits } from './import.ts';
import { csvOf, xlsxOf } from './sheet.ts';

const tags = ['units'];
const under = idIn;

const exportQuery = z.object({
  under,
  on: isoDate.optional(),
  /** Only the head: something to fill in. */
  empty: z.enum(['true', 'false']).default('false'),
});

const importQuery = z.object({ under, dryRun: z.enum(['true', 'false']).default('false') });

const binary = { schema: z.any().openapi({ type: 'string', format: 'binary' }) };

export function sheetRoutes(api: Api, deps: Deps): void {
  for (const format of ['csv', 'xlsx'] as const) {
    streamed(
      api,
      {
        access: 'unit.read',
        method: 'get',
        path: `/export.${format}`,
        tags,
        summary: 'What stands below a unit on a day, as a table that can be edited and loaded again',
        request: { query: exportQuery },
        responses: {
          200: { description: 'The table', content: { [sheetTypes[format]]: binary } },
          ...problems(400, 404, 422),
        },
      },
      async (c) => {
        const { on, empty, ...asked } = readQuery(exportQuery, c.req.query());
        const locale = c.get('locale');
        const table = await unitTable(deps, { ...asked, on, locale, empty: empty === 'true' });
        const name = locale === 'vi' ? 'Đơn vị' : 'Units';
        const bytes = format === 'csv' ? csvOf(table) : await xlsxOf(table, name);
        return new Response(Buffer.from(bytes), {
          headers: {
            'content-type': sheetTypes[format],
            'content-disposition': attachment(`${name}.${format}`),
          },
        });
      },
    );
  }
  streamed(
    api,
    {
      access: 'unit.edit',
      method: 'post',
      path: '/import',
      tags,
      summary: 'Load units from XLSX or CSV: ?dryRun=true lists every error and change; else all or nothing',
      request: {
        query: importQuery,
        body: {
          required: true,
          content: { 'multipart/form-data': { schema: z.object({ file: binary.schema }) } },
        },
      },
      responses: {
        200: json(importResult, 'What came, or would come, of it'),
        ...problems(400, 403, 404, 413, 422),
        ...conflict({ result: importResult.optional() }),
      },
    },
    async (c) => {
      const { under: unitId, dryRun } = readQuery(importQuery, c.req.query());
      const { file } = await c.req.parseBody().catch((): { file?: unknown } => ({}));
      if (!(file instanceof File)) throw new Invalid('import-unreadable');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const wanted = { bytes, under: unitId, dryRun: dryRun === 'true', locale: c.get('locale') };
      return c.json(await importUnits(deps, actorIn(c), wanted), 200);
    },
  );
}

function readQuery<T extends z.ZodType>(shape: T, query: Record<string, string>): z.infer<T> {
  const read = shape.safeParse(query);
  if (!read.success)
    throw new Invalid('bad-request', {
      fields: read.error.issues.map(({ path }) => path.join('.')).join(', '),
    });
  return read.data;
}
