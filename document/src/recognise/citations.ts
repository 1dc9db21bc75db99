// Citations in stages: find the numbers and the laws, then read type before them, date, issuer and title behind them.
import { MINISTRIES } from '../gazetteer/ministries.ts';
import type { Citation, Span } from '../tree.ts';
import { dateAt, type FoundDate } from './dates.ts';
import type { Line } from './lines.ts';
import { numbersIn, typeOfNumber, type FoundNumber } from './numbers.ts';
import type { Zones } from './zones.ts';
import { typeByName } from './types.ts';
import { BASIS, PURSUANT } from './words.ts';

/** Every document that the lines cite, in reading order; the document's own number in its head is none. */
export function citationsOf(
  lines: readonly Line[],
  all: readonly Zones[],
  own: string | null = null,
): Citation[] {
  return all.flatMap((zone, index) => zoneCitations(lines, zone, index === 0 ? own : null));
}

function zoneCitations(lines: readonly Line[], zone: Zones, own: string | null): Citation[] {
  const found: Citation[] = [];
  for (let at = zone.start; at < zone.end; at++) {
    const line = lines[at]!;
    if (at < zone.bases && isOwnNumber(line.text)) continue;
    const role = at >= zone.bases && isBasisLine(lines, zone, at) ? 'basis' : 'mention';
    const cited = lineCitations(line, role);
    // One line may hold more citations than a call takes arguments.
    for (const one of cited) if (at >= zone.bases || own === null || one.number !== own) found.push(one);
  }
  return found;
}

/** Legal bases stand before the body, or open its first paragraphs. */
function isBasisLine(lines: readonly Line[], zone: Zones, at: number): boolean {
  if (at < zone.body) return true;
  return (
    at < zone.body + 3 && at < zone.tail && (BASIS.test(lines[at]!.text) || PURSUANT.test(lines[at]!.text))
  );
}

const OWN_NUMBER = /(?:^|\s)(?:Số|SỐ|Số hiệu)\s?[:.]?\s*[\d.…_]*\s?[-/]/;

function isOwnNumber(text: string): boolean {
  return (
    text.length < 160 &&
    OWN_NUMBER.test(text) &&
    !/[Kk]èm theo|KÈM THEO|(?:định|tư|quyết|thị|hoạch|văn|luận|báo|trình) số/i.test(text)
  );
}

function lineCitations(line: Line, role: Citation['role']): Citation[] {
  const { text } = line;
  const numbers = numbersIn(text).filter(
    (number) => !FORM.test(text.slice(Math.max(0, number.start - 24), number.start)),
  );
  const cited = numbers.map((number, index) =>
    numbered(text, number, numbers[index - 1]?.end ?? 0, numbers[index + 1]?.start ?? text.length),
  );
  const laws = lawsIn(text, cited);
  if (cited.length === 0 && laws.length === 0) return [];
  return [...cited, ...laws]
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, ...citation }) => ({
      ...citation,
      role,
      span: [line.span[0] + start, line.span[0] + end] as Span,
    }));
}

/** "Mẫu số 01/NHĐĐK" is a form. */
const FORM = /(?:mẫu|biểu|phụ lục|phiếu)(?:\s+số)?\s*:?\s*$/iu;

type Found = Omit<Citation, 'role' | 'span'> & { readonly start: number; readonly end: number };

const BEFORE = 90;

/** A number with what stands between the one before it and the one behind it. */
function numbered(text: string, number: FoundNumber, from: number, to: number): Found {
  const before = text.slice(Math.max(from, number.start - BEFORE), number.start);
  const named = typeBefore(before, number);
  const rest = text.slice(number.end, Math.min(to, number.end + 600));
  const behind = readBehind(rest);
  const type = named?.type ?? typeOfNumber(number);
  const front = behind.date ? null : readFront(text, Math.max(from, number.start - FRONT), number.start);
  return {
    type: type ?? (/QH\d+$/.test(number.first) ? 'L' : null),
    number: number.number,
    date: behind.date?.iso ?? front?.date ?? null,
    issuer: behind.issuer ?? front?.issuer ?? issuerOf(number),
    title: behind.title,
    start: number.start - (named?.length ?? 0),
    end: number.end + behind.length,
  };
}

const FRONT = 180;
const ISSUED =
  /^[\s,]{0,3}([^.;:()\d]{0,80}?)\s(?:đã\s)?(?:ban hành|ra|có|ký ban hành|ký|gửi|thông qua|phê duyệt)(?:\s[^\s.;:,()\d]{1,12}){0,7}\s?$/u;

/** "Ngày 26/4/2013, Thủ tướng Chính phủ đã ban hành Quyết định số …": who and when stand in front. */
function readFront(
  text: string,
  from: number,
  to: number,
): { readonly date: string; readonly issuer: string | null } | null {
  const inside = text.slice(from, to).lastIndexOf('gày ');
  if (inside < 0) return null;
  const day = from + inside;
  const date = dateAt(text, day + 4);
  const issued = date && ISSUED.exec(text.slice(date.end, to));
  if (!date || !issued) return null;
  const issuer = issued[1]!.trim();
  return { date: date.iso, issuer: /^\p{Lu}/u.test(issuer) ? issuer : null };
}

const TYPE_NAMES =
  /(?<![\p{L}])(?:Thông tư liên tịch|Nghị quyết liên tịch|Quyết định|Nghị định|Nghị quyết|Thông tư|Thông báo|Thông tri|Chỉ thị|Kết luận|Kế hoạch|Công văn|Công điện|Tờ trình|Báo cáo|Hướng dẫn|Chương trình|Đề án|Quy định|Quy chế|Bộ luật|Luật|Pháp lệnh|Văn bản hợp nhất|Văn bản|Phương án|Giấy mời|Lệnh|Hợp đồng|Biên bản)(?![\p{L}])/giu;

/** The type's name right before "số"; further away only a law, whose own name stands between, or one without a symbol. */
function typeBefore(
  before: string,
  number: FoundNumber,
): { readonly type: string | null; readonly length: number } | null {
  let last: RegExpExecArray | null = null;
  TYPE_NAMES.lastIndex = 0;
  for (let found = TYPE_NAMES.exec(before); found !== null; found = TYPE_NAMES.exec(before)) last = found;
  if (!last) return null;
  const between = before.slice(last.index + last[0].length);
  const near = /^[\s:]*(?:số[\s:]*){0,3}$|^\s*của .{3,40} số[\s:]*$/iu.test(between);
  const law = /^(?:bộ luật|luật|pháp lệnh)$/i.test(last[0]);
  if (!near && !((law || typeOfNumber(number) === null) && !/[;.]/.test(between))) return null;
  return { type: nameOf(last[0]), length: before.length - last.index };
}

function nameOf(words: string): string | null {
  const low = words.toLowerCase();
  if (low === 'bộ luật') return 'L';
  return low === 'văn bản' ? null : (typeByName(low)?.abbreviation ?? null);
}

interface Behind {
  readonly date: FoundDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
  /** How far it reads on from the number. */
  readonly length: number;
}

const TO_DATE = /^[\s,;)]{0,3}(?:(?:được |đã )?(?:ban hành|ký)?\s?)(?:ngày|ngay)\s{0,2}/i;
const ISSUER_THEN_DATE = /^[\s,]{0,2}của\s([^,;.()\d]{3,90}?)[\s,]+(?:ban hành |ký )?ngày\s/u;
const BARE_DATE = /^\s?\(?\s?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/;
const ISSUER =
  /^[\s,]{0,2}của\s((?:Bộ trưởng, Chủ nhiệm )?.{3,120}?)(?=\s(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|công bố|triển khai|thực hiện|giao|tổ chức|đến|đối với|V\/v|v\/v|thành lập|bổ sung|kiện toàn|điều chỉnh|và(?!\s\p{Lu}\p{Ll})|và (?:Bộ|Sở|Ủy ban|UBND|Ban|Quyết|Nghị|Thông|Chỉ|Kế|Công|Tờ|Báo|Luật|Giám|Chủ)|tại|là|trong|được|để|có|nhằm|theo|bãi bỏ|thay thế|đính chính|Về|Ban hành|Phê duyệt|Quy định|Hướng dẫn|Sửa đổi|Chương trình hành động|Chương trình số|Kế hoạch số|Nghị quyết số|Quyết định số|Chỉ thị số|Kết luận số)(?=[\s,])|[,;.()“"]|$)/u;
const TITLE =
  /^[\s,]{0,2}((?:về việc|về|V\/v|v\/v|ban hành|phê duyệt|quy định|Quy định|hướng dẫn|sửa đổi|công bố|triển khai|thành lập|bổ sung|kiện toàn|điều chỉnh)\s[^;]{3,400}?)(?=;|\.(?:\s|$)|,?$|\s?\)|,\s(?:\p{Lu}|được|trong đó|gồm))/u;

function readBehind(rest: string): Behind {
  const dated = behindDate(rest);
  let length = dated.length;
  const issuer = dated.issuer ?? ISSUER.exec(rest.slice(length));
  if (issuer && dated.issuer === null) length += issuer[0].length;
  const title = TITLE.exec(rest.slice(length));
  if (title) length += title[0].length;
  return { date: dated.date, issuer: issuer?.[1]?.trim() ?? null, title: title?.[1]?.trim() ?? null, length };
}

function behindDate(rest: string): {
  date: FoundDate | null;
  issuer: RegExpExecArray | null;
  length: number;
} {
  const before = TO_DATE.exec(rest) ?? BARE_DATE.exec(rest);
  const date = before && dateAt(rest, before[0].length);
  if (date) return { date, issuer: null, length: date.end };
  const issuer = ISSUER_THEN_DATE.exec(rest);
  const later = issuer && dateAt(rest, issuer[0].length);
  return later ? { date: later, issuer, length: later.end } : { date: null, issuer: null, length: 0 };
}

const LAW = /(?:Bộ luật|Luật|Pháp lệnh)\s(?=\p{Lu}|sửa đổi)/gu;

/** Laws cited without a number, as Decree 30/2020 has it: by name, with a date or a year. */
function lawsIn(text: string, cited: readonly Found[]): Found[] {
  const found: Found[] = [];
  if (!text.includes('uật') && !text.includes('háp lệnh')) return found;
  let next = 0;
  LAW.lastIndex = 0;
  for (let law = LAW.exec(text); law !== null; law = LAW.exec(text)) {
    const start = law.index;
    while (next < cited.length && cited[next]!.end <= start) next++;
    const near = cited[next];
    if ((near && near.start <= start) || start < (found.at(-1)?.end ?? 0)) continue;
    const read = readLaw(text, start);
    if (read && !(near && near.start < read.end)) found.push(read);
  }
  return found;
}

function readLaw(text: string, start: number): Found | null {
  const window = text.slice(start, start + 260);
  if (!window.includes('ngày ') && !window.includes('năm ')) return null;
  const dated = /^([^;.()]{4,180}?),?\s(?:(?:được\s)?(?:Quốc hội\s)?thông qua\s)?ngày\s{1,2}(?=\d)/u.exec(
    window,
  );
  const date = dated && dateAt(window, dated[0].length);
  if (dated && date)
    return {
      type: lawType(window),
      number: null,
      date: date.iso,
      issuer: null,
      title: dated[1]!.trim(),
      start,
      end: start + date.end,
    };
  const year = /^([^;.,()]{4,120}?)\snăm\s(\d{4})(?!\d)/u.exec(window);
  if (year)
    return {
      type: lawType(window),
      number: null,
      date: null,
      issuer: null,
      title: year[1]!.trim(),
      start,
      end: start + year[0].length,
    };
  return null;
}

const lawType = (text: string): string => (text.startsWith('Pháp') ? 'PL' : 'L');

const ORGANS: ReadonlyMap<string, string> = new Map(
  MINISTRIES.flatMap((agency) => agency.symbols.map((symbol) => [symbol, agency.name] as const)),
);

/** Who a symbol says issued it, where it says so alone ("QĐ-TTg"). */
function issuerOf(number: FoundNumber): string | null {
  // "/TW" is the Central Committee's, the Politburo's or the Secretariat's.
  if (number.organ === 'TW') return null;
  return ORGANS.get(number.organ) ?? ORGANS.get(number.first) ?? null;
}
