// Files in and out: the upload as a stream, the original as it came, progress as server-sent events.
import { Readable as NodeReadable } from 'node:stream';
import { streamSSE } from 'hono/streaming';
import { z } from '@hono/zod-openapi';
import { actingUnit } from '../access/actor.ts';
import { actorIn, streamed } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { Invalid, NotFound } from '../errors.ts';
import { json, newApi, problems, type Api } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import type { Locale } from '../http/locale.ts';
import { problem } from '../http/problem.ts';
import { idParam } from '../http/schema.ts';
import { isKept, readKept } from './files.ts';
import { named, refusal, summary } from './present.ts';
import { documentById, refusalOf } from './queries.ts';
import { mustKnow, mustRead } from './rights.ts';
import * as schema from './schema.ts';
import { takeFiles } from './take-files.ts';

const tags = ['documents'];

const uploadRoute = {
  access: 'document.upload',
  method: 'post',
  path: '/',
  tags,
  summary: 'Upload files; each gets its own answer',
  request: {
    query: z.object({
      unitId: z
        .string()
        .optional()
        .openapi({ description: 'In whose name; without it the first unit for which you may' }),
    }),
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
} as const;

const fileRoute = {
  access: 'document.read',
  method: 'get',
  path: '/{id}/file',
  tags,
  summary: 'The original as it came; ?inline shows it in place where browsers safely can',
  request: { params: idParam, query: z.object({ inline: z.string().optional() }) },
  responses: {
    200: {
      description: 'The file',
      content: { '*/*': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problems(404),
  },
} as const;

const eventsRoute = {
  access: 'document.read',
  method: 'get',
  path: '/{id}/events',
  tags,
  summary: 'Its state now and at each change, as server-sent events, until it has been read',
  request: { params: idParam },
  responses: {
    200: { description: 'Events', content: { 'text/event-stream': { schema: schema.documentEvent } } },
    ...problems(404),
  },
} as const;

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
  streamed(api, uploadRoute, async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!/^multipart\/form-data\s*;.*boundary="?[^\s";]/i.test(type) || !c.req.raw.body)
      throw new Invalid('not-multipart');
    const actor = actorIn(c);
    const wanted = c.req.query('unitId');
    const ownerId = actingUnit(actor, 'document.upload', wanted === undefined ? null : Number(wanted));
    const source = NodeReadable.fromWeb(c.req.raw.body);
    const { files, whole } = await takeFiles(deps, {
      source,
      type,
      locale: c.get('locale'),
      actor,
      ownerId,
    });
    if (files.length === 0) throw new Invalid(whole ? 'no-files' : 'not-multipart');
    return c.json({ files }, 201);
  });
  streamed(api, fileRoute, async (c) => {
    const { id } = idParam.parse({ id: c.req.param('id') });
    const row = await mustRead(deps.db, actorIn(c), id);
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
  streamed(api, eventsRoute, async (c) => {
    const { id } = idParam.parse({ id: c.req.param('id') });
    await mustKnow(deps.db, actorIn(c), id);
    return follow(deps, c, id);
  });
  return api;
}

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
  const gone = await refusalOf(db, id);
  const said = gone
    ? refusal('', locale)
    : problem({ status: 404, code: 'no-document', values: { id }, locale });
  return { id, status: gone ? 'refused' : 'failed', progress: null, problem: said };
}
