// The description of the interface for programs: made from the schemas that validate, with what holds for all routes.
import { z } from '@hono/zod-openapi';
import { streamed, type Access } from '../access/route.ts';
import type { Api } from './api.ts';

interface Operation {
  readonly 'x-access'?: Access;
  readonly parameters?: readonly unknown[];
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
}

type Operations = Readonly<Record<string, Operation>>;

const methods = new Set(['get', 'put', 'post', 'delete', 'patch']);
const ref = (path: string) => ({ $ref: `#/components/${path}` });
const problemOf = (description: string, headers?: object) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
});

const retryAfter = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } };

const components = {
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-nhipcau',
      description:
        'Set by signing in (`nhipcau` on a line that is not encrypted); requests that change something must come from the same origin.',
    },
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'A token of a unit, made under /quan-tri/ma-truy-cap; it holds roles as a person does.',
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Sent again with the same key within a day, the request is answered as it was the first time, and happens once.',
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      description: 'The ETag of the record as it was read; may stand in place of `version` in the body.',
      schema: { type: 'string' },
    },
    IfNoneMatch: {
      name: 'If-None-Match',
      in: 'header',
      description: 'An ETag; answered with 304 while nothing has changed.',
      schema: { type: 'string' },
    },
  },
  responses: {
    NotModified: { description: 'As it was when the ETag was given' },
    NotSignedIn: problemOf('Nobody is signed in, or not any more'),
    NotAllowed: problemOf('The table of access does not allow it'),
    TooOften: problemOf('Too many requests', retryAfter),
    Failed: problemOf('Something broke here; the problem names a reference for the log'),
  },
};

/** What holds for every route, so that no route has to say it. */
function complete(method: string, operation: Operation): object {
  const { 'x-access': access = 'signed-in', parameters = [], responses = {} } = operation;
  const open = access === 'open';
  const reads = method === 'get';
  return {
    ...operation,
    security: open ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...parameters,
      ...(reads
        ? [ref('parameters/IfNoneMatch')]
        : [ref('parameters/IdempotencyKey'), ref('parameters/IfMatch')]),
    ],
    responses: {
      ...(open ? {} : { 401: ref('responses/NotSignedIn') }),
      ...(open || access === 'signed-in' ? {} : { 403: ref('responses/NotAllowed') }),
      ...(reads ? { 304: ref('responses/NotModified') } : {}),
      429: ref('responses/TooOften'),
      500: ref('responses/Failed'),
      ...responses,
    },
  };
}

interface Described {
  readonly paths?: Readonly<Record<string, Operations>>;
  readonly components?: Readonly<Record<string, object>>;
}

export interface About {
  readonly version: string;
}

export function describeApi(api: Api, { version }: About): object {
  const made = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Nhịp Cầu',
      version,
      description:
        'Agencies, people, plans and the following-through of tasks. Errors are problem details (RFC 9457) in the language of Accept-Language (vi, en). `x-access` names the rule of the table of access (GET /api/access) that guards a route; records that may not be read answer 404.',
    },
    servers: [{ url: '/' }],
  }) as unknown as Described;
  const paths = Object.entries(made.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        methods.has(method) ? complete(method, operation) : operation,
      ]),
    ),
  ]);
  const ours = Object.entries(components).map(([kind, all]) => [
    kind,
    { ...made.components?.[kind], ...all },
  ]);
  return {
    ...made,
    paths: Object.fromEntries(paths),
    components: { ...made.components, ...Object.fromEntries(ours) },
  };
}

/** Open to all: it describes what there is, and holds nothing of anybody. */
export function addDescription(api: Api, about: About): void {
  let description: string | null = null;
  streamed(
    api,
    {
      access: 'open',
      method: 'get',
      path: '/api/openapi.json',
      tags: ['system'],
      summary: 'This description, OpenAPI 3.1',
      responses: {
        200: {
          description: 'The description',
          content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
        },
      },
    },
    (c) => {
      description ??= JSON.stringify(describeApi(api, about));
      return c.body(description, 200, { 'content-type': 'application/json; charset=utf-8' });
    },
  );
}
