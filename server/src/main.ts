// The process: starts the server, says where it is, and stops it properly.
import { BadConfig, readConfig } from './config.ts';
import { logTo, type Log } from './log.ts';
import { startServer, type Running } from './server.ts';

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

function explain(error: unknown, port: number): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') {
    return `Cổng ${port} đang được dùng; đặt PORT khác. / Port ${port} is in use; set PORT to another.`;
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') {
    return `Không kết nối được DATABASE_URL. / DATABASE_URL cannot be reached: ${message}`;
  }
  return message ?? String(error);
}

/** Longer than any orderly stop takes, the one of the database included. */
const patience = 180_000;

/**
 * Stops once, however often it is asked: Ctrl-C reaches us both from the terminal and from `npm start`, and whoever leaves
 * before the database has stopped leaves it behind. A start under way is broken off and cleared up.
 */
function stopOnSignals(starting: Promise<Running>, abort: AbortController, log: Log): void {
  const stop = (reason: string, code: number) => {
    if (abort.signal.aborted) return;
    abort.abort(new Error('Stopped while starting'));
    log('info', 'Đang dừng… / Stopping …', { signal: reason });
    setTimeout(() => process.exit(1), patience).unref();
    starting
      // One that did not start has closed what it had opened.
      .then(
        (server) => server.close(),
        () => undefined,
      )
      .then(
        () => process.exit(code),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal, 0));
  process.on('uncaughtException', (error) => {
    log('error', error.message, { stack: error.stack });
    stop('uncaughtException', 1);
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = logTo((line) => void process.stderr.write(`${line}\n`), config.logJson);
  // Ctrl-C ends a pipe's reader before us: a line that nobody reads must not end us in the middle of stopping.
  process.stderr.on('error', () => undefined);
  process.on('unhandledRejection', (error) => log('error', 'Unhandled rejection', { error: String(error) }));
  const abort = new AbortController();
  const starting = startServer(config, { log, signal: abort.signal });
  stopOnSignals(starting, abort, log);
  try {
    const server = await starting;
    if (abort.signal.aborted) return;
    if (!isLoopback(config.host) && config.demo) {
      log(
        'warn',
        'Dữ liệu minh họa đang bật: ai tới được địa chỉ này cũng vào được bằng tài khoản minh họa. / The illustration is on: whoever reaches this address can enter by its accounts.',
        { host: config.host },
      );
    }
    log('info', `Nhịp Cầu: ${server.url}`);
  } catch (error) {
    if (abort.signal.aborted) return;
    log('error', explain(error, config.port));
    process.exit(1);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof BadConfig ? error.message : String(error)}\n`);
  process.exit(2);
});
