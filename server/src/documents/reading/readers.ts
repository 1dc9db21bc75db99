// Files are read in processes of their own: one that hangs, grows or crashes on a hostile file is killed, the server stays.
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, Headway, Order, Outcome } from './messages.ts';

export interface ReadersOptions {
  readonly count: number;
  /** Seconds in which a reader must finish, or say that it made headway. */
  readonly seconds: number;
  readonly megabytes: number;
  /** Told what a reader wrote before it broke, for the administrator. */
  readonly onCrash?: (lastWords: string) => void;
  /** Another program than the reader's, in tests. */
  readonly program?: string;
}

export interface Readers {
  /** Never rejects for what is in the file; rejects with `ReadersClosed` when the server stops. */
  read(order: Order, onHeadway: (headway: Headway) => void): Promise<Outcome>;
  close(): Promise<void>;
}

export class ReadersClosed extends Error {
  override readonly name = 'ReadersClosed';
}

interface Job {
  readonly order: Order;
  readonly onHeadway: (headway: Headway) => void;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

interface Reader {
  readonly child: ChildProcess;
  job: Job | null;
  files: number;
  deadline: number;
  /** Why we killed it. */
  verdict: Outcome | null;
  lastWords: string;
}

const readerProgram = fileURLToPath(new URL('./process.ts', import.meta.url));
/** Memory that libraries hold on to goes back to the system with the process. */
const filesForOne = 40;

export function startReaders(options: ReadersOptions): Readers {
  const readers = new Set<Reader>();
  const queue: Job[] = [];
  let closed = false;

  const launch = (): Reader => {
    const child = fork(options.program ?? readerProgram, [], {
      execArgv: [`--max-old-space-size=${options.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // A reader needs nothing of ours: no database, no secrets.
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TMPDIR: process.env['TMPDIR'],
        NODE_ENV: 'production',
      },
    });
    const reader: Reader = { child, job: null, files: 0, deadline: 0, verdict: null, lastWords: '' };
    child.stderr?.on(
      'data',
      (data: Buffer) => (reader.lastWords = (reader.lastWords + data.toString()).slice(-4000)),
    );
    child.on('message', (answer: Answer) => hear(reader, answer));
    child.once('exit', () => bury(reader));
    child.once('error', () => bury(reader));
    readers.add(reader);
    return reader;
  };

  const hear = (reader: Reader, answer: Answer) => {
    if (!reader.job || reader.verdict) return;
    reader.deadline = Date.now() + options.seconds * 1000;
    if (answer.kind === 'headway') return reader.job.onHeadway(answer.headway);
    const { job } = reader;
    reader.job = null;
    reader.files += 1;
    if (reader.files >= filesForOne) {
      readers.delete(reader);
      reader.child.kill('SIGKILL');
    }
    job.resolve(answer.outcome);
    work();
  };

  const bury = (reader: Reader) => {
    readers.delete(reader);
    const { job } = reader;
    reader.job = null;
    if (job && !closed && !reader.verdict) options.onCrash?.(reader.lastWords);
    if (job && closed) job.reject(new ReadersClosed());
    else job?.resolve(reader.verdict ?? crash(reader, job.order, options));
    work();
  };

  const give = (reader: Reader, job: Job) => {
    reader.job = job;
    reader.deadline = Date.now() + options.seconds * 1000;
    reader.child.send(job.order, (error) => error && reader.child.kill('SIGKILL'));
  };

  const work = () => {
    if (closed) return;
    while (queue.length > 0) {
      const idle = [...readers].find((reader) => !reader.job && reader.child.connected);
      if (!idle && readers.size >= options.count) return;
      const job = queue.shift();
      if (job) give(idle ?? launch(), job);
    }
  };

  const watch = setInterval(() => {
    for (const reader of readers) judge(reader, options);
  }, 250);
  watch.unref();

  return {
    read: (order, onHeadway) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ReadersClosed());
        queue.push({ order, onHeadway, resolve, reject });
        return work();
      }),
    close: async () => {
      closed = true;
      clearInterval(watch);
      for (const { reject } of queue.splice(0)) reject(new ReadersClosed());
      await Promise.all([...readers].map(end));
    },
  };
}

function end({ child }: Reader): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (!child.kill('SIGKILL')) resolve();
  });
}

/** Kills a reader that is over its time or its memory. */
function judge(reader: Reader, { seconds, megabytes }: ReadersOptions): void {
  if (!reader.job || reader.verdict) return;
  const file = reader.job.order.name;
  if (Date.now() > reader.deadline)
    reader.verdict = { ok: false, code: 'took-too-long', values: { file, seconds } };
  else if (residentMegabytes(reader.child.pid) > megabytes) {
    reader.verdict = { ok: false, code: 'took-too-much', values: { file, limit: megabytes } };
  }
  if (reader.verdict) reader.child.kill('SIGKILL');
}

/** V8 ends with SIGABRT (or code 134) when its own limit is reached. */
function crash({ child }: Reader, { name: file }: Order, { megabytes }: ReadersOptions): Outcome {
  const full = child.signalCode === 'SIGABRT' || child.exitCode === 134;
  if (full) return { ok: false, code: 'took-too-much', values: { file, limit: megabytes } };
  return { ok: false, code: 'reader-broke', values: { file } };
}

/** Of the whole process, buffers and WebAssembly included, which V8's limit does not count; 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}
