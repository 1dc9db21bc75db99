// What formulas give: counts of records come from count.ts, arithmetic follows here.
import type { Formula } from './body.ts';
import type { Found, Values, Want } from './count.ts';
import { isLeaf } from './formula.ts';

export interface Asked {
  /** All places: where nothing is counted the whole is 0. */
  readonly places: readonly number[];
  /** Dimensions by which it is broken down; none: the whole. */
  readonly breakdown: readonly string[];
  readonly counted: (want: Want) => Promise<Found>;
  /** What other indicators give, in the same breakdown; null: no such figure. */
  readonly others: (code: string) => Promise<Values> | Values;
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

async function partOf(formula: Formula, asked: Asked): Promise<{ values: Values; of: Cell }> {
  if (formula.op === 'number') return { values: new Map(), of: () => formula.value };
  const { values } = await evaluate(formula, asked);
  return { values, of: cellOf(values, isLeaf(formula) ? 0 : null) };
}

/** What the formula gives at every place, cell by cell of the breakdown. */
export async function evaluate(formula: Formula, asked: Asked): Promise<Found> {
  if (isLeaf(formula)) return asked.counted({ leaf: formula, breakdown: asked.breakdown });
  if (formula.op === 'indicator') return { values: await asked.others(formula.code), keys: null };
  if (formula.op === 'number') {
    const whole = asked.breakdown.length === 0;
    const places = whole ? asked.places : [];
    return { values: new Map(places.map((place) => [place, new Map([['', formula.value]])])), keys: null };
  }
  const parts = [];
  for (const each of formula.of) parts.push(await partOf(each, asked));
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
