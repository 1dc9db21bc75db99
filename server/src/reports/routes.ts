// The API of reports.
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import type { Action } from '../access/policy.ts';
import type { Deps } from '../deps.ts';
import { body, json, newApi, problems, stale, type Api, type Env } from '../http/api.ts';
import { idIn, idParam } from '../http/schema.ts';
import { detail } from './detail.ts';
import { addEvidence, removeEvidence } from './evidence.ts';
import { derive, fill } from './fill.ts';
import { behindRoutes } from './behind-routes.ts';
import { list } from './list.ts';
import { handOver, giveBackWithin, takeBack } from './handing.ts';
import * as input from './input-schema.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';

const tags = ['reports'];
const params = idParam;
const theReport = { 200: json(schema.report, 'The report') };

const listRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Reports that the reader may see: what is owed, what waits for a decision, who has reported',
  request: { query: schema.reportQuery },
  responses: { 200: json(schema.reportList, 'A page of reports'), ...problems(400, 401, 403) },
});

const getRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary:
    'A report: figures beside what the records say, texts, evidence, and what the reader may do with it',
  request: { params },
  responses: { ...theReport, ...problems(401, 403, 404) },
});

const fillRoute = route({
  access: 'report.fill',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change figures and texts; each names the version it was seen in, all are kept or none',
  request: { params, body: body(input.reportChange) },
  responses: { ...theReport, ...problems(400, 401, 403, 404, 422), ...stale(schema.report) },
});

const step = <P extends string, S extends z.ZodType>(
  name: P,
  { access, summary, of }: { readonly access: Action; readonly summary: string; readonly of: S },
) =>
  route({
    access,
    method: 'post',
    path: `/{id}/${name}` as `/{id}/${P}`,
    tags,
    summary,
    request: { params, body: body(of) },
    responses: { ...theReport, ...problems(400, 401, 403, 404, 422), ...stale(schema.report) },
  });

const plain = input.reportStep;
const steps = {
  derive: step('derive', { access: 'report.fill', of: plain, summary: 'Read the records again' }),
  hand: step('hand', {
    access: 'report.hand',
    of: plain,
    summary: 'Hand it, filled, to the leaders of the unit, who send it; `reason` is a note to them',
  }),
  takeBack: step('take-back', {
    access: 'report.hand',
    of: plain,
    summary: 'Take back from the leaders what they have not sent yet',
  }),
  giveBack: step('give-back', {
    access: 'report.submit',
    of: input.reportReturn,
    summary: 'Give what was handed over back to who works on it, with reasons tied to sections',
  }),
  submit: step('submit', { access: 'report.submit', of: plain, summary: 'Sign off and send' }),
  withdraw: step('withdraw', { access: 'report.submit', of: plain, summary: 'Take back what was sent' }),
  accept: step('accept', { access: 'report.judge', of: plain, summary: 'Accept: it counts above' }),
  approve: step('approve', { access: 'report.approve', of: plain, summary: 'Approve' }),
  lock: step('lock', {
    access: 'report.lock',
    of: plain,
    summary: 'Lock, with all approved reports below it',
  }),
  reopen: step('reopen', { access: 'report.lock', of: plain, summary: 'Open again for a correction' }),
  return: step('return', {
    access: 'report.judge',
    of: input.reportReturn,
    summary: 'Send back, with reasons tied to sections',
  }),
  excuse: step('excuse', {
    access: 'report.judge',
    of: input.reportExcuse,
    summary: 'Excuse a unit from reporting; null: it is to report again',
  }),
  extend: step('extend', {
    access: 'report.judge',
    of: input.reportExtend,
    summary: 'Set another deadline',
  }),
};

const levelRoute = route({
  access: 'report.approve-level',
  method: 'post',
  path: '/{id}/approve-level',
  tags,
  summary: 'Approve all reports directly below, once all are accepted or excused',
  request: { params, body: body(input.reportStep) },
  responses: {
    200: json(schema.levelDone, 'How many'),
    ...problems(400, 401, 403, 404),
    ...stale(schema.report),
  },
});

const addEvidenceRoute = route({
  access: 'report.fill',
  method: 'post',
  path: '/{id}/evidence',
  tags,
  summary: 'Add a piece of evidence',
  request: { params, body: body(input.evidenceInput) },
  responses: {
    201: json(schema.report, 'The report'),
    ...problems(400, 401, 403, 404, 422),
    ...stale(schema.report),
  },
});

const removeEvidenceRoute = route({
  access: 'report.fill',
  method: 'delete',
  path: '/{id}/evidence/{evidenceId}',
  tags,
  summary: 'Take a piece of evidence away',
  request: {
    params: idParam.extend({ evidenceId: idIn }),
  },
  responses: { ...theReport, ...problems(401, 403, 404), ...stale(schema.report) },
});

export function reportRoutes(deps: Deps): Api {
  const api = newApi();
  const asked = (c: Context<Env>, id: number) => ({ actor: actorIn(c), locale: c.get('locale'), id });
  api.openapi(listRoute, async (c) => c.json(await list(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(getRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await detail(deps, asked(c, id), id), 200);
  });
  api.openapi(fillRoute, async (c) =>
    c.json(await fill(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );
  const { derive: again, hand, takeBack: takesBack, submit, withdraw, accept, approve, lock, reopen } = steps;
  for (const [each, does] of [
    [again, derive],
    [hand, handOver],
    [takesBack, takeBack],
    [submit, service.submit],
    [withdraw, service.withdraw],
    [accept, service.accept],
    [approve, service.approve],
    [lock, service.lock],
    [reopen, service.reopen],
  ] as const) {
    api.openapi(each, async (c) =>
      c.json(await does(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
    );
  }
  api.openapi(steps.giveBack, async (c) =>
    c.json(await giveBackWithin(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );
  api.openapi(steps.return, async (c) =>
    c.json(await service.giveBack(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );
  api.openapi(steps.excuse, async (c) =>
    c.json(await service.excuse(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );
  api.openapi(steps.extend, async (c) =>
    c.json(await service.extend(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );
  api.openapi(levelRoute, async (c) =>
    c.json(await service.approveLevel(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 200),
  );
  api.openapi(addEvidenceRoute, async (c) =>
    c.json(await addEvidence(deps, asked(c, c.req.valid('param').id), c.req.valid('json')), 201),
  );
  api.openapi(removeEvidenceRoute, async (c) => {
    const { id, evidenceId } = c.req.valid('param');
    return c.json(await removeEvidence(deps, asked(c, id), evidenceId), 200);
  });
  behindRoutes(api, deps);
  return api;
}
