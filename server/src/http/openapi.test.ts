// The description of the interface is itself held to the standard that it names, and to what a program needs of it.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holding } from '../testing/contract.ts';
import { testServer, type TestServer } from '../testing/harness.ts';
import { mended } from './openapi-mend.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

let server: TestServer;
let description: Description;
let operations: readonly (readonly [name: string, path: string, operation: Operation])[];
beforeAll(async () => {
  server = await testServer();
  description = (await server.as(null).ask<Description>('GET', '/openapi.json')).body;
  operations = Object.entries(description.paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, operation]) => [`${method} ${path}`, path, operation] as const),
  );
});
afterAll(() => server.close());

test('it is OpenAPI 3.1 to the letter, by the schema of that standard', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(description) as unknown as Record<string, unknown>);
  expect([validator.version, result.errors ?? [], result.valid]).toEqual(['3.1', [], true]);
});

test('each operation has a name of its own, a summary, tags, and its parameters', () => {
  expect(operations.length).toBeGreaterThan(100);
  for (const [name, path, { operationId, summary, tags, parameters = [] }] of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);
    const declared = parameters.filter((each) => each.in === 'path').map((each) => each.name);
    expect([name, declared.toSorted()]).toEqual([name, inPath.toSorted()]);
    expect([name, operationId, summary, tags]).toEqual([
      name,
      expect.stringMatching(/^(get|put|post|patch|delete)[A-Z]\w+$/),
      expect.stringMatching(/\S.{3,}/),
      [expect.stringMatching(/^\w+$/)],
    ]);
  }
  expect(new Set(operations.map(([, , each]) => each.operationId)).size).toBe(operations.length);
});

test('each says what a success holds, and answers what goes wrong by a problem', () => {
  for (const [name, path, { responses }] of operations) {
    const statuses = Object.keys(responses);
    expect([name, statuses.some((each) => /^[23]/.test(each))]).toEqual([name, true]);
    expect([name, statuses]).toEqual([name, expect.arrayContaining(['400', '429', '500', '503'])]);
    if (path.includes('{')) expect([name, statuses]).toEqual([name, expect.arrayContaining(['404'])]);
    for (const [status, response] of Object.entries(responses)) {
      const { content = {} } = resolved(response);
      const kinds = Object.keys(content);
      if (status >= '400' && path !== '/api/health')
        expect([name, status, kinds]).toEqual([name, status, ['application/problem+json']]);
      else if (['200', '201'].includes(status))
        expect([name, status, kinds.length > 0]).toEqual([name, status, true]);
    }
  }
});

const resolved = (response: Operation['responses'][string]): { readonly content?: object } => {
  const name = response.$ref?.replace('#/components/responses/', '');
  return name === undefined ? response : (description.components['responses']?.[name] ?? {});
};

test('it says nothing by allOf, which cannot say "or null" nor close an object', () => {
  expect(JSON.stringify(description)).not.toContain('"allOf"');
  const ref = { $ref: '#/components/schemas/A' };
  const named = {
    A: { type: 'object', properties: { a: {} }, required: ['a'], additionalProperties: false },
  };
  expect(mended({ allOf: [ref, { type: ['object', 'null'] }] }, named)).toEqual({
    anyOf: [ref, { type: 'null' }],
  });
  const extended = { type: 'object', properties: { b: {} }, required: ['b'], additionalProperties: false };
  expect(mended({ allOf: [ref, extended], description: 'both' }, named)).toEqual({
    type: 'object',
    properties: { a: {}, b: {} },
    required: ['a', 'b'],
    additionalProperties: false,
    description: 'both',
  });
  const nullable = { allOf: [ref, { type: ['object', 'null'] }] };
  const whole = { ...named, B: { type: 'object', properties: { a: nullable } } };
  const again = { type: 'object', properties: { a: ref, b: {} } };
  expect(mended({ allOf: [{ $ref: '#/components/schemas/B' }, again] }, whole)).toMatchObject({
    properties: { a: { anyOf: [ref, { type: 'null' }] }, b: {} },
  });
});

// The harness holds every answer of every test to the description; that it can fail is shown here.
test.each([
  ['a status that is not declared', 418, '{}', {}, /418: status/],
  ['a field that is not declared', 200, '{"a":1,"b":2}', { etag: '"x"' }, /additional properties/],
  ['a field that is missing', 200, '{}', { etag: '"x"' }, /required property 'a'/],
  ['a value of another type', 200, '{"a":"1"}', { etag: '"x"' }, /must be integer/],
  ['a header that is missing', 200, '{"a":1}', {}, /no header etag/],
  ['a header that is not declared', 200, '{"a":1}', { etag: '"x"', location: '/' }, /header location/],
  ['another kind of content', 200, 'a', { etag: '"x"', 'content-type': 'text/csv' }, /content "text\/csv"/],
])('the harness refuses %s', async (_, status, body, headers, said) => {
  const contract = holding({
    paths: {
      '/api/things/{id}': {
        get: {
          responses: {
            200: {
              headers: { ETag: { required: true, schema: { type: 'string' } } },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: { Thing: { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] } },
    },
  });
  const answer = (more: object) =>
    new Response(body, { status, headers: { 'content-type': 'application/json', ...more } });
  await expect(contract('GET', 'http://localhost/api/things/1', answer(headers))).rejects.toThrow(said);
  const right = new Response('{"a":1}', {
    headers: { 'content-type': 'application/json; charset=utf-8', etag: '"x"' },
  });
  await expect(contract('GET', 'http://localhost/api/things/1', right)).resolves.toBeUndefined();
});
