// Counting records: what all formulas of a call count in one register, for all its units and in all breakdowns, is one statement; names
// told apart are another.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../db/connect.ts';
import { column, whereOf } from './condition.ts';
import type { Formula } from './body.ts';
import { leavesOf, type Leaf } from './formula.ts';
import type { Field, Register, Span } from './register.ts';
import { registerNamed } from './registers.ts';

/** A value by place (a report, say) and cell. Null: it cannot be said, as a division by nothing. */
export type Values = ReadonlyMap<number, ReadonlyMap<string, number | null>>;

export interface Found {
  readonly values: Values;
  /** Of a distinct count: what was counted, by place and cell. */
  readonly keys: ReadonlyMap<number, ReadonlyMap<string, readonly string[]>> | null;
}

/** A counting part of a formula, and the dimensions by which it is broken down; none: the whole. */
export interface Want {
  readonly leaf: Leaf;
  readonly breakdown: readonly string[];
}

/** What a formula counts in these breakdowns. */
export const wantsIn = (formula: Formula, breakdowns: readonly (readonly string[])[]): readonly Want[] =>
  breakdowns.flatMap((breakdown) => leavesOf(formula).map((leaf) => ({ leaf, breakdown })));

export interface Counted {
  readonly span: Span;
  /** A relation of `unit_id` and `place`: whose records count where. */
  readonly parts: RawBuilder<unknown>;
  /** All places: where nothing is counted the whole is 0. */
  readonly places: readonly number[];
}

/** The field whose words are the dimension's items; null: the register cannot be broken down so. */
const fieldOfDimension = (register: Register, dimension: string): Field | null =>
  register.fields.find((field) => field.dimension === dimension) ?? null;

/** "channel=portal;language=en", dimensions in the order of their names; null where a record does not say. */
function cellSql(register: Register, breakdown: readonly string[]): RawBuilder<unknown> | null {
  if (breakdown.length === 0) return sql`''::text`;
  const fields = breakdown
    .toSorted()
    .map((dimension) => [dimension, fieldOfDimension(register, dimension)] as const);
  if (fields.some(([, field]) => field === null)) return null;
  const parts = fields.map(
    ([dimension, field]) => sql`${`${dimension}=`}::text || ${column(field?.name ?? '')}::text`,
  );
  return sql.join(parts, sql` || ';' || `);
}

const unitsOf = (parts: RawBuilder<unknown>) => sql`select u.unit_id from (${parts}) u`;

export interface RecordsQuery {
  readonly from: RawBuilder<unknown>;
  readonly cell: RawBuilder<unknown>;
}

/** The counted records of one part as a relation "x" with its place; null: the register does not know the breakdown. */
export function recordsQuery({ leaf, breakdown }: Want, { span, parts }: Counted): RecordsQuery | null {
  const register = registerNamed(leaf.register);
  const cell = register && cellSql(register, breakdown);
  if (!register || !cell) return null;
  return {
    cell,
    from: sql`from (${register.rows(span, unitsOf(parts))}) x join (${parts}) part on part.unit_id = x.unit_id
      where ${whereOf(leaf, register, span)}`,
  };
}

const keyOf = ({ leaf, breakdown }: Want): string =>
  JSON.stringify([leaf, breakdown.length === 0 ? [] : breakdown.toSorted()]);

const nothing: Found = { values: new Map(), keys: null };

/** Counts all that is wanted on the first call; what was not named before is counted by itself. */
export function counter(db: Db, counted: Counted, wants: readonly Want[]): (want: Want) => Promise<Found> {
  let all: Promise<ReadonlyMap<string, Found>> | null = null;
  return async (want) => {
    all ??= countAll(db, counted, wants);
    const found = (await all).get(keyOf(want));
    return found ?? (await countAll(db, counted, [want])).get(keyOf(want)) ?? nothing;
  };
}

/** More columns than this PostgreSQL does not tell apart in one grouping. */
const most = 20;

async function countAll(
  db: Db,
  counted: Counted,
  wants: readonly Want[],
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  const byStatement = Map.groupBy(
    [...new Map(wants.map((want) => [keyOf(want), want])).values()],
    ({ leaf }) => `${leaf.op === 'distinct'} ${leaf.register}`,
  );
  for (const group of byStatement.values()) {
    const cuts = [...new Set(group.map(({ breakdown }) => breakdown.toSorted().join(' ')))];
    for (let at = 0; at < cuts.length; at += most) {
      const some = cuts.slice(at, at + most);
      const inSome = group.filter(({ breakdown }) => some.includes(breakdown.toSorted().join(' ')));
      for (const [key, value] of await countIn(db, counted, inSome)) found.set(key, value);
    }
  }
  return found;
}

interface Row {
  readonly place: number;
  /** Bit by bit from the left: 1 where the cell is not what the row is about. */
  readonly apart: number;
  readonly cells: readonly (string | null)[];
  readonly found: readonly (string | readonly string[] | null)[];
}

const measures: Readonly<Record<Leaf['op'], (leaf: Leaf) => RawBuilder<unknown>>> = {
  count: () => sql`count(*)`,
  sum: (leaf) => sql`sum(${column('field' in leaf ? leaf.field : '')})`,
  distinct: (leaf) => sql`array_agg(distinct ${column('field' in leaf ? leaf.field : '')}::text)`,
};

/** Of one register, and of one kind: numbers, or names told apart. */
async function countIn(db: Db, counted: Counted, wants: readonly Want[]): Promise<Map<string, Found>> {
  const register = registerNamed(wants[0]?.leaf.register ?? '');
  if (!register) return new Map();
  const breakdowns = [
    ...new Map(wants.map(({ breakdown }) => [breakdown.toSorted().join(' '), breakdown.toSorted()])).values(),
  ].filter((breakdown) => breakdown.length === 0 || cellSql(register, breakdown) !== null);
  const leaves = [...new Map(wants.map(({ leaf }) => [JSON.stringify(leaf), leaf])).values()];
  const rows = breakdowns.length === 0 ? [] : await groupsOf(db, { counted, register, breakdowns, leaves });
  return new Map(
    wants.map((want) => {
      const at = {
        leaf: leaves.findIndex((leaf) => JSON.stringify(leaf) === JSON.stringify(want.leaf)),
        cut: breakdowns.findIndex((each) => each.join(' ') === want.breakdown.toSorted().join(' ')),
      };
      return [
        keyOf(want),
        at.cut < 0 ? nothing : foundIn(rows, at, { counted, want, cuts: breakdowns.length }),
      ];
    }),
  );
}

interface Grouping {
  readonly counted: Counted;
  readonly register: Register;
  readonly breakdowns: readonly (readonly string[])[];
  readonly leaves: readonly Leaf[];
}

/** Each record is read once, with the fields that anything asks of it. */
async function groupsOf(
  db: Db,
  { counted: { span, parts }, register, breakdowns, leaves }: Grouping,
): Promise<readonly Row[]> {
  const cells = breakdowns.map((_, at) => sql.ref(`cell_${at}`));
  const asked = new Set(
    leaves.flatMap((leaf) => [...leaf.where.map(({ field }) => field), ...fieldIn(leaf)]),
  );
  const columns = [
    sql`part.place as at_place`,
    ...[...asked].map((name) => column(name)),
    ...breakdowns.map((breakdown, at) => sql`${cellSql(register, breakdown)} as ${cells[at]}`),
  ];
  const conditions = leaves.map((leaf) => whereOf(leaf, register, span));
  const found = leaves.map(
    (leaf, at) => sql`to_jsonb(${measures[leaf.op](leaf)} filter (where ${conditions[at]}))`,
  );
  // "offset 0" keeps PostgreSQL from working a field out again for every part that asks of it.
  const { rows } = await sql<Row>`select x.at_place as place, grouping(${sql.join(cells)}) as apart,
      jsonb_build_array(${sql.join(cells)}) as cells, jsonb_build_array(${sql.join(found)}) as found
    from (select ${sql.join(columns)}
      from (${register.rows(span, unitsOf(parts))}) x join (${parts}) part on part.unit_id = x.unit_id offset 0) x
    where ${sql.join(conditions, sql` or `)}
    group by grouping sets (${sql.join(cells.map((cell) => sql`(x.at_place, ${cell})`))})`.execute(db);
  return rows;
}

const fieldIn = (leaf: Leaf): readonly string[] => ('field' in leaf ? [leaf.field] : []);

function foundIn(
  rows: readonly Row[],
  at: { readonly leaf: number; readonly cut: number },
  { counted, want, cuts }: { readonly counted: Counted; readonly want: Want; readonly cuts: number },
): Found {
  const whole = want.breakdown.length === 0;
  const values = new Map<number, Map<string, number>>();
  const names = new Map<number, Map<string, readonly string[]>>();
  if (whole) for (const place of counted.places) values.set(place, new Map([['', 0]]));
  const own = (2 ** cuts - 1) ^ (2 ** (cuts - 1 - at.cut));
  for (const { place, apart, cells, found } of rows.filter((row) => row.apart === own)) {
    const cell = cells[at.cut] ?? null;
    const value = found[at.leaf] ?? null;
    if (apart !== own || cell === null || value === null) continue;
    const listed = Array.isArray(value)
      ? (value as readonly (string | null)[]).flatMap((one) => one ?? [])
      : null;
    const number = listed ? listed.length : Number(value);
    // Nothing of this part lies in the cell; another part's records made the row.
    if (want.leaf.op === 'count' && number === 0) continue;
    values.set(place, (values.get(place) ?? new Map<string, number>()).set(cell, number));
    if (listed)
      names.set(place, (names.get(place) ?? new Map<string, readonly string[]>()).set(cell, listed));
  }
  return { values, keys: want.leaf.op === 'distinct' ? names : null };
}
