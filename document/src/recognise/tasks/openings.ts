// How a paragraph opens: with an agency that owns what follows, with a role ("Chủ trì, phối hợp với …:"), or with work.
import type { Mention, Span } from '../../tree.ts';
import type { AgencyList } from '../agencies.ts';
import { afterBracket, agenciesOfField, agencyListAt, mentionsOf } from '../agencies.ts';
import { qualifierEnd } from '../agencies-place.ts';
import { turnAt, verbAt } from '../agencies-verbs.ts';
import type { Word } from '../agencies-words.ts';
import { partnersIn } from './partners.ts';
import { leadsIn } from './roles.ts';
import { assigns } from './subject.ts';

export interface Opening {
  readonly lead: readonly Mention[];
  readonly coordinating: readonly Mention[];
  /** What the agency must do, where it stands in the same paragraph; null in a heading. */
  readonly duty: Span | null;
}

const TAIL_WORDS = new Set(
  'theo chức năng nhiệm vụ được giao thẩm quyền của mình phạm vi trong có trách chịu và là lĩnh vực phụ quản lý , thực hiện các việc nội dung sau đây như quyền hạn tập trung căn cứ'.split(
    ' ',
  ),
);

/** "– cơ quan thường trực" behind a name: index after it. */
function afterApposition(words: readonly Word[], at: number): number {
  const dash = words[at]?.low === '-' || words[at]?.low === '–';
  const body = words[at + 1]?.low === 'cơ' || words[at + 1]?.low === 'đơn' || words[at + 1]?.low === 'đầu';
  if (!dash || !body || words[at + 1]!.capital) return at;
  let end = at + 1;
  while (end < words.length && end - at < 10 && words[end]!.word) end++;
  return end === words.length || words[end]!.low === ':' ? end : at;
}

/** After the agencies nothing but "theo chức năng, nhiệm vụ được giao", "có trách nhiệm" …: index of the first other word. */
function afterTail(words: readonly Word[], at: number): number {
  let from = afterApposition(words, at);
  while (from < words.length && TAIL_WORDS.has(words[from]!.low)) from++;
  return from;
}

const isEnd = (words: readonly Word[], at: number): boolean => {
  for (let from = at; from < words.length; from++) {
    const low = words[from]!.low;
    if (low !== '.' && low !== ';' && low !== ':' && low !== ',' && low !== '/') return false;
  }
  return true;
};

/** "Đối với", "Trách nhiệm của", "Về phía", "Các cơ quan:" and "Giao", "Đề nghị" in front of the agencies. */
function afterFront(words: readonly Word[]): number {
  const low = (at: number): string => words[at]?.low ?? '';
  let at = 0;
  if (low(0) === 'đối' && low(1) === 'với') at = 2;
  else if (low(0) === 'về' && low(1) === 'phía') at = 2;
  else if (
    (low(0) === 'trách' || low(0) === 'nhiệm') &&
    (low(1) === 'nhiệm' || low(1) === 'vụ') &&
    (low(2) === 'của' || low(2) === 'đối')
  )
    at = low(2) === 'của' ? 3 : 4;
  const given = assigns(words, at);
  return given > 0 ? given : at;
}

const AGENCY_HEADING_LENGTH = 700;

/** An agency that heads what follows ("1. Giao Sở Nội vụ:", "2. Sở Tài chính: Bố trí …"), or null. */
export function agencyOpening(text: string, words: readonly Word[], end: number): Opening | null {
  const first = afterFront(words);
  const person = personOpening(text, words, first, end);
  if (person !== null) return person;
  const list = agencyListAt(text, words, first);
  if (list === null) return null;
  const after = afterBracket(words, list.next);
  const tail = afterTail(words, after);
  if (isEnd(words, tail))
    return { lead: headMentions(text, words, first, list, tail), coordinating: [], duty: null };
  const colon = words[after]?.low === ':' ? after : words[tail]?.low === ':' ? tail : -1;
  if (colon < 0) return unknownOwner(text, words, first, list.next, end);
  if (words[colon + 1] === undefined) return null;
  const duty: Span = [words[colon + 1]!.start, end];
  return { lead: mentionsOf(list, 'heading'), coordinating: [], duty };
}

const LONGEST_OWNER = 24;
const PERSONS = new Set(['ông', 'bà', 'đồng', 'đ']);

/** "Đồng chí Nguyễn Văn An - Phó Chủ tịch, Trưởng ban: Chỉ đạo …": one person, with all offices. */
function personOpening(text: string, words: readonly Word[], first: number, end: number): Opening | null {
  if (!PERSONS.has(words[first]?.low ?? '')) return null;
  for (let at = first + 1; at < Math.min(words.length, first + LONGEST_OWNER); at++) {
    const { low } = words[at]!;
    if (low === '.' || low === ';') return null;
    if (low !== ':') continue;
    const span: Span = [words[first]!.start, words[at - 1]!.end];
    const lead = [{ name: text.slice(...span), span, reason: 'heading' }];
    return { lead, coordinating: [], duty: words[at + 1] === undefined ? null : [words[at + 1]!.start, end] };
  }
  return null;
}

/** "Phòng Công tác đảng và công tác chính trị: Viết tin …": a name that runs on to the colon. */
function unknownOwner(
  text: string,
  words: readonly Word[],
  first: number,
  from: number,
  end: number,
): Opening | null {
  if (!words[first]!.capital) return null;
  for (let at = from; at < Math.min(words.length - 1, first + LONGEST_OWNER); at++) {
    const { low, capital } = words[at]!;
    if (low === ':') {
      const lead = fieldMentions(text, words, first, at);
      return words[at + 1]!.capital ? { lead, coordinating: [], duty: [words[at + 1]!.start, end] } : null;
    }
    if (low === '.' || (!capital && DUTIES.has(low) && turnAt(words, at) === 'verb')) return null;
  }
  return null;
}
const DUTIES = new Set([
  'chủ',
  'phối',
  'tham',
  'triển',
  'thực',
  'có',
  'chịu',
  'hướng',
  'tiếp',
  'tăng',
  'xây',
  'báo',
  'rà',
  'đẩy',
  'là',
  'theo',
  'căn',
  'tập',
  'đề',
  'yêu',
  'giao',
  'cần',
  'phải',
  'đã',
]);

/** A heading consists of agencies alone: names may then hold parts in small letters. */
function headMentions(
  text: string,
  words: readonly Word[],
  first: number,
  list: AgencyList,
  tail: number,
): Mention[] {
  const last = words[list.next - 1]!;
  if (tail > list.next || last.end - words[first]!.start > AGENCY_HEADING_LENGTH)
    return mentionsOf(list, 'heading');
  return agenciesOfField(text, words[first]!.start, last.end).map(({ name, span }) => ({
    name,
    span,
    reason: 'heading',
  }));
}

/** A heading of agencies that only reads as one when small-letter parts count: "Trung tâm Xúc tiến đầu tư, thương mại". */
export function wholeHeading(text: string, words: readonly Word[]): Mention[] | null {
  const first = afterFront(words);
  const list = agencyListAt(text, words, first);
  const last = words.at(-1);
  if (list === null || last === undefined || last.end - words[first]!.start > 200) return null;
  let skipped = 0;
  for (let at = first; at < words.length; at++) {
    const low = words[at]!.low;
    skipped = Math.max(skipped, at >= list.next ? qualifierEnd(words, at) : 0);
    if (low === ':' || low === '.' || low === ';')
      return isEnd(words, at) ? fieldMentions(text, words, first, at) : null;
    if (at >= list.next && at >= skipped && turnAt(words, at) === 'verb') return null;
  }
  return fieldMentions(text, words, first, words.length);
}

function fieldMentions(text: string, words: readonly Word[], first: number, to: number): Mention[] {
  return agenciesOfField(text, words[first]!.start, words[to - 1]!.end).map(({ name, span }) => ({
    name,
    span,
    reason: 'heading',
  }));
}

/** "Chủ trì, phối hợp với các sở, ngành:" with nothing to do said yet: who helps with all that follows. */
export function roleOpening(text: string, words: readonly Word[]): readonly Mention[] | null {
  const low = words[0]?.low;
  if (low !== 'chủ' && low !== 'phối') return null;
  for (let at = 0; at < Math.min(words.length, 6); at++) {
    if (words[at]!.low !== 'phối' || words[at + 1]?.low !== 'hợp') continue;
    const from = words[at + 2]?.low === 'với' ? at + 3 : at + 2;
    const list = agencyListAt(text, words, from);
    return list !== null && isEnd(words, afterTail(words, afterBracket(words, list.next)))
      ? mentionsOf(list, 'heading')
      : null;
  }
  return isEnd(words, 2) && low === 'chủ' ? [] : null;
}

/** Who a lead-in makes responsible for the list below it: "UBND tỉnh yêu cầu Thủ trưởng các sở … thực hiện các nội dung sau:". */
export function leadIn(
  text: string,
  words: readonly Word[],
): { lead: readonly Mention[]; coordinating: readonly Mention[] } {
  const { lead } = leadsIn(text, words);
  const opens = lead[0]?.span[0] === words[0]?.start && !announces(text, lead);
  const asked = lead.filter(({ reason }) => reason !== 'subject' || opens);
  const given = asked.length > 0 ? asked : requestedInside(text, words);
  return { lead: given, coordinating: partnersIn(text, words) };
}

/** "Sở X ban hành Kế hoạch … như sau:" says who speaks, not who works. */
function announces(text: string, lead: readonly Mention[]): boolean {
  const end = lead.at(-1)!.span[1];
  return /^[\s,]*(?:\([^)]*\)\s*)?(?:đã |xin |trân trọng |kính )?(?:ban hành|báo cáo|thông báo|xây dựng|hướng dẫn|trình|đề xuất|kết luận|kiến nghị|triển khai|đề ra|có ý kiến|lập|tổ chức)/u.test(
    text.slice(end, end + 80),
  );
}

function requestedInside(text: string, words: readonly Word[]): Mention[] {
  for (let at = 1; at < words.length; at++) {
    const object = assigns(words, at);
    if (object < 0) continue;
    const list = agencyListAt(text, words, object);
    if (list !== null) return mentionsOf(list, 'assigned');
  }
  return [];
}

const ADVERBIAL = new Set([
  'hằng',
  'hàng',
  'định',
  'thường',
  'tiếp',
  'chủ',
  'năm',
  'quý',
  'tháng',
  'trên',
  'căn',
  'khi',
  'đối',
  'trong',
  'để',
  'thông',
  'đưa',
  'đến',
]);

/** True if a paragraph begins with work to do: a verb, or an adverbial in front of one. */
export function opensWithWork(words: readonly Word[]): boolean {
  return verbAt(words, 0) || ADVERBIAL.has(words[0]?.low ?? '');
}
