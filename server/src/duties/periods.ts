// The periods of a recurring task, within the time of its plan. Days are ISO dates of Việt Nam's calendar.
import type { DayOfPeriod } from '../tasks/due-day.ts';

export type Every = 'five-years' | 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day';

export interface Period {
  /** "2026-2030", "2026", "2026-H1", "2026-Q2", "2026-03", "2026-W07". */
  readonly name: string;
  readonly from: string;
  /** Its last day: by then it is due. */
  readonly to: string;
}

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const ms = (day: string) => Date.parse(`${day}T00:00:00Z`);
/** `month` counts from 0 and may run over. */
const at = (year: number, month: number, date = 1) => iso(Date.UTC(year, month, date));

/** So many months make one period; five-year plans run 2021–2025, 2026–2030. */
const months = { 'five-years': 60, year: 12, 'half-year': 6, quarter: 3, month: 1 } as const;

function byMonths(every: keyof typeof months, day: string): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const long = months[every];
  const first = every === 'five-years' ? year - ((((year - 1) % 5) + 5) % 5) : year;
  const begin = every === 'five-years' ? 0 : Math.floor(month / long) * long;
  const nth = begin / long + 1;
  const name = {
    'five-years': `${first}-${first + 4}`,
    year: `${first}`,
    'half-year': `${first}-H${nth}`,
    quarter: `${first}-Q${nth}`,
    month: `${first}-${String(nth).padStart(2, '0')}`,
  }[every];
  return { name, from: at(first, begin), to: at(first, begin + long, 0) };
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday. */
function week(day: string): Period {
  const time = ms(day);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs;
  const thursday = monday + 3 * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const nth = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return {
    name: `${year}-W${String(nth).padStart(2, '0')}`,
    from: iso(monday),
    to: iso(monday + 6 * dayMs),
  };
}

/** What happens every day, or all the time, has no periods: it is one duty that lasts. */
export const isDated = (every: Every | null): every is Exclude<Every, 'day'> =>
  every !== null && every !== 'day';

/** The period that a day falls into. */
export const periodOf = (every: Exclude<Every, 'day'>, day: string): Period =>
  every === 'week' ? week(day) : byMonths(every, day);

export interface Window {
  readonly from: string;
  readonly to: string;
}

/** All periods that have a day in the window, cut to it: a plan that ends in November has its year's report due in November. */
export function periodsIn(every: Exclude<Every, 'day'>, { from, to }: Window): readonly Period[] {
  const found: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodOf(every, day);
    found.push({
      name: period.name,
      from: period.from < from ? from : period.from,
      to: period.to > to ? to : period.to,
    });
    day = iso(ms(period.to) + dayMs);
  }
  return found;
}

/** The day of a whole period by which it is due: its last, unless the task names one. A day that the month lacks is its last. */
function dayIn({ from, to }: Period, every: Every, on: DayOfPeriod | null): string {
  if (on === null) return to;
  if (every === 'week') return iso(ms(from) + ((on.weekday ?? 7) - 1) * dayMs);
  const year = Number((every === 'five-years' ? to : from).slice(0, 4));
  const first = every === 'five-years' ? 0 : Number(from.slice(5, 7)) - 1;
  const month = first + (on.month ?? 1) - 1;
  const last = at(year, month + 1, 0);
  const day = on.day === null ? last : at(year, month, on.day);
  return day > last ? last : day;
}

export interface Term extends Period {
  readonly dueOn: string;
}

export interface Rhythm {
  readonly every: Exclude<Every, 'day'>;
  /** The day within each period; null: its last. */
  readonly on: DayOfPeriod | null;
}

/**
 * The periods of a window, each with its day: not after the window. One whose day had passed before the window began is not
 * owed, and left out.
 */
export const termsIn = ({ every, on }: Rhythm, window: Window): readonly Term[] =>
  periodsIn(every, window).flatMap((period) => {
    const day = dayIn(periodOf(every, period.from), every, on);
    return day < window.from ? [] : [{ ...period, dueOn: day > window.to ? window.to : day }];
  });

/** The one that a day falls into, within a plan that ends on `until`; null: its day had passed, or the plan ends before. */
export const termOf = (rhythm: Rhythm, day: string, until: string): Term | null => {
  const { to } = periodOf(rhythm.every, day);
  return termsIn(rhythm, { from: day, to: to < until ? to : until })[0] ?? null;
};

/** In which a period's duty counts: of the day by which it is due. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));
