import { existsSync, readdirSync } from 'node:fs';
import { inject, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { describeSchema } from './describe.ts';
import { migrate } from './migrate.ts';
import { testServer } from '../testing/harness.ts';

test('schema.sql is what the migrations make', async () => {
  const server = await testServer();
  const text = await describeSchema(server.deps.pool);
  await server.close();
  expect(existsSync(new URL('schema.sql', import.meta.url))).toBe(true);
  await expect(text).toMatchFileSnapshot('schema.sql');
});

test('migrations run once, also when two start at the same moment', async () => {
  const template = inject('databaseUrl');
  const admin = connect({ url: template.replace('/template?', '/nhipcau?'), connections: 1 });
  await admin.pool.query('create database empty_one');
  const connections = [1, 2].map(() =>
    connect({ url: template.replace('/template?', '/empty_one?'), connections: 3 }),
  );
  const done = await Promise.all(connections.map(({ pool }) => migrate(pool)));
  expect(done.flat()).toEqual(
    readdirSync(new URL('migrations/', import.meta.url))
      .map((name) => name.replace(/\.ts$/, ''))
      .toSorted(),
  );
  await connections[0]?.pool.query(`insert into migration (name) values ('9999-from-the-future')`);
  await expect(migrate(connections[0]?.pool as never)).rejects.toThrow('9999-from-the-future');
  await Promise.all(connections.map(({ close }) => close()));
  await admin.pool.query('drop database empty_one with (force)');
  await admin.close();
});
