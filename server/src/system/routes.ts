// Health, and the reader's own settings.
import { sql } from 'kysely';
import { route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { json, newApi, type Api } from '../http/api.ts';
import { whoIs } from './me.ts';
import * as schema from './schema.ts';

const tags = ['system'];

export const version = '0.1.0';

const healthRoute = route({
  access: 'open',
  method: 'get',
  path: '/health',
  tags,
  summary: 'Whether the server and its database work',
  responses: {
    200: json(schema.health, 'It works'),
    503: json(schema.health, 'It does not'),
  },
});

const meRoute = route({
  access: 'open',
  method: 'get',
  path: '/me',
  tags,
  summary: 'Who the reader is, in which roles, and in which language',
  responses: { 200: json(schema.me, 'Settings') },
});

export function systemRoutes({ db, clock, rules }: Deps): Api {
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
  api.openapi(meRoute, async (c) => {
    const actor = c.get('actor');
    const withheld = [...(c.get('withheld') ?? [])];
    const { idleMinutes } = rules;
    return c.json({ locale: c.get('locale'), withheld, idleMinutes, ...(await whoIs(db, actor)) }, 200);
  });
  return api;
}
