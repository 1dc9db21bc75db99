// When a task is due, by the table of the contract: in a field or column of its own, or inside its sentence.
import type { DayOfPeriod, Due, Span } from '../tree.ts';
import type { Period } from './due-period.ts';
import { dayBefore, periodAt } from './due-period.ts';
import type { Recurring } from './due-recurring.ts';
import { recurringIn } from './due-recurring.ts';
import { inSmallLetters } from './lower.ts';

export interface DueContext {
  /** The year that a date without one belongs to: of the document's period or of its issue. */
  readonly year: number | null;
}

export interface FoundDue {
  readonly due: Due;
  /** Of what recurs: the day within each period, where the text names one. */
  readonly on?: DayOfPeriod | null;
  /** Place in the text handed in. */
  readonly span: Span;
}

/** In small letters, unless that would move the places of others. */
function lower(text: string): string {
  const low = inSmallLetters(text);
  return low.length === text.length ? low : text;
}

/** `all` that recurs in the text: the day may stand beside a second mention of the same interval. */
const recurring = ({ every, start, end }: Recurring, all: readonly Recurring[]): FoundDue => ({
  due: { kind: 'recurring', every },
  on: every === null ? null : (all.find((each) => each.every === every && each.on !== null)?.on ?? null),
  span: [start, end],
});

function during(period: Period, start: number): FoundDue {
  return { due: { kind: 'during', from: period.from, to: period.to }, span: [start, period.end] };
}

/** "trước tháng 6" ends the day before it begins, "trước ngày 15/6" and "hết tháng 6" on its last day. */
function by(period: Period, start: number, before: boolean): FoundDue {
  const date = before && period.level !== 'day' ? dayBefore(period.from) : period.to;
  return { due: { kind: 'by', date }, span: [start, period.end] };
}

const LIMIT = String.raw`(?:trước|chậm nhất|muộn nhất|xong trước|đến hết|trước hết|hết|đến trước|hạn cuối|hạn|đến)`;
const FIELD_LIMIT = new RegExp(String.raw`${LIMIT}(?:\s+(?:là|vào|đến|trong|trước|hết))*\s*:?\s*`, 'u');
const OPEN_ENDED = /^(?:từ|bắt đầu từ|kể từ|sau|ngay sau|theo|khi|ngay khi|trong vòng|tùy|phù hợp)(?!\p{L})/u;
const PERIOD_START = /\d|tháng\s*\d|quý|năm\s*\d|ngày|đầu\s*năm|giữa\s*năm|cuối\s*năm|sáu|chín/gu;

/** A field or column that says nothing but the time. */
export function dueOfField(field: string, context: DueContext): FoundDue | null {
  const text = lower(field);
  const again = recurringIn(text);
  const interval = again.find(({ every }) => every !== null) ?? again[0];
  // "Dự kiến ngày 05/12 (chậm nhất ngày 10/12)": the latest day is the deadline.
  const latest = Math.max(0, text.search(/chậm nhất|muộn nhất/u));
  const period = firstPeriod(text, latest, context.year) ?? firstPeriod(text, 0, context.year);
  if (interval !== undefined && (interval.every !== null || period === null || interval.start < period.start))
    return recurring(interval, again);
  // "Chi nhiệm vụ thường xuyên" in a sentence is money; a column of time that says so says how often.
  if (period === null && /^\s*(?:là\s)?nhiệm vụ thường xuyên/u.test(text))
    return recurring({ every: null, on: null, start: 0, end: text.length }, []);
  if (period === null) return wholeYear(text, context.year);
  const lead = text.slice(period.start > latest ? latest : 0, period.start).trim();
  if (OPEN_ENDED.test(lead) && !/đến|-|–/u.test(text.slice(0, period.end)) && !FIELD_LIMIT.test(lead))
    return null;
  if (FIELD_LIMIT.test(lead)) return by(period, 0, /trước\s*(?:ngày)?\s*$/u.test(lead));
  return period.level === 'day' ? by(period, period.start, false) : during(period, period.start);
}

function wholeYear(text: string, year: number | null): FoundDue | null {
  if (year === null || !/^\s*(?:trong|cả|suốt|hoàn thành trong)?\s*năm\s*[.;,]?\s*$/u.test(text)) return null;
  return { due: { kind: 'during', from: `${year}-01-01`, to: `${year}-12-31` }, span: [0, text.length] };
}

function firstPeriod(text: string, from: number, year: number | null): (Period & { start: number }) | null {
  PERIOD_START.lastIndex = from;
  for (let match = PERIOD_START.exec(text); match !== null; match = PERIOD_START.exec(text)) {
    const period = insideNumber(text, match.index) ? null : periodAt(text, match.index, year);
    if (period !== null) return { ...period, start: match.index };
  }
  return null;
}

/** "3/2024" inside "31/13/2024" is the rest of a wrong date, not a month. */
const insideNumber = (text: string, at: number): boolean =>
  /\d[/.-]?$|tuần (?:thứ )?$/u.test(text.slice(Math.max(0, at - 9), at));

const IN_SENTENCE =
  /(trước|chậm nhất|muộn nhất|đến hết|hạn)(?:\s+(?:là|vào|đến|trong|trước|hết|ngày))*\s+(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{1,2})?(?:\s?phút)?,?\s+)?(?=\d|ngày|tháng|quý|năm|hết)|(?:(trong|vào dịp|vào|hoàn thành|xong|thời gian:?|thời hạn:?|tiến độ:?)\s+)?(?:trong\s+)?(?=tháng\s*\d|quý\s*[iv\d]|(?:0?[69]|sáu|chín)\s*tháng\s*(?:đầu|cuối)\s*năm|(?:các\s*)?năm\s*(?:19|20)\d\d|ngày\s*\d)|(đến)\s+(?=năm\s*(?:19|20)\d\d|ngày\s*\d)|(giai đoạn)\s*(?=(?:19|20)\d\d)|(từ)\s+(?=tháng|quý|ngày|năm)|(vào dịp|vào)\s+(?=\d{1,2}\s?[/.]\s?\d)/gu;

const TITLED =
  /(?:chiến lược|chương trình|đề án|kế hoạch|quy hoạch|quyết định|nghị quyết|dự án|chỉ thị|kết luận|tầm nhìn|mục tiêu|nghị định|thông tư|luật|công văn|đề cương|năm học|báo cáo số)(?!\p{L})[^.;:]*$/u;
const CLAUSE_END = /^\s*(?:[.;)\]]|\/\.|$)/u;
const ABOUT = 160;

interface Candidate extends FoundDue {
  /** The higher, the surer; of equals the last one counts. */
  readonly rank: number;
}

/** What the words in front and behind make of a period inside a sentence; null if it says nothing about the task. */
function weigh(text: string, match: RegExpExecArray, period: Period): Candidate | null {
  const start = match.index;
  const before = text.slice(Math.max(0, start - ABOUT), start);
  const opens = /(?:^|[.;:(+-])\s*$/u.test(before);
  const closes = CLAUSE_END.test(text.slice(period.end, period.end + 6));
  const [, limit, within, until, span, since, on] = match;
  const inside = within ?? on;
  if (limit !== undefined)
    return { ...by(period, start, limit.startsWith('trước')), rank: period.dated ? 4 : 3 };
  if (since !== undefined)
    return period.range ? { ...during(period, start), rank: period.dated ? 2.5 : 2 } : null;
  if (until !== undefined && period.level === 'day')
    return /từ[^.;]{0,40}$/u.test(before) ? null : { ...by(period, start, false), rank: 2 };
  if (until !== undefined)
    return opens || (closes && !TITLED.test(before)) ? { ...by(period, start, false), rank: 2 } : null;
  if (span !== undefined)
    return (opens || (closes && !TITLED.test(before))) && period.level === 'year'
      ? { ...during(period, start), rank: 2 }
      : null;
  if (period.level === 'day')
    return inside === undefined || !(closes || /hoàn thành|xong/u.test(before))
      ? null
      : { ...by(period, start, false), rank: 2 };
  if (inside !== undefined)
    return { ...during(period, start), rank: period.dated && !inside.startsWith('vào') ? 4 : 2 };
  if (period.level === 'year')
    return opens && /^\s*[,:)]/u.test(text.slice(period.end)) ? { ...during(period, start), rank: 2 } : null;
  const bracketed = before.trimEnd().endsWith('(') && /^\s*\)/u.test(text.slice(period.end));
  if (bracketed) return { ...during(period, start), rank: 2 };
  return period.dated && (opens || (closes && !TITLED.test(before)))
    ? { ...during(period, start), rank: 2 }
    : null;
}

function candidatesIn(text: string, year: number | null): Candidate[] {
  const found: Candidate[] = [];
  IN_SENTENCE.lastIndex = 0;
  for (let match = IN_SENTENCE.exec(text); match !== null; match = IN_SENTENCE.exec(text)) {
    const period = periodAt(text, match.index + match[0].length, year);
    if (match[0].length === 0) IN_SENTENCE.lastIndex++;
    if (period === null) continue;
    const candidate = weigh(text, match, period);
    if (candidate !== null) found.push(candidate);
    IN_SENTENCE.lastIndex = Math.max(IN_SENTENCE.lastIndex, period.end);
  }
  return found;
}

/** "triển khai … vào Kế hoạch … hằng năm": the plan comes every year, not the task. */
const YEARLY_PLAN = /(?:triển khai|thực hiện|lồng ghép|đưa|tích hợp)[^,;.]{0,120}kế hoạch[^,;.]{0,60}$/u;

function recurrenceIn(text: string): Candidate | null {
  const again = recurringIn(text).filter(
    ({ every, start, end }) =>
      text.slice(start, end) !== 'liên tục' &&
      (every !== 'year' || !YEARLY_PLAN.test(text.slice(Math.max(0, start - ABOUT), start))),
  );
  const chosen = again.find(({ every }) => every !== null) ?? again[0];
  if (chosen === undefined) return null;
  const following = again.find(({ start, end }) => FOLLOWING.test(text.slice(start, end)));
  if (
    following !== undefined &&
    !TITLED.test(text.slice(Math.max(0, following.start - ABOUT), following.start))
  )
    return { ...recurring(following, again), rank: 5 };
  return { ...recurring(chosen, again), rank: chosen.every === null ? 1 : 3.5 };
}

const FOLLOWING = /năm (?:tiếp theo|sau|kế tiếp)|trở đi/u;
const WITHIN_YEAR = /(?:^|\s)(?:trong|cả) năm[.;]?$/u;
const HAS_PERIOD = /\d|quý/u;
const HAS_RECURRENCE =
  /hằng|hàng|mỗi|từng|định kỳ|thường|liên tục|tiếp theo|trở đi|lần|tháng cuối|sau|\/|\d/u;

/** The time that a sentence sets for its own task; null if it sets none. */
export function dueInSentence(sentence: string, context: DueContext): FoundDue | null {
  const text = lower(sentence);
  const best = (HAS_PERIOD.test(text) ? candidatesIn(text, context.year) : []).reduce<Candidate | null>(
    (chosen, candidate) => (chosen === null || candidate.rank >= chosen.rank ? candidate : chosen),
    null,
  );
  const again = HAS_RECURRENCE.test(text) ? recurrenceIn(text) : null;
  const winner = again !== null && (best === null || again.rank > best.rank) ? again : best;
  if (winner !== null) return { due: winner.due, on: winner.on ?? null, span: winner.span };
  const ending = WITHIN_YEAR.exec(text);
  const whole = ending === null ? null : wholeYear('trong năm', context.year);
  return whole === null ? null : { due: whole.due, span: [ending!.index, text.length] };
}

/** "Đợt 1: Trong tháng 12/2025". */
const TURN = /^\s*(?:đợt|giai đoạn|bước|vòng)\s(?:\d{1,2}|[ivx]{1,4})\s?[:.–-]\s*/u;

/** A heading that begins with its period ("Giai đoạn 2026 - 2030"): what the tasks below it inherit. */
export function dueOfHeading(title: string): FoundDue | null {
  const heading = lower(title);
  const turn = TURN.exec(heading);
  if (turn !== null) {
    const from = turn[0].length;
    const within = dueOfField(heading.slice(from).split(/\sgồm(?!\p{L})|[:;]/u)[0]!, { year: null });
    if (within?.due.kind === 'during')
      return { due: within.due, span: [from + within.span[0], from + within.span[1]] };
  }
  const bracket = !heading.includes('(') ? null : /\(([^()]{4,60})\)\s*[:.]?\s*$/u.exec(heading);
  const inside = bracket === null ? null : dueOfField(bracket[1]!, { year: null });
  if (bracket !== null && inside?.due.kind === 'during')
    return { due: inside.due, span: [bracket.index + 1, bracket.index + 1 + bracket[1]!.length] };
  const start =
    /^\s*(?:giai đoạn|trong giai đoạn|trong năm|trong quý|trong tháng|năm|quý|tháng)\s*(?=[\div])/u.exec(
      heading,
    );
  if (start === null) return null;
  const digits = /^\s*(?:năm|quý|tháng)/u.test(start[0]) || /(?:quý|tháng)\s*$/u.test(start[0]);
  const from = digits ? start.index + start[0].search(/năm|quý|tháng/u) : start.index + start[0].length;
  const period = periodAt(heading, from, null);
  return period === null ? null : during(period, start.index);
}
