// Lists of agencies: "Sở A, Sở B và các cơ quan có liên quan", in prose and in fields of their own.
import type { Mention, Span } from '../tree.ts';
import type { Range } from './agencies-ends.ts';
import { startsAgency } from './agencies-ends.ts';
import { agencyAt } from './agencies-one.ts';
import { turnAt } from './agencies-verbs.ts';
import type { Word } from './agencies-words.ts';
import { wordsOf } from './agencies-words.ts';

export interface AgencyList {
  readonly names: readonly { readonly name: string; readonly span: Span }[];
  /** Index of the word after the list. */
  readonly next: number;
}

/** Index of the last word of a range, or of the bracket that closes it. */
function lastWord(words: readonly Word[], from: number, to: number): number {
  let last = to - 1;
  while (last > from && !words[last]!.word && words[last]!.low !== ')') last--;
  return last;
}

const RAGGED = /\s\s|[^\S ]|^[\s(+•*-]/u;

/** The written name: single spaces, no punctuation around it. */
function nameOf(
  text: string,
  words: readonly Word[],
  { from, to, prefix }: Range,
): { name: string; span: Span } {
  const span: Span = [words[from]!.start, words[lastWord(words, from, to)]!.end];
  const raw = text.slice(...span);
  const written = RAGGED.test(raw) ? raw.replaceAll(/\s+/gu, ' ').replace(/^[\s(+•*-]+/u, '') : raw;
  const closed = written.includes('(') || !written.endsWith(')') ? written : written.slice(0, -1);
  return { name: prefix === undefined ? closed : `${prefix} ${closed}`, span };
}

/** After a separator at `at`: where the next entry would begin; `at` if there is no separator. */
function afterSeparator(words: readonly Word[], at: number): number {
  const low = words[at]?.low;
  if (low === 'cùng') return words[at + 1]?.low === 'với' ? at + 2 : at;
  if (low !== ',' && low !== ';' && low !== 'và' && low !== '/' && low !== '+') return at;
  const next = words[at + 1]?.low === 'và' ? at + 2 : at + 1;
  const asked =
    (words[next]?.low === 'đề' && words[next + 1]?.low === 'nghị') ||
    (words[next]?.low === 'yêu' && words[next + 1]?.low === 'cầu');
  return asked && low === ';' ? next + 2 : next;
}

const LONGEST_BRACKET = 60;

/** Index after a bracket that opens at `at`, or `at`. */
export function afterBracket(words: readonly Word[], at: number): number {
  if (words[at]?.low !== '(') return at;
  for (let end = at + 1; end < Math.min(words.length, at + LONGEST_BRACKET); end++)
    if (words[end]!.low === ')') return end + 1;
  return at;
}

/** "(Sở Nội vụ)" behind a name says which body is meant, and nothing else. */
const namesAgency = (words: readonly Word[], open: number, end: number): boolean =>
  end > open &&
  words[open + 1]?.capital === true &&
  startsAgency(words, open + 1) &&
  agencyAt(words, open + 1)?.next === end - 1;

/** The agencies that stand one after another from word `at` on; null if none begins there. */
export function agencyListAt(text: string, words: readonly Word[], at: number): AgencyList | null {
  const names: { name: string; span: Span }[] = [];
  let from = at;
  let next = at;
  while (from < words.length) {
    const found = agencyAt(words, from);
    if (found === null || found.next <= from) break;
    next = found.next;
    const bracket = afterBracket(words, next);
    const whole = found.agencies.length === 1 && namesAgency(words, next, bracket);
    for (const range of found.agencies)
      names.push(nameOf(text, words, whole ? { ...range, to: bracket } : range));
    const after = afterSeparator(words, bracket);
    if (after === bracket || !startsAgency(words, after)) break;
    from = after;
  }
  return names.length === 0 ? null : { names, next };
}

export function mentionsOf(list: AgencyList | null, reason: string): Mention[] {
  return list === null ? [] : list.names.map(({ name, span }) => ({ name, span, reason }));
}

/** The agencies of a field of its own (a table's cell, "Cơ quan chủ trì: …"), all of which it consists of. */
export function agenciesOfField(text: string, start: number, end: number): { name: string; span: Span }[] {
  const words = wordsOf(text, start, end);
  const names: { name: string; span: Span }[] = [];
  let at = 0;
  while (at < words.length) {
    const found = agencyAt(words, at, true);
    const end = entryEnd(text, words, Math.max(found?.next ?? at, at), at);
    const ranges =
      found !== null && found.agencies[0]!.prefix !== undefined
        ? found.agencies
        : [{ from: at, to: withoutTail(words, found?.next ?? at, end) }];
    for (const range of ranges)
      if (words[range.from]!.word && range.to > range.from) names.push(nameOf(text, words, range));
    at = Math.max(at + 1, end);
    while (at < words.length && !words[at]!.word && words[at]!.low !== '(') at++;
    if (words[at]?.low === 'và') at++;
  }
  return names;
}

const TAILS = new Set(['theo', 'chủ', 'phối', 'căn', 'tham', 'thực', 'triển', 'là', 'có', 'và', 'trong']);

/** An entry without "theo chức năng", "chủ trì", "(giao phòng …)"; a bracket that names an agency stays. */
function withoutTail(words: readonly Word[], from: number, end: number): number {
  for (let at = Math.max(from, 1); at < end; at++) {
    const { low } = words[at]!;
    if (low === '(')
      return words[at + 1]?.capital === true && startsAgency(words, at + 1) && afterBracket(words, at) === end
        ? end
        : at;
    if (low === ':' || (TAILS.has(low) && !words[at]!.capital && turnAt(words, at) !== null)) return at;
  }
  return end;
}

/** A line of a cell that begins with an agency is an entry of its own. */
const beginsLine = (text: string, words: readonly Word[], at: number): boolean =>
  text.slice(words[at - 1]!.end, words[at]!.start).includes('\n') && startsAgency(words, at);

/** Index of the separator that ends an entry of a field: ";", a line break's "-", "," or "và" before another agency. */
function entryEnd(text: string, words: readonly Word[], at: number, start: number): number {
  let end = at;
  while (end < words.length) {
    const low = words[end]!.low;
    if (low === '(') end = Math.max(end, afterBracket(words, end) - 1);
    else if (low === ';' || (end > start && beginsLine(text, words, end))) break;
    else if ((low === ',' || low === 'và' || low === '-' || low === '+') && startsAgency(words, end + 1))
      break;
    else if (low === ',' && end === start + 1 && isShort(text, words[start]) && isShort(text, words[end + 1]))
      break;
    end++;
  }
  return end;
}

const SHORT = /^\p{Lu}{2,8}\d?$/u;

/** "VTV", "TTXVN": in a list such a name stands for itself. */
const isShort = (text: string, word: Word | undefined): boolean =>
  word !== undefined && SHORT.test(text.slice(word.start, word.end));
