import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem, View, ViewList } from '../contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const save = (name: string, query = 'status=overdue') =>
  server.ask<View & Problem>('POST', '/views', { name, query });

test('views are saved, listed as Vietnamese sorts, changed and removed', async () => {
  for (const name of ['Đang chờ', 'Danh sách', 'Ẩn']) expect((await save(name)).status).toBe(201);
  const names = async () => (await server.ask<ViewList>('GET', '/views')).body.rows.map((view) => view.name);
  expect(await names()).toEqual(['Ẩn', 'Danh sách', 'Đang chờ']);
  const { id } = (await save('Tạm', '?lead=unit%3A1')).body;
  const changed = await server.ask<View>('PUT', `/views/${id}`, {
    name: 'Tạm thời',
    query: 'q=x',
    columns: ['text', 'due'],
  });
  expect(changed.body).toMatchObject({ id, name: 'Tạm thời', query: 'q=x', columns: ['text', 'due'] });
  expect((await server.ask('DELETE', `/views/${id}`)).status).toBe(204);
  expect((await server.ask('DELETE', `/views/${id}`)).status).toBe(404);
});

test('a name is given once, whatever its case', async () => {
  await save('Quá hạn');
  const second = await save('QUÁ  hạn');
  expect([second.status, second.body.code]).toEqual([409, 'name-taken']);
  const { id } = (await save('Khác')).body;
  expect((await server.ask('PUT', `/views/${id}`, { name: 'quá hạn', query: '' })).status).toBe(409);
});

test('a view without a name is refused, with the field named', async () => {
  const { status, body } = await save('   ');
  expect([status, body.errors?.[0]?.path]).toEqual([400, 'name']);
  expect(body.detail).toMatch(/^Xem lại: name: /);
});
