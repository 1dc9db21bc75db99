// A thread of its own for recognition: rendering, cleaning and reading a page take seconds that the server needs.
import { parentPort } from 'node:worker_threads';
import { recognisePage } from '../read/ocr-page.ts';
import { openPictures } from './render.ts';
import type { Pictures } from './render.ts';
import { startEngine } from './tesseract.ts';
import type { Engine } from './tesseract.ts';

export type Request =
  | {
      readonly id: number;
      readonly kind: 'open';
      readonly file: number;
      readonly format: 'pdf' | 'image';
      readonly bytes: Uint8Array;
    }
  | { readonly id: number; readonly kind: 'recognise'; readonly file: number; readonly page: number }
  | { readonly id: number; readonly kind: 'close'; readonly file: number }
  | { readonly id: number; readonly kind: 'end' };

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly reason: string };

const files = new Map<number, Pictures>();
let engine: Promise<Engine> | undefined;

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'open': {
      const pictures = await openPictures(request.format, request.bytes);
      files.set(request.file, pictures);
      return pictures.pages;
    }
    case 'recognise': {
      const picture = await files.get(request.file)!.picture(request.page);
      const { see } = await (engine ??= startEngine());
      return recognisePage(picture, picture.dpi, request.page, see);
    }
    case 'close':
      await files.get(request.file)?.close();
      files.delete(request.file);
      return null;
    case 'end':
      await (await engine)?.close();
      return null;
  }
}

// One request at a time: the engine reads one page at a time anyway.
let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: Request) => {
  queue = queue.then(async () => {
    const reply: Answer = await answer(request).then(
      (value) => ({ id: request.id, ok: true as const, value }),
      (error: unknown) => ({
        id: request.id,
        ok: false as const,
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
    parentPort?.postMessage(reply);
  });
});
