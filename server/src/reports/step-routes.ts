// The API of what moves a report along: derived, handed over, sent, sent back, accepted, approved, locked, opened again.
import { askedIn, route } from '../access/route.ts';
import { stepsOf } from '../access/step.ts';
import type { Deps } from '../deps.ts';
import { body, json, problems, stale, type Api } from '../http/api.ts';
import { idParam } from '../http/schema.ts';
import { derive } from './fill.ts';
import { giveBackWithin, handOver, takeBack } from './handing.ts';
import * as input from './input-schema.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';

const tags = ['reports'];

const plain = [
  ['derive', 'report.fill', derive, 'Read the records again'],
  [
    'hand',
    'report.hand',
    handOver,
    'Hand it, filled, to the leaders of the unit, who send it; `reason` is a note to them',
  ],
  ['take-back', 'report.hand', takeBack, 'Take back from the leaders what they have not sent yet'],
  ['submit', 'report.submit', service.submit, 'Sign off and send'],
  ['withdraw', 'report.submit', service.withdraw, 'Take back what was sent'],
  ['accept', 'report.judge', service.accept, 'Accept: it counts above'],
  ['approve', 'report.approve', service.approve, 'Approve'],
  ['lock', 'report.lock', service.lock, 'Lock, with all approved reports below it'],
  ['reopen', 'report.lock', service.reopen, 'Open again for a correction'],
] as const;

const levelRoute = route({
  access: 'report.approve-level',
  method: 'post',
  path: '/{id}/approve-level',
  tags,
  summary: 'Approve all reports directly below, once all are accepted or excused',
  request: { params: idParam, body: body(input.reportStep) },
  responses: {
    200: json(schema.levelDone, 'How many'),
    ...problems(400, 401, 403, 404),
    ...stale(schema.report),
  },
});

export function stepRoutes(api: Api, deps: Deps): void {
  const step = stepsOf({ api, deps, tags, answer: schema.report, described: 'The report' });
  for (const [name, access, does, summary] of plain) {
    step(name, { access, summary, input: input.reportStep, does });
  }
  step('give-back', {
    access: 'report.submit',
    summary: 'Give what was handed over back to who works on it, with reasons tied to sections',
    input: input.reportReturn,
    does: giveBackWithin,
  });
  step('return', {
    access: 'report.judge',
    summary: 'Send back, with reasons tied to sections',
    input: input.reportReturn,
    does: service.giveBack,
  });
  step('excuse', {
    access: 'report.judge',
    summary: 'Excuse a unit from reporting; null: it is to report again',
    input: input.reportExcuse,
    does: service.excuse,
  });
  step('extend', {
    access: 'report.judge',
    summary: 'Set another deadline',
    input: input.reportExtend,
    does: service.extend,
  });
  api.openapi(levelRoute, async (c) =>
    c.json(await service.approveLevel(deps, askedIn(c), c.req.valid('json')), 200),
  );
}
