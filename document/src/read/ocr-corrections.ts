// What optical recognition gets wrong and the form of administrative documents makes certain: nothing here guesses.
import { foldDiacritics } from './normalise.ts';
import { correctCompounds } from './ocr-compounds.ts';

/** Lines that Decree 30/2020 (Annex I) prescribes word for word. */
const FORMULAS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Nơi nhận:',
  'ỦY BAN NHÂN DÂN',
  'TM. ỦY BAN NHÂN DÂN',
  'KT. CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
].map((formula) => ({
  formula,
  words: formula.split(' '),
  folded: foldDiacritics(formula).replace(/[^a-z]/g, ''),
}));

/** The words of a line as they must have been printed; a word that belongs to the one before it comes back empty. */
export function correctLine(words: readonly string[]): readonly string[] {
  return commaBeforeDate(inDate(correctCompounds(formulaIn(words) ?? words))).map((word, at, all) =>
    correctWord(provinceIn(word, at, all)),
  );
}

/** "ngày 07 thúng 01 nǎm 2019": between a day, a month and a year only three words can stand. */
function inDate(words: readonly string[]): readonly string[] {
  for (let at = 0; at + 5 < words.length; at++) {
    const [day, month, year] = [words[at + 1]!, words[at + 3]!, words[at + 5]!];
    if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}\b/.test(year)) continue;
    if (
      !isNearly(words[at]!, 'ngay') ||
      !isNearly(words[at + 2]!, 'thang') ||
      !isNearly(words[at + 4]!, 'nam')
    )
      continue;
    const opening = words[at]!.startsWith('N') ? 'Ngày' : 'ngày';
    return words
      .with(at, opening)
      .with(at + 2, 'tháng')
      .with(at + 4, 'năm');
  }
  return words;
}

const isNearly = (seen: string, folded: string): boolean =>
  distance(foldDiacritics(seen).toLowerCase(), folded, 1) <= 1;

/** "Sông Thao; ngày 02 tháng 3 năm 2024": between place and date stands a comma. */
function commaBeforeDate(words: readonly string[]): readonly string[] {
  const at = words.indexOf('ngày');
  if (
    at < 1 ||
    at > 7 ||
    words[at + 2] !== 'tháng' ||
    !/^\d+$/.test(words[at + 1]!) ||
    words.length > at + 7 ||
    /[\p{L},]$/u.test(words[at - 1]!)
  )
    return words;
  return words.with(at - 1, words[at - 1]!.replace(/[^\p{L}]+$/u, ','));
}

/** "UBND TÍNH SÔNG THAO": before a name in capitals only one word is meant. */
function provinceIn(word: string, at: number, words: readonly string[]): string {
  if (!/^T[IÍÌĨỊ]NH$/.test(word) || !/^\p{Lu}{2}/u.test(words[at + 1] ?? '')) return word;
  if (/^(?:CHẤT|TOÁN|NĂNG|MẠNG|CÁCH|ĐẾN|TỪ|THEO|KHẢ|PHÁP|HIỆU|KHÁCH|CHÍNH|TRUNG)$/u.test(words[at + 1]!))
    return word;
  return at === 0 || /^(?:UBND|DÂN|HĐND)$/u.test(words[at - 1]!) ? 'TỈNH' : word;
}

/** A run of words that is one of the formulas but for a few letters; the two columns of a letterhead may share a line. */
function formulaIn(words: readonly string[]): string[] | null {
  for (const { words: right, folded } of FORMULAS)
    for (let from = 0; from + right.length <= words.length; from++) {
      const seen = words.slice(from, from + right.length);
      if (seen.every((word, at) => word === right[at])) continue;
      const text = foldDiacritics(seen.join('')).replace(/[^a-z]/g, '');
      const allowed = Math.floor(folded.length / 9);
      if (
        Math.abs(text.length - folded.length) <= allowed &&
        isCapsLike(seen, right) &&
        distance(text, folded, allowed) <= allowed
      )
        return [...words.slice(0, from), ...right, ...words.slice(from + right.length)];
    }
  return null;
}

function isCapsLike(seen: readonly string[], right: readonly string[]): boolean {
  const capitals = (text: string): number => (text.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, text.length);
  return Math.abs(capitals(seen.join('')) - capitals(right.join(''))) < 0.35;
}

/** Levenshtein's distance, given up beyond `most`. */
export function distance(a: string, b: string, most = Infinity): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const value = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return least;
    row = next;
  }
  return row[b.length]!;
}

const TYPES =
  'NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB|TT|NĐ|CV|KL|QyĐ';
/** "33KH-UBND": the slash was lost between number and type. */
const NO_SLASH = new RegExp(`^(\\d{1,4})(${TYPES})-(?=\\p{Lu})`, 'u');
/** "72/2015/NĐ-CP" with a D for Đ. */
const PLAIN_D = /(?<=\/)(QD|ND|DA|CD|HD)(?=-\p{Lu})/u;
const DOUBTLESS: Readonly<Record<string, string>> = { QD: 'QĐ', ND: 'NĐ', DA: 'ĐA', CD: 'CĐ', HD: 'HD' };

function correctWord(word: string): string {
  if (!/\d/.test(word)) return word;
  const slashed = word.replace(NO_SLASH, '$1/$2-');
  // Letters that stand for figures inside a date or number: "3O/6/2O25", "l4/02/2025".
  const dated = /^[\dOoIl]{1,2}\/[\dOoIl]{1,2}\/[\dOoIl]{4}\W*$/.test(slashed)
    ? slashed.replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
    : slashed;
  return dated.replace(PLAIN_D, (type) => DOUBTLESS[type] ?? type);
}
