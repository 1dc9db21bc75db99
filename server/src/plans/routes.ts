// The API of plans.
import { z } from '@hono/zod-openapi';
import { actorIn, askedIn, route } from '../access/route.ts';
import { answeredBy, stepsOf } from '../access/step.ts';
import type { Deps } from '../deps.ts';
import { body, conflict, json, newApi, problems, stale, type Api } from '../http/api.ts';
import { id, idParam } from '../http/schema.ts';
import { amend, dropAmendment } from './amend.ts';
import { close, openWork } from './closing.ts';
import { coverage } from './coverage.ts';
import { create } from './create.ts';
import { diff } from './diff.ts';
import { issue } from './issue.ts';
import { list } from './list.ts';
import { preview } from './preview.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';

const tags = ['plans'];
const params = idParam;
const thePlan = { 200: json(schema.planDetail, 'The plan') };

const listRoute = route({
  access: 'plan.read',
  method: 'get',
  path: '/',
  tags,
  summary: 'Plans that the reader may see',
  request: { query: schema.planListQuery },
  responses: { 200: json(schema.planList, 'A page of plans'), ...problems(400, 401, 403) },
});

const createRoute = route({
  access: 'plan.draft',
  method: 'post',
  path: '/',
  tags,
  summary: 'Begin a plan: blank, of an accepted document, of last period’s plan or of the superior’s',
  request: { body: body(schema.planCreate) },
  responses: {
    201: json(schema.planDetail, 'The new draft'),
    ...problems(400, 401, 403, 404, 422),
    ...conflict({ planId: id.optional() }),
  },
});

const getRoute = route({
  access: 'plan.read',
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'A plan with its editions, its history and what the reader may do with it',
  request: { params },
  responses: { ...thePlan, ...problems(401, 403, 404) },
});

const changeRoute = route({
  access: 'plan.draft',
  method: 'patch',
  path: '/{id}',
  tags,
  summary: 'Change a draft, or the amendment that is being drawn up',
  request: { params, body: body(schema.planChange) },
  responses: { ...thePlan, ...problems(400, 401, 403, 404, 422), ...stale(schema.planDetail) },
});

const removeRoute = route({
  access: 'plan.remove',
  method: 'delete',
  path: '/{id}',
  tags,
  summary: 'Remove a draft that was never issued',
  request: { params, query: z.object({ version: z.coerce.number().int() }) },
  responses: {
    204: { description: 'Removed' },
    ...problems(400, 401, 403, 404),
    ...stale(schema.planDetail),
  },
});

const previewRoute = route({
  access: 'plan.read',
  method: 'get',
  path: '/{id}/hand-down',
  tags,
  summary: 'What issuing would hand down to whom',
  request: { params, query: schema.handDownQuery },
  responses: { 200: json(schema.handDown, 'The preview'), ...problems(400, 401, 403, 404) },
});

const diffRoute = route({
  access: 'plan.read',
  method: 'get',
  path: '/{id}/diff',
  tags,
  summary: 'What two editions say differently; the amendment being drawn up counts as the next edition',
  request: { params, query: schema.planDiffQuery },
  responses: { 200: json(schema.planDiff, 'The differences'), ...problems(400, 401, 403, 404) },
});

const coverageRoute = route({
  access: 'plan.read',
  method: 'get',
  path: '/{id}/coverage',
  tags,
  summary: 'Who owes a plan of their own, and which tasks the plans below have taken up',
  request: { params },
  responses: { 200: json(schema.coverage, 'The coverage'), ...problems(401, 403, 404, 409) },
});

const openWorkRoute = route({
  access: 'plan.read',
  method: 'get',
  path: '/{id}/open-work',
  tags,
  summary: 'What is not done yet of what the plan handed down, by unit: it goes on when the plan is closed',
  request: { params },
  responses: { 200: json(schema.openWork, 'What is open'), ...problems(400, 401, 403, 404) },
});

const shown = answeredBy(service.one);

const steps = [
  ['submit', 'plan.submit', service.submit, 'Submit for approval'],
  ['withdraw', 'plan.submit', service.withdraw, 'Take one’s own submission back'],
  ['return', 'plan.approve', service.giveBack, 'Return with reasons'],
  ['approve', 'plan.approve', service.approve, 'Approve'],
  ['amend', 'plan.draft', amend, 'Begin an amendment beside the edition in force'],
  ['drop-amendment', 'plan.draft', dropAmendment, 'Give the amendment up'],
  [
    'close',
    'plan.close',
    close,
    'Close: nothing new is handed down; what is open goes on and counts, and how much it was is kept',
  ],
  ['reopen', 'plan.close', service.reopen, 'Open a closed plan again, with a reason'],
] as const;

export function planRoutes(deps: Deps): Api {
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await list(deps, actorIn(c), c.req.valid('query')), 200));
  api.openapi(createRoute, async (c) => {
    const actor = actorIn(c);
    const planId = await create(deps, actor, c.req.valid('json'));
    return c.json(await service.one(deps, { actor, id: planId }), 201);
  });
  api.openapi(getRoute, async (c) => c.json(await service.one(deps, askedIn(c)), 200));
  api.openapi(changeRoute, async (c) => {
    const asked = askedIn(c);
    await service.change(deps, asked, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 200);
  });
  api.openapi(removeRoute, async (c) => {
    await service.remove(deps, askedIn(c), c.req.valid('query').version);
    return c.body(null, 204);
  });
  const step = stepsOf({ api, deps, tags, answer: schema.planDetail, described: 'The plan' });
  step('issue', {
    access: 'plan.issue',
    summary: 'Issue the plan, or its amendment, and hand its tasks down',
    input: schema.planIssue,
    does: shown(issue),
  });
  api.openapi(previewRoute, async (c) =>
    c.json(await preview(deps, askedIn(c), c.req.valid('query').issuedOn), 200),
  );
  api.openapi(diffRoute, async (c) => c.json(await diff(deps, askedIn(c), c.req.valid('query')), 200));
  api.openapi(coverageRoute, async (c) => c.json(await coverage(deps, askedIn(c)), 200));
  api.openapi(openWorkRoute, async (c) => c.json(await openWork(deps, askedIn(c)), 200));
  for (const [name, access, does, summary] of steps) {
    step(name, { access, summary, input: schema.planStep, does: shown(does) });
  }
  return api;
}
