// Dates as documents write them: "ngày 28/3/2013", "ngày 28 tháng 02 năm 2013", "28.02.2013".

export interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const WRITTEN = String.raw`(\d{1,2})\s{0,2}(?:(?:[./-]|\s-\s)\s?(\d{1,2})\s?(?:[./-]|\s-\s)\s?|tháng\s{1,2}(\d{1,2})\s{0,2}(?:năm\s{1,2}|\/\s?))(\d{4}|\d{2}(?!\d))`;
const AT = new RegExp(WRITTEN, 'iy');

/** The date that is written at a place ("28/3/2013", "28 tháng 3 năm 2013"), if it is one of the calendar. */
export function dateAt(text: string, at: number): FoundDate | null {
  AT.lastIndex = at;
  const found = AT.exec(text);
  if (!found) return null;
  const year = found[4]!.length === 2 ? fullYear(Number(found[4])) : Number(found[4]);
  const iso = isoDate(year, Number(found[2] ?? found[3]), Number(found[1]));
  return iso === null ? null : { iso, start: at, end: at + found[0].length };
}

function fullYear(short: number): number {
  return short < 60 ? 2000 + short : 1900 + short;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Null for a day that the calendar does not have. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
