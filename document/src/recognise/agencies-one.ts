// One agency in running text or in a field of its own: where its name begins and ends.
import { FIELD_NAMES, NAMES } from './agencies-names.ts';
import {
  AMBIGUOUS,
  LONGEST_NAME,
  afterDeterminer,
  bareEnd,
  endsName,
  freeEnd,
  isSeparator,
  single,
  startsAgency,
  unitsListed,
  type Found,
  type Range,
} from './agencies-ends.ts';
import { headAt, properEnd, qualifierEnd, qualifiersEnd, unitEnd, unitsEnd } from './agencies-place.ts';
import { workNameEnd } from './agencies-verbs.ts';
import type { Word } from './agencies-words.ts';
import { longestPhrase } from './agencies-words.ts';

/** "sở, ban, ngành", "cơ quan, đơn vị, địa phương": from the end of the first noun to that of the last. */
function commonEnd(words: readonly Word[], first: number): number {
  let end = first;
  for (;;) {
    const sep = words[end];
    if (!isSeparator(sep) && sep?.low !== '-') return end;
    const next = bareEnd(words, end + 1);
    if (next < 0) return end;
    // "… và cơ quan, đơn vị liên quan" after "các sở, ban, ngành" is another entry; "… và địa phương" is not.
    if (sep!.low === 'và' && words[next]?.low === ',' && bareEnd(words, next + 1) > 0) return end;
    end = next;
  }
}

/** "được giao chủ trì", "được phân công …": a clause that tells which of them. */
function assignedEnd(words: readonly Word[], at: number): number {
  if (words[at]?.low !== 'được') return at;
  let end = at + 1;
  while (end < words.length && end - at < 20) {
    const low = words[end]!.low;
    if (!words[end]!.word || low === 'có' || low === 'chịu' || low === 'phải') break;
    end++;
  }
  const low = words[end]?.low;
  return low === undefined || low === ':' || low === 'có' || low === 'chịu' || low === 'phải' ? end : at;
}

function commonAt(words: readonly Word[], at: number, from: number): Found | null {
  const first = bareEnd(words, from);
  if (first < 0) return null;
  let end = commonEnd(words, first);
  if (end === first && qualifierEnd(words, end) === end && headAt(words, from)?.value === 'generic')
    end = freeEnd(words, end, true);
  end = qualifiersEnd(words, end);
  return single(at, assignedEnd(words, end), true);
}

/** "các Sở: Tài chính, Nội vụ", "các Sở Tài chính, Nội vụ và Y tế": one agency a name. */
function listedNames(words: readonly Word[], at: number, headEnd: number): Found | null {
  const colon = words[headEnd]?.low === ':';
  const prefix = words
    .slice(at, headEnd)
    .map(({ low, capital }) => (capital ? low[0]!.toUpperCase() + low.slice(1) : low));
  const agencies: Range[] = [];
  let from = colon ? headEnd + 1 : headEnd;
  for (;;) {
    const to = listedNameEnd(words, from, colon);
    if (to <= from) break;
    agencies.push({ from, to, prefix: prefix.join(' ') });
    if (!isSeparator(words[to]) && words[to]?.low !== ';') break;
    const next = words[to + 1]?.low === 'và' ? to + 2 : to + 1;
    if (startsAgency(words, next) || listedNameEnd(words, next, colon) <= next) break;
    from = next;
  }
  const last = agencies.at(-1);
  return last !== undefined && (colon || agencies.length > 1)
    ? { agencies, next: last.to, common: false }
    : null;
}

function listedNameEnd(words: readonly Word[], from: number, colon: boolean): number {
  const field = longestPhrase(FIELD_NAMES, words, from, 'listed');
  if (field !== null && (endsName(words, field.end) || isSeparator(words[field.end]))) return field.end;
  if (!colon || words[from]?.capital !== true) return from;
  let end = from;
  while (end < words.length && end - from < LONGEST_NAME && !isSeparator(words[end]) && !endsName(words, end))
    end++;
  return end;
}

/** With a word in small letters behind them these are common nouns ("bộ tài liệu"), unless the gazetteer knows the name. */
const SHORT_HEADS = new Set(['sở', 'bộ', 'ban', 'phòng', 'cục', 'vụ', 'hội', 'báo', 'đội', 'tổ', 'trường']);

/** "Sở Công Thương, Tài chính": fields of government may follow without their head. */
const FIELD_HEADS = new Set(['sở', 'bộ', 'phòng']);

function namedAt(words: readonly Word[], at: number, from: number, glue: boolean): Found | null {
  const headEnd = headAt(words, from)!.end;
  const several = from > at || words[headEnd]?.low === ':' || FIELD_HEADS.has(words[from]!.low);
  const listed = several ? listedNames(words, from, headEnd) : null;
  if (listed !== null) return listed;
  const known = longestPhrase(NAMES, words, from, 'listed');
  if (known !== null && known.end > headEnd)
    return single(at, qualifiersEnd(words, continued(words, known.end)));
  const common = commonAt(words, at, from);
  if (common !== null) return common;
  if (!words[from]!.capital && from === at && !glue) return null;
  const named = workNameEnd(words, headEnd);
  const plain =
    SHORT_HEADS.has(words[from]!.low) &&
    headEnd === from + 1 &&
    named === headEnd &&
    words[headEnd]?.capital === false;
  if (plain && from === at && !glue && words[headEnd]?.word === true) return null;
  const end = freeEnd(words, named, glue);
  return end > headEnd ? single(at, qualifiersEnd(words, end)) : null;
}

/** "… - Du lịch và Hội chợ Triển lãm": a capital behind "và" that begins no agency goes on with the name. */
function continued(words: readonly Word[], end: number): number {
  if (words[end]?.low !== 'và' || words[end + 1]?.capital !== true || startsAgency(words, end + 1))
    return end;
  return freeEnd(words, end + 1, false);
}

function titleAt(words: readonly Word[], at: number, from: number, glue: boolean): Found | null {
  const end = headAt(words, from)!.end;
  const twice = headAt(words, afterDeterminer(words, end))?.value === 'title';
  const whose = twice ? null : agencyAt(words, end, glue);
  if (whose !== null) {
    const [first, ...rest] = whose.agencies;
    if (first!.prefix === undefined) return { ...whose, agencies: [{ ...first!, from: at }, ...rest] };
    const title = words
      .slice(from, end)
      .map(({ low }) => low)
      .join(' ');
    const named = title[0]!.toUpperCase() + title.slice(1);
    return {
      ...whose,
      agencies: whose.agencies.map((range) => ({ ...range, prefix: `${named} ${range.prefix}` })),
    };
  }
  const place = qualifiersEnd(words, properEnd(words, end));
  return glue || place > end || from > at ? single(at, place) : null;
}

/** The agency that begins at word `at`, or null. `glue`: a field of its own, where lower-case parts may belong to names. */
export function agencyAt(words: readonly Word[], at: number, glue = false): Found | null {
  const from = afterDeterminer(words, at);
  const head = headAt(words, from);
  if (head === null) return null;
  switch (head.value) {
    case 'not':
      return null;
    case 'title':
      return titleAt(words, at, from, glue);
    case 'place':
      return placeAt(words, at, from, head.end, glue);
    case 'generic':
      return commonAt(words, at, from);
    case 'named':
      return namedAt(words, at, from, glue);
    case 'unit':
      if (from === at && !glue && !unitsListed(words, from) && words[from]!.low !== 'tỉnh') return null;
      return single(at, qualifiersEnd(words, unitsEnd(words, from)), true);
  }
}

function placeAt(
  words: readonly Word[],
  at: number,
  from: number,
  headEnd: number,
  glue: boolean,
): Found | null {
  const word = words[from]!;
  if (!word.capital && from === at && !glue && (AMBIGUOUS.has(word.low) || at === 0)) return null;
  const known = longestPhrase(NAMES, words, from, 'listed');
  const start = Math.max(headEnd, known?.end ?? 0);
  const listed = listedPlaces(words, at, start);
  if (listed !== null) return listed;
  const of =
    words[start]?.capital === true && headAt(words, start)?.value === 'named' ? agencyAt(words, start) : null;
  if (of !== null && of.agencies.length === 1) return single(at, of.next);
  return single(at, Math.max(qualifiersEnd(words, start), qualifiersEnd(words, headEnd)));
}

/** "UBND các huyện: Yên Sơn, Hàm Yên": one a place. */
function listedPlaces(words: readonly Word[], at: number, start: number): Found | null {
  if (words[start]?.low !== 'các') return null;
  const colon = unitEnd(words, start + 1);
  if (colon < 0 || words[colon]?.low !== ':') return null;
  const prefix = [
    ...words.slice(at, start).map((w) => (w.initials ? w.low.toUpperCase() : w.low)),
    ...words.slice(start + 1, colon).map((w) => w.low),
  ].join(' ');
  const agencies: Range[] = [];
  let from = colon + 1;
  for (;;) {
    const to = properEnd(words, from);
    if (to === from) break;
    agencies.push({ from, to, prefix });
    if (!isSeparator(words[to]) || startsAgency(words, to + 1)) break;
    from = to + 1;
  }
  return agencies.length === 0 ? null : { agencies, next: agencies.at(-1)!.to, common: false };
}
