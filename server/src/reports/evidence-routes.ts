// The API of what proves a report: links and records as they are named, files as streams, in and out.
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route, streamed } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { eachFile } from '../duties/evidence-form.ts';
import { Invalid } from '../errors.ts';
import { body, json, problems, stale, type Api, type Env } from '../http/api.ts';
import { problem, problemResponse } from '../http/problem.ts';
import { idIn, idParam } from '../http/schema.ts';
import { answerFile } from '../http/stored-file.ts';
import { detail } from './detail.ts';
import { addEvidence, removeEvidence } from './evidence.ts';
import { addFile, reportFile, requireMayProve } from './evidence-file.ts';
import * as input from './input-schema.ts';
import * as schema from './schema.ts';

const tags = ['reports'];
const params = idParam.extend({ evidenceId: idIn });

const addRoute = route({
  access: 'report.fill',
  method: 'post',
  path: '/{id}/evidence',
  tags,
  summary: 'Add a piece of evidence',
  request: { params: idParam, body: body(input.evidenceInput) },
  responses: {
    201: json(schema.report, 'The report'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.report),
  },
});

const removeRoute = route({
  access: 'report.fill',
  method: 'delete',
  path: '/{id}/evidence/{evidenceId}',
  tags,
  summary: 'Take a piece of evidence away; the bytes of a file go',
  request: { params },
  responses: {
    200: json(schema.report, 'The report'),
    ...problems(401, 403, 404),
    ...stale(schema.report),
  },
});

const uploadRoute = {
  access: 'report.fill',
  method: 'post',
  path: '/{id}/evidence/files',
  tags,
  summary: 'Add files as evidence of a section or a figure',
  description:
    'Each file is taken or refused by itself; if none is taken, the answer is the first one’s problem. Fields `sectionId`, `indicatorId` and `cell` in front of the files say what they prove. What cameras write into pictures and films is removed; a file that bears a mark of secrecy is destroyed.',
  request: {
    params: idParam,
    body: {
      required: true,
      content: {
        'multipart/form-data; boundary=…': {
          schema: z.object({
            sectionId: z.string().optional(),
            indicatorId: z.string().optional(),
            cell: z.string().optional(),
            files: z.array(z.any()).openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
          }),
        },
      },
    },
  },
  responses: {
    201: json(schema.evidenceFiles, 'What became of each file, in their order'),
    ...problems(401, 403, 404, 413, 415, 422),
    ...stale(schema.report),
  },
} as const;

const fileRoute = {
  access: 'report.read',
  method: 'get',
  path: '/{id}/evidence/{evidenceId}/file',
  tags,
  summary: 'A file of evidence: pictures to be shown in place, everything else to be downloaded',
  request: { params },
  responses: {
    200: {
      description: 'The file',
      content: { '*/*': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problems(401, 403, 404),
  },
} as const;

export function evidenceRoutes(api: Api, deps: Deps): void {
  const asked = (c: Context<Env>, id: number) => ({ actor: actorIn(c), locale: c.get('locale'), id });
  api.openapi(addRoute, async (c) =>
    c.json(await addEvidence(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 201),
  );
  api.openapi(removeRoute, async (c) => {
    const { id, evidenceId } = c.req.valid('param');
    return c.json(await removeEvidence(deps, asked(c, id), evidenceId), 200);
  });
  streamed(api, fileRoute, async (c) => {
    const { id: reportId, evidenceId: id } = params.parse(c.req.param());
    return answerFile(c, await reportFile(deps, actorIn(c), { reportId, id }));
  });
  streamed(api, uploadRoute, (c) => upload(deps, c));
}

function placeIn(fields: ReadonlyMap<string, string>) {
  const given = ['sectionId', 'indicatorId', 'cell'].flatMap((name) => {
    const value = fields.get(name);
    return value ? [[name, value] as const] : [];
  });
  const read = input.evidencePlace.safeParse(Object.fromEntries(given));
  if (!read.success) throw new Invalid('evidence-place');
  return read.data;
}

async function upload(deps: Deps, c: Context<Env>): Promise<Response> {
  const { id } = idParam.parse({ id: c.req.param('id') });
  const locale = c.get('locale');
  const asked = { actor: actorIn(c), locale, id };
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary="?[^\s";]/i.test(type) || !c.req.raw.body)
    throw new Invalid('not-multipart');
  await requireMayProve(deps, asked);
  const source = Readable.fromWeb(c.req.raw.body);
  const files = await eachFile({ source, type }, async (incoming, fields) => {
    const { name } = incoming;
    const refused = await addFile(deps, asked, { place: placeIn(fields), incoming });
    if (!refused) return { name, ok: true as const };
    const { code, values } = refused;
    const said = problem({ status: code === 'too-large' ? 413 : 422, code, values, locale });
    return { name, ok: false as const, problem: said };
  });
  const [first] = files;
  if (!first) throw new Invalid('no-files');
  if (files.every(({ ok }) => !ok) && !first.ok) return problemResponse(first.problem);
  return c.json({ files, report: await detail(deps, asked, id) }, 201);
}
