// A whole server: database, files, readers, jobs and HTTP, started in order and stopped in the reverse.
import { createServer, type Server } from 'node:http';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { openSessions } from './accounts/sessions.ts';
import { newSetupCode } from './accounts/setup.ts';
import { createApp } from './app.ts';
import { openSeal } from './audit/seal.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { connect, requireVersion } from './db/connect.ts';
import { startEmbedded, type Embedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { illustrate } from './demo/illustrate.ts';
import { startEvents } from './documents/events.ts';
import { openFiles } from './documents/files.ts';
import type { ReadDeps } from './documents/read-job.ts';
import { startReaders } from './documents/reading/readers.ts';
import { startJobs } from './jobs.ts';
import { seedIndicators } from './indicators/seed.ts';
import type { Log } from './log.ts';
import { openMailer, type Mailer } from './mail/mailer.ts';
import { seedPeople } from './people/demo.ts';
import { seedRegister } from './units/seed.ts';

export interface Running {
  /** As a browser on this machine asks for it. */
  readonly url: string;
  readonly deps: ReadDeps;
  /** Resolves when the illustration of an empty database is all there. */
  readonly illustrated: Promise<void>;
  close(): Promise<void>;
}

export interface Surroundings {
  readonly log: Log;
  readonly clock?: Clock;
  /** Breaks a start off; what was opened is closed again. */
  readonly signal?: AbortSignal | undefined;
}

/** Everything but HTTP: what the command line needs as well. */
export async function openWorkshop(config: Config, { log, clock = () => new Date(), signal }: Surroundings) {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    // The first is the database, which has an end of its own and is stopped whatever hangs before it.
    for (const [left, step] of [...closing.splice(0).entries()].toReversed()) {
      await (left === 0 ? step() : soon(step())).catch((error: Error) =>
        log('warn', 'Not closed properly', { error: error.message }),
      );
    }
  };
  try {
    await mkdir(config.data, { recursive: true });
    const own = config.databaseUrl === null ? await ownDatabase(config, { log, signal }, closing) : null;
    const url = config.databaseUrl ?? own?.url ?? '';
    const connection = connect({ url, onError: (error) => log('warn', error.message) });
    closing.push(connection.close);
    signal?.throwIfAborted();
    await requireVersion(connection.pool);
    const applied = await migrate(connection.pool);
    if (applied.length > 0) log('info', 'Brought the database up to date', { migrations: applied.join(' ') });
    signal?.throwIfAborted();
    const seal = await openSeal(connection.db, { data: config.data, given: config.auditKey }, log);
    closing.push(seal.settle);
    await seedRegister(connection.db, { demo: config.demo, clock });
    await seedIndicators(connection.db);
    if (config.demo) await seedPeople(connection.db);
    signal?.throwIfAborted();
    const events = await startEvents(url, log);
    closing.push(events.close);
    const { readers: count, readSeconds: seconds, readMegabytes: megabytes } = config;
    const onCrash = (lastWords: string) => log('error', 'A reader broke', { lastWords });
    const readers = startReaders({ count, seconds, megabytes, onCrash });
    closing.push(readers.close);
    const files = await openFiles(config.data);
    const { accounts: rules } = config;
    const mailer = mailerOf(config);
    closing.push(async () => mailer?.close());
    const sessions = openSessions({ db: connection.db, clock, rules });
    const deps: ReadDeps = {
      db: connection.db,
      pool: connection.pool,
      files,
      events,
      sessions,
      rules,
      mailer,
      webhookHosts: config.webhookHosts,
      readers,
      clock,
      log,
    };
    const folders = [config.data, ...(own ? [own.folder] : [])];
    return { deps, close, closing, folders };
  } catch (error) {
    await close();
    throw error;
  }
}

const soon = (step: Promise<void>): Promise<void> =>
  Promise.race([
    step,
    delay(15_000, undefined, { ref: false }).then(() => {
      throw new Error('It takes too long');
    }),
  ]);

const mailerOf = ({ smtp, mailFrom, address, host, port }: Config): Mailer | null =>
  smtp === null
    ? null
    : openMailer({ url: smtp, from: mailFrom, address: address ?? `http://${forBrowsers(host)}:${port}` });

async function ownDatabase(
  config: Config,
  { log, signal }: Surroundings,
  closing: (() => Promise<void>)[],
): Promise<Embedded> {
  const embedded = await startEmbedded({ folder: config.data, log: (line) => log('info', line), signal });
  closing.push(embedded.close);
  log(
    'info',
    embedded.joined ? 'Joined the database that is already running' : 'Started the embedded database',
    {
      folder: config.data,
    },
  );
  return embedded;
}

export async function startServer(config: Config, surroundings: Surroundings): Promise<Running> {
  const { deps, close, closing, folders } = await openWorkshop(config, surroundings);
  try {
    const jobs = await startJobs(deps, config.readers);
    closing.push(async () => {
      // Readers go first, or the jobs would wait for them.
      await deps.readers.close();
      await jobs.stop();
    });
    const server = await listen(config, deps, folders);
    closing.push(() => shut(server));
    const { port } = server.address() as AddressInfo;
    // The product answers at once; the illustration fills in while somebody looks at it.
    const illustrated = config.demo ? illustrate(deps).catch(tell(deps.log)) : Promise.resolve();
    const url = `http://${forBrowsers(config.host)}:${port}`;
    await tellSetupCode(deps, config.address ?? url);
    return { url, deps, illustrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whoever reads the log of the machine may make the first administrator. */
async function tellSetupCode(deps: ReadDeps, url: string): Promise<void> {
  const code = await newSetupCode(deps);
  if (code === null) return;
  deps.log(
    'warn',
    'Chưa có người quản trị. Mở trang thiết lập và nhập mã này. / There is no administrator yet: open the page and type this code.',
    {
      page: `${url}/thiet-lap`,
      code,
    },
  );
}

const tell = (log: Log) => (error: Error) =>
  log('warn', 'The illustration is not complete', { error: error.message });

const forBrowsers = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

function listen(config: Config, deps: ReadDeps, folders: readonly string[]): Promise<Server> {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  // Who listens to the whole network says under which names: without a list any name will do.
  const open = everywhere && config.hostNames.length === 0;
  const hostNames = [
    ...(open ? ['*'] : []),
    'localhost',
    '127.0.0.1',
    '[::1]',
    config.host,
    ...config.hostNames,
  ];
  const app = createApp({
    ...deps,
    hostNames,
    folders,
    proxies: config.proxies,
    workspace: config.workspace,
    rates: config.rates,
  });
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)));
  // Longer than proxies and clients keep a connection open: whoever reuses one must not find it just closed.
  server.keepAliveTimeout = 75_000;
  // An upload of 1.5 GB over a slow line takes longer than Node's five minutes.
  server.requestTimeout = 60 * 60 * 1000;
  server.headersTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve(server));
  });
}

/** Answers what was asked, for a few seconds; then cuts off. */
function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 3000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
