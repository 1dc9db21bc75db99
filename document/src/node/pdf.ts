// An official document as PDF: PDF/A-2a, tagged, with bookmarks, its fonts inside, laid out as Decree 30/2020, Annex I demands.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import type { OfficialDocument } from '../write/official.ts';
import type { PdfStandard, Printed, Printing } from './pdf-typst.ts';

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
  // Loaded with the first document: whoever only hands documents to a writer never needs it here.
  const { print } = await import('./pdf-typst.ts');
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
  /** As `writePdf`, beside this process; documents are printed one after another. */
  write(document: OfficialDocument, options?: PdfOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What the other process is asked. */
export interface Request {
  readonly document: OfficialDocument;
  readonly printing: Printing;
}

export type Answer = Printed | { readonly failed: string };

/** Typst keeps a little of every document for good: after so many its process is begun anew. */
const DOCUMENTS = 400;

/**
 * For servers: prints in a process of its own, for Typst is native and synchronous. It starts with the first document, keeps no program
 * alive, and is begun anew after a document that hangs, breaks it, or was its last.
 */
export function createPdfWriter({ seconds = 60 }: PdfWriterOptions = {}): PdfWriter {
  let printer: Printer | null = null;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  const printOne = async (request: Request): Promise<Uint8Array> => {
    if (closed) throw new Error('the writer is closed');
    const mine = (printer ??= startPrinter());
    const answer = await mine.ask(request, seconds);
    if (answer === 'too long' || answer === 'ended' || mine.asked() >= DOCUMENTS) {
      printer = null;
      mine.end();
    }
    return answerOf(answer, seconds);
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
      printer?.end();
    },
  };
}

function answerOf(answer: Answer | Failing, seconds: number): Uint8Array {
  if (answer === 'too long') throw new Unprintable([diagnostic('printing-too-long', 'error', { seconds })]);
  if (answer === 'ended') throw new Error('the printing process ended');
  if ('failed' in answer) throw new Error(answer.failed);
  return bytesOf(answer);
}

type Failing = 'too long' | 'ended';

interface Printer {
  ask(request: Request, seconds: number): Promise<Answer | Failing>;
  readonly asked: () => number;
  end(): void;
}

function startPrinter(): Printer {
  // Beside this file, which is .ts in the repository and .js in the published package.
  const path = fileURLToPath(import.meta.url.replace(/pdf(\.[jt]s)$/, 'pdf-process$1'));
  const child = fork(path, { serialization: 'advanced', execArgv: [] });
  child.on('error', () => undefined);
  rest(child);
  let asked = 0;
  return {
    asked: () => asked,
    ask: async (request, seconds) => {
      asked += 1;
      child.ref();
      child.channel?.ref();
      const answer = await reply(child, request, seconds);
      rest(child);
      return answer;
    },
    end: () => void child.kill('SIGKILL'),
  };
}

/** Waiting for work, it keeps no program alive. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function reply(child: ChildProcess, request: Request, seconds: number): Promise<Answer | Failing> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | Failing): void => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', onEnd);
      resolve(answer);
    };
    const onEnd = (): void => settle('ended');
    const timer = setTimeout(() => settle('too long'), seconds * 1000);
    child.on('message', settle).on('exit', onEnd);
    if (!child.connected) onEnd();
    else child.send(request, (error) => error && onEnd());
  });
}
