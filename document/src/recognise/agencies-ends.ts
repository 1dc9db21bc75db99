// Where the name of an agency may begin and where it ends, word by word.
import { NAMES } from './agencies-names.ts';
import { headAt, qualifierEnd, unitEnd } from './agencies-place.ts';
import { nounEnd, turnAt, workNameEnd } from './agencies-verbs.ts';
import type { Word } from './agencies-words.ts';
import { longestPhrase } from './agencies-words.ts';

/** Words [from, to) of one agency; `prefix` is what stands once for several ("Sở" in "các Sở: Y tế, Nội vụ"). */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly prefix?: string;
}

export interface Found {
  readonly agencies: readonly Range[];
  /** Index of the word after it. */
  readonly next: number;
  /** A common noun without a name of its own: "các sở, ban, ngành", "cơ quan liên quan". */
  readonly common: boolean;
}

const DETERMINERS = new Set(['các', 'những', 'mỗi', 'từng', 'mọi', 'hai']);
export const LONGEST_NAME = 14;

export function afterDeterminer(words: readonly Word[], at: number): number {
  const low = words[at]?.low ?? '';
  if (DETERMINERS.has(low)) return at + 1;
  const next = words[at + 1]?.low ?? '';
  if (
    (low === 'tất' && next === 'cả') ||
    (low === 'toàn' && next === 'thể') ||
    (low === 'một' && next === 'số')
  )
    return DETERMINERS.has(words[at + 2]?.low ?? '') ? at + 3 : at + 2;
  return at;
}

export const single = (from: number, to: number, common = false): Found => ({
  agencies: [{ from, to }],
  next: to,
  common,
});

/** True if the name ends here: punctuation, a predicate, or what qualifies a name. */
export function endsName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return true;
  if (!word.word) return word.low !== '-' && word.low !== '–' && word.low !== '&';
  return turnAt(words, at) !== null;
}

export const isSeparator = (word: Word | undefined): boolean =>
  word !== undefined && (word.low === ',' || word.low === 'và' || word.low === '/');

/** True if an agency could begin at `at`. */
export function startsAgency(words: readonly Word[], at: number): boolean {
  const from = afterDeterminer(words, at);
  const head = headAt(words, from);
  if (head === null || head.value === 'not') return false;
  if (head.value === 'unit') return from > at || unitsListed(words, from);
  if (head.value === 'generic' || from > at) return from > at || isNoun(words, from);
  if (head.value === 'title' && !words[from]!.capital) return startsAgency(words, head.end);
  if (head.value === 'place' && !AMBIGUOUS.has(words[from]!.low)) return true;
  return (
    words[from]!.capital || longestPhrase(NAMES, words, from, 'listed') !== null || bareEnd(words, from) > 0
  );
}

/** Small letters make these common nouns: "thuế", "thanh tra", "văn phòng". */
export const AMBIGUOUS = new Set([
  'thuế',
  'thống',
  'hải',
  'thanh',
  'văn',
  'điện',
  'trung',
  'công',
  'kho',
  'bảo',
  'trang',
  'cổng',
  'trường',
  'đoàn',
  'bộ',
  'hội',
]);

/** "xã, phường": at least two units, so not just a place. */
export function unitsListed(words: readonly Word[], at: number): boolean {
  const first = unitEnd(words, at);
  return first > 0 && isSeparator(words[first]) && unitEnd(words, first + 1) > 0;
}

/** A common noun at `at`, as in "sở, ban, ngành": its end, or -1. A named head counts only without a name. */
export function bareEnd(words: readonly Word[], at: number): number {
  const head = headAt(words, at);
  if (head === null) return -1;
  if (head.value === 'generic') return isNoun(words, at) ? head.end : -1;
  if (head.value === 'unit') return head.end;
  if (head.value !== 'named') return -1;
  const next = words[head.end];
  if (workNameEnd(words, head.end) > head.end && words[at]!.capital) return -1;
  if (next === undefined || isSeparator(next) || next.low === ';' || endsName(words, head.end))
    return head.end;
  if (next.capital && headAt(words, head.end)?.value !== 'place') return -1;
  return qualifierEnd(words, head.end) > head.end ? head.end : -1;
}

/** "tổ chức" alone may be a verb; with a capital, at the start of a sentence, it mostly is. */
function isNoun(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (word.low !== 'tổ' || words[at + 1]?.low !== 'chức') return true;
  if (!word.capital) return turnAt(words, at) === null;
  const next = words[at + 2]?.low === ',' ? words[at + 3]?.low : words[at + 2]?.low;
  return next !== undefined && ORGANISATIONS.has(next);
}
const ORGANISATIONS = new Set(['cá', 'đảng', 'tín', 'đơn', 'cơ', 'chính']);

/** "Hậu cần", "Đối ngoại": a syllable that is a word of its own elsewhere completes the first word of a name. */
function completes(words: readonly Word[], end: number, at: number): boolean {
  const before = words[end - 1];
  const first = end > at && before?.capital === true && !before.initials;
  return first && words[end]!.word && COMPLETING.has(words[end]!.low);
}
const COMPLETING = new Set([
  'cần',
  'giao',
  'về',
  'là',
  'được',
  'cho',
  'để',
  'phải',
  'bằng',
  'sau',
  'trước',
  'trong',
  'sớm',
  'gắn',
  'tiếp',
  'giữ',
  'giúp',
  'đón',
  'nghe',
  'xem',
  'đọc',
  'cử',
  'lập',
]);

/** Words of a name that no gazetteer knows, from `at` to the first thing that cannot belong to it. */
export function freeEnd(words: readonly Word[], at: number, glue: boolean): number {
  let end = at;
  while (end < words.length && end - at < LONGEST_NAME) {
    if (isSeparator(words[end])) {
      const next = words[end + 1];
      if (next === undefined || !next.word || end === at || startsAgency(words, end + 1)) break;
      if (!next.capital && (!glue || turnAt(words, end + 1) !== null)) break;
      end += 2;
    } else if (endsName(words, end) && !completes(words, end, at)) break;
    else if (end > at && !words[end]!.capital && qualifierEnd(words, end) > end) {
      const after = qualifierEnd(words, end);
      if (words[after]?.capital !== true || startsAgency(words, after)) break;
      end = after;
    } else end = Math.max(end + 1, nounEnd(words, end));
  }
  return end;
}
