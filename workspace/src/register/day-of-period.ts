// The day within each period by which what recurs is due, in words: "trước ngày 20/11", "thứ Sáu".
import type { PlanDue } from '@nhipcau/server/contract';
import { day } from '../language/dates.ts';
import type { Language, Message, Say } from '../language/words.ts';

export type Recurring = Extract<PlanDue, { kind: 'recurring' }>;
export type Every = Recurring['every'];
export type DayOfPeriod = NonNullable<Recurring['on']>;

export const weekdays: readonly Message[] = [
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'Chủ nhật',
];
const ofQuarter: readonly Message[] = ['tháng đầu quý', 'tháng thứ hai của quý', 'tháng cuối quý'];
const ofHalf: readonly Message[] = [
  'tháng đầu kỳ',
  'tháng thứ hai của kỳ',
  'tháng thứ ba của kỳ',
  'tháng thứ tư của kỳ',
  'tháng thứ năm của kỳ',
  'tháng cuối kỳ',
];

/** A leap year: 29 February is a day that may be named. */
const any = 2028;
const two = (n: number) => String(n).padStart(2, '0');
const dayMonth = (month: number, date: number, language: Language) =>
  day(`${any}-${two(month)}-${two(date)}`, language).replace(/[ /]\d{4}$/, '');

export const monthName = (month: number, language: Language): string =>
  language === 'en' ? dayMonth(month, 1, language).replace(/^\d+ /, '') : String(month);

/** The months of a period that may be named; none where it has no months of its own. */
export function monthsOf(every: Every, say: Say, language: Language): readonly string[] {
  if (every === 'quarter') return ofQuarter.map((words) => say(words));
  if (every === 'half-year') return ofHalf.map((words) => say(words));
  if (every !== 'year' && every !== 'five-years') return [];
  return Array.from({ length: 12 }, (_, at) => say('tháng {month}', { month: monthName(at + 1, language) }));
}

/** How many days may be chosen of a month; of a quarter's or half-year's the longest counts. */
export const longestOf = (every: Every, month: number | null): number =>
  month !== null && (every === 'year' || every === 'five-years')
    ? new Date(Date.UTC(any, month, 0)).getUTCDate()
    : 31;

export function dayOfPeriodWords(
  { every, on }: Omit<Recurring, 'kind'>,
  say: Say,
  language: Language,
): string {
  if (!on) return '';
  const { month, day: date, weekday } = on;
  if (weekday !== null) return say(weekdays[weekday - 1] ?? 'Chủ nhật');
  if (month === null) return date === null ? '' : say('trước ngày {n}|trong tháng', { n: two(date) });
  const ofYear = every === 'year' || every === 'five-years';
  if (ofYear && date !== null) return say('trước ngày {date}', { date: dayMonth(month, date, language) });
  if (ofYear) return say('hết tháng {month}', { month: monthName(month, language) });
  const which = monthsOf(every, say, language)[month - 1] ?? '';
  return date === null
    ? say('hết {month}', { month: which })
    : say('trước ngày {n} {month}', { n: two(date), month: which });
}
