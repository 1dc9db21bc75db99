// What a meeting asks first: where most is overdue, and what rose or fell since the last period.
import type { ClassCounts, Rollup } from '@nhipcau/server/contract';
import { sum, worstFirst } from '../overview/counting.ts';

export interface Ranked {
  readonly name: string;
  readonly counts: ClassCounts;
}

/** The rows that a bar is drawn for: most overdue first, those without any duty left out. */
export const ranked = (rows: readonly Ranked[], most: number): readonly Ranked[] =>
  worstFirst(rows.filter(({ counts }) => sum(counts) > 0)).slice(0, most);

export interface Told {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly total: number;
  readonly last: number | null;
  readonly target: number | null;
}

/** The wholes of indicators that have a figure; those with a target or a last period first, in the order of the form. */
export function toldIndicators(rows: Rollup['rows'], most: number): readonly Told[] {
  const told = rows.flatMap(({ indicatorId, name, nameEn, unit, unitEn, decimals, cells }) => {
    const whole = cells.find(({ cell }) => cell === '');
    if (!whole || whole.total === null) return [];
    const { total, last, target } = whole;
    return [{ id: indicatorId, name, nameEn, unit, unitEn, decimals, total, last, target }];
  });
  const weight = ({ last, target }: Told) => Number(last !== null) + Number(target !== null);
  return told.toSorted((a, b) => weight(b) - weight(a)).slice(0, most);
}

export interface Moves {
  readonly risen: number;
  readonly fallen: number;
  readonly same: number;
}

export function movesOf(told: readonly Told[]): Moves {
  const moves = told.flatMap(({ total, last }) => (last === null ? [] : [Math.sign(total - last)]));
  const of = (sign: number) => moves.filter((move) => move === sign).length;
  return { risen: of(1), fallen: of(-1), same: of(0) };
}
