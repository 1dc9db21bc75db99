// The time of a plan: guessed from its title or its tasks, and shifted when a new plan is drawn up from an old one. Pure.
import { fold } from '../text/fold.ts';
import type { PlanBody, PlanDue } from './body.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

const wholeYears = (from: string | number, to: string | number): Period => ({
  from: `${from}-01-01`,
  to: `${to}-12-31`,
});

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const quarters: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

/** "giai đoạn 2026 - 2030", "quý II năm 2026", "6 tháng cuối năm 2026", "tháng 3/2026", "năm 2026"; null: the title says nothing. */
export function periodOfTitle(title: string): Period | null {
  const text = fold(title);
  const year = '((?:19|20)\\d\\d)';
  const span = new RegExp(`\\b${year}\\s*(?:-|–|—|den(?: nam)?)\\s*(?:nam )?${year}\\b`).exec(text);
  if (span?.[1] && span[2] && span[1] <= span[2]) return wholeYears(span[1], span[2]);
  const quarter = new RegExp(`\\bquy (iv|iii|ii|i|[1-4])\\s*(?:/|nam|-)\\s*${year}`).exec(text);
  if (quarter) {
    const nth = quarters[quarter[1] ?? ''] ?? 1;
    return {
      from: iso(Number(quarter[2]), nth * 3 - 3, 1),
      to: iso(Number(quarter[2]), nth * 3, 0),
    };
  }
  const half = new RegExp(`\\b(?:6|sau) thang (dau|cuoi) nam ${year}`).exec(text);
  if (half) {
    return half[1] === 'dau'
      ? { from: `${half[2]}-01-01`, to: `${half[2]}-06-30` }
      : { from: `${half[2]}-07-01`, to: `${half[2]}-12-31` };
  }
  const month = new RegExp(`\\bthang (0?[1-9]|1[0-2])\\s*(?:/|nam|-)\\s*${year}`).exec(text);
  if (month) {
    const [nth, of] = [Number(month[1]), Number(month[2])];
    return { from: iso(of, nth - 1, 1), to: iso(of, nth, 0) };
  }
  const single = new RegExp(`\\bnam ${year}\\b(?! cua)`).exec(text);
  return single?.[1] ? wholeYears(single[1], single[1]) : null;
}

/** From the first year in which something is due to the last; null: no task has a day. */
export function periodOfTasks(tasks: PlanBody['tasks']): Period | null {
  const years = tasks
    .flatMap(({ due }) => (due.kind === 'by' ? [due.date] : due.kind === 'during' ? [due.from, due.to] : []))
    .map((day) => day.slice(0, 4))
    .toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? wholeYears(first, last) : null;
}

export interface Shift {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** How one beginning lies after another: in whole years or months where the calendar allows, else in days. */
export function shiftBetween(before: string, after: string): Shift {
  const [year, month, day] = before.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = after.split('-').map(Number) as [number, number, number];
  if (day !== toDay) {
    return { years: 0, months: 0, days: Math.round((Date.parse(after) - Date.parse(before)) / 86_400_000) };
  }
  if (month === toMonth) return { years: toYear - year, months: 0, days: 0 };
  return { years: 0, months: (toYear - year) * 12 + toMonth - month, days: 0 };
}

/** The last day of a month stays its last day; 29 February becomes the 28th. */
export function shiftDay(day: string, { years, months, days }: Shift): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (days !== 0) return iso(year, month - 1, date + days);
  const [toYear, toMonth] = [year + years, month - 1 + months];
  const last = (ofYear: number, ofMonth: number) => Number(iso(ofYear, ofMonth + 1, 0).slice(8));
  const isLast = date === last(year, month - 1) && months !== 0;
  const longest = last(toYear, toMonth);
  return iso(toYear, toMonth, isLast ? longest : Math.min(date, longest));
}

export function shiftDue(due: PlanDue, shift: Shift): PlanDue {
  if (due.kind === 'by') return { kind: 'by', date: shiftDay(due.date, shift) };
  if (due.kind === 'during') {
    return { kind: 'during', from: shiftDay(due.from, shift), to: shiftDay(due.to, shift) };
  }
  return due;
}

/** Years named in a text move along: "năm 2025" becomes "năm 2026". */
export const shiftYears = (text: string, { years }: Shift): string =>
  text.replace(/(?<!\d[/.-]?)\b((?:19|20)\d\d)\b(?!\/[A-ZĐ])/g, (year) => String(Number(year) + years));
