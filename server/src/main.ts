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

function stopOnSignals(server: Running, log: Log): void {
  let stopping = false;
  const stop = (signal: string) => {
    // Asked twice: at once.
    if (stopping) process.exit(1);
    stopping = true;
    log('info', 'Đang dừng… / Stopping …', { signal });
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = logTo((line) => void process.stderr.write(`${line}\n`), config.logJson);
  process.on('unhandledRejection', (error) => log('error', 'Unhandled rejection', { error: String(error) }));
  try {
    const server = await startServer(config, { log });
    stopOnSignals(server, log);
    if (!isLoopback(config.host) && config.demo) {
      log(
        'warn',
        'Dữ liệu minh họa đang bật: ai tới được địa chỉ này cũng vào được bằng tài khoản minh họa. / The illustration is on: whoever reaches this address can enter by its accounts.',
        { host: config.host },
      );
    }
    log('info', `Nhịp Cầu: ${server.url}`);
  } catch (error) {
    log('error', explain(error, config.port));
    process.exit(1);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof BadConfig ? error.message : String(error)}\n`);
  process.exit(2);
});
