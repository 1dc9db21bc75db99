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
  expect(body.detail).toMatch(/^Xem lại: tên: /);
});

test('a view that is offered to one tree stays there, whoever of two trees changes it', async () => {
  const far = 'demo:uy-ban-nhan-dan-tinh-song-thao';
  const { id: hanoi } = await server.deps.db
    .selectFrom('unit')
    .select('id')
    .where('level', '=', 'province')
    .where('kind', '=', 'committee')
    .where('demo', '=', false)
    .where('validTo', 'is', null)
    .limit(1)
    .executeTakeFirstOrThrow();
  const between = await server.person({});
  const grant = { personId: between, role: 'leader' as const, validFrom: '2020-01-01' };
  const home = await server.unit(far);
  await server.deps.db
    .insertInto('roleGrant')
    .values([
      { ...grant, unitId: hanoi },
      { ...grant, unitId: home },
    ])
    .execute();
  const input = { name: 'Của tỉnh', query: 'status=overdue', offered: true };
  const made = await server.ask<View>('POST', '/views', input);
  expect(made.status).toBe(201);
  const changed = await server
    .as(between)
    .ask('PUT', `/views/${made.body.id}`, { ...input, query: 'status=open' });
  expect(changed.status).toBe(200);
  const rows = (await server.ask<ViewList>('GET', '/views')).body.rows;
  expect(rows.find(({ id }) => id === made.body.id)?.query).toBe('status=open');
});

test('what was offered in a province that has become part of another is seen there', async () => {
  const before = await server.person({ 'province:15': ['leader'] });
  const offered = { name: 'Của Yên Bái', query: 'year=2025', offered: true };
  const { body } = await server.as(before).ask<View>('POST', '/views', offered);
  // As it was before the merger.
  const rootId = await server.unit('province:15');
  await server.deps.db.updateTable('savedView').set({ rootId }).where('id', '=', body.id).execute();
  const seen = async (key: string) => {
    const who = server.as(await server.person({ [key]: ['leader'] }));
    return (await who.ask<ViewList>('GET', '/views')).body.rows.some(({ id }) => id === body.id);
  };
  expect([await seen('province:15:2025'), await seen('province:38')]).toEqual([true, false]);
});
