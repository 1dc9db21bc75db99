import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from './embedded.ts';
import { binaries, packageFolder } from './embedded/binaries.ts';
import { runner } from './embedded/runner.ts';

const folders: string[] = [];
const running: Embedded[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-db-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return join(folder, 'data');
}

async function start(folder: string): Promise<Embedded> {
  const embedded = await startEmbedded({ folder });
  running.push(embedded);
  return embedded;
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

const isAlive = (pid: number) => spawnSync('kill', ['-0', String(pid)]).status === 0;

afterEach(async () => {
  for (const embedded of running.splice(0)) await embedded.close().catch(() => undefined);
  for (const folder of folders.splice(0)) {
    const note = join(folder, 'data', 'database.json');
    if (existsSync(note)) {
      const { home } = JSON.parse(readFileSync(note, 'utf8')) as { home: string };
      if (home.startsWith('/var/lib/nhipcau/')) rmSync(home, { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('the embedded database', () => {
  test('starts on an empty folder, sorts Vietnamese rightly and stops when it is left', async () => {
    const embedded = await start(newFolder());
    const rows = await query<{ word: string }>(
      embedded.url,
      `select word from unnest(array['Em', 'Đà', 'Dư', 'Ăn', 'An', 'Âu', 'Zu']) word order by word collate "vi-x-icu"`,
    );
    expect(rows.map(({ word }) => word)).toEqual(['An', 'Ăn', 'Âu', 'Dư', 'Đà', 'Em', 'Zu']);
    expect(isAlive(embedded.pid)).toBe(true);
    await embedded.close();
    expect(isAlive(embedded.pid)).toBe(false);
  });

  test('keeps what was written when it is killed', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, `create table kept as select 'đã lưu' as word`);
    process.kill(first.pid, 'SIGKILL');
    const second = await start(folder);
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'đã lưu' }]);
  });

  test('is started anew when the one that runs ends before it answers', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, `create table kept as select 'đã lưu' as word`);
    process.kill(first.pid, 'SIGSTOP');
    const starting = start(folder);
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.kill(first.pid, 'SIGKILL');
    const second = await starting;
    expect(second).toMatchObject({ joined: false });
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'đã lưu' }]);
  });

  test('comes back under the same address when it dies under a running server', async () => {
    const folder = newFolder();
    const lines: string[] = [];
    const embedded = await startEmbedded({ folder, log: (line) => lines.push(line) });
    running.push(embedded);
    await query(embedded.url, `create table kept as select 1 as one`);
    process.kill(embedded.pid, 'SIGKILL');
    const back = async (): Promise<unknown> =>
      query(embedded.url, 'select one from kept').catch(() =>
        new Promise((resolve) => setTimeout(resolve, 50)).then(back),
      );
    expect(await back()).toEqual([{ one: 1 }]);
    expect(lines[0]).toContain('starting it again');
  });

  test('is joined by a second start, and stopped only by the last that leaves', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const second = await start(folder);
    expect(second).toMatchObject({ joined: true, pid: first.pid });
    await first.close();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(isAlive(first.pid)).toBe(false);
  });

  test('is started once by two that start at the same moment', async () => {
    const folder = newFolder();
    const [first, second] = await Promise.all([start(folder), start(folder)]);
    expect(first.pid).toBe(second.pid);
    expect([first.joined, second.joined].toSorted()).toEqual([false, true]);
  });

  test('takes no notice of a number that another program bears now', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await first.close();
    const other = spawn('sleep', ['60']);
    const { home } = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as { home: string };
    writeFileSync(
      join(home, 'postgres', 'postmaster.pid'),
      `${other.pid}\n${home}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const second = await start(folder);
    expect(second.joined).toBe(false);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    other.kill();
  });

  test('says who holds the folder when that one does not answer', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const note = join(folder, 'database.json');
    const text = readFileSync(note, 'utf8');
    writeFileSync(note, text.replace(/"password":"\w+"/, '"password":"wrong"'));
    await expect(startEmbedded({ folder })).rejects.toThrow(`held by process ${first.pid}`);
    writeFileSync(note, text);
  });

  test('begins anew where making it was cut short', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres', 'base'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18');
    const embedded = await start(folder);
    expect(await query(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('moves with its folder', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, `create table kept as select 1 as one`);
    await first.close();
    renameSync(folder, `${folder}-moved`);
    const second = await start(`${folder}-moved`);
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.close();
    renameSync(`${folder}-moved`, folder);
  });

  test('links its libraries itself where npm ran no scripts, in a copy if it may not write', async () => {
    const folder = newFolder();
    const package_ = join(folder, '..', 'package');
    cpSync(packageFolder(), package_, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(package_, 'native', 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    for (const { target } of links) rmSync(join(package_, target), { force: true });
    const native = await binaries(runner(), folder, package_);
    for (const { target } of links) expect(existsSync(join(native, '..', target))).toBe(true);
    chmodSync(package_, 0o700);
    const copied = await binaries(runner(), join(folder, 'home'), package_);
    expect(copied === native).toBe(process.getuid?.() !== 0);
    expect(existsSync(join(copied, 'bin', 'postgres'))).toBe(true);
  });

  test('keeps its password to itself', async () => {
    const folder = newFolder();
    const embedded = await start(folder);
    expect(statSync(join(folder, 'database.json')).mode & 0o077).toBe(0);
    const wrong = embedded.url.replace(/:\w+@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password/);
  });
});

describe.skipIf(process.getuid?.() !== 0)('the embedded database of root', () => {
  test('runs as an unprivileged user', async () => {
    const embedded = await start(newFolder());
    expect(statSync(`/proc/${embedded.pid}`).uid).not.toBe(0);
  });

  test('lives in a data folder that others could not enter', async () => {
    const folder = newFolder();
    mkdirSync(folder, { mode: 0o700 });
    const embedded = await start(folder);
    expect(await query(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(folder).mode & 0o777).toBe(0o711);
  });

  test('lives elsewhere when the data folder is below a folder that only root may enter', async () => {
    const folder = newFolder();
    chmodSync(join(folder, '..'), 0o700);
    const first = await start(folder);
    await query(first.url, `create table kept as select 1 as one`);
    await first.close();
    const second = await start(folder);
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8'))).toMatchObject({
      home: expect.stringMatching(/^\/var\/lib\/nhipcau\//) as string,
    });
  });
});
