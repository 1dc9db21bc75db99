// Files in and out: the upload as a stream, the original as it came, progress as server-sent events.
import type { Readable } from 'node:stream';
import { Readable as NodeReadable } from 'node:stream';
import busboy from 'busboy';
import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { ReadableStream } from 'node:stream/web';
import { z } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { Invalid, NotFound } from '../errors.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import type { Locale } from '../http/locale.ts';
import { problem, type Problem } from '../http/problem.ts';
import { idParam } from '../http/schema.ts';
import { isKept, readKept } from './files.ts';
import { named, reference, refusal, summary } from './present.ts';
import { documentById, wasRefused } from './queries.ts';
import { largestFile, plainName, receive } from './receive.ts';
import * as schema from './schema.ts';

type UploadResult = z.infer<typeof schema.uploadResult>;
type FileResult = UploadResult['files'][number];

const mostFiles = 30;
const tags = ['documents'];

const uploadRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Upload files; each gets its own answer',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data; boundary=…': {
          schema: z.object({
            files: z.array(z.any()).openapi({
              type: 'array',
              items: {
                type: 'string',
                format: 'binary',
              },
            }),
          }),
        },
      },
    },
  },
  responses: {
    201: json(schema.uploadResult, 'What became of each file, in their order'),
    ...problems(415, 422),
  },
});

/** Media types that browsers may show in place; all others are downloaded, since a file may hold scripts. */
const shown: Readonly<Record<string, string>> = { pdf: 'application/pdf' };
const images: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

export function fileRoutes(deps: Deps): Api {
  const api = newApi();
  api.openAPIRegistry.registerPath(uploadRoute);
  api.post('/', async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!/^multipart\/form-data\s*;.*boundary=/i.test(type) || !c.req.raw.body)
      throw new Invalid('not-multipart');
    const source = NodeReadable.fromWeb(c.req.raw.body as ReadableStream);
    const files = await takeFiles(deps, { source, type, locale: c.get('locale') });
    if (files.length === 0) throw new Invalid('no-files');
    return c.json({ files }, 201);
  });
  api.get('/:id/file', async (c) => {
    const { id } = idParam.parse({ id: c.req.param('id') });
    const row = await documentById(deps.db, id);
    if (!row) throw new NotFound('no-document', { id });
    if (!row.sha256 || row.waiting || !(await isKept(deps.files, row.sha256)))
      throw new NotFound('no-file', { id });
    const name = row.fileName ?? '';
    const type = shown[row.format ?? ''] ?? images[name.split('.').at(-1)?.toLowerCase() ?? ''];
    const inline = c.req.query('inline') !== undefined && type !== undefined;
    const body = NodeReadable.toWeb(readKept(deps.files, row.sha256)) as unknown as globalThis.ReadableStream;
    return c.body(body, 200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': String(row.size),
      'content-disposition': attachment(name, inline),
      'cache-control': 'private, max-age=0, must-revalidate',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
  });
  api.get('/:id/events', (c) => {
    const { id } = idParam.parse({ id: c.req.param('id') });
    return follow(deps, c, id);
  });
  return api;
}

interface Upload {
  readonly source: Readable;
  readonly type: string;
  readonly locale: Locale;
}

/** One file after the other: busboy hands out the next when the last has been read to its end. */
async function takeFiles(deps: Deps, { source, type, locale }: Upload): Promise<FileResult[]> {
  const parser = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fileSize: largestFile, fields: 100, fieldSize: 10_000, parts: 1000 },
  });
  const results: Promise<FileResult>[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on('file', (_field, content: Readable & { truncated?: boolean }, { filename }) => {
      const name = plainName(filename ?? '');
      // It may break before anybody reads it; whoever reads it then learns of it.
      content.on('error', () => undefined);
      if (results.length >= mostFiles) {
        content.resume();
        results.push(
          Promise.resolve(
            refused(name, problemOf('too-many-files', { file: name, limit: mostFiles }, locale)),
          ),
        );
        return;
      }
      const result = takeOne(deps, { name, content }, locale);
      results.push(result);
    });
    parser.once('close', resolve);
    // A broken form errs more than once: all of them need somebody who listens.
    parser.on('error', reject);
    source.on('error', reject);
    source.pipe(parser);
  }).catch((error: Error) => deps.log('info', 'An upload was cut short', { error: error.message }));
  return Promise.all(results);
}

interface OneFile {
  readonly name: string;
  readonly content: Readable & { truncated?: boolean };
}

async function takeOne(deps: Deps, { name, content }: OneFile, locale: Locale): Promise<FileResult> {
  try {
    const received = await receive(deps, { name, content, tooLarge: () => content.truncated === true });
    if (received.ok) return { name, ok: true, id: received.id, status: 'reading' };
    const said = problemOf(received.code, { file: name, limit: largestFile / 2 ** 20 }, locale);
    return { ...refused(name, said), ...(received.first ? { duplicateOf: reference(received.first) } : {}) };
  } catch (error) {
    content.resume();
    deps.log('error', 'A file was not taken in', { error: (error as Error).message });
    return refused(name, problemOf('upload-cut-short', { file: name }, locale));
  }
}

const problemOf = (
  code: string,
  values: Readonly<Record<string, string | number>>,
  locale: Locale,
): Problem =>
  problem({
    status: code === 'too-large' ? 413 : code === 'duplicate-file' ? 409 : 422,
    code,
    values,
    locale,
  });

const refused = (name: string, said: Problem) => ({ name, ok: false as const, problem: said });

/** Sends the state now and at each change, until the file has been read. */
function follow(deps: Deps, c: Parameters<typeof streamSSE>[0], id: number) {
  const locale = c.get('locale') as Locale;
  return streamSSE(c, async (stream) => {
    let wake: () => void = () => undefined;
    let changed = false;
    const stop = deps.events.watch(id, () => {
      changed = true;
      wake();
    });
    stream.onAbort(() => wake());
    try {
      for (let done = false; !done && !stream.aborted;) {
        changed = false;
        const event = await stateNow(deps, id, locale);
        done = event.status !== 'reading';
        await stream.writeSSE({ event: done ? 'done' : 'progress', data: JSON.stringify(event) });
        if (done || changed) continue;
        // Looks again from time to time, and keeps proxies from closing a silent connection.
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 15_000);
          wake = () => (clearTimeout(timer), resolve());
          if (changed) wake();
        });
      }
    } finally {
      stop();
    }
  });
}

async function stateNow(
  { db, files }: Deps,
  id: number,
  locale: Locale,
): Promise<z.infer<typeof schema.documentEvent>> {
  const row = await documentById(db, id);
  if (row) {
    const { status, progress, problem: said } = summary(await named(files, row), locale);
    return { id, status, progress, problem: said };
  }
  const gone = await wasRefused(db, id);
  const said = gone
    ? refusal('', locale)
    : problem({ status: 404, code: 'no-document', values: { id }, locale });
  return { id, status: gone ? 'refused' : 'failed', progress: null, problem: said };
}
