// What may follow an agency's name and belongs to it: its place, level, parent ("tỉnh Sông Thao", "cấp huyện", "có liên quan").
import type { Head } from './agencies-names.ts';
import { HEADS } from './agencies-names.ts';
import { opensVerb, turnAt } from './agencies-verbs.ts';
import type { PhraseMatch, Word } from './agencies-words.ts';
import { longestPhrase } from './agencies-words.ts';

const SEPARATORS = new Set([',', '/', 'và', '-', '–', 'hoặc']);
const DETERMINERS = new Set(['các', 'những', 'mỗi', 'từng', 'mọi', 'hai', 'một', 'toàn']);

/** The word or words that an agency's name begins with. "Phòng, chống …" begins none. */
export function headAt(words: readonly Word[], at: number): PhraseMatch<Head> | null {
  const head = longestPhrase(HEADS, words, at, 'joined');
  if (head?.value !== 'named' || words[at]!.low !== 'phòng' || words[head.end]?.low !== ',') return head;
  return PREVENTION.has(words[head.end + 1]?.low ?? '') ? { value: 'not', end: head.end } : head;
}
const PREVENTION = new Set(['chống', 'ngừa', 'trừ', 'tránh']);

/** End of "tỉnh", "thành phố" … at `at`, or -1. */
export function unitEnd(words: readonly Word[], at: number): number {
  const head = headAt(words, at);
  return head?.value === 'unit' ? head.end : -1;
}

/** End of a run of capitalised words, as in the name of a place; stops before another agency. */
export function properEnd(words: readonly Word[], at: number, most = 6): number {
  let end = at;
  while (end < words.length && end - at < most) {
    const word = words[end]!;
    const hyphen = (word.low === '-' || word.low === '–') && words[end + 1]?.capital === true && end > at;
    if (
      !hyphen &&
      (!word.capital || isHead(words, end) || turnAt(words, end) !== null || opensVerb(words, end))
    )
      break;
    end++;
  }
  return end;
}

const isHead = (words: readonly Word[], at: number): boolean => {
  const head = headAt(words, at);
  return head !== null && head.value !== 'not';
};

/** End of "các huyện, thị xã, thành phố", "xã/phường", "huyện Yên Sơn" at `at`, or -1. */
export function unitsEnd(words: readonly Word[], at: number): number {
  let from = at;
  if (DETERMINERS.has(words[from]?.low ?? '')) from++;
  let end = unitEnd(words, from);
  if (end < 0) return -1;
  for (;;) {
    end = from > at ? namesEnd(words, end) : properEnd(words, end);
    const next = SEPARATORS.has(words[end]?.low ?? '') ? unitEnd(words, end + 1) : -1;
    if (next < 0) break;
    end = next;
  }
  return end;
}

/** "các tỉnh Cao Bằng, Lạng Sơn và Hà Giang": all the names belong to one plural. */
function namesEnd(words: readonly Word[], at: number): number {
  let end = properEnd(words, at);
  while (end > at && SEPARATORS.has(words[end]?.low ?? '') && words[end + 1]?.capital === true) {
    const next = properEnd(words, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

const INSIDE = new Set(['nước', 'ngành', 'tỉnh', 'huyện', 'xã', 'vùng', 'khu', 'cả', 'toàn', 'và']);

/** One qualifier at `at`: its end, or `at` itself. */
export function qualifierEnd(words: readonly Word[], at: number): number {
  const word = words[at];
  if (word === undefined) return at;
  const next = words[at + 1]?.low ?? '';
  switch (word.low) {
    case ',':
      if (next === 'liên' && words[at + 2]?.low === 'quan') return at + 3;
      return next === 'cấp' && unitEnd(words, at + 2) > 0 ? unitsEnd(words, at + 2) : at;
    case 'có':
      return next === 'liên' ? at + 3 : havingEnd(words, at);
    case 'khu':
      return next === 'vực' ? regionEnd(words, at + 2) : at;
    case 'biên':
    case 'ven':
    case 'miền':
    case 'vùng':
    case 'trọng':
    case 'còn':
      return AREAS.has(`${word.low} ${next}`) ? at + 2 : at;
    case 'liên':
      return next === 'quan' ? at + 2 : at;
    case 'cấp':
      return unitsEnd(words, at + 1) > 0
        ? unitsEnd(words, at + 1)
        : next === 'trên' || next === 'dưới'
          ? at + 2
          : at;
    case 'khác':
    case 'cũ':
      return at + 1;
    case 'địa':
      return next === 'phương' ? at + 2 : at;
    case 'việt':
      return next === 'nam' ? at + 2 : at;
    case 'chi':
      return next === 'nhánh' ? branchEnd(words, at + 2) : at;
    case 'hai':
      return next === 'cấp' ? at + 2 : at;
    case 'cơ':
      return next === 'sở' && /^\d/u.test(words[at + 2]?.low ?? '') ? at + 3 : at;
    case 'cửa':
      return next === 'khẩu' ? properEnd(words, at + 2) : at;
    case 'quốc':
      return next === 'gia' ? at + 2 : at;
    case 'chức':
      return next === 'năng' ? at + 2 : at;
    case 'chuyên':
      return next === 'môn' || next === 'ngành' ? at + 2 : at;
    case 'trung':
      if (next !== 'ương') return at;
      return words[at + 2]?.low === 'và' && words[at + 3]?.low === 'địa' ? at + 5 : at + 2;
    case 'trực':
      return next === 'thuộc' ? parentEnd(words, at + 2) : at;
    case 'thuộc':
      return parentEnd(words, at + 1);
    case 'của':
      return ownerEnd(words, at + 1);
    case 'trên':
      return next === 'địa' && words[at + 2]?.low === 'bàn' ? areaEnd(words, at + 3) : at;
    case 'ở':
    case 'tại':
      return ownerEnd(words, at + 1) > at + 1 ? ownerEnd(words, at + 1) : at;
    case 'trong':
      if (!INSIDE.has(next)) return at;
      return next === 'và' ? at + 4 : next === 'cả' || next === 'toàn' || next === 'khu' ? at + 3 : at + 2;
    default:
      return plainEnd(words, at);
  }
}

const AREAS = new Set([
  'biên giới',
  'ven biển',
  'miền núi',
  'miền biển',
  'vùng cao',
  'vùng biên',
  'trọng điểm',
  'còn lại',
]);
const HAVING = new Set([
  'rừng',
  'điểm',
  'dự',
  'đường',
  'khu',
  'cửa',
  'làng',
  'biên',
  'di',
  'tuyến',
  'công',
  'đông',
]);

/** "khu vực VII", "Khu vực 5", "khu vực Tây Bắc". */
function regionEnd(words: readonly Word[], at: number): number {
  const word = words[at];
  if (word === undefined || !word.word) return at;
  return word.initials || /^\d/u.test(word.low) ? at + 1 : properEnd(words, at);
}

/** "UBND các xã có điểm du lịch": the things that some of them have, up to the verb. */
function havingEnd(words: readonly Word[], at: number): number {
  if (!HAVING.has(words[at + 1]?.low ?? '')) return at;
  let end = at + 2;
  while (end < words.length && end - at < 7 && words[end]!.word && turnAt(words, end) === null) end++;
  return end;
}

/** "tỉnh Hà Nam", "Thành phố"; also a bare name ("Báo Hà Nam", "Viettel Hà Nam"). */
function plainEnd(words: readonly Word[], at: number): number {
  const units = unitsEnd(words, at);
  if (units > 0) return units;
  if (words[at]!.capital && headAt(words, at)?.value === 'place') return parentEnd(words, at);
  return properEnd(words, at);
}

/** "chi nhánh tỉnh", "chi nhánh Khu vực 5", "Chi nhánh Sông Thao". */
function branchEnd(words: readonly Word[], at: number): number {
  const units = unitsEnd(words, at);
  return units > 0 ? units : properEnd(words, at);
}

/** "trên địa bàn [toàn] tỉnh …". */
function areaEnd(words: readonly Word[], at: number): number {
  const from = words[at]?.low === 'toàn' ? at + 1 : at;
  const units = unitsEnd(words, from);
  return units > 0 ? units : properEnd(words, from);
}

function ownerEnd(words: readonly Word[], at: number): number {
  const low = words[at]?.low;
  if (low === 'trung' && words[at + 1]?.low === 'ương') return qualifierEnd(words, at);
  if ((low === 'nhà' || low === 'địa') && words[at + 1] !== undefined) return at + 2;
  const units = unitsEnd(words, at);
  if (units > 0) return units;
  const parent = parentEnd(words, at);
  return parent > at ? parent : at - 1;
}

/** "thuộc UBND tỉnh", "trực thuộc Bộ Công an", "thuộc tỉnh". */
function parentEnd(words: readonly Word[], at: number): number {
  const units = unitsEnd(words, at);
  if (units > 0) return units;
  if (words[at]?.low === 'trung') return at + 2;
  const head = headAt(words, at);
  if (head === null || (head.value !== 'place' && head.value !== 'named')) return at - 1;
  let end = properEnd(words, head.end, 12);
  if (words[end]?.low === 'và' && words[end + 1]?.capital === true && !isHead(words, end + 1))
    end = properEnd(words, end + 1, 12);
  const place = unitsEnd(words, end);
  return place > 0 ? place : end;
}

/** All qualifiers from `at` on. */
export function qualifiersEnd(words: readonly Word[], at: number): number {
  let end = at;
  for (let turns = 0; turns < 6; turns++) {
    const next = qualifierEnd(words, end);
    if (next <= end) break;
    end = next;
  }
  return Math.min(end, words.length);
}
