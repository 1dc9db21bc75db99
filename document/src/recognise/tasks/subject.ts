// Who a clause makes responsible: its subject ("Sở A chủ trì …"), or the object of "giao", "đề nghị", "yêu cầu".
import type { Span } from '../../tree.ts';
import { afterBracket, agencyListAt } from '../agencies.ts';
import type { AgencyList } from '../agencies.ts';
import { startsAgency } from '../agencies-ends.ts';
import { opensVerb, turnAt, verbAt } from '../agencies-verbs.ts';
import type { Word } from '../agencies-words.ts';
import { isPair } from './word-pairs.ts';

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

export interface Subject {
  readonly list: AgencyList;
  /** The list is the object of "giao", "đề nghị" … */
  readonly assigned: boolean;
}

const PEOPLE = new Set(['cán', 'người', 'đồng', 'thành', 'nhóm', 'giáo', 'chuyên']);

/** The agencies that a clause makes responsible, or null. */
export function subjectAt(text: string, words: readonly Word[], start: number): Subject | null {
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

const FAR = 300;

/** "giao Sở A …" inside a clause ("Về dự án B: giao Bộ C", "(Giao Công an tỉnh)"). */
export function givenInside(text: string, words: readonly Word[], from: number): Subject | null {
  for (let at = from; at < Math.min(words.length, from + FAR); at++) {
    if (words[at]!.low !== 'giao' || NOT_GIVING.has(words[at - 1]?.low ?? '')) continue;
    const object = assigns(words, at);
    if (object < 0 || !startsAgency(words, object)) continue;
    const list = agencyListAt(text, words, object);
    if (list !== null) return { list, assigned: true };
  }
  return null;
}
