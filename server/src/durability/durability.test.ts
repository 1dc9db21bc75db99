// Twenty people write at once while the server is killed, the database is killed, or the disk is full.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openSeal } from '../audit/seal.ts';
import { verify } from '../audit/verify.ts';
import { connect } from '../db/connect.ts';
import { killDatabase, ownDatabase, startOther, startProcess } from './machine.ts';
import { complaints } from './truth.ts';
import { makeWorld, type World } from './world.ts';
import { startWriters, type Memory } from './writers.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'nhipcau-durable-'));
  chmodSync(made, 0o755);
  cleanUp.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function worldAt(url: string): Promise<World> {
  const { db, close } = connect({ url, connections: 2 });
  return makeWorld(db, 20).finally(close);
}

/** What a server may hold: its pool, who hears of changes, and who keeps the database. */
const most = 22;

/** Whoever was cut off comes back once: no crowd at the door keeps others out. */
async function expectFew(url: string): Promise<void> {
  const { pool, close } = connect({ url, connections: 1 });
  try {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*) as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    expect(rows[0]?.count).toBeLessThanOrEqual(most);
  } finally {
    await close();
  }
}

/** Nothing lost, nothing half done, counts right, the log whole. */
async function expectTruth(url: string, data: string, memory: Memory): Promise<void> {
  const { db, close } = connect({ url, connections: 2 });
  try {
    // What was written last may still wait for its place in the log.
    const seal = await openSeal(db, { data, given: null }, () => undefined);
    await seal.settle();
    expect(await complaints(db, memory)).toEqual([]);
    expect((await verify(db, seal)).finding).toBeNull();
    expect(memory.done.length).toBeGreaterThan(0);
  } finally {
    await close();
  }
}

// Children of a process are found by /proc.
const isLinux = process.platform === 'linux';

test.runIf(isLinux)(
  'a killed server and a killed database lose nothing that was acknowledged (embedded)',
  { timeout: 180_000 },
  async () => {
    const data = folder();
    let server = await startProcess(data, null);
    cleanUp.push(() => server.stop());
    const world = await worldAt((await ownDatabase(data)).url);
    const writers = startWriters(server.url, world);
    await writers.reach(60);
    // Concurrent edits of the same records: some came too late and were told so.
    await server.kill();
    server = await startProcess(data, null);
    writers.address = server.url;
    await writers.reach(writers.memory.done.length + 40);
    await killDatabase((await ownDatabase(data)).pid);
    await writers.reach(writers.memory.done.length + 40);
    await writers.rest();
    expect(writers.memory.refused.length).toBeGreaterThan(0);
    await expectFew((await ownDatabase(data)).url);
    await expectTruth((await ownDatabase(data)).url, data, writers.memory);
  },
);

test.runIf(isLinux)(
  'a killed server and a killed database lose nothing that was acknowledged (DATABASE_URL)',
  { timeout: 180_000 },
  async () => {
    const data = folder();
    const other = await startOther(folder());
    cleanUp.push(() => other.stop());
    let server = await startProcess(data, other.url);
    cleanUp.push(() => server.stop());
    const writers = startWriters(server.url, await worldAt(other.url));
    await writers.reach(60);
    await server.kill();
    server = await startProcess(data, other.url);
    writers.address = server.url;
    await writers.reach(writers.memory.done.length + 40);
    await killDatabase(other.pid());
    await other.startAgain();
    await writers.reach(writers.memory.done.length + 40);
    await writers.rest();
    expect(writers.memory.refused.length).toBeGreaterThan(0);
    await expectFew(other.url);
    await expectTruth(other.url, data, writers.memory);
  },
);

/** A file system of its own, so small that it can be filled; null where this may not be made. */
function smallDisk(megabytes: number): string | null {
  const at = folder();
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', at]);
  if (made.status !== 0) return null;
  cleanUp.push(() => void spawnSync('umount', ['-l', at]));
  return at;
}

/** A long note that takes as much room on disk. */
const incompressible = ` ${randomBytes(2900).toString('base64')}`;

/** All of it but so much. */
function fill(at: string, but: number): string {
  const { bavail, bsize } = statfsSync(at);
  const file = join(at, 'filler');
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - but)));
  return file;
}

/** Others may not mount anything: for them it is skipped where everybody sees it. */
const isRoot = isLinux && process.getuid?.() === 0;

for (const kind of ['embedded', 'DATABASE_URL'] as const) {
  test.runIf(isRoot)(
    `on a full disk writing is refused with a reason, and goes on when there is space again (${kind})`,
    { timeout: 240_000 },
    async (context) => {
      const disk = smallDisk(400);
      if (disk === null) {
        context.skip('no small file system can be mounted here');
        return;
      }
      const data = kind === 'embedded' ? join(disk, 'data') : folder();
      const other = kind === 'embedded' ? null : await startOther(join(disk, 'other'));
      cleanUp.push(async () => other?.stop());
      const server = await startProcess(data, other?.url ?? null);
      cleanUp.push(() => server.stop());
      const url = other?.url ?? (await ownDatabase(data)).url;
      const writers = startWriters(server.url, await worldAt(url), incompressible);
      await writers.reach(30);
      const filler = fill(disk, 3_000_000);
      await refused(writers.memory, kind);
      const before = writers.memory.done.length;
      rmSync(filler);
      // It may have stopped for want of space: our own is started again by the server, another by its operator.
      await other?.startIfGone();
      await writers.reach(before + 40);
      await writers.rest();
      expect(writers.memory.done.length).toBeGreaterThan(before);
      await expectTruth(other?.url ?? (await ownDatabase(data)).url, data, writers.memory);
    },
  );
}

/**
 * Until somebody has been told so; the writers never stop trying. Another's database that stops for want of space in its log may
 * be all that is seen of it.
 */
async function refused(memory: Memory, kind: 'embedded' | 'DATABASE_URL'): Promise<void> {
  const told = memory.full.length + memory.unknown.length;
  const count = () =>
    kind === 'embedded' ? memory.full.length : memory.full.length + memory.unknown.length - told;
  await expect.poll(count, { timeout: 120_000, interval: 200 }).toBeGreaterThan(0);
}
