// A download over a real line: a reader who breaks it off ends the reading of the database, and what cannot be read is a problem, not a file.
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { compress } from 'hono/compress';
import { afterAll, expect, test } from 'vitest';
import { system } from '../access/actor.ts';
import { NotFound } from '../errors.ts';
import { newApi } from '../http/api.ts';
import { tags } from '../http/match.ts';
import { errorHandler } from '../http/problem.ts';
import { sheetOf, type Column } from './column.ts';
import { bytesOf, downloads } from './download.ts';

const column: Column<string> = { key: 'text', name: 'Nội dung', width: 20, value: (text) => text };
const rows = Array.from({ length: 200 }, (_, no) => `Dòng ${no} ${'nội dung '.repeat(40)}`);

const said: string[] = [];
const told = { read: 0, ended: Promise.withResolvers<void>() };

async function* endless(): AsyncGenerator<readonly string[]> {
  try {
    for (;;) {
      told.read += 1;
      yield rows;
    }
  } finally {
    told.ended.resolve();
  }
}

async function* broken(after: number): AsyncGenerator<readonly string[]> {
  for (let at = 0; at < after; at++) yield rows;
  throw new Error('Cơ sở dữ liệu đã dừng');
}

async function* refused(): AsyncGenerator<readonly string[]> {
  yield await Promise.reject(new NotFound('no-unit', { id: 5 }));
}

const sources: Readonly<Record<string, () => AsyncGenerator<readonly string[]>>> = {
  endless,
  broken: () => broken(400),
  'broken-at-once': () => broken(0),
  refused,
};

const api = newApi();
api.onError(errorHandler((_, message) => said.push(message)));
api.use(compress({ encoding: 'gzip' }));
api.use(async (c, next) => {
  c.set('locale', 'vi');
  c.set('actor', system);
  await next();
});
api.use(tags);
const deps = {
  clock: () => new Date('2026-11-22T03:00:00Z'),
  log: (_: string, message: string) => void said.push(message),
};
for (const [path, portions] of Object.entries(sources))
  downloads(api, deps, {
    path: `/${path}`,
    access: 'signed-in',
    tag: 'thu',
    summary: 'Lines',
    holds: [column],
    make: async () => ({
      name: 'Dòng chữ',
      sheets: [sheetOf({ title: 'Dòng', columns: [column], portions: portions() })],
    }),
  });

const server = serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
afterAll(() => void server.close());

async function opened(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = get({ port, path, headers, host: '127.0.0.1' });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

test.each([
  ['xlsx', {}],
  ['csv', {}],
  ['json', {}],
  ['json', { 'accept-encoding': 'gzip' }],
])('of %s that is broken off ends the reading (%j)', async (form, headers) => {
  told.ended = Promise.withResolvers();
  const response = await opened(`/endless.${form}`, headers);
  expect(response.headers['content-disposition']).toContain(`filename="dong-chu-2026-11-22.${form}"`);
  await once(response, 'data');
  response.destroy();
  // Hangs, and fails by the clock of the test, where nobody tells the generator.
  await told.ended.promise;
  const { read } = told;
  await new Promise((done) => setImmediate(done));
  expect(told.read).toBe(read);
});

test.each(['xlsx', 'csv', 'json'] as const)(
  'of %s of which nothing, or only a beginning, was taken ends the reading as well',
  async (form) => {
    for (const pieces of [0, 1, 2, 3]) {
      told.ended = Promise.withResolvers();
      const sheet = sheetOf({ title: 'Dòng', columns: [column], portions: endless() });
      const bytes = await bytesOf({ name: 'Dòng', sheets: [sheet] }, form, 'vi');
      for (let piece = 0; piece < pieces; piece++) await bytes.next();
      await bytes.return();
      await told.ended.promise;
    }
    expect(told.read).toBeGreaterThan(0);
  },
);

test('that breaks in the middle ends the line instead of looking whole, and the log says why', async () => {
  const response = await opened('/broken.csv');
  expect(response.statusCode).toBe(200);
  let size = 0;
  response.on('data', (piece: Buffer) => (size += piece.length));
  await expect(once(response, 'end')).rejects.toThrow(/aborted/);
  expect(size).toBeGreaterThan(0);
  expect(response.complete).toBe(false);
  expect(said).toContain('Cơ sở dữ liệu đã dừng');
});

test('that cannot begin is answered by a problem', async () => {
  for (const [path, status] of [
    ['/broken-at-once.xlsx', 500],
    ['/refused.json', 404],
  ] as const) {
    const response = await opened(path);
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(response.headers['content-disposition']).toBeUndefined();
    response.resume();
  }
});
