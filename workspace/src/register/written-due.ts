// A deadline as differences of editions and revisions write it (ISO 8601: a day, an interval, a repetition), in words.
import type { Language, Say } from '../language/words.ts';
import type { Recurring } from './day-of-period.ts';
import { dueWords } from './due.ts';

const intervals = ['five-years', 'year', 'half-year', 'quarter', 'month', 'week', 'day'] as const;

/** "M11D20", "D25", "W5". */
function dayIn(written: string): Pick<Recurring, 'on'> {
  const [, month, day, weekday] = /^(?:M(\d+))?(?:D(\d+))?(?:W(\d))?$/.exec(written) ?? [];
  const part = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return month || day || weekday
    ? { on: { month: part(month), day: part(day), weekday: part(weekday) } }
    : {};
}

/** "2026-11-15", "2026-01-01/2026-03-31", "R/year/M11D20". */
export function writtenDue(value: string, say: Say, language: Language): string {
  const [first = '', second, third = ''] = value.split('/');
  if (first === 'R') {
    const every = intervals.find((one) => one === second) ?? null;
    return dueWords({ kind: 'recurring', every, ...dayIn(third) }, say, language);
  }
  return second === undefined
    ? dueWords({ kind: 'by', date: first }, say, language)
    : dueWords({ kind: 'during', from: first, to: second }, say, language);
}
