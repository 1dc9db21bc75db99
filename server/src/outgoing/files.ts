// The one place where files are made of a document, on threads: a long annex takes seconds that the server needs.
import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '@nhipcau/document';
import { createPdfWriter, Unprintable, type PdfWriter } from '@nhipcau/document/node';
import { Invalid } from '../errors.ts';
import type { Answer, Asked, Finding } from './files-thread.ts';

/** What goes into the order, without its number. */
type Order = Omit<Asked, 'id'>;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>;
}

let pdf: PdfWriter | null = null;
let thread: Thread | null = null;
let asked = 0;

/** Begun with the first document; keeps no process alive. */
function theThread(): Thread {
  if (thread) return thread;
  const worker = new Worker(new URL('./files-thread.ts', import.meta.url));
  const waiting: Thread['waiting'] = new Map();
  const made = { worker, waiting };
  worker.unref();
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
  });
  const end = (error: Error) => {
    if (thread === made) thread = null;
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that makes files has ended.')));
  thread = made;
  return made;
}

function ask(order: Order): Promise<Answer> {
  const { worker, waiting } = theThread();
  asked += 1;
  const id = asked;
  worker.ref();
  return new Promise<Answer>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, ...order });
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

export async function makePdf(document: OfficialDocument): Promise<Uint8Array> {
  pdf ??= createPdfWriter();
  try {
    return await pdf.write(document);
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    throw new Invalid('outgoing-unprintable', { why: error.message });
  }
}
