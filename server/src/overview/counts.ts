// Adding up: counts by unit, group and month, each of which sums to the total.
import type { Outcome } from '../db/tables/tally.ts';

export interface Counts {
  onTime: number;
  late: number;
  inTerm: number;
  overdue: number;
}

export const none = (): Counts => ({ onTime: 0, late: 0, inTerm: 0, overdue: 0 });

export function add(to: Counts, from: Counts): Counts {
  to.onTime += from.onTime;
  to.late += from.late;
  to.inTerm += from.inTerm;
  to.overdue += from.overdue;
  return to;
}

export const isNone = ({ onTime, late, inTerm, overdue }: Counts): boolean =>
  onTime === 0 && late === 0 && inTerm === 0 && overdue === 0;

/** An entry of the ledger as counts on a day. `bucket`: ISO date or "infinity". */
export function countsOf(outcome: Outcome, bucket: string, { n, day }: { n: number; day: string }): Counts {
  const counts = none();
  if (outcome === 'on-time') counts.onTime = n;
  else if (outcome === 'late') counts.late = n;
  else if (isOverdue(bucket, day)) counts.overdue = n;
  else counts.inTerm = n;
  return counts;
}

export const isOverdue = (bucket: string, day: string): boolean => bucket !== 'infinity' && bucket < day;

export const monthOf = (bucket: string): number | null =>
  bucket === 'infinity' ? null : Number(bucket.slice(5, 7));

export interface Summary {
  /** By unit directly below. */
  readonly units: Map<number, Counts>;
  readonly groups: Map<number | null, Counts>;
  readonly months: Map<number | null, Counts>;
  overdueBefore: number;
  readonly years: Set<number>;
  readonly waiting: { toConfirm: number; extensions: number; unanswered: number };
}

export const emptySummary = (): Summary => ({
  units: new Map(),
  groups: new Map(),
  months: new Map(),
  overdueBefore: 0,
  years: new Set(),
  waiting: { toConfirm: 0, extensions: 0, unanswered: 0 },
});

export function addTo<K>(map: Map<K, Counts>, key: K, counts: Counts): void {
  const there = map.get(key);
  if (there) add(there, counts);
  else map.set(key, { ...counts });
}

export function copyOf(summary: Summary): Summary {
  const copy = <K>(map: ReadonlyMap<K, Counts>) =>
    new Map([...map].map(([key, counts]) => [key, { ...counts }]));
  return {
    units: copy(summary.units),
    groups: copy(summary.groups),
    months: copy(summary.months),
    overdueBefore: summary.overdueBefore,
    years: new Set(summary.years),
    waiting: { ...summary.waiting },
  };
}

export const waitingKey = {
  'to-confirm': 'toConfirm',
  extension: 'extensions',
  unanswered: 'unanswered',
} as const;
