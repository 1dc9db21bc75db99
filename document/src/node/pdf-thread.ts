// A thread of its own for printing: an annex of two hundred pages takes seconds that the server needs.
import { parentPort } from 'node:worker_threads';
import type { Answer, Request } from './pdf.ts';
import { print } from './pdf-typst.ts';

parentPort?.on('message', (request: Request) => {
  parentPort?.postMessage(answer(request));
});

function answer({ document, printing }: Request): Answer {
  try {
    return print(document, printing);
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
