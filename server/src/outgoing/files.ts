// The one place where files are made of a document, on threads: a long annex takes seconds that the server needs.
import { Worker } from 'node:worker_threads';
import { say, type OfficialDocument } from '@nhipcau/document';
import { createPdfWriter, Unprintable, type PdfWriter } from '@nhipcau/document/node';
import { Invalid } from '../errors.ts';
import type { Locale } from '../http/locale.ts';
import type { Answer, Asked, Finding } from './files-thread.ts';

/** Milliseconds after which a document is given up, and its thread with it: whoever waits behind it must not wait for ever. */
const patience = 60_000;

/** Begun with the first document, keeps no process alive; none before that and after a document that was given up. */
let thread: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();
let pdf: PdfWriter | null = null;

function theThread(): Worker {
  thread ??= new Worker(new URL('./files-thread.ts', import.meta.url));
  thread.ref();
  return thread;
}

/** One document after the other. */
function ask(asked: Asked): Promise<Answer> {
  const answer = queue.then(() => askThread(theThread(), asked));
  queue = answer.catch(() => undefined);
  return answer;
}

function askThread(worker: Worker, asked: Asked): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => giveUp(new Invalid('outgoing-too-much')), patience);
    const onAnswer = (answer: Answer) => settle(() => resolve(answer));
    const onEnd = () => giveUp(new Error('The thread that makes files has ended.'));
    const settle = (end: () => void) => {
      clearTimeout(timer);
      worker.off('message', onAnswer).off('error', onEnd).off('exit', onEnd);
      worker.unref();
      end();
    };
    const giveUp = (error: Error) =>
      settle(() => {
        thread = null;
        // An error that comes after this is nobody's any more.
        worker.on('error', () => undefined);
        void worker.terminate();
        reject(error);
      });
    worker.on('message', onAnswer).on('error', onEnd).on('exit', onEnd);
    worker.postMessage(asked);
  });
}

export async function makeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const answer = await ask({ kind: 'docx', document });
  if (!('bytes' in answer)) throw new Error('failed' in answer ? answer.failed : 'No file came back.');
  return answer.bytes;
}

/** What the library's check finds in the very file that would be made. */
export async function checkFile(document: OfficialDocument): Promise<readonly Finding[]> {
  const answer = await ask({ kind: 'check', document });
  if (!('findings' in answer)) throw new Error('failed' in answer ? answer.failed : 'No findings came back.');
  return answer.findings;
}

/** What cannot be printed is said in the reader’s language. */
export async function makePdf(document: OfficialDocument, locale: Locale): Promise<Uint8Array> {
  pdf ??= createPdfWriter();
  try {
    return await pdf.write(document);
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    const why = error.problems.map(({ code, values }) => say(code, values ?? {}, locale)).join(' ');
    throw new Invalid('outgoing-unprintable', { why });
  }
}
