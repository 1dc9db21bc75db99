// With whom it is done: "phối hợp với …" and its like.
import type { Mention, Span } from '../../tree.ts';
import { agencyListAt, mentionsOf } from '../agencies.ts';
import type { AgencyList } from '../agencies.ts';
import { startsAgency } from '../agencies-ends.ts';
import { turnAt } from '../agencies-verbs.ts';
import type { Word } from '../agencies-words.ts';
import { remembering } from './once.ts';
import { unique } from './unique.ts';
import { isPair } from './word-pairs.ts';

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

export const partnerLists = remembering(readPartners);

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
