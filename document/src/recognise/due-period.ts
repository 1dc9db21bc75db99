// Periods and dates as plans write them: "Quý III - IV/2024", "tháng 9, tháng 10", "15/11", "2021 - 2025", "6 tháng đầu năm".

export interface Period {
  /** ISO dates, first and last day. */
  readonly from: string;
  readonly to: string;
  readonly level: Level;
  /** True where the text itself gives the year. */
  readonly dated: boolean;
  /** More than one unit was named: "tháng 9, tháng 10", "từ 1/3 đến 30/4". */
  readonly range: boolean;
  /** Index after it. */
  readonly end: number;
}

export type Level = 'day' | 'month' | 'quarter' | 'half' | 'year';

interface Unit {
  readonly level: Level;
  /** First and last month, from 1; the day for level "day". */
  readonly first: number;
  readonly last: number;
  readonly day: number;
  readonly year: number | null;
  readonly end: number;
}

const YEAR = String.raw`(?:(?:\s*[/.-]\s*|,?\s*(?:của\s*)?năm\s*|\s+)((?:19|20)\d\d)(?!\d))?`;
const DAY_SLASH =
  /(?:ngày\s*)?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|20)\d\d)|\s+năm\s+((?:19|20)\d\d))?(?![\d%])(?!\s?[/.]\s?\d)/y;
const DAY_WORDS =
  /(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})(?:(?:\s*năm\s*|\s?[/-]\s?|,\s*năm\s*)((?:19|20)\d\d))?(?!\d)/y;
const MONTH_SLASH = /(?:tháng\s*)?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)/y;
const MONTH = new RegExp(String.raw`tháng\s*(\d{1,2})(?![\d/])${YEAR}`, 'y');
const QUARTER = new RegExp(String.raw`quý\s*(iv|i{1,3}|[1-4])(?![\p{L}\d])${YEAR}`, 'uy');
const PART_OF_YEAR = new RegExp(
  String.raw`(?:(0?[369]|ba|sáu|chín)\s*tháng\s*(đầu|cuối)\s*năm|(đầu|giữa|cuối)\s*năm)(?:\s*((?:19|20)\d\d))?(?!\d)`,
  'y',
);
const YEAR_ONLY = /(?:(?:các\s*|những\s*)?năm\s*)?((?:19|20)\d\d)(?![\d/])/y;
const BARE_QUARTER = new RegExp(String.raw`(iv|i{1,3}|[1-4])(?![\p{L}\d])${YEAR}`, 'uy');
const BARE_MONTH = new RegExp(String.raw`(\d{1,2})(?![\d/])${YEAR}`, 'y');
const JOINT = /\s*(?:-|–|—|,|;|và|đến hết|đến|tới|hoặc)\s*/y;

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

const numberOf = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits);

function dayAt(text: string, from: number): Unit | null {
  const found = at(DAY_SLASH, text, from) ?? at(DAY_WORDS, text, from);
  if (found === null) return null;
  const [day, month] = [Number(found[1]), Number(found[2])];
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return {
    level: 'day',
    first: month,
    last: month,
    day,
    year: numberOf(found[3] ?? found[4]),
    end: from + found[0].length,
  };
}

function monthOf(found: RegExpExecArray | null, from: number): Unit | null {
  const month = Number(found?.[1]);
  if (found === null || month < 1 || month > 12) return null;
  return {
    level: 'month',
    first: month,
    last: month,
    day: 1,
    year: numberOf(found[2]),
    end: from + found[0].length,
  };
}

function quarterOf(found: RegExpExecArray | null, from: number): Unit | null {
  const quarter = QUARTERS[found?.[1] ?? ''];
  if (found === null || quarter === undefined) return null;
  const first = quarter * 3 - 2;
  return {
    level: 'quarter',
    first,
    last: first + 2,
    day: 1,
    year: numberOf(found[2]),
    end: from + found[0].length,
  };
}

const COUNTS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 };
const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  đầu: [1, 3],
  giữa: [5, 7],
  cuối: [10, 12],
};

function partOfYearAt(text: string, from: number): Unit | null {
  const found = at(PART_OF_YEAR, text, from);
  if (found === null) return null;
  const end = from + found[0].length;
  const year = numberOf(found[4]);
  if (found[3] !== undefined) {
    const [first, last] = THIRDS[found[3]]!;
    return { level: 'quarter', first, last, day: 1, year, end };
  }
  const count = COUNTS[found[1]!] ?? Number(found[1]);
  const early = found[2] === 'đầu';
  return { level: 'half', first: early ? 1 : 13 - count, last: early ? count : 12, day: 1, year, end };
}

function yearAt(text: string, from: number): Unit | null {
  const found = at(YEAR_ONLY, text, from);
  if (found === null) return null;
  return { level: 'year', first: 1, last: 12, day: 1, year: Number(found[1]), end: from + found[0].length };
}

function unitAt(text: string, from: number): Unit | null {
  return (
    dayAt(text, from) ??
    monthOf(at(MONTH_SLASH, text, from) ?? at(MONTH, text, from), from) ??
    quarterOf(at(QUARTER, text, from), from) ??
    partOfYearAt(text, from) ??
    yearAt(text, from)
  );
}

/** "… - IV/2024" after "Quý III", "… , 10" after "tháng 9"; `until`: "… đến quý I/2026" after "tháng 11/2025". */
function nextAt(text: string, from: number, level: Level, until: boolean): Unit | null {
  const whole = unitAt(text, from);
  if (whole !== null && (whole.level !== 'year' || level === 'year'))
    return whole.level === level || (until && level !== 'year') ? whole : null;
  if (level === 'quarter') return quarterOf(at(BARE_QUARTER, text, from), from);
  return level === 'month' ? monthOf(at(BARE_MONTH, text, from), from) : null;
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number): string => String(number).padStart(2, '0');
const lastDay = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : LAST_DAYS[month - 1]!;

function boundsOf(unit: Unit, year: number): [from: string, to: string] {
  if (unit.level === 'day') {
    const date = `${year}-${two(unit.first)}-${two(Math.min(unit.day, lastDay(year, unit.first)))}`;
    return [date, date];
  }
  return [`${year}-${two(unit.first)}-01`, `${year}-${two(unit.last)}-${two(lastDay(year, unit.last))}`];
}

/** The period that begins at `from` of a text in small letters; `year` is meant where the text gives none. */
export function periodAt(text: string, from: number, year: number | null): Period | null {
  const units: Unit[] = [];
  let unit = unitAt(text, from);
  while (unit !== null && units.length < 12) {
    units.push(unit);
    const joint = at(JOINT, text, unit.end);
    unit =
      joint === null ? null : nextAt(text, unit.end + joint[0].length, unit.level, /đến|tới/u.test(joint[0]));
  }
  const first = units[0];
  const last = units.at(-1);
  if (first === undefined || last === undefined) return null;
  const dated = units.find((one) => one.year !== null)?.year ?? null;
  const lastYear = last.year ?? dated ?? year;
  const firstYear = first.year ?? lastYear;
  if (firstYear === null || lastYear === null) return null;
  const [start] = boundsOf(first, firstYear);
  const [, stop] = boundsOf(last, lastYear);
  if (stop < start) return null;
  return {
    from: start,
    to: stop,
    level: units.length > 1 && first.level === 'day' ? 'half' : first.level,
    dated: dated !== null,
    range: units.length > 1,
    end: last.end,
  };
}

/** The day before the first of a period: "trước tháng 6/2025" is by 31 May. */
export function dayBefore(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (day > 1) return `${year}-${two(month)}-${two(day - 1)}`;
  return month > 1 ? `${year}-${two(month - 1)}-${two(lastDay(year, month - 1))}` : `${year - 1}-12-31`;
}
