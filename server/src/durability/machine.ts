// Real processes for the tests of durability: a server, the database under it, and what it takes to kill either.
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { binaries } from '../db/embedded/binaries.ts';
import * as clusters from '../db/embedded/cluster.ts';
import { place } from '../db/embedded/place.ts';
import { runner } from '../db/embedded/runner.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  /** What it has said so far. */
  said(): string;
  /** As a power cut does: it hears nothing of it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A server as an operator starts it; `databaseUrl` null: with its own database in `data`. */
export async function startProcess(
  data: string,
  databaseUrl: string | null,
  more: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [main], {
    env: {
      ...environment,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      NODE_ENV: 'production',
      NHIPCAU_DATA: data,
      NHIPCAU_DEMO: 'off',
      NHIPCAU_RATE: '1000000',
      NHIPCAU_READERS: '1',
      HOST: '127.0.0.1',
      PORT: '0',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /Nhịp Cầu: (http:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    void gone.then(() => reject(new Error(`The server did not start:\n${said}`)));
  });
  return {
    url,
    said: () => said,
    kill: () => end(child, gone, 'SIGKILL'),
    stop: () => end(child, gone, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, gone: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await gone;
}

/** The PostgreSQL that a server started for itself in its data folder. */
export async function ownDatabase(data: string): Promise<{ readonly url: string; readonly pid: number }> {
  const where = await place(data, runner());
  const found = await clusters.postmaster(where);
  if (!found) throw new Error('No database runs there.');
  return { url: clusters.url(where, found.port, 'nhipcau'), pid: found.pid };
}

const parentOf = (pid: string): number => {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
};

/** The postmaster and all its children at once: none of them has time to write anything more. */
export async function killDatabase(pid: number): Promise<void> {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  while (clusters.isPostgres(pid)) await delay(20);
}

export interface OtherDatabase {
  readonly url: string;
  readonly pid: () => number;
  /** After it was killed: on the same port, as its operator would. */
  startAgain(): Promise<void>;
  startIfGone(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL that the server knows by DATABASE_URL alone. */
export async function startOther(folder: string): Promise<OtherDatabase> {
  const who = runner();
  const where = await place(folder, who);
  const cluster = {
    ...where,
    runner: who,
    native: await binaries(who, where.home),
    log: join(folder, 'other.log'),
  };
  await clusters.initialise(cluster);
  let running = await launch(cluster);
  const client = await clusters.dial(cluster, running.port, 'test');
  await client?.query('create database nhipcau');
  await client?.end();
  const again = async () => {
    running = await launch(cluster, running.port);
  };
  return {
    url: clusters.url(cluster, running.port, 'nhipcau'),
    pid: () => running.pid,
    startAgain: again,
    startIfGone: async () => {
      if (!clusters.isPostgres(running.pid)) await again();
    },
    stop: () => clusters.stop(cluster),
  };
}

/** Tried again while processes of the one before still hold the cluster. */
async function launch(cluster: clusters.Cluster, port?: number): Promise<{ port: number; pid: number }> {
  for (let tries = 0; tries < 60; tries++) {
    const started = await clusters.launch(cluster, port);
    while (started.child.exitCode === null && started.child.signalCode === null) {
      const client = await clusters.dial(cluster, started.port, 'test');
      if (client) {
        await client.end();
        return { port: started.port, pid: started.child.pid ?? 0 };
      }
      await delay(50);
    }
    await delay(200);
  }
  throw new Error(`It did not start: ${await clusters.lastWords(cluster)}`);
}
