// Dates and numbers as each language writes them; Decree 30/2020 puts a 0 before days under 10 and months 1 and 2 only.
import type { Language } from './words.ts';

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const iso = /^(\d{4})-(\d{2})-(\d{2})/;

/** An ISO date as "05/3/2026" or "5 Mar 2026"; anything else comes back as it is. */
export function day(date: string, language: Language): string {
  const match = iso.exec(date);
  if (!match) return date;
  const [, year = '', month = '', dayOfMonth = ''] = match;
  if (language === 'en') return `${Number(dayOfMonth)} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
  return `${dayOfMonth}/${Number(month) < 3 ? month : String(Number(month))}/${year}`;
}

/** A sentence with the ISO dates in it written as the reader writes dates. */
export function datesIn(text: string, language: Language): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date, language));
}

/** A point in time as "14:05, 05/3/2026" in the reader's own time zone. */
export function moment(instant: string, language: Language): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${two(time.getHours())}:${two(time.getMinutes())}, ${day(date, language)}`;
}

/** What a person types ("5/3/2026", "05-03-2026", "2026-03-05") as an ISO date; null when no such day exists. */
export function typedDay(text: string): string | null {
  const clean = text.trim();
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(clean);
  const [year, month, dayOfMonth] = vietnamese
    ? [vietnamese[3], vietnamese[2], vietnamese[1]]
    : (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean)?.slice(1) ?? []);
  if (!year || !month || !dayOfMonth) return null;
  const candidate = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const time = new Date(`${candidate}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(candidate) ? candidate : null;
}

/** 1234.5 as "1.234,5" or "1,234.5". */
export function figure(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A file's size as "1,2 MB". */
export function size(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}
