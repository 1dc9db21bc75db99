// Every answer that a test gets is held against the description: its status, its kind, its headers and every field must be declared.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Api } from '../http/api.ts';

interface Described {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}
interface Header {
  readonly required?: boolean;
  readonly schema: object;
}
interface Operation {
  readonly responses: Readonly<Record<string, Described>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

interface Known {
  readonly method: string;
  readonly template: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

/** Headers that this product gives a meaning; those of the transport and of security hold for all answers. */
const meant = ['etag', 'link', 'x-total-count', 'retry-after', 'location', 'idempotency-replayed'];

/** Throws where the answer is another than the description says. Reads a copy, and nothing of what streams. */
export type Contract = (method: string, url: string, response: Response) => Promise<void>;

const contracts = new WeakMap<Api, Promise<Contract>>();

/** Read once from each app, when the first answer comes. */
export function contractOf(api: Api): Promise<Contract> {
  const known = contracts.get(api) ?? readContract(api);
  contracts.set(api, known);
  return known;
}

async function readContract(api: Api): Promise<Contract> {
  const response = await api.request('http://localhost/api/openapi.json', { headers: { host: 'localhost' } });
  return holding((await response.json()) as Description);
}

export function holding(description: Description): Contract {
  const routes = routesOf(description);
  const schemas = compiler(description);
  return async (method, url, response) => {
    const { pathname } = new URL(url);
    if (!pathname.startsWith('/api/')) return;
    const route = routes.find((each) => each.method === method && each.pattern.test(pathname));
    const named = `${method} ${route?.template ?? pathname} → ${response.status}`;
    const fail = (what: string) => {
      throw new Error(`${named}: ${what}; the description does not say so`);
    };
    // What is no route is answered by a problem that says so.
    const declared = route?.operation.responses[String(response.status)] ?? (route ? null : nowhere);
    if (declared === null) return fail(`status with ${(await response.clone().text()).slice(0, 300)}`);
    const wrong =
      wrongHeader(resolved(description, declared), response, { schemas, description }) ??
      (await wrongContent(resolved(description, declared), response, schemas));
    if (wrong !== null) fail(wrong);
  };
}

const problemSchema = { $ref: '#/components/schemas/Problem' };
const nowhere: Described = { content: { 'application/problem+json': { schema: problemSchema } } };

/** Those without parameters first, as the server itself finds them. */
function routesOf({ paths }: Description): readonly Known[] {
  return Object.entries(paths)
    .flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        template,
        pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        operation,
      })),
    )
    .toSorted((a, b) => a.template.split('{').length - b.template.split('{').length);
}

function resolved<T extends object>({ components }: Description, value: T): T {
  const [, kind = '', name = ''] =
    /^#\/components\/(\w+)\/(.+)$/.exec((value as { $ref?: string }).$ref ?? '') ?? [];
  return kind === '' ? value : (components[kind]?.[name] as T);
}

interface Held {
  readonly schemas: (schema: object) => ValidateFunction;
  readonly description: Description;
}

function wrongHeader(
  { headers = {} }: Described,
  response: Response,
  { schemas, description }: Held,
): string | null {
  const declared = new Map(
    Object.entries(headers).map(([name, header]) => [name.toLowerCase(), resolved(description, header)]),
  );
  for (const name of meant) if (response.headers.has(name) && !declared.has(name)) return `header ${name}`;
  for (const [name, { required = false, schema }] of declared) {
    const value = response.headers.get(name);
    if (value === null && required) return `no header ${name}`;
    const isNumber = (schema as { type?: string }).type === 'integer';
    if (value !== null && !schemas(schema)(isNumber ? Number(value) : value))
      return `header ${name}: ${value}`;
  }
  return null;
}

async function wrongContent(
  { content = {} }: Described,
  response: Response,
  schemas: Held['schemas'],
): Promise<string | null> {
  const bare = (type: string) => type.split(';')[0]?.trim() ?? '';
  const type = bare(response.headers.get('content-type') ?? '');
  const declared = Object.entries(content).find(([each]) => [type, '*/*'].includes(bare(each)))?.[1];
  if (type === '' && Object.keys(content).length === 0) return null;
  if (declared === undefined) return `content "${type}" beside ${Object.keys(content).join(', ') || 'none'}`;
  if (!type.endsWith('json') || declared.schema === undefined) return null;
  const validate = schemas(declared.schema);
  const body: unknown = await response.clone().json();
  if (validate(body)) return null;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath ?? ''} ${first?.message ?? ''} ${JSON.stringify(first?.params)} ${JSON.stringify(body).slice(0, 300)}`;
}

type Schema = Readonly<Record<string, unknown>>;

/** Schemas in which an object has the fields that are named and no others. */
function compiler({ components }: Description): Held['schemas'] {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'description', components: { schemas: closed(components['schemas']) } });
  const made = new Map<object, ValidateFunction>();
  return (schema) => {
    const validate = made.get(schema) ?? ajv.compile(closed(schema) as Schema);
    made.set(schema, validate);
    return validate;
  };
}

/** The description says nothing by `allOf`, whose parts would have to stay open. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  const entries = Object.entries(schema).map(([key, each]) => [
    key,
    key === '$ref' ? `description${String(each)}` : closed(each),
  ]);
  const isOpen =
    schema['type'] !== undefined && schema['properties'] !== undefined && !('additionalProperties' in schema);
  return { ...Object.fromEntries(entries), ...(isOpen ? { additionalProperties: false } : {}) };
}
