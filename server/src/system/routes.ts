// Health, and the reader's own settings.
import { createRoute } from '@hono/zod-openapi';
import { sql } from 'kysely';
import type { Deps } from '../deps.ts';
import { json, newApi, type Api } from '../http/api.ts';
import * as schema from './schema.ts';

const tags = ['system'];

export const version = '0.1.0';

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags,
  summary: 'Whether the server and its database work',
  responses: {
    200: json(schema.health, 'It works'),
    503: json(schema.health, 'It does not'),
  },
});

const meRoute = createRoute({
  method: 'get',
  path: '/me',
  tags,
  summary: "The reader's language",
  responses: { 200: json(schema.me, 'Settings') },
});

export function systemRoutes({ db, clock }: Deps): Api {
  const api = newApi();
  api.openapi(healthRoute, async (c) => {
    const began = clock().getTime();
    try {
      const { rows } = await sql<{ version: string; reading: number }>`
        select current_setting('server_version') as version,
          (select count(*)::int from document where status = 'reading') as reading`.execute(db);
      const [found] = rows;
      const database = { ok: true, version: found?.version ?? '', milliseconds: clock().getTime() - began };
      return c.json({ ok: true, version, database, reading: found?.reading ?? 0 }, 200);
    } catch {
      const database = { ok: false, version: '', milliseconds: clock().getTime() - began };
      return c.json({ ok: false, version, database, reading: 0 }, 503);
    }
  });
  api.openapi(meRoute, (c) => c.json({ locale: c.get('locale') }, 200));
  return api;
}
