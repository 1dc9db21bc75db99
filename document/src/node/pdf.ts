// An official document as PDF: PDF/A-2a, tagged, with bookmarks, its fonts inside, laid out as Decree 30/2020, Annex I demands.
import { Worker } from 'node:worker_threads';
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import type { OfficialDocument } from '../write/official.ts';
import { type PdfStandard, print, type Printed, type Printing } from './pdf-typst.ts';

export type { PdfStandard } from './pdf-typst.ts';

export interface PdfOptions {
  /** PDF/A-2a, made for keeping, unless told; PDF/UA-1 is made for screen readers. Both are tagged. */
  readonly standard?: PdfStandard;
  /** When it is printed: the date of a file whose document bears none yet. 1 January 1970 unless told. */
  readonly now?: Date;
}

const printingOf = ({ standard = 'a-2a', now }: PdfOptions): Printing => ({
  standard,
  at: now?.getTime() ?? 0,
});

/** A document that cannot be printed as it is: letters that no font has, a picture that is none, a table that does not fit. */
export class Unprintable extends Error {
  readonly problems: readonly Diagnostic[];

  constructor(problems: readonly Diagnostic[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.name = 'Unprintable';
    this.problems = problems;
  }
}

/** Prints on this thread, which waits for it (a letter takes 10–20 ms). Rejects with `Unprintable`. */
export async function writePdf(document: OfficialDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  return bytesOf(print(document, printingOf(options)));
}

function bytesOf(printed: Printed): Uint8Array {
  if (printed.problems) throw new Unprintable(printed.problems);
  return printed.bytes;
}

export interface PdfWriterOptions {
  /** A document that takes longer is given up; 60 unless told. */
  readonly seconds?: number;
}

export interface PdfWriter {
  /** As `writePdf`, on a thread of its own; documents are printed one after another. */
  write(document: OfficialDocument, options?: PdfOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What the thread is asked. */
export interface Request {
  readonly document: OfficialDocument;
  readonly printing: Printing;
}

export type Answer = Printed | { readonly failed: string };

/** For servers: a thread that starts with the first document, keeps no process alive, and is begun anew after a document that hangs. */
export function createPdfWriter({ seconds = 60 }: PdfWriterOptions = {}): PdfWriter {
  /** None before the first document and after one that hung. */
  const threads: Worker[] = [];
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  const printOne = async (request: Request): Promise<Uint8Array> => {
    if (closed) throw new Error('the writer is closed');
    const thread = threads[0] ?? startThread();
    threads[0] = thread;
    const answer = await ask(thread, request, seconds);
    if (answer !== null) return answerOf(answer);
    threads.length = 0;
    await thread.terminate();
    throw new Unprintable([diagnostic('printing-too-long', 'error', { seconds })]);
  };
  return {
    write: (document, options = {}) => {
      const printed = queue.then(() => printOne({ document, printing: printingOf(options) }));
      queue = printed.catch(() => undefined);
      return printed;
    },
    close: async () => {
      closed = true;
      await queue;
      await threads[0]?.terminate();
    },
  };
}

function answerOf(answer: Answer): Uint8Array {
  if ('failed' in answer) throw new Error(answer.failed);
  return bytesOf(answer);
}

function startThread(): Worker {
  // Beside this file, which is .ts in the repository and .js in the published package.
  return new Worker(new URL(import.meta.url.replace(/pdf(\.[jt]s)$/, 'pdf-thread$1')));
}

/** Its answer; null where it takes too long. */
function ask(thread: Worker, request: Request, seconds: number): Promise<Answer | null> {
  thread.ref();
  return new Promise<Answer | null>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(null)), seconds * 1000);
    const onAnswer = (answer: Answer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error('the printing thread ended')));
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      thread.off('message', onAnswer).off('error', onError).off('exit', onExit);
      thread.unref();
      end();
    };
    thread.on('message', onAnswer).on('error', onError).on('exit', onExit);
    thread.postMessage(request);
  });
}
