// The API of what moves an outgoing document along: submitted, signed, numbered, issued, recalled, followed by another.
import { askedIn, route } from '../access/route.ts';
import { answeredBy, stepsOf } from '../access/step.ts';
import type { Deps } from '../deps.ts';
import { body, json, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { submit } from './check.ts';
import { correct, replace } from './follow.ts';
import { issue } from './issue.ts';
import { cancelNumber, number } from './number.ts';
import { recall } from './recall.ts';
import * as schema from './schema.ts';
import * as input from './input-schema.ts';
import * as service from './service.ts';
import { sign } from './sign.ts';

const tags = ['outgoing'];
const shown = answeredBy(service.one);

export function stepRoutes(api: Api, deps: Deps): void {
  const step = stepsOf({ api, deps, tags, answer: schema.outgoingDetail, described: 'The document' });
  step('submit', {
    access: 'outgoing.draft',
    summary: 'Submit to be signed, if nothing is wrong in form',
    input: input.outgoingStep,
    does: shown(submit),
  });
  step('withdraw', {
    access: 'outgoing.draft',
    summary: 'Take one’s own submission back',
    input: input.outgoingStep,
    does: shown(service.withdraw),
  });
  step('return', {
    access: 'outgoing.return',
    summary: 'Return with reasons',
    input: input.outgoingReturn,
    does: shown(service.giveBack),
  });
  step('cancel-number', {
    access: 'outgoing.issue',
    summary: 'Cancel its number with a reason; the number is never given again',
    input: input.outgoingReturn,
    does: shown(cancelNumber),
  });
  step('recall', {
    access: 'outgoing.recall',
    summary: 'Recall it from everybody whom it was sent to',
    input: input.outgoingReturn,
    does: shown(recall),
  });
  step('sign', {
    access: 'outgoing.sign',
    summary: 'Sign off, with a picture of the signature or without',
    input: input.outgoingSign,
    does: shown(sign),
  });
  step('number', {
    access: 'outgoing.issue',
    summary: 'Give it the next number of its series, or a reserved one',
    input: input.outgoingNumber,
    does: shown(number),
  });
  step('issue', {
    access: 'outgoing.issue',
    summary: 'Issue: the content is frozen, its files are made once',
    input: input.outgoingStep,
    does: shown(issue),
  });
  followRoutes(api, deps);
}

const followRoute = (path: 'correct' | 'replace', summary: string) =>
  route({
    access: 'outgoing.draft',
    method: 'post',
    path: `/{id}/${path}`,
    tags,
    summary,
    request: { params: idParam, body: body(input.outgoingReturn) },
    responses: {
      201: json(schema.outgoingDetail, 'The new draft, tied to this document'),
      ...problems(400, 401, 403, 404, 422),
      ...stale(schema.outgoingDetail),
    },
  });

const follows = [
  [followRoute('correct', 'Begin a letter that corrects errors of form'), correct],
  [followRoute('replace', 'Begin a document of the same type that takes its place'), replace],
] as const;

function followRoutes(api: Api, deps: Deps): void {
  for (const [config, follow] of follows) {
    api.openapi(config, async (c) => {
      const asked = askedIn(c);
      const id = await follow(deps, asked, c.req.valid('json'));
      return c.json(await service.one(deps, { ...asked, id }), 201);
    });
  }
}
