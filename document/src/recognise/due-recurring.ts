// What comes again: "hằng năm", "định kỳ 6 tháng", "02 lần/năm", "trước ngày 15 hằng tháng", "thường xuyên".
import type { DayOfPeriod, Interval } from '../tree.ts';
import { dayOfPeriod } from './due-day.ts';

export interface Recurring {
  readonly every: Interval | null;
  /** The day within each period, where it stands beside. */
  readonly on: DayOfPeriod | null;
  readonly start: number;
  readonly end: number;
}

const INTERVALS: Readonly<Record<string, Interval>> = {
  năm: 'year',
  quý: 'quarter',
  tháng: 'month',
  tuần: 'week',
  ngày: 'day',
};

const PATTERN =
  /(?:hằng|hàng|mỗi|từng)\s?(năm|quý|tháng|tuần|ngày)(?![\p{L}])|(\d{1,2})\s?(?:lần|đợt|kỳ|hội nghị|số|cuộc|tin|bài|phóng sự|chuyên mục|lớp)\s?\/\s?(?:(\d{1,2})\s?)?(năm|quý|tháng|tuần|ngày)(?!\p{L})|(\d{1,2}|sáu|ba)\s?tháng\s?(?:\/|một|01|1)\s?(?:lần|kỳ)|(?:định kỳ|báo cáo|sơ kết|theo|hằng|hàng)\s(?:\(?)(?:(0?[369]|sáu|ba)\s?tháng(?!\s?(?:đầu|cuối|\d))|(quý|tháng|tuần|năm)(?=\s?[,;.)(]|\s(?:và|hoặc|\/)|$))|(thường niên)|(tháng cuối (?:của )?quý)|((?:và|từ)?\s?(?:các|những) năm (?:tiếp theo|sau|kế tiếp)|trở đi)|(định kỳ|thường xuyên|liên tục)(?!\s?(?:trú|hóa))/gu;

const NOT_BEFORE =
  /(?:chi|kinh phí|nguồn|nhiệm vụ|chính trị|sự nghiệp|dự toán|không|mang tính|ngân sách|lưu trú|chi phí)\s$/u;
/** "trợ cấp hằng tháng": what is paid comes again, not the work. */
const OF_MONEY =
  /(?:trợ cấp|phụ cấp|lương|mức|định mức|học phí|tiền|mức đóng|thu nhập|chi phí|(?<!kinh )phí|mức hưởng|sinh hoạt phí)\s$/u;
const MANY: Readonly<Record<string, Interval>> = { 2: 'half-year', 4: 'quarter', 12: 'month' };

function everyOf(found: RegExpExecArray): Interval | null {
  const plain = found[1] ?? found[7];
  if (plain !== undefined) return INTERVALS[plain]!;
  if (found[4] !== undefined) return timesOf(Number(found[2]), found[3], INTERVALS[found[4]]!);
  const months = found[5] ?? found[6];
  if (months !== undefined) return monthsOf(months);
  if (found[9] !== undefined) return 'quarter';
  return found[8] === undefined && found[10] === undefined ? null : 'year';
}

const timesOf = (times: number, per: string | undefined, unit: Interval): Interval =>
  per === undefined && unit === 'year' ? (MANY[String(times)] ?? 'year') : unit;

function monthsOf(count: string): Interval {
  const number = count === 'sáu' ? 6 : count === 'ba' ? 3 : Number(count);
  return number === 6 ? 'half-year' : number === 3 ? 'quarter' : number === 1 ? 'month' : 'year';
}

/** All that recurs in a text in small letters, in order. Linear. */
export function recurringIn(text: string): Recurring[] {
  const found: Recurring[] = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match !== null; match = PATTERN.exec(text)) {
    if (match[11] !== undefined && NOT_BEFORE.test(text.slice(Math.max(0, match.index - 12), match.index)))
      continue;
    if (match[1] !== undefined && OF_MONEY.test(text.slice(Math.max(0, match.index - 20), match.index)))
      continue;
    const [every, start, end] = [everyOf(match), match.index, match.index + match[0].length];
    found.push({ every, on: dayOfPeriod(text, { every, start, end }), start, end });
  }
  return found;
}
