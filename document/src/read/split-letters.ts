// Syllables that a copied page tore apart between its letters: "Qu ả ng Ngãi", "Đặ ng", "B Ộ", "tr ưở n g".

/** Letters that are no word by themselves; "ở", "ý", "ổ", "ô", "ủ" are. */
const LONE = 'àáảãạâầấẩẫậăằắẳẵặèéẻẽẹêềếểễệìíỉĩịòóỏõọồốỗộơờớỡợùúũụưừứửữựỳỷỹỵ';
const VOWEL = 'aeiouyýôổủở' + LONE;
const MARKED = new RegExp(`^[${LONE}]$`, 'iu');
const HAS_PIECE = new RegExp(`(?:^|[\\s(])(?:[${LONE}]|n[gh]|tr|th|ch|kh|ph|ngh)(?=[\\s;,.)]|$)`, 'iu');
const ONSET = /^(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)$/iu;
const LONG_ONSET = /^(?:[Cc]h|[Gg]h|[Kk]h|[Nn]gh?|[Nn]h|[Pp]h|[Tt]h|[Tt]r)$/u;
const BEGINS = new RegExp(`^[${VOWEL}]`, 'iu');
const OPEN = new RegExp(`^\\p{L}{0,4}[${VOWEL}]$`, 'iu');
/** Vowels that never end a syllable. */
const NEEDS_END = /[ăằắẳẵặâầấẩẫậ]$|ươ$|ướ$|ườ$|ưở$|ưỡ$|ượ$|i[êềếểễệ]$|y[êềếểễệ]$|u[ôồốổỗộ]$/iu;
const SYLLABLE = new RegExp(
  `^(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[${VOWEL}]{1,3}(?:ch|ng|nh|[cmnpt])?$`,
  'iu',
);
const END = /^(?:ch|ng|nh|[cmnpt])(?=[^\p{L}]|$)/u;
const SURE_END = /^n[gh](?=[^\p{L}]|$)/u;

/** The text with such syllables whole again; everything else as it is. */
export function joinLetters(text: string): string {
  if (!HAS_PIECE.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (HAS_PIECE.test(line) ? joinLine(line) : line))
    .join('\n');
}

function joinLine(line: string): string {
  const pieces = line.split(' ');
  const joined: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    const [word, used] = wordAt(pieces, at);
    joined.push(word);
    at += used;
  }
  return joined.join(' ');
}

const LEAD = /^[("“‘[-]*/u;
const TAIL = /[^\p{L}]*$/u;
/** No piece is longer, punctuation behind it included; searching the tail of a long one costs its square. */
const LONGEST_PIECE = 12;

function pieceAt(pieces: readonly string[], at: number): string {
  const piece = pieces[at] ?? '';
  return piece.length > LONGEST_PIECE ? '' : piece;
}

/** The word that begins with a piece, and how many pieces it is made of. */
function wordAt(pieces: readonly string[], at: number): [string, number] {
  const first = pieces[at]!;
  let word = first.slice(LEAD.exec(first)![0].length);
  if (word.length > 5 || !/^\p{L}+$/u.test(word)) return [first, 1];
  const second = pieceAt(pieces, at + 1);
  const third = pieceAt(pieces, at + 2);
  let used = 1;
  if (takesVowel(word, second, third)) {
    word += second;
    used++;
  }
  if (/\p{L}$/u.test(word)) {
    const [end, count] = endAt(pieces, at + used, word, used > 1);
    word += end;
    used += count;
  }
  if (used === 1 || !SYLLABLE.test(word.replace(TAIL, ''))) return [first, 1];
  return [LEAD.exec(first)![0] + word, used];
}

function takesVowel(word: string, next: string, after: string): boolean {
  const vowel = next.replace(TAIL, '');
  if (!BEGINS.test(vowel) || !sameCase(word, vowel)) return false;
  if (LONG_ONSET.test(word) && vowel.length <= 3) return true;
  if (!MARKED.test(vowel)) return false;
  return ONSET.test(word) || (OPEN.test(word) && next === vowel && END.test(after));
}

/** "ả ng": the end of a syllable that stands apart; a single letter only behind a syllable that lacks one. */
function endAt(pieces: readonly string[], at: number, word: string, torn: boolean): [string, number] {
  const piece = pieceAt(pieces, at);
  const next = pieceAt(pieces, at + 1);
  if (!OPEN.test(word) || !sameCase(word, piece.replace(TAIL, ''))) return ['', 0];
  if (piece === 'n' && /^[gh](?=[^\p{L}]|$)/u.test(next)) return [piece + next, 2];
  const sure = SURE_END.test(piece) || piece === 'NG';
  return sure || ((torn || NEEDS_END.test(word)) && END.test(piece)) ? [piece, 1] : ['', 0];
}

/** No small letter goes on with capitals, and no capital with small ones. */
function sameCase(word: string, next: string): boolean {
  const small = next === next.toLowerCase();
  return small
    ? word.length === 1 || word.slice(1) === word.slice(1).toLowerCase()
    : word === word.toUpperCase();
}
