// What formulas give: each counting part is one statement for all units that are asked about, arithmetic follows here.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Filter, Formula } from './body.ts';
import { isLeaf, type Leaf } from './formula.ts';
import type { Field, Register, Span } from './register.ts';
import { registerNamed } from './registers.ts';

/** A value by place (a report, say) and cell. Null: it cannot be said, as a division by nothing. */
export type Values = ReadonlyMap<number, ReadonlyMap<string, number | null>>;

export interface Found {
  readonly values: Values;
  /** Of a distinct count: what was counted, by place and cell. */
  readonly keys: ReadonlyMap<number, ReadonlyMap<string, readonly string[]>> | null;
}

export interface Asked {
  readonly span: Span;
  /** A relation of `unit_id` and `place`: whose records count where. */
  readonly parts: RawBuilder<unknown>;
  /** All places: where nothing is counted the whole is 0. */
  readonly places: readonly number[];
  /** Dimensions by which it is broken down; none: the whole. */
  readonly breakdown: readonly string[];
  /** What other indicators give, in the same breakdown; null: no such figure. */
  readonly others: (code: string) => Promise<Values> | Values;
}

const column = (name: string) => sql`x.${sql.ref(name)}`;
const texts = (values: readonly (string | number)[]) => sql`${values.map(String)}::text[]`;

function condition(filter: Filter, field: Field, { from, to }: Span): RawBuilder<unknown> {
  const at = column(filter.field);
  const [first = ''] = filter.values;
  const cast = field.type === 'number' ? sql`::numeric` : sql`::date`;
  switch (filter.is) {
    case 'in':
      return sql`${at}::text = any(${texts(filter.values)})`;
    case 'not-in':
      return sql`(${at} is null or not ${at}::text = any(${texts(filter.values)}))`;
    case 'at-least':
      return sql`${at} >= ${String(first)}${cast}`;
    case 'at-most':
      return sql`${at} <= ${String(first)}${cast}`;
    case 'known':
      return sql`(${at} is not null and ${at}::text <> '')`;
    case 'unknown':
      return sql`(${at} is null or ${at}::text = '')`;
    case 'contains':
      return sql`exists (select 1 from unnest(${texts(filter.values)}) as w(word)
        where position(lower(w.word) in lower(${at}::text)) > 0)`;
    case 'in-window':
      return sql`${at} between ${from}::date and ${to}::date`;
    case 'until-window-end':
      return sql`${at} <= ${to}::date`;
  }
}

/** The field whose words are the dimension's items; null: the register cannot be broken down so. */
export const fieldOfDimension = (register: Register, dimension: string): Field | null =>
  register.fields.find((field) => field.dimension === dimension) ?? null;

/** "channel=portal;language=en", dimensions in the order of their names; null where a record does not say. */
function cellSql(register: Register, breakdown: readonly string[]): RawBuilder<unknown> | null {
  if (breakdown.length === 0) return sql`''`;
  const fields = breakdown
    .toSorted()
    .map((dimension) => [dimension, fieldOfDimension(register, dimension)] as const);
  if (fields.some(([, field]) => field === null)) return null;
  const parts = fields.map(
    ([dimension, field]) => sql`${`${dimension}=`}::text || ${column(field?.name ?? '')}::text`,
  );
  return sql.join(parts, sql` || ';' || `);
}

export interface LeafQuery {
  readonly from: RawBuilder<unknown>;
  readonly cell: RawBuilder<unknown>;
}

/** The counted records as a relation "x" with its place; null: the register does not know the breakdown. */
export function leafQuery(
  leaf: Leaf,
  { span, parts, breakdown }: Omit<Asked, 'others' | 'places'>,
): LeafQuery | null {
  const register = registerNamed(leaf.register);
  const cell = register && cellSql(register, breakdown);
  if (!register || !cell) return null;
  const where = leaf.where.flatMap((filter) => {
    const field = register.fields.find(({ name }) => name === filter.field);
    return field ? [condition(filter, field, span)] : [];
  });
  const all = where.length === 0 ? sql`true` : sql.join(where, sql` and `);
  return {
    cell,
    from: sql`from (${register.rows(span)}) x join (${parts}) part on part.unit_id = x.unit_id where ${all}`,
  };
}

interface Row {
  readonly place: number;
  readonly cell: string | null;
  readonly value: string;
  readonly keys: string[] | null;
}

const measures: Readonly<Record<Leaf['op'], (leaf: Leaf) => RawBuilder<unknown>>> = {
  count: () => sql`count(*)`,
  sum: (leaf) => sql`coalesce(sum(${column('field' in leaf ? leaf.field : '')}), 0)`,
  distinct: (leaf) => sql`count(distinct ${column('field' in leaf ? leaf.field : '')}::text)`,
};

async function leafValues(db: Db, leaf: Leaf, asked: Asked): Promise<Found> {
  const query = leafQuery(leaf, asked);
  if (!query) return { values: new Map(), keys: null };
  const keys =
    leaf.op === 'distinct'
      ? sql`array_remove(array_agg(distinct ${column(leaf.field)}::text), null)`
      : sql`null::text[]`;
  const { rows } =
    await sql<Row>`select part.place, ${query.cell} as cell, ${measures[leaf.op](leaf)}::text as value,
    ${keys} as keys ${query.from} group by 1, 2`.execute(db);
  const values = new Map<number, Map<string, number>>();
  const named = new Map<number, Map<string, readonly string[]>>();
  if (asked.breakdown.length === 0) for (const place of asked.places) values.set(place, new Map([['', 0]]));
  for (const { place, cell, value, keys: found } of rows) {
    if (cell === null) continue;
    const cells = values.get(place) ?? new Map<string, number>();
    values.set(place, cells.set(cell, Number(value)));
    const names = named.get(place) ?? new Map<string, readonly string[]>();
    named.set(place, names.set(cell, found ?? []));
  }
  return { values, keys: leaf.op === 'distinct' ? named : null };
}

const arithmetic = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => (b === 0 ? null : a / b),
} as const;

type Cell = (place: number, cell: string) => number | null;

/** A cell that nothing was counted in is 0 where the part counts at all. */
const cellOf =
  (values: Values, empty: number | null): Cell =>
  (place, cell) => {
    const found = values.get(place)?.get(cell);
    return found === undefined ? empty : found;
  };

async function partOf(db: Db, formula: Formula, asked: Asked): Promise<{ values: Values; of: Cell }> {
  if (formula.op === 'number') return { values: new Map(), of: () => formula.value };
  const { values } = await evaluate(db, formula, asked);
  return { values, of: cellOf(values, isLeaf(formula) ? 0 : null) };
}

/** What the formula gives at every place, cell by cell of the breakdown. */
export async function evaluate(db: Db, formula: Formula, asked: Asked): Promise<Found> {
  if (isLeaf(formula)) return leafValues(db, formula, asked);
  if (formula.op === 'indicator') return { values: await asked.others(formula.code), keys: null };
  if (formula.op === 'number') {
    const whole = asked.breakdown.length === 0;
    const places = whole ? asked.places : [];
    return { values: new Map(places.map((place) => [place, new Map([['', formula.value]])])), keys: null };
  }
  const parts = [];
  for (const each of formula.of) parts.push(await partOf(db, each, asked));
  const combine = arithmetic[formula.op];
  const values = new Map<number, Map<string, number | null>>();
  for (const place of asked.places) {
    const cells = new Set(parts.flatMap((part) => [...(part.values.get(place)?.keys() ?? [])]));
    if (asked.breakdown.length === 0) cells.add('');
    const found = new Map<string, number | null>();
    for (const cell of cells) {
      const [first, ...rest] = parts.map((part) => part.of(place, cell));
      found.set(
        cell,
        rest.reduce<number | null>(
          (sum, next) => (sum === null || next === null ? null : combine(sum, next)),
          first ?? null,
        ),
      );
    }
    values.set(place, found);
  }
  return { values, keys: null };
}
