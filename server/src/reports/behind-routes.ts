// The API of what lies behind and above a report: records, history, roll-up, texts side by side.
import { actorIn, askingIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { json, problems, type Api } from '../http/api.ts';
import { idIn, idParam } from '../http/schema.ts';
import { events, figureHistory, recordsBehind, uses } from './behind.ts';
import { rollupOf, rollupParts } from './rolled.ts';
import * as schema from './rollup-schema.ts';
import { textsBelow } from './texts-below.ts';

const tags = ['reports'];
const ofIndicator = idParam.extend({ indicatorId: idIn });

const recordsRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/figures/{indicatorId}/records',
  tags,
  summary: 'The records behind a derived figure, for each counting part of its formula',
  request: { params: ofIndicator, query: schema.figureQuery },
  responses: { 200: json(schema.figureRecords, 'The records'), ...problems(400, 401, 403, 404) },
});

const historyRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/figures/{indicatorId}/history',
  tags,
  summary: 'Who changed a figure, when, why, and what the records said',
  request: { params: ofIndicator },
  responses: { 200: json(schema.figureHistory, 'Newest first'), ...problems(401, 403, 404) },
});

const eventsRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/events',
  tags,
  summary: 'All that happened to a report',
  request: { params: idParam },
  responses: { 200: json(schema.reportEvents, 'Newest first'), ...problems(401, 403, 404) },
});

const usesRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/uses',
  tags,
  summary: 'Reports that quote its texts or count its figures',
  request: { params: idParam },
  responses: { 200: json(schema.reportUses, 'Where it went'), ...problems(401, 403, 404) },
});

const rollupRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/rollup',
  tags,
  summary: 'Figures of a report with all accepted reports below it, by each indicator’s rule',
  request: { params: idParam },
  responses: { 200: json(schema.rollup, 'The roll-up'), ...problems(401, 403, 404) },
});

const partsRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/rollup/{indicatorId}',
  tags,
  summary: 'One indicator, report by report directly below',
  request: { params: ofIndicator, query: schema.rollupPartsQuery },
  responses: { 200: json(schema.rollupParts, 'Its parts'), ...problems(400, 401, 403, 404) },
});

const belowRoute = route({
  access: 'report.read',
  method: 'get',
  path: '/{id}/below',
  tags,
  summary: 'The texts of the reports directly below, side by side under each section',
  request: { params: idParam, query: schema.belowQuery },
  responses: { 200: json(schema.belowTexts, 'By section'), ...problems(400, 401, 403, 404) },
});

export function behindRoutes(api: Api, deps: Deps): void {
  api.openapi(recordsRoute, async (c) => {
    const { id, indicatorId } = c.req.valid('param');
    return c.json(await recordsBehind(deps, askingIn(c), id, { indicatorId, ...c.req.valid('query') }), 200);
  });
  api.openapi(historyRoute, async (c) => {
    const { id, indicatorId } = c.req.valid('param');
    return c.json(await figureHistory(deps, actorIn(c), id, indicatorId), 200);
  });
  api.openapi(eventsRoute, async (c) => c.json(await events(deps, actorIn(c), c.req.valid('param').id), 200));
  api.openapi(usesRoute, async (c) => c.json(await uses(deps, actorIn(c), c.req.valid('param').id), 200));
  api.openapi(rollupRoute, async (c) =>
    c.json(await rollupOf(deps, askingIn(c), c.req.valid('param').id), 200),
  );
  api.openapi(partsRoute, async (c) => {
    const { id, indicatorId } = c.req.valid('param');
    return c.json(await rollupParts(deps, askingIn(c), id, { indicatorId, ...c.req.valid('query') }), 200);
  });
  api.openapi(belowRoute, async (c) => {
    const { section } = c.req.valid('query');
    return c.json(await textsBelow(deps, actorIn(c), c.req.valid('param').id, section), 200);
  });
}
