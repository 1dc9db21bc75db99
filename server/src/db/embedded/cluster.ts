// One PostgreSQL on one folder: made, started, asked whether it answers, stopped.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Place } from './place.ts';
import { as, type Runner } from './runner.ts';

export interface Cluster extends Place {
  readonly runner: Runner;
  /** The folder with `bin` and `lib`. */
  readonly native: string;
  /** Where the server's output goes. */
  readonly log: string;
}

const windows = process.platform === 'win32';

function environment({ native }: Cluster): NodeJS.ProcessEnv {
  const libraries = join(native, 'lib');
  return {
    ...(windows ? process.env : { PATH: process.env['PATH'] }),
    LD_LIBRARY_PATH: libraries,
    DYLD_LIBRARY_PATH: libraries,
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

const program = (cluster: Cluster, name: string) =>
  join(cluster.native, 'bin', windows ? `${name}.exe` : name);

/** Makes the cluster if the folder is empty; an attempt that was cut short is cleared away first. */
export async function initialise(cluster: Cluster): Promise<void> {
  if (existsSync(join(cluster.cluster, 'PG_VERSION')) && existsSync(join(cluster.cluster, '.made'))) return;
  if (existsSync(join(cluster.cluster, 'global', 'pg_control')) && existsSync(join(cluster.cluster, '.made')))
    return;
  await rm(cluster.cluster, { recursive: true, force: true });
  await mkdir(cluster.cluster, { recursive: true, mode: 0o700 });
  const secret = join(cluster.home, `.password-${process.pid}`);
  await writeFile(secret, cluster.password, { mode: 0o600 });
  const { user } = cluster.runner;
  if (user) {
    await chown(secret, user.uid, user.gid);
    await chown(cluster.cluster, user.uid, user.gid);
  }
  const made = spawnSync(program(cluster, 'initdb'), initArguments(cluster, secret), {
    cwd: cluster.cluster,
    env: environment(cluster),
    encoding: 'utf8',
    ...as(cluster.runner),
  });
  await rm(secret, { force: true });
  if (made.status !== 0) throw new Error(`PostgreSQL's initdb failed: ${made.stderr || made.error?.message}`);
  await writeFile(join(cluster.cluster, '.made'), '');
}

const initArguments = ({ cluster }: Cluster, secret: string) => [
  '-D',
  cluster,
  '-U',
  'nhipcau',
  '-E',
  'UTF8',
  '--auth=scram-sha-256',
  `--pwfile=${secret}`,
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** What the running server wrote of itself; null if none claims to run. */
export async function postmaster({ cluster }: Place): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return pid && port ? { pid, port } : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** State and name of a process, where the system tells them ("S", "postgres"). */
function processOf(pid: number): { readonly state: string; readonly name: string } | null {
  try {
    const [, name = '', state = ''] = /\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { state, name };
  } catch {
    return null;
  }
}

/** Ended, but whoever started it has not taken notice yet. */
export const isZombie = (pid: number): boolean => processOf(pid)?.state === 'Z';

/** After a power cut another process may bear the number that the file names. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const process = processOf(pid);
  return process === null || (process.name.startsWith('postgres') && process.state !== 'Z');
}

export const url = ({ password }: Place, port: number, database = 'postgres') =>
  `postgresql://nhipcau:${password}@127.0.0.1:${port}/${database}`;

/** Connects to the server, or tells by null that it does not answer yet. */
export async function dial(place: Place, port: number, applicationName: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: url(place, port),
    application_name: applicationName,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if ((error as { code?: string }).code === '28P01') throw error;
    return null;
  }
}

/** A port that was free a moment ago, the wanted one if it is. */
async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  }).catch(() => 0);
  await new Promise((resolve) => server.close(resolve));
  return port || freePort();
}

/** Starts the server's process, apart from ours: Ctrl-C in the terminal must reach us alone. */
export async function launch(
  cluster: Cluster,
  wantedPort?: number,
): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort(wantedPort);
  if (existsSync(cluster.log) && statSync(cluster.log).size > 10_000_000) truncateSync(cluster.log);
  const log = openSync(cluster.log, 'a', 0o600);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const child = spawn(
    program(cluster, 'postgres'),
    ['-D', cluster.cluster, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
    {
      cwd: cluster.cluster,
      env: environment(cluster),
      detached: true,
      stdio: ['ignore', log, log],
      ...as(cluster.runner),
    },
  );
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return { child, port };
}

/** Stops the server and waits until it is gone: fast, clients are cut off, nothing is lost. */
export async function stop(cluster: Cluster): Promise<void> {
  const running = await postmaster(cluster);
  if (!running || !isPostgres(running.pid)) return;
  if (windows) {
    spawnSync(program(cluster, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', cluster.cluster]);
    return;
  }
  // The postmaster removes its file as the last thing it does; a zombie still has a number.
  const gone = () => !existsSync(join(cluster.cluster, 'postmaster.pid')) || !isPostgres(running.pid);
  await ending(gone, (signal) => process.kill(running.pid, signal));
}

/** Stops one that was just launched, whether or not it has written its file yet. */
export async function stopChild(child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  await ending(gone, (signal) => void child.kill(signal));
}

/** Fast, then at once (what was committed is in the log and comes back), then by the system. */
async function ending(gone: () => boolean, kill: (signal: NodeJS.Signals) => void): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 2000],
  ] as const) {
    if (gone()) return;
    kill(signal);
    for (const began = Date.now(); !gone() && Date.now() - began < patience;) await delay(20);
  }
}

/** The last lines that the server wrote, for the message of a start that failed. */
export async function lastWords({ log }: Cluster): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}
