// Reporting periods, their data windows and deadlines. Days are ISO dates of Việt Nam's calendar.
import type { Deadline, Frequency, RegimeBody } from './body.ts';
import { afterWorkingDays, isWeekend, nextWorkingDay, plusDays, type IsOff } from './working-days.ts';

export type Recurring = Exclude<Frequency, 'on-call'>;

export interface Period {
  /** "2026", "2026-H1", "2026-9M", "2026-Q3", "2026-11", "2026-2030". */
  readonly name: string;
  readonly year: number;
  /** Months counted from January of year 0: the first and the last that it is about. */
  readonly first: number;
  readonly last: number;
}

export interface Window {
  readonly from: string;
  readonly to: string;
}

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The day of a month; its last where it has fewer. `month` counts from January of year 0. */
function dayOf(month: number, day: number): string {
  const [year, at] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
  const days = new Date(Date.UTC(2000, 0, 1)).setUTCFullYear(year, at + 1, 0);
  return iso(new Date(0).setUTCFullYear(year, at, Math.min(day, new Date(days).getUTCDate())));
}

const made = (name: string, year: number, [first, last]: readonly [number, number]): Period => ({
  name,
  year: year + Math.floor(last / 12),
  first: year * 12 + first,
  last: year * 12 + last,
});

/** The periods of a frequency that end in a year. */
export function periodsOf(frequency: Recurring, year: number): readonly Period[] {
  const two = (n: number) => String(n).padStart(2, '0');
  const times = (n: number, months: number, name: (nth: number) => string) =>
    Array.from({ length: n }, (_, at) => made(name(at + 1), year, [at * months, at * months + months - 1]));
  switch (frequency) {
    case 'month':
      return times(12, 1, (nth) => `${year}-${two(nth)}`);
    case 'quarter':
      return times(4, 3, (nth) => `${year}-Q${nth}`);
    case 'half-year':
      return times(2, 6, (nth) => `${year}-H${nth}`);
    case 'nine-months':
      return [made(`${year}-9M`, year, [0, 8])];
    case 'year':
      return [made(`${year}`, year, [0, 11])];
    case 'five-years':
      // Programmes run 2021–2025, 2026–2030.
      return year % 5 === 0 ? [made(`${year - 4}-${year}`, year - 4, [0, 59])] : [];
  }
}

/** Null: the frequency has no period of that name. */
export function periodNamed(frequency: Frequency, name: string): Period | null {
  if (frequency === 'on-call') return null;
  const year = Number(/^\d{4}-(\d{4})$/.exec(name)?.[1] ?? name.slice(0, 4));
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return null;
  return periodsOf(frequency, year).find((period) => period.name === name) ?? null;
}

/** Decree 09/2019/NĐ-CP unless the regime says otherwise. */
export const windowOf = (
  { fromDay, fromMonth, toDay, toMonth }: RegimeBody['window'],
  period: Period,
): Window => ({
  from: dayOf(period.first + fromMonth, fromDay),
  to: dayOf(period.last + toMonth, toDay),
});

export interface DueFrom {
  /** The window's last day. */
  readonly closes: string;
  /** In which the period ends. */
  readonly year: number;
  readonly isOff: IsOff;
  /** What becomes of a deadline on a day off. */
  readonly onDayOff: RegimeBody['onDayOff'];
}

function plainDueOf(deadline: Deadline, { closes, year, isOff }: DueFrom): string {
  if (deadline.kind === 'days') return plusDays(closes, deadline.days);
  if (deadline.kind === 'working-days') return afterWorkingDays(closes, deadline.days, isOff);
  return dayOf((year + deadline.yearOffset) * 12 + deadline.month - 1, deadline.day);
}

export function dueOf(deadline: Deadline, from: DueFrom): string {
  const day = plainDueOf(deadline, from);
  return from.onDayOff === 'next-working-day' ? nextWorkingDay(day, from.isOff) : day;
}

/** The first working day after the close: before it nobody can be asked to send (Decree 09/2019/NĐ-CP, Điều 8 k.5). */
export const earliestDue = (closes: string, isOff: IsOff): string => afterWorkingDays(closes, 1, isOff);

/** Those whose window has not ended before `day`, from the one that is running. */
export function periodsFrom(
  { frequency, window }: Pick<RegimeBody, 'frequency' | 'window'>,
  day: string,
): readonly Period[] {
  if (frequency === 'on-call') return [];
  const year = Number(day.slice(0, 4));
  return Array.from({ length: 12 }, (_, at) => periodsOf(frequency, year - 1 + at))
    .flat()
    .filter((period) => windowOf(window, period).to >= day);
}

/** What is unusual: asked for before the close, or with gaps to the next window. Told of two plain periods, without public holidays. */
export function oddities({ frequency, window, tiers, ownDeadline, onDayOff }: RegimeBody): readonly Oddity[] {
  if (frequency === 'on-call') return [];
  const [one, two] =
    periodsOf(frequency, 2025).length > 1
      ? periodsOf(frequency, 2025)
      : [...periodsOf(frequency, 2025), ...periodsOf(frequency, frequency === 'five-years' ? 2030 : 2026)];
  if (!one || !two) return [];
  const found: Oddity[] = [];
  const { from, to } = windowOf(window, one);
  if (from > to) return [{ code: 'window-empty' }];
  const next = windowOf(window, two).from;
  if (frequency !== 'nine-months' && next > plusDays(to, 1))
    found.push({ code: 'window-gap', from: plusDays(to, 1), to: plusDays(next, -1) });
  if (frequency !== 'nine-months' && next <= to) found.push({ code: 'window-overlap', from: next, to });
  const due = (deadline: Deadline) =>
    dueOf(deadline, { closes: to, year: one.year, isOff: isWeekend, onDayOff });
  for (const tier of tiers) {
    if (due(tier.deadline) < earliestDue(to, isWeekend))
      found.push({ code: 'due-before-close', name: tier.name });
  }
  const own = ownDeadline && due(ownDeadline);
  if (own && tiers.some((tier) => due(tier.deadline) > own)) found.push({ code: 'own-before-below' });
  return found;
}

export interface Oddity {
  readonly code: 'window-empty' | 'window-gap' | 'window-overlap' | 'due-before-close' | 'own-before-below';
  readonly name?: string;
  /** The days between two periods, or in both of them. */
  readonly from?: string;
  readonly to?: string;
}
