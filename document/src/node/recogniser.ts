// Optical recognition on threads of its own, offline.
import { Worker } from 'node:worker_threads';
import type { PageContent } from '../read/geometry.ts';
import type { PageRecogniser } from '../read/recogniser.ts';
import type { Answer, Request } from './recognition-thread.ts';

export interface RecogniserOptions {
  /** Threads, 1 or 2 (each takes about 300 MB while it reads); 1 unless told. */
  readonly workers?: number;
}

type Body = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

interface Thread {
  ask(request: Body): Promise<unknown>;
  end(): Promise<void>;
  /** Requests that wait for an answer. */
  readonly pending: () => number;
}

/** Recognises pages of PDF files and pictures. Its threads start with the first page; `close` ends them. */
export function createPageRecogniser(
  options: RecogniserOptions = {},
): PageRecogniser & { close(): Promise<void> } {
  const count = Math.min(2, Math.max(1, options.workers ?? 1));
  const threads: Thread[] = [];
  let files = 0;
  let closed = false;
  const thread = (at: number): Thread => {
    if (closed) throw new Error('recogniser closed');
    return (threads[at] ??= startThread());
  };
  return {
    workers: count,
    open: async (format, bytes) => {
      const file = files++;
      const opened = new Map<number, Promise<unknown>>();
      const openOn = (at: number): Promise<unknown> => {
        let pages = opened.get(at);
        if (!pages) opened.set(at, (pages = thread(at).ask({ kind: 'open', file, format, bytes })));
        return pages;
      };
      const pages = (await openOn(0)) as number;
      return {
        pages,
        recognise: async (page) => {
          const at = leastBusy(threads, count);
          await openOn(at);
          return (await thread(at).ask({ kind: 'recognise', file, page })) as PageContent;
        },
        close: async () =>
          void (await Promise.all([...opened.keys()].map((at) => threads[at]!.ask({ kind: 'close', file })))),
      };
    },
    close: async () => {
      closed = true;
      await Promise.all(threads.map((each) => each.end()));
    },
  };
}

function leastBusy(threads: readonly (Thread | undefined)[], count: number): number {
  let best = 0;
  const load = (at: number): number => threads[at]?.pending() ?? 0;
  for (let at = 1; at < count; at++) if (load(at) < load(best)) best = at;
  return best;
}

function startThread(): Thread {
  // Beside this file, which is .ts in the repository and .js in the published package.
  const worker = new Worker(new URL(import.meta.url.replace(/recogniser(\.[jt]s)$/, 'recognition-thread$1')));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (reply: Answer) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) asked?.resolve(reply.value);
    else asked?.reject(new Error(reply.reason));
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('recognition ended')));
  // Waiting for work, it keeps no program alive.
  worker.unref();
  const ask = (request: Body): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ ...request, id });
    });
  return {
    ask,
    pending: () => waiting.size,
    end: async () => {
      await ask({ kind: 'end' }).catch(() => null);
      await worker.terminate();
    },
  };
}
