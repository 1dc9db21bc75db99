// The API of whom an outgoing document is sent to, and of what became of it there.
import { askedIn, route } from '../access/route.ts';
import { answeredBy, stepsOf } from '../access/step.ts';
import type { Deps } from '../deps.ts';
import { body, json, problems, type Api } from '../http/api.ts';
import * as schema from './schema.ts';
import * as receiverSchema from './receiver-schema.ts';
import { distribute, putDownReceipt, sendAgain } from './send.ts';
import * as service from './service.ts';

const tags = ['outgoing'];
const described = 'The document';
const theDocument = { 200: json(schema.outgoingDetail, described) };

const againRoute = route({
  access: 'outgoing.issue',
  method: 'post',
  path: '/{id}/receivers/{receiver}/again',
  tags,
  summary: 'Try once more to send it to a receiver',
  request: { params: receiverSchema.receiverParams },
  responses: { ...theDocument, ...problems(400, 401, 403, 404, 409) },
});

const receiptRoute = route({
  access: 'outgoing.issue',
  method: 'patch',
  path: '/{id}/receivers/{receiver}',
  tags,
  summary: 'Who took a paper, and when',
  request: { params: receiverSchema.receiverParams, body: body(receiverSchema.receiverEdit) },
  responses: { ...theDocument, ...problems(400, 401, 403, 404, 409, 422) },
});

export function receiverRoutes(api: Api, deps: Deps): void {
  const step = stepsOf({ api, deps, tags, answer: schema.outgoingDetail, described });
  step('receivers', {
    access: 'outgoing.issue',
    summary: 'Send it: within the house, by e-mail, as a package of edXML, on paper',
    input: receiverSchema.outgoingSend,
    does: answeredBy(service.one)(distribute),
  });
  api.openapi(againRoute, async (c) => {
    const asked = askedIn(c);
    await sendAgain(deps, { ...asked, receiverId: c.req.valid('param').receiver });
    return c.json(await service.one(deps, asked), 200);
  });
  api.openapi(receiptRoute, async (c) => {
    const asked = askedIn(c);
    const { receiver: receiverId } = c.req.valid('param');
    await putDownReceipt(deps, { ...asked, receiverId }, c.req.valid('json'));
    return c.json(await service.one(deps, asked), 200);
  });
}
