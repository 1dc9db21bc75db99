// The day within its period by which what recurs is due: "trước ngày 20 tháng 11 hằng năm", "thứ Sáu hằng tuần".
import type { DayOfPeriod, Interval } from '../tree.ts';

interface Mention {
  readonly every: Interval | null;
  readonly start: number;
  readonly end: number;
}

const DAY = String.raw`(?:ngày\s*)?(?<!\d)(0?[1-9]|[12]\d|3[01])`;
const DAY_MONTH = String.raw`${DAY}\s*(?:[/.-]|tháng)\s*(0?[1-9]|1[0-2])(?!\d)`;
const MONTH = String.raw`(?:trước\s*)?tháng\s*(0?[1-9]|1[0-2])(?![\d/])`;
const QUARTER = String.raw`quý\s*(iv|i{1,3}|[1-4])(?!\p{L}|\d)`;
const OF_QUARTER = String.raw`tháng\s*(?:thứ\s*)?(đầu(?:\s*tiên)?|nhất|giữa|hai|2|cuối(?:\s*cùng)?|ba|3)(?:\s*(?:của|mỗi|hằng|hàng|từng))*\s*quý`;
/** "Hội nghị lần thứ tư" and "khóa thứ hai" count, and name no day. */
const WEEKDAY = String.raw`(?<!(?:lần|kỳ|khóa|khoá|đợt|phiên|nhiệm kỳ|đại hội|hội nghị|năm|tháng|quý|tuần)\s*)(?:thứ\s*(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ\s*nhật|chúa\s*nhật))(?!\p{L}|\d)`;
/** What may stand between the day and the interval: "ngày 15/6 và 15/12 của hằng năm" says two days and is not read. */
const JOINT = String.raw`\s*(?:[,(]\s*)?(?:của\s*)?`;
const LIMIT = String.raw`(?:trước|chậm nhất|muộn nhất|đến|vào|xong|gửi|hạn)(?:\s+(?:là|vào|đến|trước|hết|trong))*\s*:?\s*`;
/** A day of the year, month or quarter after, of one year alone, or of the lunar calendar is no day of each. */
const NOT_AFTER = String.raw`(?!\s*[,(]?\s*(?:âm lịch|al(?!\p{L})))(?!\s*(?:,\s*)?(?:của\s*)?(?:tháng|quý|năm|kỳ|tuần)\s*(?:sau|tiếp|kế|trước|(?:19|20)\d\d))(?!\s?[/.-]\s?\d)`;

const before = (day: string) => new RegExp(`${day}${JOINT}$`, 'u');
/** In the same clause: "hằng năm, gửi báo cáo về Sở trước ngày 15/11". */
const after = (day: string) => new RegExp(`^[^.;:]{0,80}?${LIMIT}${day}${NOT_AFTER}`, 'u');

const YEAR_DAY = [before(DAY_MONTH), after(DAY_MONTH)];
const YEAR_MONTH = [before(MONTH), after(MONTH)];
const YEAR_QUARTER = before(QUARTER);
const HALF_DAY = [before(DAY_MONTH), after(DAY_MONTH)];
const QUARTER_DAY = [
  new RegExp(`${DAY}\\s*(?:của\\s*)?${OF_QUARTER}`, 'u'),
  new RegExp(`${OF_QUARTER}[^.;:\\d]{0,40}?${LIMIT}${DAY}(?!\\s*(?:[/.-]|tháng)\\s*\\d)`, 'u'),
];
const QUARTER_MONTH = new RegExp(OF_QUARTER, 'u');
const NO_MONTH = String.raw`(?!\d)(?!\s*(?:[/.-]|tháng)\s*\d)`;
const MONTH_DAY = [
  new RegExp(`(?:ngày\\s*|trước\\s*)${DAY}(?:\\s*của)?\\s*$`, 'u'),
  new RegExp(`^[^.;:]{0,80}?${LIMIT}(?:ngày\\s*|trước\\s*)${DAY}${NO_MONTH}${NOT_AFTER}`, 'u'),
];
const WEEK_DAY = [before(WEEKDAY), new RegExp(`^[^.;:]{0,40}?${WEEKDAY}`, 'u')];

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const WEEKDAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6 };
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const REACH = 90;

/** The day that stands beside an interval in a text in small letters; null: none, or not one that its period has. */
export function dayOfPeriod(text: string, { every, start, end }: Mention): DayOfPeriod | null {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  if (every === 'year') return ofYear(left, right);
  if (every === 'half-year') return ofHalf(left, right);
  if (every === 'quarter') return ofQuarter(text.slice(Math.max(0, start - REACH), end + REACH));
  if (every === 'month') return ofMonth(left, right);
  return every === 'week' ? ofWeek(left, right) : null;
}

function first(patterns: readonly RegExp[], left: string, right: string): RegExpExecArray | null {
  return patterns[0]?.exec(left) ?? patterns[1]?.exec(right) ?? null;
}

const inMonth = (month: number, day: number | null): DayOfPeriod => ({ month, day, weekday: null });

function ofYear(left: string, right: string): DayOfPeriod | null {
  const dated = first(YEAR_DAY, left, right);
  if (dated) {
    const [day, month] = [Number(dated[1]), Number(dated[2])];
    return day <= (LONGEST[month - 1] ?? 0) ? inMonth(month, day) : null;
  }
  const named = first(YEAR_MONTH, left, right);
  if (named) {
    // "trước tháng 12" ends with November.
    const month = Number(named[1]) - (/trước\s*tháng/u.test(named[0]) ? 1 : 0);
    return month >= 1 ? inMonth(month, null) : null;
  }
  const quarter = QUARTERS[YEAR_QUARTER.exec(left)?.[1] ?? ''];
  return quarter === undefined || quarter === 4 ? null : inMonth(quarter * 3, null);
}

/** "6 tháng (trước ngày 15/6)": the second half has its day in the same month of its own. */
function ofHalf(left: string, right: string): DayOfPeriod | null {
  const dated = first(HALF_DAY, left, right);
  if (!dated) return null;
  const [day, month] = [Number(dated[1]), Number(dated[2])];
  return day <= (LONGEST[month - 1] ?? 0) ? inMonth(((month - 1) % 6) + 1, day) : null;
}

function ofQuarter(around: string): DayOfPeriod | null {
  const [before, after] = [QUARTER_DAY[0]?.exec(around), QUARTER_DAY[1]?.exec(around)];
  if (before) return inMonth(nth(before[2]), Number(before[1]));
  if (after) return inMonth(nth(after[1]), Number(after[2]));
  const month = nth(QUARTER_MONTH.exec(around)?.[1]);
  return month === 3 ? null : inMonth(month, null);
}

function nth(words: string | undefined): number {
  if (words === undefined || /cuối|ba|3/u.test(words)) return 3;
  return /đầu|nhất/u.test(words) ? 1 : 2;
}

function ofMonth(left: string, right: string): DayOfPeriod | null {
  const found = first(MONTH_DAY, left, right);
  return found ? { month: null, day: Number(found[1]), weekday: null } : null;
}

function ofWeek(left: string, right: string): DayOfPeriod | null {
  const found = first(WEEK_DAY, left, right);
  if (!found) return null;
  const named = found[1];
  const weekday = named === undefined ? 7 : (WEEKDAYS[named] ?? Number(named) - 1);
  return { month: null, day: null, weekday };
}
