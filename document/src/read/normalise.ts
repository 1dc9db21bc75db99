// The one form of text that everything after reading works on, and the foldings that comparisons and search use.

/** Unicode's limit for stream-safe text (UAX 15) is 30; the longest honest cluster of any script we meet has far fewer. */
const MARKS = 16;
// Composing a run of n marks costs n² (they are sorted by insertion): a megabyte of them would hang the reader.
const TOO_MANY_MARKS = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu');
const MANY_MARKS = new RegExp(`\\p{M}{${MARKS}}`, 'u');
/** Cheap and never wrong: marks of other scripts lie in these ranges, those of Latin only matter in long runs. */
const MAY_HAVE_MANY = new RegExp(
  `[\\u0300-\\u036f]{${MARKS}}|[\\u0483-\\u1dff\\u20d0-\\u20ff\\u2c00-\\u2fff\\u302a-\\u30ff\\ua000-\\uabff\\ud800-\\udfff\\ufb00-\\ufe2f]`,
);

/** Regular letters, digits and punctuation of Latin script: nothing in them is replaced or composed. */
const PLAIN =
  /^[\t\n -~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u02ff\u1e00-\u1eff\u2012-\u2027\u2030-\u203a]*$/;

const IRREGULAR =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u00d0\u00f0\u0189\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f\u3000\u3164\uf000-\uf0ff\ufb00-\ufb06\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/;
const IRREGULAR_ALL = new RegExp(`\\r\\n|${IRREGULAR.source}`, 'g');

const REPLACEMENT: ReadonlyMap<string, string> = new Map([
  ...[...'\r\u0085\u2028\u2029\u000b\u000c'].map((end) => [end, '\n'] as const),
  ['\r\n', '\n'],
  ...[
    ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ].map((space) => [space, ' '] as const),
  ['\u2010', '-'],
  ['\u2011', '-'],
  // The Icelandic letter looks the same and is what many Vietnamese key maps and conversions wrote for Đ.
  ['\u00d0', 'Đ'],
  ['\u0189', 'Đ'],
  ['\u00f0', 'đ'],
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
  ['\ufb05', 'st'],
  ['\ufb06', 'st'],
]);

/** Marks that Word's symbol fonts keep in the private use area; all but these are bullets to the eye. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xf020, ' '],
  [0xf02b, '+'],
  [0xf0e0, '→'],
  [0xf0e8, '→'],
  [0xf06f, '□'],
  [0xf071, '□'],
  [0xf0a8, '□'],
  [0xf0fe, '☑'],
  [0xf052, '☑'],
  [0xf0b1, '±'],
  [0xf0b3, '≥'],
  [0xf0a3, '≤'],
  [0xf0b0, '°'],
]);

function replacement(found: string): string {
  const code = found.charCodeAt(0);
  if (code >= 0xf000 && code <= 0xf0ff) return SYMBOL.get(code) ?? '-';
  return REPLACEMENT.get(found) ?? '';
}

/**
 * NFC; line ends as "\n"; plain spaces; no soft hyphens, zero-width or control characters; ligatures expanded;
 * symbol-font bullets as "-" or "+"; lone surrogates as U+FFFD. Tabs and dashes stay; so do both tone placements.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text;
  const regular = IRREGULAR.test(text) ? text.replace(IRREGULAR_ALL, replacement) : text;
  const bounded =
    MAY_HAVE_MANY.test(regular) && MANY_MARKS.test(regular) ? regular.replace(TOO_MANY_MARKS, '$1') : regular;
  return bounded.toWellFormed().normalize('NFC');
}

const OLD_TONE = /[óòỏõọ][ae]|[úùủũụ]y/gi;
const NEW_TONE: ReadonlyMap<string, string> = tonePairs();

function tonePairs(): Map<string, string> {
  const pairs = new Map<string, string>();
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['óòỏõọ', 'a', 'o', 'áàảãạ'],
    ['óòỏõọ', 'e', 'o', 'éèẻẽẹ'],
    ['úùủũụ', 'y', 'u', 'ýỳỷỹỵ'],
  ];
  const cases = [(letter: string) => letter, (letter: string) => letter.toUpperCase()];
  for (const [toned, second, first, moved] of rows)
    for (const left of cases)
      for (const right of cases)
        for (let tone = 0; tone < 5; tone++)
          pairs.set(left(toned[tone]!) + right(second), left(first) + right(moved[tone]!));
  return pairs;
}

/** Brings both placements of the tone ("hóa", "hoá") to the newer one; the length stays. Expects normalised text. */
export function foldTone(text: string): string {
  return text.replace(OLD_TONE, (pair) => NEW_TONE.get(pair) ?? pair);
}

const FOLDED = /[A-ZÀ-ɏ\u0370-\u058fḀ-ỿ]+/g;
const foldedUnits: string[] = [];

function foldUnit(unit: string): string {
  if (unit === 'Đ' || unit === 'đ') return 'd';
  const letter = unit.normalize('NFD').charAt(0).toLowerCase();
  return letter.length === 1 ? letter : unit;
}

function foldWord(word: string): string {
  let folded = '';
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    folded += foldedUnits[code] ??= foldUnit(word.charAt(at));
  }
  return folded;
}

/** Lower case without diacritics, đ as d, for search; the length stays. Expects normalised text. */
export function foldDiacritics(text: string): string {
  return text.replace(FOLDED, foldWord);
}
