import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { hashPassword } from './accounts/passwords.ts';
import { readConfig, type Config } from './config.ts';
import type { DocumentDetail, Health, UploadResult } from './contract.ts';
import { connect } from './db/connect.ts';
import { startEmbedded } from './db/embedded.ts';
import { silent } from './log.ts';
import { startServer, type Running } from './server.ts';
import { plan } from './testing/plans.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-server-'));
  chmodSync(folder, 0o755);
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const environment = (data: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  NHIPCAU_DATA: data,
  PORT: '0',
  NHIPCAU_DEMO: 'off',
  NHIPCAU_READERS: '1',
  ...more,
});

async function start(config: Config): Promise<Running> {
  const running = await startServer(config, { log: silent });
  cleanups.push(() => running.close());
  return running;
}

async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url, { headers: { cookie } })).json()) as T;
}

async function upload(url: string, files: Readonly<Record<string, string>>): Promise<UploadResult> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text]), name);
  return (await (
    await fetch(`${url}/api/documents`, { method: 'POST', body: form, headers: { cookie } })
  ).json()) as UploadResult;
}

/** The process as `npm start` runs it, in a group of its own. */
function launchMain(env: NodeJS.ProcessEnv, script = 'main.ts') {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const more = script === 'main.ts' ? [] : ['server/src/main.ts'];
  const child = spawn(process.execPath, [file, ...more], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  cleanups.push(() => child.kill('SIGKILL'));
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const says = (pattern: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = new RegExp(pattern).exec(output);
        if (found) resolve(found[1] ?? found[0]);
      };
      child.stderr.on('data', look);
      child.once('exit', (code) => reject(new Error(`${code}: ${output}`)));
      look();
    });
  return { child, says, output: () => output };
}

/** Resolves with its address. */
async function spawnMain(env: NodeJS.ProcessEnv, script?: string) {
  const launched = launchMain(env, script);
  return { ...launched, url: await launched.says(/Nhịp Cầu: (http:\S+)/) };
}

const postmasterOf = (data: string) =>
  Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Not a zombie either: whoever outlives its parent is taken over by the system. */
const isAlive = (pid: number) =>
  spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .replace(/^Z.*/, '') !== '';

/** A file of this name comes into the folder. */
const watchFor = (folder: string, name: string) =>
  new Promise<void>((resolve) => {
    const watcher = watch(folder, () => {
      if (!existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    });
  });

/** Somebody who works for a province, signed in: all requests from here on are theirs. */
let cookie = '';
async function signIn(
  url: string,
  database: { readonly url: string } | { readonly data: string },
): Promise<void> {
  const joined = 'data' in database ? await startEmbedded({ folder: database.data }) : null;
  const { db, close } = connect({
    url: joined?.url ?? ('url' in database ? database.url : ''),
    connections: 1,
  });
  const unit = await db
    .selectFrom('unit')
    .select('id')
    .where('key', '=', 'province:04')
    .executeTakeFirstOrThrow();
  const email = 'nguoi-thu@song-thao.example';
  const person = await db
    .insertInto('person')
    .values({ name: 'Người Thử', email, emailKey: email })
    .returning('id')
    .executeTakeFirstOrThrow();
  const password = 'một mật khẩu rất dài để thử';
  await db
    .insertInto('credential')
    .values({ personId: person.id, password: await hashPassword(password), passwordLong: true })
    .execute();
  for (const role of ['officer', 'leader', 'coordinator'] as const) {
    await db
      .insertInto('roleGrant')
      .values({ personId: person.id, unitId: unit.id, role, validFrom: '2020-01-01' })
      .execute();
  }
  await close();
  await joined?.close();
  await enter(url, email, password);
}

async function enter(url: string, email: string, password: string): Promise<void> {
  const answer = await fetch(`${url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(204);
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => void child.once('exit', resolve));

describe('the server', () => {
  test('starts on an empty folder, takes a file over the network, and stops', async () => {
    const data = newFolder();
    const running = await start(readConfig(environment(data)));
    expect(await get<Health>(`${running.url}/api/health`)).toMatchObject({ ok: true });
    await signIn(running.url, { data });
    const { files } = await upload(running.url, { 'kế hoạch.txt': plan() });
    const id = files[0]?.ok ? files[0].id : 0;
    await (await fetch(`${running.url}/api/documents/${id}/events`, { headers: { cookie } })).text();
    expect(await get<DocumentDetail>(`${running.url}/api/documents/${id}`)).toMatchObject({
      status: 'review',
      tasks: 3,
    });
    await running.close();
    await expect(fetch(`${running.url}/api/health`)).rejects.toThrow('fetch failed');
  });

  test('that is killed while it reads goes on reading when it starts again', async () => {
    const data = newFolder();
    const first = await spawnMain(environment(data));
    await signIn(first.url, { data });
    const { files } = await upload(
      first.url,
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [
          `kh-${i}.txt`,
          plan({ number: `${i + 1}/KH-UBND`, title: `Kế hoạch ${i}` }),
        ]),
      ),
    );
    first.child.kill('SIGKILL');
    await exitOf(first.child);
    const ids = files.flatMap((file) => (file.ok ? [file.id] : []));
    expect(ids).toHaveLength(12);
    const second = await start(readConfig(environment(data)));
    for (const id of ids) {
      await (await fetch(`${second.url}/api/documents/${id}/events`, { headers: { cookie } })).text();
      expect((await get<DocumentDetail>(`${second.url}/api/documents/${id}`)).status).toBe('review');
    }
    expect(readdirSync(join(data, 'files', 'waiting'))).toEqual([]);
  }, 120_000);

  test('stops by a signal and says so; a second one on its port says what is wrong', async () => {
    const data = newFolder();
    const first = await spawnMain(environment(data));
    expect(first.output()).toContain('/thiet-lap');
    const { port } = new URL(first.url);
    await expect(spawnMain(environment(data, { PORT: port }))).rejects.toThrow(`Port ${port} is in use`);
    // The second one joined the database and left again: the first goes on.
    expect(await get<Health>(`${first.url}/api/health`)).toMatchObject({ ok: true });
    first.child.kill('SIGTERM');
    expect(await exitOf(first.child)).toBe(0);
  });

  test.each([
    ['SIGTERM to the group and once more', 'main.ts', ['SIGTERM', 'SIGTERM']],
    ['Ctrl-C twice through the script', '../../scripts/run.mjs', ['SIGINT', 'SIGINT']],
  ] as const)(
    'takes its database along: %s',
    async (_, script, signals) => {
      const data = newFolder();
      const first = await spawnMain(environment(data), script);
      const pid = postmasterOf(data);
      expect(isAlive(pid)).toBe(true);
      const exit = exitOf(first.child);
      for (const signal of signals) {
        process.kill(-(first.child.pid ?? 0), signal);
        // The second comes while the first is being obeyed.
        await first.says('Stopping');
      }
      expect(await exit).toBe(0);
      expect(isAlive(pid)).toBe(false);
      expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
    },
    60_000,
  );

  test('takes its database along when it is told to stop while it starts', async () => {
    const data = newFolder();
    const launched = watchFor(data, 'postgres.log');
    const { child } = launchMain(environment(data));
    const exit = exitOf(child);
    await launched;
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    expect(await exit).toBe(0);
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
    const again = await spawnMain(environment(data));
    again.child.kill('SIGTERM');
    expect(await exitOf(again.child)).toBe(0);
  }, 60_000);

  test('refuses an environment that makes no sense', async () => {
    await expect(spawnMain(environment(newFolder(), { PORT: 'ba nghìn' }))).rejects.toThrow(
      '2: PORT must be a whole number',
    );
  });
});

const older = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'].find(
  (folder) => existsSync(join(folder, 'initdb')),
);

describe.skipIf(!older)('on an older PostgreSQL of the system (skipped where there is none)', () => {
  test('everything works through DATABASE_URL', async () => {
    const folder = newFolder();
    const cluster = join(folder, 'cluster');
    mkdirSync(cluster, { mode: 0o700 });
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (process.getuid?.() === 0) spawnSync('chown', ['65534', cluster]);
    const bin = (name: string) => join(older ?? '', name);
    const port = String(20_000 + (process.pid % 10_000));
    spawnSync(bin('initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
      cwd: '/',
      ...nobody,
    });
    const child = spawn(
      bin('postgres'),
      ['-D', cluster, '-p', port, '-k', '', '-c', 'listen_addresses=127.0.0.1'],
      { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], ...nobody },
    );
    cleanups.push(async () => {
      child.kill('SIGINT');
      await exitOf(child);
    });
    await new Promise<void>((resolve) =>
      child.stderr?.on('data', (data: Buffer) => data.toString().includes('ready to accept') && resolve()),
    );
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
    const running = await start(readConfig(environment(join(folder, 'data'), { DATABASE_URL: url })));
    await signIn(running.url, { url });
    const { files } = await upload(running.url, { 'kế hoạch.txt': plan() });
    const id = files[0]?.ok ? files[0].id : 0;
    await (await fetch(`${running.url}/api/documents/${id}/events`, { headers: { cookie } })).text();
    const accepted = await fetch(`${running.url}/api/documents/${id}/accept`, {
      method: 'POST',
      body: '{"version":1}',
      headers: { 'content-type': 'application/json', cookie },
    });
    expect(accepted.status).toBe(200);
    expect(await get(`${running.url}/api/tasks?q=hoi%20nghi&sort=lead`)).toMatchObject({ total: 1 });
    expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false);
  }, 120_000);
});

describe.skipIf(process.getuid?.() !== 0)('as an ordinary user, from a folder that it may only read', () => {
  test('the embedded database starts all the same', async () => {
    const folder = newFolder();
    const data = join(folder, 'data');
    mkdirSync(data);
    spawnSync('chown', ['65534', data]);
    const script = join(folder, 'start.mjs');
    const embedded = new URL('db/embedded.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { startEmbedded } from ${JSON.stringify(embedded)};
      const e = await startEmbedded({ folder: ${JSON.stringify(data)} }); console.log('started', e.pid); await e.close();`,
    );
    const node = join(folder, 'node');
    cpSync(process.execPath, node, { dereference: true });
    const ran = spawnSync(node, [script], {
      cwd: folder,
      encoding: 'utf8',
      uid: 65_534,
      gid: 65_534,
      env: { TMPDIR: data },
    });
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/^started \d+\n$/);
    expect(readFileSync(join(data, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });
});
