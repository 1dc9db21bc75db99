// The server's own PostgreSQL, where no DATABASE_URL names another: started by the first that needs it, stopped by the last that leaves.
import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { binaries } from './embedded/binaries.ts';
import * as clusters from './embedded/cluster.ts';
import { alone } from './embedded/lock.ts';
import { place } from './embedded/place.ts';
import { runner } from './embedded/runner.ts';

export interface Embedded {
  /** Of the database `nhipcau`. */
  readonly url: string;
  /** True where it had been running already. */
  readonly joined: boolean;
  /** Process number of the PostgreSQL. */
  readonly pid: number;
  /** Where it keeps its data, which may be outside of the data folder. */
  readonly folder: string;
  /** Stops the database if nobody else uses it. All connections of this process must be closed before. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder; made if it is not there. */
  readonly folder: string;
  readonly log?: (line: string) => void;
  /** Breaks the start off; a PostgreSQL that it launched is stopped again. */
  readonly signal?: AbortSignal | undefined;
}

/** The cluster is in use and does not answer us. */
export class DatabaseHeld extends Error {
  override readonly name = 'DatabaseHeld';
}

export async function startEmbedded({
  folder,
  log = () => undefined,
  signal,
}: EmbeddedOptions): Promise<Embedded> {
  await mkdir(folder, { recursive: true });
  const name = `nhipcau-${process.pid}-${randomBytes(4).toString('hex')}`;
  const [cluster, running] = await alone(folder, async () => {
    const found = await findCluster(folder);
    return [found, await joinOrStart(found, { name, log, signal })] as const;
  });
  const keeper = keep(cluster, running, { folder, name, log });
  return {
    url: `${clusters.url(cluster, running.port, 'nhipcau')}?application_name=${name}`,
    joined: running.joined,
    pid: running.pid,
    folder: cluster.cluster,
    close: () => alone(folder, () => leave(cluster, keeper.anchor())),
  };
}

interface Keeping {
  readonly folder: string;
  readonly name: string;
  readonly log: (line: string) => void;
}

/** Starts the database again, on the same port, should it die while we live: the pools then find it as it was. */
function keep(cluster: clusters.Cluster, first: Running, { folder, name, log }: Keeping) {
  let { anchor } = first;
  let left = false;
  const again = (): Promise<void> =>
    alone(folder, () => joinOrStart(cluster, { name, log, wantedPort: first.port })).then(
      (started) => {
        ({ anchor } = started);
        watch();
      },
      async (error: Error) => {
        log(`The database could not be started again: ${error.message}`);
        // A full disk is emptied some time: nobody should have to start us anew for it.
        await delay(2000, undefined, { ref: false });
        if (!left) await again();
      },
    );
  const watch = () =>
    anchor.once('end', () => {
      if (left) return;
      log('The database went away; starting it again …');
      void again();
    });
  watch();
  return {
    anchor: () => {
      left = true;
      return anchor;
    },
  };
}

async function findCluster(folder: string): Promise<clusters.Cluster> {
  const who = runner();
  const where = await place(folder, who);
  const native = await binaries(who, where.home);
  return { ...where, runner: who, native, log: join(await realpath(folder), 'postgres.log') };
}

interface Running {
  readonly port: number;
  readonly pid: number;
  readonly joined: boolean;
  /** An open connection is how the others see that we are still here. */
  readonly anchor: pg.Client;
}

/** A server that is just going down, or whose last processes are, is waited for; then another is started. */
async function joinOrStart(cluster: clusters.Cluster, how: Omit<Starting, 'patient'>): Promise<Running> {
  for (const began = Date.now(); ; await delay(50)) {
    how.signal?.throwIfAborted();
    const patient = Date.now() - began < 20_000;
    const found = await clusters.postmaster(cluster);
    const running =
      found && clusters.isPostgres(found.pid)
        ? await joinRunning(cluster, found, how)
        : await startAgain(cluster, found, { ...how, patient });
    if (running) return running;
  }
}

interface Starting {
  readonly name: string;
  readonly log: (line: string) => void;
  readonly wantedPort?: number;
  readonly signal?: AbortSignal | undefined;
  readonly patient: boolean;
}

/** Null while processes of the server before it still hold the cluster. */
async function startAgain(
  cluster: clusters.Cluster,
  found: { pid: number; port: number } | null,
  { name, log, wantedPort, signal, patient }: Starting,
): Promise<Running | null> {
  if (found) {
    if (patient && clusters.isZombie(found.pid)) return null;
    log(`The database was not shut down properly last time; it recovers by itself.`);
    // Its file keeps PostgreSQL from starting beside processes of the old one: it goes only where it names a stranger.
    if (clusters.isAlive(found.pid)) await rm(join(cluster.cluster, 'postmaster.pid'), { force: true });
  }
  await clusters.initialise(cluster);
  signal?.throwIfAborted();
  const { child, port } = await clusters.launch(cluster, wantedPort ?? found?.port);
  let gone = false;
  child.once('exit', () => (gone = true));
  child.once('error', () => (gone = true));
  const anchor = await patiently(cluster, port, name, () => !gone && !signal?.aborted, log);
  if (!anchor) {
    await clusters.stopChild(child);
    signal?.throwIfAborted();
    const said = await clusters.lastWords(cluster);
    if (patient && said.includes('shared memory block')) return null;
    throw new Error(`The embedded PostgreSQL did not start:\n${said}`);
  }
  await createDatabase(anchor);
  return { port, pid: child.pid ?? 0, joined: false, anchor };
}

/** Null where the server ended before it answered. */
async function joinRunning(
  cluster: clusters.Cluster,
  found: { pid: number; port: number },
  { name, signal }: Omit<Starting, 'patient'>,
): Promise<Running | null> {
  const alive = () => clusters.isPostgres(found.pid);
  try {
    const anchor = await patiently(cluster, found.port, name, () => alive() && !signal?.aborted);
    if (anchor) {
      await createDatabase(anchor);
      return { ...found, joined: true, anchor };
    }
  } catch (error) {
    // A password refused is somebody else's server; anything else may be the end of ours.
    if ((error as { code?: string }).code !== '28P01' && alive()) throw error;
  }
  signal?.throwIfAborted();
  if (!alive()) return null;
  throw new DatabaseHeld(
    `The database in ${cluster.cluster} is held by process ${found.pid} (port ${found.port}), which does not answer. ` +
      `Stop that process, or set NHIPCAU_DATA to another folder.`,
  );
}

/** Recovery after a crash may take minutes: as long as the process lives there is hope. */
async function patiently(
  cluster: clusters.Cluster,
  port: number,
  name: string,
  hopeful: () => boolean,
  log: (line: string) => void = () => undefined,
): Promise<pg.Client | null> {
  const began = Date.now();
  for (let told = began; hopeful() && Date.now() - began < 600_000; await delay(30)) {
    const client = await clusters.dial(cluster, port, name);
    const held = await client?.query('select pg_advisory_lock_shared($1)', [inUse]).catch(() => null);
    if (client && held) return client;
    await client?.end().catch(() => undefined);
    if (Date.now() - told > 10_000) {
      told = Date.now();
      log('Waiting for the database …');
    }
  }
  return null;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'nhipcau'`);
  if (!rowCount) await client.query('create database nhipcau');
}

/** Held shared by all who use the cluster. Unlike a session, which ends some time after its client left, a lock is gone at once. */
const inUse = 60_470_001;

async function leave(cluster: clusters.Cluster, anchor: pg.Client): Promise<void> {
  const last = await anchor
    .query('select pg_advisory_unlock_shared($1)', [inUse])
    .then(() => anchor.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [inUse]))
    .catch(() => null);
  await anchor.end().catch(() => undefined);
  if (last?.rows[0]?.last) await clusters.stop(cluster);
}
