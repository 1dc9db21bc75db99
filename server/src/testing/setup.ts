// Once a test run: a PostgreSQL of its own, with a migrated and seeded database from which each test file makes its own.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../db/connect.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { seedIndicators } from '../indicators/seed.ts';
import { seedRegister } from '../units/seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the database "template"; others are made beside it. */
    databaseUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-test-'));
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded({ folder });
  // Dozens of databases come and go in a run; none of them has to outlive a power cut.
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    await run(embedded.url, `alter system set ${setting} = off`);
  }
  await run(embedded.url, 'select pg_reload_conf()');
  await run(embedded.url, 'create database template');
  const url = embedded.url.replace('/nhipcau?', '/template?');
  const { db, pool, close } = connect({ url, connections: 3 });
  await migrate(pool);
  await seedRegister(db, { demo: true, clock: () => new Date('2026-03-10T03:00:00Z') });
  await seedIndicators(db);
  await close();
  project.provide('databaseUrl', url);
  return async () => {
    const { home } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as { home: string };
    await embedded.close();
    for (const each of [folder, home]) if (existsSync(each)) rmSync(each, { recursive: true, force: true });
  };
}

async function run(url: string, statement: string): Promise<void> {
  const { pool, close } = connect({ url, connections: 1 });
  await pool.query(statement);
  await close();
}
