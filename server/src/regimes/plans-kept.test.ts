// A statement that was seen often is prepared, and PostgreSQL may then plan it once for all values: what is asked must still work.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportCall } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { newRegime, regimeBody } from '../testing/reports.ts';

let server: TestServer;
const before = process.env.PGOPTIONS;
beforeAll(async () => {
  process.env.PGOPTIONS = '-c plan_cache_mode=force_generic_plan';
  server = await testServer();
});
afterAll(async () => {
  await server.close();
  if (before === undefined) delete process.env.PGOPTIONS;
  else process.env.PGOPTIONS = before;
});

test('a call goes out by a plan that knows no values, once', async () => {
  server.now = new Date('2026-12-01T03:00:00Z');
  const regime = await newRegime(server, await regimeBody(server));
  const call = () =>
    server.ask<ReportCall & { code: string }>('POST', '/calls', {
      of: 'regime',
      regimeId: regime.id,
      period: '2026',
    });
  expect((await call()).status).toBe(201);
  expect((await call()).body.code).toBe('call-twice');
});
