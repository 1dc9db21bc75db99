// The description of the interface for programs: made from the schemas that validate, with what holds for all routes.
import { z } from '@hono/zod-openapi';
import { streamed, type Access } from '../access/route.ts';
import type { Api } from './api.ts';
import { mended } from './openapi-mend.ts';

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

const retryAfter = { 'Retry-After': ref('headers/RetryAfter') };

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
  headers: {
    ETag: {
      description: 'Names this answer for If-None-Match, and the version in it for If-Match',
      required: true,
      schema: { type: 'string', pattern: '^W/"(v[0-9]+-)?[A-Za-z0-9_-]{22}"$' },
    },
    Link: {
      description: 'The pages around this one (RFC 8288): first, prev, next, last',
      schema: { type: 'string' },
    },
    TotalCount: { description: 'Rows on all pages', schema: { type: 'integer', minimum: 0 } },
    RetryAfter: { description: 'Seconds', schema: { type: 'integer', minimum: 1 } },
    Replayed: {
      description: 'The answer that this Idempotency-Key was given the first time',
      schema: { type: 'string', const: 'true' },
    },
  },
  responses: {
    NotModified: {
      description: 'As it was when the ETag was given',
      headers: {
        ETag: ref('headers/ETag'),
        Link: ref('headers/Link'),
        'X-Total-Count': ref('headers/TotalCount'),
      },
    },
    BadRequest: problemOf('It cannot be read as the description says; `errors` names the fields'),
    NotSignedIn: problemOf('Nobody is signed in, or not any more'),
    NotAllowed: problemOf('The table of access does not allow it'),
    NotThere: problemOf('There is no such record, or none that who asks may read'),
    NotFromHere: problemOf('A page of another site sent it'),
    Repeated: problemOf('The request with this Idempotency-Key is being answered, or its answer was lost', {
      'Retry-After': ref('headers/RetryAfter'),
    }),
    NoSuchVersion: problemOf('If-Match holds no ETag of such a record'),
    TooLarge: problemOf('More than the server takes'),
    WrongType: problemOf('The body is of another kind than the description says'),
    WrongPeer: problemOf('The server is not known by the name that was asked'),
    KeyReused: problemOf('The Idempotency-Key was used for another request'),
    TooOften: problemOf('Too many requests', retryAfter),
    Failed: problemOf('Something broke here; the problem names a reference for the log'),
    Unavailable: problemOf('The database is starting, stopping or out of reach'),
    NoSpace: problemOf('The disk is all but full; nothing was changed'),
  },
};

type Described = Readonly<Record<string, unknown>>;

/** JSON that is read has an ETag, unless it is a file; that which changes may be answered from memory. */
function withHeaders(reads: boolean, status: string, response: unknown): unknown {
  const { content = {}, headers = {} } = response as { content?: Described; headers?: Described };
  const whole = 'application/json' in content && !('Content-Disposition' in headers) && reads;
  const added = whole
    ? {
        ETag: ref('headers/ETag'),
        Link: ref('headers/Link'),
        'X-Total-Count': ref('headers/TotalCount'),
      }
    : reads
      ? {}
      : {
          'Idempotency-Replayed': ref('headers/Replayed'),
          ...(status === '409' ? { 'Retry-After': ref('headers/RetryAfter') } : {}),
        };
  return { ...(response as object), headers: { ...added, ...headers } };
}

/** What the plumbing itself may answer before a route is asked, or after it broke. */
function plumbing(access: Access, reads: boolean): Described {
  const open = access === 'open';
  const guarded = !open && access !== 'signed-in';
  return {
    ...(open ? {} : { 401: ref('responses/NotSignedIn') }),
    ...(guarded ? { 403: ref('responses/NotAllowed') } : reads ? {} : { 403: ref('responses/NotFromHere') }),
    ...(reads
      ? { 304: ref('responses/NotModified') }
      : {
          409: ref('responses/Repeated'),
          412: ref('responses/NoSuchVersion'),
          413: ref('responses/TooLarge'),
          415: ref('responses/WrongType'),
          422: ref('responses/KeyReused'),
          507: ref('responses/NoSpace'),
        }),
    400: ref('responses/BadRequest'),
    421: ref('responses/WrongPeer'),
    429: ref('responses/TooOften'),
    500: ref('responses/Failed'),
    503: ref('responses/Unavailable'),
  };
}

/** What a program calls the operation: "get /api/plans/{id}/coverage" is getPlansByIdCoverage. */
const nameOf = (method: string, path: string): string =>
  path
    .replace(/^\/api\//, '')
    .replaceAll(/\{(\w)/g, (_, first: string) => `by-${first.toUpperCase()}`)
    .split(/\W+/)
    .reduce((name, part) => name + part.slice(0, 1).toUpperCase() + part.slice(1), method);

/** What holds for every route, so that no route has to say it. */
function complete(method: string, path: string, operation: Operation): object {
  const { 'x-access': access = 'signed-in', parameters = [], responses = {} } = operation;
  const open = access === 'open';
  const reads = method === 'get';
  return {
    operationId: nameOf(method, path),
    ...operation,
    security: open ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...parameters,
      ...(reads
        ? [ref('parameters/IfNoneMatch')]
        : [ref('parameters/IdempotencyKey'), ref('parameters/IfMatch')]),
    ],
    responses: {
      ...plumbing(access, reads),
      ...(path.includes('{') ? { 404: ref('responses/NotThere') } : {}),
      ...Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [status, withHeaders(reads, status, response)]),
      ),
    },
  };
}

interface Made {
  readonly paths?: Readonly<Record<string, Operations>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
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
  }) as unknown as Made;
  const paths = Object.entries(made.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        methods.has(method) ? complete(method, path, operation) : operation,
      ]),
    ),
  ]);
  const ours = Object.entries(components).map(([kind, all]) => [
    kind,
    { ...made.components?.[kind], ...all },
  ]);
  const whole = {
    ...made,
    paths: Object.fromEntries(paths),
    components: { ...made.components, ...Object.fromEntries(ours) },
  };
  return mended(whole, made.components?.['schemas'] ?? {}) as object;
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
