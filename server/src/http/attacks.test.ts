// What a hostile client sends to every route: bodies without end, secrets asked for twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem, TokenMade } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** A body that never ends by itself; tells how much of it was taken. */
function endless() {
  const piece = new Uint8Array(2 ** 20).fill(0x78);
  const taken = { megabytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken.megabytes += 1;
      if (taken.megabytes > 64) controller.close();
      else controller.enqueue(piece);
    },
  });
  return { taken, body };
}

const send = (as: TestServer, headers: Record<string, string>, body: ReadableStream<Uint8Array>) =>
  as.request('/api/documents', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);

test('an endless body is not gathered in memory where files stream, whatever its headers say', async () => {
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  for (const [as, headers] of [
    [server.as(null), { ...form, 'if-match': 'W/"v1-a"' }],
    [server.as(null), { 'content-type': 'application/json', 'if-match': 'W/"v1-a"' }],
    [server, { 'content-type': 'application/json', 'idempotency-key': 'endless' }],
    [server, { 'content-type': 'text/plain', 'if-match': 'W/"v1-a"' }],
  ] as const) {
    const { taken, body } = endless();
    const { status } = await send(as, headers, body);
    expect([401, 413, 415, 422]).toContain(status);
    expect(taken.megabytes).toBeLessThan(16);
  }
});

test('an answer that holds a secret is kept nowhere: its repetition hears that it was done', async () => {
  const unitId = await server.unit('demo:so-ngoai-vu');
  const body = { name: 'Trục văn bản', unitId, roles: ['officer'] };
  const key = { 'idempotency-key': 'secret-1' };
  const made = await server.ask<TokenMade>('POST', '/tokens', body, key);
  expect(made.status).toBe(201);
  const again = await server.ask<Problem>('POST', '/tokens', body, key);
  expect([again.status, again.body.code]).toEqual([409, 'request-repeated']);
  const kept = await server.deps.db.selectFrom('answered').selectAll().execute();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(made.body.secret);
});
