// A file that somebody put in, sent back: a picture is shown, everything else is downloaded; nothing of it runs.
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Env } from './api.ts';
import { attachment } from './disposition.ts';

interface Stored {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly content: () => Readable;
}

const shown = /^image\//;

export function answerFile(c: Context<Env>, file: Stored): Response {
  const inline = shown.test(file.mediaType);
  const content = Readable.toWeb(file.content()) as unknown as globalThis.ReadableStream;
  return c.body(content, 200, {
    'content-type': inline ? file.mediaType : 'application/octet-stream',
    'content-length': String(file.size),
    'content-disposition': attachment(file.name, inline),
    'cache-control': 'private, max-age=0, must-revalidate',
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
