// What holds for every route: repeated writes, ETags, pages, how often, the description.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { forget } from '../audit/once.ts';
import { write } from '../audit/service.ts';
import { system } from '../access/actor.ts';
import type { DocumentDetail, DocumentList, Problem, View, ViewList } from '../contract.ts';
import { sealOf } from '../audit/seal.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { plan } from '../testing/plans.ts';
import { meter } from './rate.ts';

let server: TestServer;
let other: TestServer;
beforeAll(async () => {
  server = await testServer();
  other = server.as(await server.person({ 'demo:so-tai-chinh': ['officer'] }));
});
afterAll(() => server.close());

const views = async (as = server) =>
  (await as.ask<ViewList>('GET', '/views')).body.rows.map(({ name }) => name);
const save = (name: string, key: string, as = server) =>
  as.ask<View & Problem>('POST', '/views', { name, query: '' }, { 'idempotency-key': key });

describe('a write with an Idempotency-Key', () => {
  test('happens once, and is answered again as it was', async () => {
    const first = await save('Một lần', 'k1');
    const again = await save('Một lần', 'k1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await views()).filter((name) => name === 'Một lần')).toHaveLength(1);
  });

  test('happens once when many come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => save('Cùng lúc', 'k2')));
    expect((await views()).filter((name) => name === 'Cùng lúc')).toHaveLength(1);
    const statuses = answers.map(({ status, body }) => (status === 201 ? 201 : body.code));
    expect(statuses.filter((each) => each !== 201 && each !== 'request-repeated')).toEqual([]);
    expect((await save('Cùng lúc', 'k2')).status).toBe(201);
  });

  test('is refused for another request', async () => {
    await save('Khóa ba', 'k3');
    const second = await save('Khác hẳn', 'k3');
    expect([second.status, second.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await views()).not.toContain('Khác hẳn');
  });

  test('is each asker’s own: nobody else hears of the answer', async () => {
    const mine = await save('Của tôi', 'k4');
    const theirs = await save('Của tôi', 'k4', other);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect(await views(other)).toEqual(['Của tôi']);
  });

  test('that failed may be tried again', async () => {
    await save('Đã có', 'k5');
    expect((await save('Đã có', 'k6')).status).toBe(409);
    const { id } = (await server.ask<ViewList>('GET', '/views')).body.rows.find(
      (each) => each.name === 'Đã có',
    ) as View;
    await server.ask('DELETE', `/views/${id}`);
    expect((await save('Đã có', 'k6')).status).toBe(201);
  });

  test('whose answer was lost with the process is not done twice', async () => {
    const { db } = server.deps;
    await save('Mất điện', 'k7');
    await db.updateTable('answered').set({ status: null, body: null }).where('key', '=', 'k7').execute();
    const again = await save('Mất điện', 'k7');
    expect([again.status, again.body.code, again.headers.get('retry-after')]).toEqual([
      409,
      'request-repeated',
      '1',
    ]);
  });

  test('is forgotten after a day, and needs a key that can be written', async () => {
    await forget(server.deps.db, new Date(Date.now() + 2 * 86_400_000));
    expect(await server.deps.db.selectFrom('answered').selectAll().execute()).toEqual([]);
    expect((await save('x', 'có dấu cách'.normalize('NFC').replace(/[^ -~]/g, 'x'))).status).toBe(400);
  });
});

describe('an ETag', () => {
  test('saves who has the answer from getting it again', async () => {
    const first = await server.ask<ViewList>('GET', '/views');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    const same = await server.ask('GET', '/views', undefined, { 'if-none-match': tag });
    expect([same.status, same.body]).toEqual([304, null]);
    await save('Thêm một', 'k8');
    expect((await server.ask('GET', '/views', undefined, { 'if-none-match': tag })).status).toBe(200);
    expect((await other.ask('GET', '/views', undefined, { 'if-none-match': tag })).status).toBe(200);
  });

  test('names the version that a change may be based on', async () => {
    const id = await server.take('etag.txt', plan({ number: '401/KH-UBND' }));
    const read = await server.ask<DocumentDetail>('GET', `/documents/${id}`);
    const tag = read.headers.get('etag') ?? '';
    const change = (match: string, version?: number) =>
      server.ask<Problem & { version: number }>(
        'PATCH',
        `/documents/${id}/draft`,
        {
          operations: [{ op: 'setField', field: 'place', value: 'Sông Thao' }],
          ...(version ? { version } : {}),
        },
        { 'if-match': match },
      );
    expect((await change(tag)).status).toBe(200);
    const stale = await change(tag);
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
    expect(stale.body).toHaveProperty('current');
    expect((await change('"none"')).status).toBe(412);
    expect((await change(tag, 99)).body.code).toBe('two-versions');
  });

  test('stands beside links to the pages around', async () => {
    for (const number of ['402', '403', '404'])
      await server.take(`${number}.txt`, plan({ number: `${number}/KH-UBND` }));
    const { headers, body } = await server.ask<DocumentList>('GET', '/documents?size=2&page=1');
    expect(body.total).toBe(4);
    expect(headers.get('x-total-count')).toBe('4');
    expect(headers.get('link')).toContain('</api/documents?size=2&page=2>; rel="next"');
    expect(headers.get('link')).not.toContain('rel="prev"');
  });
});

describe('how often somebody asks', () => {
  test('is bounded, and filled up again by time', () => {
    const clock = { now: new Date('2026-03-10T03:00:00Z') };
    const allow = meter(() => clock.now);
    const asked = Array.from({ length: 7 }, () => allow('person:1', 6));
    expect(asked).toEqual([true, true, true, true, true, true, 10]);
    expect(allow('person:2', 6)).toBe(true);
    clock.now = new Date(clock.now.getTime() + 10_000);
    expect([allow('person:1', 6), allow('person:1', 6)]).toEqual([true, 10]);
    expect(allow('person:1', 0)).toBe(true);
  });

  test('is told with the seconds to wait', async () => {
    const app = createApp({
      ...server.deps,
      hostNames: ['localhost'],
      proxies: [],
      workspace: server.data,
      rates: { signedIn: 0, anonymous: 2 },
    });
    const ask = () => app.request('http://localhost/api/me', { headers: { host: 'localhost' } });
    const statuses = [(await ask()).status, (await ask()).status];
    const third = await ask();
    expect([...statuses, third.status]).toEqual([200, 200, 429]);
    expect(third.headers.get('retry-after')).toBe('30');
    expect(((await third.json()) as Problem).code).toBe('too-often');
  });
});

describe('a refusal', () => {
  test('is part of the record', async () => {
    await sealOf(server.deps.db).settle();
    const before = await server.deps.db.selectFrom('audit').selectAll().execute();
    expect((await other.ask('GET', '/audit')).status).toBe(403);
    await sealOf(server.deps.db).settle();
    const rows = await server.deps.db.selectFrom('audit').selectAll().orderBy('seq', 'desc').execute();
    expect(rows.length).toBe(before.length + 1);
    expect(rows[0]).toMatchObject({
      action: 'access.refused',
      detail: { method: 'GET', path: '/api/audit' },
    });
  });
});

test('private answers are kept nowhere on the way', async () => {
  for (const path of ['/views', '/me', '/documents', '/audit']) {
    expect((await server.ask('GET', path)).headers.get('cache-control')).toBe('no-store');
  }
});

interface Operation {
  readonly 'x-access'?: string;
  readonly security?: readonly object[];
  readonly summary?: string;
  readonly parameters?: readonly { $ref?: string }[];
  readonly responses: Record<string, object>;
}

describe('the description', () => {
  const described = async () =>
    (
      await server.as(null).ask<{
        openapi: string;
        paths: Record<string, Record<string, Operation>>;
        components: Record<string, Record<string, object>>;
      }>('GET', '/openapi.json')
    ).body;

  test('says of each operation who may, what for, and what may go wrong', async () => {
    const { openapi, paths } = await described();
    expect(openapi).toBe('3.1.0');
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const named = `${method} ${path}`;
        const open = operation['x-access'] === 'open';
        expect([named, typeof operation['x-access'], Boolean(operation.summary)]).toEqual([
          named,
          'string',
          true,
        ]);
        expect([named, operation.security]).toEqual([named, open ? [] : [{ session: [] }, { token: [] }]]);
        expect([named, Object.keys(operation.responses)]).toEqual([
          named,
          expect.arrayContaining(open ? ['429', '500'] : ['401', '429', '500']),
        ]);
        const keyed = operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')) === true;
        expect([named, keyed]).toEqual([named, method !== 'get']);
      }
    }
  });

  test('refers to nothing that it does not hold', async () => {
    const whole = await described();
    const references = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    const missing = references.filter(
      ([, kind = '', name = '']) => whole.components[kind]?.[name] === undefined,
    );
    expect(missing.map(([text]) => text)).toEqual([]);
  });
});

test('a write that is cut short claims no key', async () => {
  const broken = write(server.deps, system, async () => {
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');
  expect((await save('Sau sự cố', 'k9')).status).toBe(201);
});
