// Evidence in and out: files as streams, links and records, the files back to those who may read the duty.
import { Readable as NodeReadable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route, streamed } from '../access/route.ts';
import { today } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../errors.ts';
import { body, json, newApi, problems, type Api, type Env } from '../http/api.ts';
import { answerFile } from '../http/stored-file.ts';
import { problem, problemResponse } from '../http/problem.ts';
import { idIn, idParam } from '../http/schema.ts';
import { detailOf } from './detail.ts';
import { eachFile } from './evidence-form.ts';
import { addFile, addLink, removeEvidence, requireMayProve, storedFile } from './evidence.ts';
import * as schema from './schema.ts';
import * as evidenceSchema from './evidence-schema.ts';

const tags = ['duties'];
const params = idParam.extend({
  evidenceId: idIn.openapi({ param: { name: 'evidenceId', in: 'path' }, example: 7 }),
});

const uploadRoute = {
  method: 'post',
  path: '/{id}/evidence',
  access: 'duty.report',
  tags,
  summary: 'Add files as evidence',
  description:
    'Each file is taken or refused by itself; if none is taken, the answer is the first one’s problem. What cameras write into pictures and films (place, time, device) is removed. A field `output` in front of the files says which of the task’s outputs they prove.',
  request: {
    params: idParam,
    body: {
      required: true,
      content: {
        'multipart/form-data; boundary=…': {
          schema: z.object({
            output: z.string().optional(),
            files: z.array(z.any()).openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
          }),
        },
      },
    },
  },
  responses: {
    201: json(evidenceSchema.evidenceResult, 'What became of each file, in their order'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
} as const;

const linkRoute = route({
  method: 'post',
  path: '/{id}/evidence/links',
  access: 'duty.report',
  tags,
  summary: 'Add a link, or a record of the product (its number, title, date of broadcast …)',
  request: { params: idParam, body: body(evidenceSchema.linkEvidence) },
  responses: {
    201: json(schema.dutyDetail, 'The duty'),
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

const removeRoute = route({
  method: 'delete',
  path: '/{id}/evidence/{evidenceId}',
  access: 'duty.report',
  tags,
  summary: 'Take evidence away; the history says that it was there',
  request: { params },
  responses: { 200: json(schema.dutyDetail, 'The duty'), ...problems(401, 403, 404, 409) },
});

const fileRoute = {
  method: 'get',
  path: '/{id}/evidence/{evidenceId}/file',
  access: 'duty.read',
  tags,
  summary: 'The file: pictures to be shown in place, everything else to be downloaded',
  request: { params },
  responses: {
    200: {
      description: 'The file',
      content: { '*/*': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problems(401, 403, 404),
  },
} as const;

const output = z.coerce.number().int().min(0).max(1000);

export function evidenceRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(linkRoute, async (c) => {
    const { id: dutyId } = c.req.valid('param');
    const link = c.req.valid('json');
    const actor = actorIn(c);
    if (link.kind === 'link' && link.url === undefined) throw new Invalid('link-needs-address');
    await addLink(deps, { actor, dutyId, output: link.output }, link);
    return c.json(await detailOf(deps.db, { actor, day: today(deps.clock) }, dutyId), 201);
  });
  api.openapi(removeRoute, async (c) => {
    const { id: dutyId, evidenceId } = c.req.valid('param');
    const actor = actorIn(c);
    await removeEvidence(deps, { actor, dutyId, output: null }, evidenceId);
    return c.json(await detailOf(deps.db, { actor, day: today(deps.clock) }, dutyId), 200);
  });
  streamed(api, fileRoute, (c) => {
    const { id, evidenceId } = params.parse(c.req.param());
    return download(deps, c, id, evidenceId);
  });
  streamed(api, uploadRoute, (c) => upload(deps, c));
  return api;
}

async function upload(deps: Deps, c: Context<Env>): Promise<Response> {
  const { id: dutyId } = idParam.parse({ id: c.req.param('id') });
  const locale = c.get('locale');
  const actor = actorIn(c);
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary="?[^\s";]/i.test(type) || !c.req.raw.body) {
    throw new Invalid('not-multipart');
  }
  await requireMayProve(deps, { actor, dutyId, output: null });
  const source = NodeReadable.fromWeb(c.req.raw.body);
  const files = await eachFile({ source, type }, async (incoming, fields) => {
    const given = fields.get('output');
    const wanted = given === undefined || given === '' ? null : output.parse(given);
    const added = await addFile(deps, { actor, dutyId, output: wanted }, incoming);
    if (!('ok' in added)) return { name: incoming.name, ok: true as const, evidence: added };
    const { code, values } = added;
    const said = problem({ status: code === 'too-large' ? 413 : 422, code, values, locale });
    return { name: incoming.name, ok: false as const, problem: said };
  });
  const [first] = files;
  if (!first) throw new Invalid('no-files');
  if (files.every(({ ok }) => !ok) && !first.ok) return problemResponse(first.problem);
  return c.json({ files }, 201);
}

async function download(deps: Deps, c: Context<Env>, dutyId: number, id: number): Promise<Response> {
  return answerFile(c, await storedFile(deps, { actor: actorIn(c), dutyId }, id));
}
