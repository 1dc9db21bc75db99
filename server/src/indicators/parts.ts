// Parts beside their whole: by which breakdown they do not add up to it. Nothing is mended; people are told.
import type { IndicatorBody } from './body.ts';

/** Money and rates differ by a hair without meaning anything. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

export const dimensionsIn = (cell: string): string =>
  cell === ''
    ? ''
    : cell
        .split(';')
        .map((part) => part.split('=')[0])
        .join(';');

const isOf = (cell: string, breakdown: readonly string[]) =>
  cell !== '' && dimensionsIn(cell) === breakdown.toSorted().join(';');

type Cells = ReadonlyMap<string, number | null>;

const partsIn = (cells: Cells, breakdown: readonly string[]): readonly number[] =>
  [...cells].flatMap(([cell, value]) => (value !== null && isOf(cell, breakdown) ? [value] : []));

export interface Apart {
  readonly breakdown: readonly string[];
  readonly sum: number;
  readonly whole: number;
}

/** Breakdowns of which some part is given, and whose parts do not make the whole. Averages and names told apart are not added up. */
export function apartFrom(
  { breakdowns, rule }: Pick<IndicatorBody, 'breakdowns' | 'rule'>,
  cells: Cells,
  whole: number | null,
): readonly Apart[] {
  if (whole === null || (rule !== 'sum' && rule !== 'last')) return [];
  return breakdowns.flatMap((breakdown) => {
    const parts = partsIn(cells, breakdown);
    const sum = rounded(parts.reduce((all, part) => all + part, 0));
    return parts.length === 0 || same(sum, whole) ? [] : [{ breakdown, sum, whole }];
  });
}

/** Of names told apart: breakdowns in which a part has more than the whole. */
export const beyondWhole = (
  { breakdowns, rule }: Pick<IndicatorBody, 'breakdowns' | 'rule'>,
  cells: Cells,
  whole: number | null,
): readonly (readonly string[])[] =>
  whole === null || rule !== 'distinct'
    ? []
    : breakdowns.filter((breakdown) => partsIn(cells, breakdown).some((part) => part > whole));
