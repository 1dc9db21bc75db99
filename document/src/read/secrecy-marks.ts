// The words TUYỆT MẬT, TỐI MẬT and MẬT as stamps show them: spaced, boxed, misspelt by recognition, beside an urgency.

const FOLDED: ReadonlySet<string> = new Set(['TUYETMAT', 'TOIMAT', 'MAT']);
const EXACT: ReadonlySet<string> = new Set(['TUYỆTMẬT', 'TỐIMẬT', 'MẬT']);
const LONGEST = 80;

/** Letters of other scripts that look like those of the marks. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  Е: 'E',
  І: 'I',
  М: 'M',
  О: 'O',
  Т: 'T',
  У: 'Y',
  Ү: 'Y',
  Α: 'A',
  Ε: 'E',
  Ι: 'I',
  Μ: 'M',
  Ο: 'O',
  Τ: 'T',
  Υ: 'Y',
};

// What may share the line: how urgent the document is, which copy it is.
const BESIDE =
  /H[ỎO][ẢA]? ?T[ỐO]C(?: HẸN GIỜ)?|THƯỢNG KHẨN|(?<!\p{L})KHẨN(?!\p{L})|BẢN SỐ\s?:?\s?\.*\d{0,4}/gu;
const NOT_LETTERS = /[^\p{L}]+/gu;
const ACCENTS = /\p{M}+/gu;

const capitals = (text: string): string => text.normalize('NFKC').toUpperCase();

// Two letters of which one stands in no mark: the first word of most lines tells that they hold something else.
const FOREIGN = /[bcdđfghjklnpqrsvwxz]\p{L}|\p{L}[bcdđfghjklnpqrsvwxz]/iu;
const NAMES_BESIDE = /h[ỏo][ảa]? ?t[ốo]c|khẩn|bản số/iu;
const NAMES_MARK = /mật/iu;

function bare(line: string): string | null {
  if (line.length > LONGEST || (FOREIGN.test(line) && !NAMES_BESIDE.test(line))) return null;
  const rest = capitals(line).replace(BESIDE, ' ');
  return /\d/.test(rest) ? null : withoutNoise(rest);
}

/** Recognition sees specks and frames as marks or single letters around the word. */
function withoutNoise(text: string): string {
  const words = text
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .split(' ');
  if (words.every((word) => word.length <= 2)) return words.join('');
  return words.filter((word) => word.length > 1).join('');
}

const fold = (letters: string): string =>
  letters
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(NOT_LETTERS, '')
    .replace(/[А-ЯІҮΑ-Ω]/g, (letter) => LOOKALIKES[letter] ?? letter);

/** A line that holds nothing but a mark, in any case and with any noise. Expects normalised text. */
export function isMark(line: string): boolean {
  const letters = bare(line);
  if (letters === null) return false;
  if (EXACT.has(letters)) return true;
  // Without its accents, or with wrong ones, the word is common unless it is set in capitals.
  return line === line.toUpperCase() && FOLDED.has(fold(letters));
}

/** The mark that a line in capitals holds and nothing else; null for none. */
export function isMarkInCapitals(line: string): string | null {
  const letters = bare(line);
  return letters !== null && EXACT.has(letters) && line === line.toUpperCase() ? letters : null;
}

const STATED =
  /(?:^|[^\p{L}])(?:độ|mức độ|cấp độ|mức|dấu|dấu chỉ độ) mật\s?[:–-]\s?["“(]?(?:tuyệt mật|tối mật|mật)(?![\p{L}]|\s?[,/;]\s?(?:tuyệt|tối|mật)|\s?(?:và|hoặc))/iu;

/** "Độ mật: Tối mật". */
export function statesMark(line: string): boolean {
  return line.length <= LONGEST * 2 && NAMES_MARK.test(line) && STATED.test(line);
}

const MARK = '(?:TUYỆT MẬT|TỐI MẬT|MẬT)';
const HEAD =
  '(?:CỘNG H(?:ÒA|OÀ)|ĐẢNG CỘNG|Độc lập|SỐ\\s?[:\\d]|Số\\s?[:\\d]|UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ |BỘ |BAN |CÔNG AN|TỈNH [ỦU]|THÀNH [ỦU]|HUYỆN [ỦU]|CHÍNH PHỦ)';
const BEFORE = new RegExp(`^[^\\p{L}]{0,4}${MARK}[^\\p{L}\\d]{1,6}${HEAD}`, 'u');
const AFTER = new RegExp(
  `^${HEAD}.{2,120}(?<!(?:^|[^\\p{L}])(?:BÍ|BẢO|CƠ|ĐỘ|ONG|LIỆU|BẢN|VÀ|TỐI|TUYỆT))[^\\p{L}]{1,6}${MARK}[^\\p{L}\\d]{0,4}$`,
  'u',
);
const BRACKETED = new RegExp(`[([{<«]\\s?${MARK}\\s?[)\\]}>»]\\s?$`, 'iu');

/** A line of the letterhead, or a title, that runs together with the mark beside it. */
export function sharesLineWithMark(line: string): boolean {
  if (line.length > LONGEST * 2 || !NAMES_MARK.test(line)) return false;
  return BEFORE.test(line) || AFTER.test(line) || BRACKETED.test(line);
}
