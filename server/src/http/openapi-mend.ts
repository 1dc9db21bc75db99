// What the generator of the description says wrongly in JSON Schema: `allOf` of a named schema and what was added to it. "That, or null"
// would then never be null, and a closed object refuse the fields of the other half. Both are written out instead.
type Schema = Readonly<Record<string, unknown>>;
type Named = Readonly<Record<string, Schema>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The whole description, or any part of it. */
export function mended(value: unknown, named: Named): unknown {
  if (Array.isArray(value)) return value.map((each) => mended(each, named));
  if (!isSchema(value)) return value;
  const [base, added, ...rest] = Array.isArray(value['allOf']) ? (value['allOf'] as Schema[]) : [];
  const name = /^#\/components\/schemas\/(.+)$/.exec(String(base?.['$ref']))?.[1];
  const whole =
    base && added && rest.length === 0 && name ? joined(value, { base, added, name, named }) : value;
  return Object.fromEntries(Object.entries(whole).map(([key, each]) => [key, mended(each, named)]));
}

interface Halves {
  readonly base: Schema;
  readonly added: Schema;
  readonly name: string;
  readonly named: Named;
}

function joined(value: Schema, { base, added, name, named }: Halves): Schema {
  const { allOf: _, ...beside } = value;
  const { type, properties, required, ...more } = added;
  const isNullable = Array.isArray(type) && type.includes('null');
  if (properties === undefined && isNullable) return { ...beside, ...more, anyOf: [base, { type: 'null' }] };
  const first = named[name] ?? {};
  const all = mended(first, named) as Schema;
  return {
    ...beside,
    ...more,
    type,
    properties: { ...(all['properties'] as Schema), ...newIn(first, properties as Schema) },
    required: [...new Set([...((all['required'] as string[]) ?? []), ...((required as string[]) ?? [])])],
  };
}

/** A field that may be null is listed once more beside the base, without its null: the base has said it already. */
function newIn(base: Schema, properties: Schema): Schema {
  const before = (base['properties'] ?? {}) as Named;
  const isRepeated = ([name, value]: readonly [string, unknown]) => {
    const [ref, nullable] = (before[name]?.['allOf'] ?? []) as readonly Schema[];
    return nullable !== undefined && ref?.['$ref'] === (value as Schema)['$ref'];
  };
  return Object.fromEntries(Object.entries(properties).filter((each) => !isRepeated(each)));
}
