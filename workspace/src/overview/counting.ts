// Figures of the four classes: they stand beside each other and are never blended into one.
import type { ClassCounts } from '@nhipcau/server/contract';

export type ClassName = keyof ClassCounts;

/** In the order in which they are read: what is wrong first. */
export const classNames: readonly ClassName[] = ['overdue', 'inTerm', 'late', 'onTime'];

export const sum = ({ onTime, late, inTerm, overdue }: ClassCounts): number =>
  onTime + late + inTerm + overdue;

/** Widths of a bar's parts in percent of `whole`; parts that are nothing are left out. */
export function shares(counts: ClassCounts, whole: number): readonly { name: ClassName; share: number }[] {
  if (whole <= 0) return [];
  return classNames.flatMap((name) =>
    counts[name] > 0 ? [{ name, share: (100 * counts[name]) / whole }] : [],
  );
}

/** The rows with most overdue first; of these, those with most duties. */
export const worstFirst = <T extends { readonly counts: ClassCounts }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => b.counts.overdue - a.counts.overdue || sum(b.counts) - sum(a.counts));
