// The API of outgoing documents (văn bản đi).
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import type { Action } from '../access/policy.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api, type Env } from '../http/api.ts';
import { attachment } from '../http/disposition.ts';
import { idParam } from '../http/schema.ts';
import { check, submit } from './check.ts';
import { create } from './create.ts';
import { correct, replace } from './follow.ts';
import { download, issue } from './issue.ts';
import { list } from './list.ts';
import { cancelNumber, number } from './number.ts';
import { recall } from './recall.ts';
import * as schema from './schema.ts';
import { distribute, putDownReceipt, sendAgain, suggest } from './send.ts';
import * as service from './service.ts';
import { sign } from './sign.ts';
import { addComment, draft, settleComment, views } from './trace.ts';

const tags = ['outgoing'];
const params = idParam;
const theDocument = { 200: json(schema.outgoingDetail, 'The document') };
const changed = { ...theDocument, ...problems(400, 401, 403, 404, 422), ...stale(schema.outgoingDetail) };

const listRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Outgoing documents that the reader may see',
  request: { query: schema.outgoingListQuery },
  responses: { 200: json(schema.outgoingList, 'A page of documents'), ...problems(400, 401, 403) },
});

const createRoute = route({
  access: 'outgoing.draft',
  method: 'post',
  path: '/',
  tags,
  summary: 'Begin a draft: blank, of a plan, a report, a document read in, or another outgoing one',
  request: { body: body(schema.outgoingCreate) },
  responses: {
    201: json(schema.outgoingDetail, 'The new draft'),
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

const getRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A document with its trail; that it was looked at is written down',
  request: { params },
  responses: { ...theDocument, ...problems(401, 403, 404) },
});

const changeRoute = route({
  access: 'outgoing.draft',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change a draft; every version stays',
  request: { params, body: body(schema.outgoingChange) },
  responses: changed,
});

const removeRoute = route({
  access: 'outgoing.draft',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove a draft',
  request: { params, query: z.object({ version: z.coerce.number().int() }) },
  responses: {
    204: { description: 'Removed' },
    ...problems(400, 401, 403, 404),
    ...stale(schema.outgoingDetail),
  },
});

const checkRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/check',
  tags,
  summary: 'What is wrong in form, cell by cell, in the file that would be made',
  request: { params },
  responses: { 200: json(schema.formCheck, 'The findings'), ...problems(401, 403, 404) },
});

const viewsRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/views',
  tags,
  summary: 'Who looked at which draft, and when',
  request: { params },
  responses: { 200: json(schema.outgoingViews, 'Views'), ...problems(401, 403, 404) },
});

const draftRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/drafts/{no}',
  tags,
  summary: 'An earlier version of the draft',
  request: { params: schema.draftParams },
  responses: { 200: json(schema.outgoingDraft, 'The draft'), ...problems(400, 401, 403, 404) },
});

const suggestRoute = route({
  access: 'outgoing.read',
  method: 'get',
  path: '/{id}/suggestions',
  tags,
  summary: 'Whom “Kính gửi” and “Nơi nhận” name, and by which ways they can be sent to',
  request: { params },
  responses: { 200: json(schema.suggestions, 'Receivers'), ...problems(401, 403, 404) },
});

const commentRoute = route({
  access: 'outgoing.comment',
  method: 'post',
  path: '/{id}/comments',
  tags,
  summary: 'Remark on a draft, or on a part of it',
  request: { params, body: body(schema.commentInput) },
  responses: { 201: json(schema.outgoingDetail, 'The document'), ...problems(400, 401, 403, 404, 409, 422) },
});

const settleRoute = route({
  access: 'outgoing.comment',
  method: 'post',
  path: '/{id}/comments/{comment}/settle',
  tags,
  summary: 'A remark has been dealt with',
  request: { params: schema.commentParams },
  responses: { ...theDocument, ...problems(400, 401, 403, 404) },
});

const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

const fileRoute = (kind: keyof typeof fileTypes) =>
  route({
    access: 'outgoing.read',
    method: 'get',
    path: `/{id}/file.${kind}`,
    tags,
    summary: `The document as ${kind}: as it was issued, before that a preview`,
    request: { params },
    responses: {
      200: {
        description: 'The file',
        content: { [fileTypes[kind]]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...problems(401, 403, 404, 422),
    },
  });

const stepRoute = <T extends z.ZodType>(
  path: string,
  { access, summary, input }: { readonly access: Action; readonly summary: string; readonly input: T },
) =>
  route({
    access,
    method: 'post',
    path: `/{id}/${path}`,
    tags,
    summary,
    request: { params, body: body(input) },
    responses: changed,
  });

const submitRoute = stepRoute('submit', {
  access: 'outgoing.draft',
  summary: 'Submit to be signed, if nothing is wrong in form',
  input: schema.outgoingStep,
});
const withdrawRoute = stepRoute('withdraw', {
  access: 'outgoing.draft',
  summary: 'Take one’s own submission back',
  input: schema.outgoingStep,
});
const returnRoute = stepRoute('return', {
  access: 'outgoing.return',
  summary: 'Return with reasons',
  input: schema.outgoingReturn,
});
const signRoute = stepRoute('sign', {
  access: 'outgoing.sign',
  summary: 'Sign off, with a picture of the signature or without',
  input: schema.outgoingSign,
});
const numberRoute = stepRoute('number', {
  access: 'outgoing.issue',
  summary: 'Give it the next number of its series, or a reserved one',
  input: schema.outgoingNumber,
});
const cancelNumberRoute = stepRoute('cancel-number', {
  access: 'outgoing.issue',
  summary: 'Cancel its number with a reason; the number is never given again',
  input: schema.outgoingReturn,
});
const issueRoute = stepRoute('issue', {
  access: 'outgoing.issue',
  summary: 'Issue: the content is frozen, its files are made once',
  input: schema.outgoingStep,
});
const sendRoute = stepRoute('receivers', {
  access: 'outgoing.issue',
  summary: 'Send it: within the house, by e-mail, as a package of edXML, on paper',
  input: schema.outgoingSend,
});
const recallRoute = stepRoute('recall', {
  access: 'outgoing.recall',
  summary: 'Recall it from everybody whom it was sent to',
  input: schema.outgoingReturn,
});

const followRoute = (path: 'correct' | 'replace', summary: string) =>
  route({
    access: 'outgoing.draft',
    method: 'post',
    path: `/{id}/${path}`,
    tags,
    summary,
    request: { params, body: body(schema.outgoingReturn) },
    responses: {
      201: json(schema.outgoingDetail, 'The new draft, tied to this document'),
      ...problems(400, 401, 403, 404, 422),
      ...stale(schema.outgoingDetail),
    },
  });
const correctRoute = followRoute('correct', 'Begin a letter that corrects errors of form');
const replaceRoute = followRoute('replace', 'Begin a document of the same type that takes its place');

const againRoute = route({
  access: 'outgoing.issue',
  method: 'post',
  path: '/{id}/receivers/{receiver}/again',
  tags,
  summary: 'Try once more to send it to a receiver',
  request: { params: schema.receiverParams },
  responses: { ...theDocument, ...problems(400, 401, 403, 404, 409) },
});

const receiptRoute = route({
  access: 'outgoing.issue',
  method: 'patch',
  path: '/{id}/receivers/{receiver}',
  tags,
  summary: 'Who took a paper, and when',
  request: { params: schema.receiverParams, body: body(schema.receiverEdit) },
  responses: { ...theDocument, ...problems(400, 401, 403, 404, 409, 422) },
});

export function outgoingRoutes(deps: Deps): Api {
  const api = newApi();
  const asked = (c: Context<Env>, id: number) => ({ actor: actorIn(c), id });
  api.openapi(listRoute, async (c) => c.json(await list(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) => {
    const id = await create(deps, actorIn(c), c.req.valid('json'));
    return c.json(await service.one(deps, asked(c, id)), 201);
  });
  api.openapi(getRoute, async (c) =>
    c.json(await service.look(deps, asked(c, c.req.valid('param').id)), 200),
  );
  api.openapi(removeRoute, async (c) => {
    await service.remove(deps, asked(c, c.req.valid('param').id), c.req.valid('query').version);
    return c.body(null, 204);
  });
  api.openapi(checkRoute, async (c) =>
    c.json(await check(deps, asked(c, c.req.valid('param').id), c.get('locale')), 200),
  );
  api.openapi(viewsRoute, async (c) => c.json(await views(deps, asked(c, c.req.valid('param').id)), 200));
  api.openapi(draftRoute, async (c) => {
    const { id, no } = c.req.valid('param');
    return c.json(await draft(deps, asked(c, id), no), 200);
  });
  api.openapi(suggestRoute, async (c) => c.json(await suggest(deps, asked(c, c.req.valid('param').id)), 200));
  for (const kind of ['docx', 'pdf'] as const) {
    api.openapi(fileRoute(kind), (c) => sent(deps, c, c.req.valid('param').id, kind) as never);
  }
  comments(deps, api);
  steps(deps, api);
  receivers(deps, api);
  return api;
}

async function sent(deps: Deps, c: Context<Env>, id: number, kind: 'docx' | 'pdf'): Promise<Response> {
  const { bytes, name } = await download(deps, { actor: actorIn(c), id }, kind);
  c.header('content-type', fileTypes[kind]);
  c.header('content-disposition', attachment(name, kind === 'pdf'));
  c.header('cache-control', 'no-store');
  return c.body(new Uint8Array(bytes));
}

function comments(deps: Deps, api: Api): void {
  api.openapi(commentRoute, async (c) => {
    const asked = { actor: actorIn(c), id: c.req.valid('param').id };
    await addComment(deps, asked, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 201);
  });
  api.openapi(settleRoute, async (c) => {
    const { id, comment } = c.req.valid('param');
    const asked = { actor: actorIn(c), id };
    await settleComment(deps, asked, comment);
    return c.json(await service.one(deps, asked), 200);
  });
}

function steps(deps: Deps, api: Api): void {
  const askedOf = (c: Context<Env>, id: number): service.Asked => ({ actor: actorIn(c), id });
  const answer = async (c: Context<Env>, id: number) => service.one(deps, askedOf(c, id));
  api.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    await service.change(deps, askedOf(c, id), c.req.valid('json'));
    return c.json(await answer(c, id), 200);
  });
  api.openapi(submitRoute, async (c) => {
    const { id } = c.req.valid('param');
    await submit(deps, askedOf(c, id), { wanted: c.req.valid('json'), locale: c.get('locale') });
    return c.json(await answer(c, id), 200);
  });
  api.openapi(withdrawRoute, async (c) => {
    const { id } = c.req.valid('param');
    await service.withdraw(deps, askedOf(c, id), c.req.valid('json'));
    return c.json(await answer(c, id), 200);
  });
  for (const [config, step] of [
    [returnRoute, service.giveBack],
    [cancelNumberRoute, cancelNumber],
    [recallRoute, recall],
  ] as const) {
    api.openapi(config, async (c) => {
      const { id } = c.req.valid('param');
      await step(deps, askedOf(c, id), c.req.valid('json'));
      return c.json(await answer(c, id), 200);
    });
  }
  api.openapi(signRoute, async (c) => {
    const { id } = c.req.valid('param');
    await sign(deps, askedOf(c, id), c.req.valid('json'));
    return c.json(await answer(c, id), 200);
  });
  api.openapi(numberRoute, async (c) => {
    const { id } = c.req.valid('param');
    await number(deps, askedOf(c, id), c.req.valid('json'));
    return c.json(await answer(c, id), 200);
  });
  api.openapi(issueRoute, async (c) => {
    const { id } = c.req.valid('param');
    await issue(deps, askedOf(c, id), c.req.valid('json'));
    return c.json(await answer(c, id), 200);
  });
  for (const [config, step] of [
    [correctRoute, correct],
    [replaceRoute, replace],
  ] as const) {
    api.openapi(config, async (c) => {
      const made = await step(deps, askedOf(c, c.req.valid('param').id), c.req.valid('json'));
      return c.json(await answer(c, made), 201);
    });
  }
}

function receivers(deps: Deps, api: Api): void {
  api.openapi(sendRoute, async (c) => {
    const asked = { actor: actorIn(c), id: c.req.valid('param').id };
    await distribute(deps, asked, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 200);
  });
  api.openapi(againRoute, async (c) => {
    const { id, receiver } = c.req.valid('param');
    const asked = { actor: actorIn(c), id };
    await sendAgain(deps, { ...asked, receiverId: receiver });
    return c.json(await service.one(deps, asked), 200);
  });
  api.openapi(receiptRoute, async (c) => {
    const { id, receiver } = c.req.valid('param');
    const asked = { actor: actorIn(c), id };
    await putDownReceipt(deps, { ...asked, receiverId: receiver }, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 200);
  });
}
