// Who does it and with whom, inside a sentence: its subject, "giao … chủ trì", "phối hợp với …".
import type { Mention, Span } from '../../tree.ts';
import { afterBracket, agencyListAt, mentionsOf } from '../agencies.ts';
import type { AgencyList } from '../agencies.ts';
import { agencyAt, startsAgency } from '../agencies-one.ts';
import { opensVerb, turnAt, verbAt } from '../agencies-verbs.ts';
import type { Word } from '../agencies-words.ts';

export interface Roles {
  readonly lead: readonly Mention[];
  readonly coordinating: readonly Mention[];
}

const isPair = (words: readonly Word[], at: number, first: string, second: string): boolean =>
  words[at]?.low === first && words[at + 1]?.low === second;

/** "giao", "đề nghị", "yêu cầu", "phân công" at `at`: index after it, or -1. */
export function assigns(words: readonly Word[], at: number): number {
  const low = words[at]?.low;
  if (low === 'giao')
    return words[at + 1]?.low === 'cho' || words[at + 1]?.low === 'nhiệm' ? afterDuty(words, at + 1) : at + 1;
  if (isPair(words, at, 'đề', 'nghị') || isPair(words, at, 'yêu', 'cầu') || isPair(words, at, 'phân', 'công'))
    return at + 2;
  if (isPair(words, at, 'ủy', 'quyền') || isPair(words, at, 'cho', 'phép'))
    return words[at + 2]?.low === 'cho' ? at + 3 : at + 2;
  if (isPair(words, at, 'thống', 'nhất') || isPair(words, at, 'đồng', 'ý'))
    return words[at + 2]?.low === 'giao' ? at + 3 : -1;
  return -1;
}

const afterDuty = (words: readonly Word[], at: number): number =>
  words[at]?.low === 'nhiệm' ? (words[at + 2]?.low === 'cho' ? at + 3 : at + 2) : at + 1;

/** Clauses begin at the start and after these; a comma only ends an introduction ("Để …, Sở A …"). */
const CLAUSE_MARKS = new Set(['.', ';', ':', '(']);
const INTRODUCTIONS = new Set([
  'để',
  'với',
  'trên',
  'căn',
  'khi',
  'trong',
  'đối',
  'hằng',
  'hàng',
  'định',
  'năm',
  'từ',
  'sau',
  'trước',
  'nhằm',
  'theo',
  'nếu',
  'ngoài',
  'bên',
  'đồng',
  'riêng',
  'tại',
  'giai',
  'trường',
]);

interface Clause {
  readonly start: number;
  /** Behind a comma that ends no introduction: only "…, Sở B phối hợp" counts there. */
  readonly weak: boolean;
}

function clausesOf(words: readonly Word[]): Clause[] {
  const starts: Clause[] = [{ start: 0, weak: false }];
  const coordinates = words.some(({ low }) => low === COORDINATES);
  let introduced = INTRODUCTIONS.has(words[0]?.low ?? '');
  for (let at = 0; at < words.length - 1; at++) {
    const low = words[at]!.low;
    if (CLAUSE_MARKS.has(low)) {
      starts.push({ start: at + 1, weak: false });
      introduced = INTRODUCTIONS.has(words[at + 1]!.low);
    } else if (low === ',' && (introduced || coordinates) && mayStartAgency(words[at + 1]!))
      starts.push({ start: at + 1, weak: !introduced || endsList(words, at) });
  }
  return starts;
}

/** A cheap test in front of the grammar: agencies begin with a capital, "các" or a common noun of four kinds. */
const mayStartAgency = ({ capital, low }: Word): boolean => capital || NOUN_STARTS.has(low);
const NOUN_STARTS = new Set(
  'các những mỗi từng giao đề yêu phân thống đồng trong cơ đơn doanh hợp địa ngành tổ chủ sở ban bộ đại ubnd tất toàn một hai lãnh thành ủy cho đảng công hội'.split(
    ' ',
  ),
);

/** "hướng dẫn của Trung ương, UBND tỉnh": the comma stands inside a list of agencies. */
function endsList(words: readonly Word[], comma: number): boolean {
  for (let at = comma - 1; at >= Math.max(0, comma - 8); at--) {
    if (words[at]!.low !== 'của') continue;
    return agencyAt(words, at + 1, true)?.next === comma;
  }
  return false;
}

interface Subject {
  readonly list: AgencyList;
  /** The list is the object of "giao", "đề nghị" … */
  readonly assigned: boolean;
}

const SAYS = new Set([
  'ban',
  'nhận',
  'thông',
  'trân',
  'kính',
  'đồng',
  'thống',
  'đã',
  'vừa',
  'ghi',
  'biểu',
  'đánh',
  'xin',
]);

const PEOPLE = new Set(['cán', 'người', 'đồng', 'thành', 'nhóm', 'giáo', 'chuyên']);

/** The agencies that a clause makes responsible, or null. */
function subjectAt(text: string, words: readonly Word[], start: number): Subject | null {
  let at = start;
  while (
    words[at]?.low === '"' ||
    (words[at]?.low === 'trong' && words[at + 1]?.low === 'đó') ||
    words[at]?.low === ','
  )
    at += words[at]!.low === 'trong' ? 2 : 1;
  const object = assigns(words, at);
  if (object > 0) {
    const people = PEOPLE.has(words[object]?.low ?? '') || isPair(words, object, 'công', 'chức');
    const list = people ? null : agencyListAt(text, words, object);
    return list === null ? null : { list, assigned: true };
  }
  const known = agencyListAt(text, words, at);
  const list = start === 0 ? wholeSubject(known, responsible(text, words), words) : known;
  if (list === null) return null;
  const after = afterBracket(words, list.next);
  const given = assigns(words, after);
  if (given > 0) {
    const whom = agencyListAt(text, words, given);
    if (whom !== null && addressed(words, given)) return { list: whom, assigned: true };
  }
  return predicates(words, after) ? { list, assigned: false } : null;
}

const LONGEST_SUBJECT = 14;

/** "Chủ rừng có trách nhiệm …": whoever stands in front of "có trách nhiệm". */
function responsible(text: string, words: readonly Word[]): AgencyList | null {
  for (let at = 1; at < Math.min(words.length - 2, LONGEST_SUBJECT); at++) {
    const { low, word } = words[at]!;
    if (!word && low !== ',') return null;
    if ((low !== 'có' && low !== 'chịu') || !isPair(words, at + 1, 'trách', 'nhiệm')) continue;
    const span: Span = [words[0]!.start, words[at - 1]!.end];
    return turnAt(words, 0) === null && !verbAt(words, 0)
      ? { names: [{ name: text.slice(...span), span }], next: at }
      : null;
  }
  return null;
}

/** "Ban Chỉ đạo cải cách hành chính tỉnh có trách nhiệm": a single name reaches to "có trách nhiệm", if no verb of its own comes first. */
function wholeSubject(
  known: AgencyList | null,
  whole: AgencyList | null,
  words: readonly Word[],
): AgencyList | null {
  if (known === null || whole === null || known.names.length > 1 || whole.next <= known.next)
    return known ?? whole;
  for (let at = known.next; at < whole.next; at++)
    if (!words[at]!.word || ACTS.has(words[at]!.low)) return known;
  return whole;
}
const ACTS = new Set([
  'chủ',
  'phối',
  'tham',
  'chỉ',
  'theo',
  'căn',
  'để',
  'và',
  'trong',
  'trên',
  'giao',
  'được',
]);

/** "… yêu cầu nhà thầu": a common noun is a party to the work, not who is given it. */
const addressed = (words: readonly Word[], at: number): boolean =>
  words[at]!.capital || words[at]!.low === 'các' || words[at]!.low === 'những';

/** True if what follows an agency says what it does. */
function predicates(words: readonly Word[], at: number): boolean {
  let from = at;
  while (words[from]?.low === ',' || words[from]?.low === '-') from++;
  if (words[from]?.low === 'đã' || words[from]?.low === 'được') return false;
  const turn = turnAt(words, from);
  if (opensVerb(words, from)) return true;
  if (turn === 'verb' || (from > at && words[from - 1]!.low === '-')) return true;
  // After a complete name any other word in small letters is a verb that the lexicon lacks ("Sở Xây dựng cắm biển").
  if (
    turn === null &&
    from === at &&
    words[from]?.word === true &&
    !words[from]!.capital &&
    words[from]!.low !== 'và'
  )
    return true;
  return (
    isPair(words, from, 'theo', 'chức') ||
    isPair(words, from, 'theo', 'thẩm') ||
    isPair(words, from, 'trong', 'phạm') ||
    isPair(words, from, 'theo', 'nhiệm')
  );
}

const NOT_GIVING = new Set(['được', 'bàn', 'chuyển', 'đã', 'phí', 'vốn', 'vụ', 'chỉ', 'và']);

/** "giao Sở A …" inside a clause ("Về dự án B: giao Bộ C", "(Giao Công an tỉnh)"). */
const FAR = 300;

function givenInside(text: string, words: readonly Word[], from: number): Subject | null {
  for (let at = from; at < Math.min(words.length, from + FAR); at++) {
    if (words[at]!.low !== 'giao' || NOT_GIVING.has(words[at - 1]?.low ?? '')) continue;
    const object = assigns(words, at);
    if (object < 0 || !startsAgency(words, object)) continue;
    const list = agencyListAt(text, words, object);
    if (list !== null) return { list, assigned: true };
  }
  return null;
}

const COORDINATES = 'phối';

const followsCoordinates = (words: readonly Word[], { next }: AgencyList): boolean =>
  words[next]?.low === COORDINATES && words[next + 1]?.low === 'hợp' && words[next + 2]?.low !== 'với';

/** What was read of the paragraph asked about last: it is asked about several times in a row, by different rules. */
function remembering<T>(
  read: (text: string, words: readonly Word[]) => T,
): (text: string, words: readonly Word[]) => T {
  let last: readonly Word[] | null = null;
  let value: T;
  return (text, words) => {
    if (words !== last) {
      value = read(text, words);
      last = words;
    }
    return value;
  };
}

/** The agencies that the sentences of a paragraph make responsible; those said only to "phối hợp" go to the others. */
export const leadsIn = remembering(readLeads);

function readLeads(text: string, words: readonly Word[]): Roles {
  const lead: Mention[] = [];
  const coordinating: Mention[] = [];
  const partners = partnerLists(text, words);
  let taken = 0;
  let partner = 0;
  for (const { start, weak } of clausesOf(words)) {
    while (partner < partners.length && partners[partner]!.to < start) partner++;
    if (start < taken || (partner < partners.length && start >= partners[partner]!.from)) continue;
    if (words[start - 1]?.low === ':' && start > 1 && lead.length > 0) continue;
    const subject = subjectAt(text, words, start);
    if (weak && (subject === null || lead.length === 0 || !followsCoordinates(words, subject.list))) continue;
    taken = subject?.list.next ?? taken;
    if (subject !== null && words[taken]?.low === 'nghiêm' && givenInside(text, words, taken) !== null)
      continue;
    if (subject === null || (!subject.assigned && says(words, subject.list.next) && isIssuer(words, start)))
      continue;
    if (!subject.assigned && lead.length > 0 && followsCoordinates(words, subject.list))
      coordinating.push(...mentionsOf(subject.list, 'coordinates'));
    else lead.push(...mentionsOf(subject.list, subject.assigned ? 'assigned' : 'subject'));
  }
  if (lead.length === 0)
    lead.push(...mentionsOf(givenInside(text, words, 1)?.list ?? null, 'assigned-inside'));
  return { lead: unique(lead), coordinating };
}

const says = (words: readonly Word[], at: number): boolean => {
  const low = words[at]?.low ?? '';
  return low === 'có' ? words[at + 1]?.low === 'ý' : SAYS.has(low);
};

const ISSUERS = new Set(['ubnd', 'ủy', 'văn', 'hội']);
const ISSUING = [
  ['chủ', 'tịch'],
  ['bộ', 'trưởng'],
  ['chính', 'phủ'],
  ['thủ', 'tướng'],
  ['tổng', 'cục'],
  ['quốc', 'hội'],
] as const;

const isIssuer = (words: readonly Word[], at: number): boolean => {
  const low = words[at]?.low;
  return ISSUERS.has(low ?? '') || ISSUING.some(([first, second]) => isPair(words, at, first, second));
};

export function unique(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ name }) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const ADVERBS = new Set([
  'chặt',
  'chẽ',
  'tốt',
  'thường',
  'xuyên',
  'hiệu',
  'quả',
  'có',
  'đồng',
  'bộ',
  'kịp',
  'thời',
  'tích',
  'cực',
  'chủ',
  'động',
  ',',
]);
const REACH = 12;

/** After "phối hợp" at `at`: where the agencies begin, or -1. */
function partnersStart(words: readonly Word[], at: number): number {
  let from = at;
  while (
    ADVERBS.has(words[from]?.low ?? '') &&
    !(words[from]!.low === ',' && words[from + 1]?.low === 'cùng')
  )
    from++;
  if (words[from]?.low === 'cùng' || words[from]?.low === 'với')
    return words[from + 1]?.low === 'với' ? from + 2 : from + 1;
  if (startsAgency(words, from)) return from;
  for (let next = from; next < words.length && next - from < REACH; next++) {
    const low = words[next]!.low;
    if (low === '.' || low === ';' || low === ':' || low === 'giữa') return -1;
    if (low === 'với') return startsAgency(words, next + 1) ? next + 1 : -1;
  }
  return -1;
}

/** Index after "phối hợp", "phối kết hợp", "cộng tác", "kết hợp" at `at`, or -1. */
function coordinationAt(words: readonly Word[], at: number): number {
  const low = words[at]!.low;
  if (low === 'phối')
    return words[at + 1]?.low === 'hợp' ? at + 2 : isPair(words, at + 1, 'kết', 'hợp') ? at + 3 : -1;
  if (low === 'cộng' && words[at + 1]?.low === 'tác') return words[at + 2]?.low === 'với' ? at + 2 : -1;
  if (low === 'cùng' && (words[at - 1]?.low === ',' || words[at - 1]?.low === 'trì'))
    return startsAgency(words, words[at + 1]?.low === 'với' ? at + 2 : at + 1) ? at : -1;
  if (low === 'kết' && words[at + 1]?.low === 'hợp' && words[at - 1]?.low !== 'phối')
    return withNear(words, at + 2) ? at + 2 : -1;
  return -1;
}

const withNear = (words: readonly Word[], at: number): boolean =>
  words[at]?.low === 'với' || (isPair(words, at, 'chặt', 'chẽ') && words[at + 2]?.low === 'với');

interface PartnerList {
  readonly from: number;
  readonly to: number;
  readonly list: AgencyList;
}

const partnerLists = remembering(readPartners);

function readPartners(text: string, words: readonly Word[]): PartnerList[] {
  const lists: PartnerList[] = [];
  for (let at = 0; at < words.length; at++) {
    const after = coordinationAt(words, at);
    if (after < 0) continue;
    const from = partnersStart(words, after);
    const list = from < 0 ? null : (agencyListAt(text, words, from) ?? unnamed(text, words, from));
    if (list === null) continue;
    lists.push({ from, to: list.next, list });
    at = list.next - 1;
  }
  return lists;
}

const INSIDE_NAME = new Set(['tại', 'ở', 'của', 'trong', 'ngoài', 'thuộc', 'trên', 'là']);
const LONGEST_PARTNER = 14;

/** Who stands between "phối hợp với" and the verb, though no agency's word begins it: "cộng đồng người Việt Nam tại Đức". */
function unnamed(text: string, words: readonly Word[], from: number): AgencyList | null {
  if (words[from - 1]?.low !== 'với' || words[from]?.word !== true || turnAt(words, from) !== null)
    return null;
  let end = from;
  while (end < words.length && end - from < LONGEST_PARTNER) {
    const word = words[end]!;
    const comma = word.low === ',' && words[end + 1]?.capital === true;
    if (!comma && !word.word) break;
    if (turnAt(words, end) !== null && !INSIDE_NAME.has(word.low)) break;
    end++;
  }
  if (end - from < 2 || end - from >= LONGEST_PARTNER || turnAt(words, end) !== 'verb') return null;
  const span: Span = [words[from]!.start, words[end - 1]!.end];
  return { names: [{ name: text.slice(...span), span }], next: end };
}

export const NAMELESS = new Set(['cơ quan', 'đơn vị', 'ngành', 'tổ chức', 'các cơ quan', 'lãnh đạo']);

/** Every agency after "phối hợp với" and its like. */
export function partnersIn(text: string, words: readonly Word[]): Mention[] {
  const partners = partnerLists(text, words).flatMap(({ list }) => mentionsOf(list, 'coordination'));
  return unique(partners.filter(({ name }) => !NAMELESS.has(name.toLowerCase())));
}
