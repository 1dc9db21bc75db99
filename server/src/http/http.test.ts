import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Health, Problem } from '../contract.ts';
import { silent } from '../log.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { newApi } from './api.ts';
import { errorHandler } from './problem.ts';
import { attachment } from './disposition.ts';
import { localeOf } from './locale.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const workspace = join(server.data, 'workspace');
  mkdirSync(join(workspace, 'assets'), { recursive: true });
  writeFileSync(join(workspace, 'index.html'), '<!doctype html><title>Nhịp Cầu</title>');
  writeFileSync(join(workspace, 'assets', 'app-1.js'), 'let x;');
  writeFileSync(join(workspace, 'assets', 'large-1.js'), 'let y;'.repeat(1000));
  writeFileSync(join(workspace, '.sources'), 'hidden');
  writeFileSync(join(server.data, 'outside.txt'), 'outside');
});
afterAll(() => server.close());

const view = JSON.stringify({ name: 'x', query: '' });
const post = (headers: Record<string, string>) =>
  server.request('/api/views', {
    method: 'POST',
    body: view,
    headers: { 'content-type': 'application/json', ...headers },
  });

test('a full disk is told as such, with no stack', async () => {
  const app = newApi();
  app.onError(errorHandler(silent));
  app.get('/', () => {
    throw Object.assign(new Error('could not extend file "base/1"'), { code: '53100' });
  });
  const response = await app.request('/');
  const text = await response.text();
  expect([response.status, (JSON.parse(text) as Problem).code]).toEqual([507, 'no-space']);
  expect(text).not.toContain('base/1');
});

describe('a request', () => {
  test('under a foreign name is refused', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '']) {
      const response = await server.request('/api/me', { headers: { host } });
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([421, 'foreign-host']);
    }
    expect((await server.request('/api/me', { headers: { host: 'localhost:3000' } })).status).toBe(200);
  });

  test('that writes must come from the application itself', async () => {
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-site', origin: 'http://localhost:8080' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' })).status).toBe(201);
  });

  test('with a broken, a foreign or a huge body is answered with a problem', async () => {
    const send = (body: string, type = 'application/json') =>
      server.request('/api/views', { method: 'POST', body, headers: { 'content-type': type } });
    const of = async (response: Response) => {
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      return [response.status, ((await response.json()) as Problem).code];
    };
    expect(await of(await send('{"name"'))).toEqual([400, 'not-json']);
    expect(await of(await send('name=x', 'application/x-www-form-urlencoded'))).toEqual([415, 'wrong-type']);
    expect(await of(await send(JSON.stringify({ name: 'x'.repeat(11 * 2 ** 20), query: '' })))).toEqual([
      413,
      'body-too-large',
    ]);
  });

  test('with what no database can hold is refused, not a failure', async () => {
    const statusOf = async (path: string) => (await server.request(`/api${path}`)).status;
    expect(await statusOf('/tasks?q=%00')).toBe(400);
    expect(await statusOf('/tasks?dueFrom=0000-01-01')).toBe(400);
    expect(await statusOf('/tasks?document=9e99')).toBe(200);
    expect(await statusOf('/documents/graph?around=99999999999999999999')).toBe(400);
    expect(await statusOf('/units?q=%ED%A0%80')).toBe(200);
    for (const name of ['a\u0000b', 'a\ud800b']) {
      const { status } = await server.ask('POST', '/views', { name, query: '' });
      expect(status).toBeLessThan(500);
    }
  });

  test('for what is not there says so, in the language asked for', async () => {
    const { status, body } = await server.ask<Problem>('GET', '/nowhere', undefined, {
      'accept-language': 'en',
    });
    expect([status, body.title]).toEqual([404, 'Not found']);
    expect((await server.ask<Problem>('GET', '/documents/99999999')).body.detail).toContain('99999999');
    expect((await server.ask<Problem>('GET', '/documents/0/file')).status).toBe(404);
    expect((await server.ask<Problem>('GET', '/documents/99999999999999999')).status).toBe(400);
  });

  test('that fails inside shows no stack, but a code for the administrator', async () => {
    const broken = await testServer();
    await broken.deps.db.schema.dropTable('saved_view').execute();
    const { status, body } = await broken.ask<Problem>('GET', '/views');
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(body.detail).toMatch(/mã [0-9a-f]{8}/);
    expect(JSON.stringify(body)).not.toMatch(/saved_view|at .*\.ts/);
    await broken.close();
  });
});

describe('the service', () => {
  test('tells how it is, and describes itself', async () => {
    const { status, body } = await server.ask<Health>('GET', '/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, database: { ok: true }, reading: 0 });
    const { body: description } = await server.ask<{ openapi: string; paths: Record<string, object> }>(
      'GET',
      '/openapi.json',
    );
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/documents',
        '/api/documents/{id}/accept',
        '/api/tasks',
        '/api/tasks/export.xlsx',
        '/api/views/{id}',
        '/api/units/resolve',
      ]),
    );
    expect(Object.keys(description.paths['/api/documents'] ?? {})).toEqual(
      expect.arrayContaining(['get', 'post']),
    );
  });

  test('knows the language of its reader', () => {
    const asked = (acceptLanguage?: string, cookie?: string) => localeOf({ acceptLanguage, cookie });
    expect(asked()).toBe('vi');
    expect(asked('en-US,en;q=0.9')).toBe('en');
    expect(asked('vi-VN,vi;q=0.9,en;q=0.8')).toBe('vi');
    expect(asked('fr,en;q=0.3,vi;q=0.5')).toBe('vi');
    expect(asked('ja')).toBe('vi');
    expect(asked('en', 'a=1; locale=vi')).toBe('vi');
  });
});

describe('the workspace', () => {
  const get = (path: string, headers: Record<string, string> = {}) => server.request(path, { headers });

  test('is served: its page always fresh, its assets for ever', async () => {
    const page = await get('/');
    expect(await page.text()).toContain('Nhịp Cầu');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const asset = await get('/assets/app-1.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const again = await get('/assets/app-1.js', { 'if-none-match': asset.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const weak = await get('/assets/app-1.js', { 'if-none-match': `W/${asset.headers.get('etag') ?? ''}` });
    expect(weak.status).toBe(304);
  });

  test('is compressed for those who take it', async () => {
    const response = await get('/assets/large-1.js', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe('let y;'.repeat(1000));
    const id = await server.take('a.txt', 'KẾ HOẠCH');
    const events = await server.request(`/api/documents/${id}/events`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(events.headers.get('content-encoding')).toBeNull();
    await events.text();
  });

  test('answers all addresses of the application with its page, and missing files with nothing', async () => {
    expect(await (await get('/van-ban/12')).text()).toContain('Nhịp Cầu');
    expect((await get('/assets/gone.js')).status).toBe(404);
    expect((await get('/api/gone')).headers.get('content-type')).toContain('problem+json');
  });

  test('tells people of a missing address by its page, and programs by a problem', async () => {
    const people = await get('/ke-hoach.php', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([people.status, people.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await people.text()).toContain('Nhịp Cầu');
    for (const accept of ['application/json', 'application/problem+json, application/json;q=0.9']) {
      const program = await get('/khong-co/trang-nay', { accept });
      expect(program.status).toBe(404);
      expect(await program.json()).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  test('never leaves its folder', async () => {
    for (const path of [
      '/../outside.txt',
      '/..%2foutside.txt',
      '/%2e%2e/outside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/.sources',
      '/%00',
      '/%',
    ]) {
      const response = await get(path);
      expect(await response.text()).not.toMatch(/outside|hidden/);
    }
  });
});

test('a download keeps its Vietnamese name and cannot inject a header', () => {
  expect(attachment('Kế hoạch số 58.docx')).toBe(
    `attachment; filename="ke-hoach-so-58.docx"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2058.docx`,
  );
  expect(attachment('a"\r\nset-cookie: x=1.pdf', true)).not.toMatch(/[\r\n]|""/);
});
