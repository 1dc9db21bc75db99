// From capitals to ordinary writing: "SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH YÊN BÁI" → "Sở Thông tin và Truyền thông tỉnh Yên Bái".
import { HEADS, key, NAMES, PLACE_KINDS } from './casing-names.ts';
import type { Habit } from './habit.ts';
import { isCapitals } from './lines.ts';

const SYMBOLS =
  /^(?:[IVXLC]+|[A-ZĐ]*\d[\p{L}\d./-]*|[\p{L}\d.]+[/&][\p{L}\d./&-]+|[A-ZĐ]{1,6}-[A-ZĐ\p{L}]+)$/u;

/** "CT-TTG" → "CT-TTg", "CTR/TU" → "CTr/TU". */
function smallLetters(symbol: string): string {
  if (!symbol.includes('/')) return symbol;
  return symbol.replace(/-TTG(?!\p{L})/u, '-TTg').replace(/(?<=[-/])(CT|TT)R(?=[-/])/u, '$1r');
}

const NO_HABIT: Habit = () => null;

/** The name of an agency or a place, from capitals to ordinary writing; other text as it is. */
export function properName(text: string): string {
  if (!isCapitals(text)) return text;
  return written(text, (words, at, out) => nameWord(words, at, out));
}

/** A title from capitals to a sentence: proper names keep theirs, other words as the document itself writes them. */
export function properTitle(text: string, habit: Habit = NO_HABIT): string {
  if (!isCapitals(text)) return text;
  return written(text, (words, at) => {
    const word = words[at]!;
    const own =
      (at > 0 ? habit(words[at - 1]!, word, 'right') : null) ??
      (at + 1 < words.length ? habit(word, words[at + 1]!, 'left') : null);
    return own ?? word.toLowerCase();
  });
}

function written(
  text: string,
  wordOf: (words: readonly string[], at: number, out: readonly string[]) => string,
): string {
  const words = text.split(' ');
  const folded = key(text).split(' ');
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const name = nameAt(words, folded, at);
    const word = words[at]!;
    if (name) out.push(name.text);
    else out.push(isSymbol(word) ? smallLetters(word) : wordOf(words, at, out));
    at += name?.words ?? 1;
  }
  return capitalised(out.join(' '));
}

/** "TNHH", "BTXH": no vowel, so no word. */
const INITIALS = /^[BCDĐGHKLMNPQRSTVX]{3,}$/;

function isSymbol(word: string): boolean {
  const bare = word.replace(/[.,;:)]+$/, '');
  return INITIALS.test(bare) || (SYMBOLS.test(bare) && !/^[IVXLC]$/.test(word));
}

function nameAt(
  words: readonly string[],
  folded: readonly string[],
  at: number,
): { text: string; words: number } | null {
  const candidates = NAMES.get(folded[at]!.replace(EDGES, ''));
  if (!candidates) return null;
  const next = folded[at + 1] ?? '';
  for (const name of candidates) {
    if (!next.startsWith(name.second)) continue;
    const raw = folded.slice(at, at + name.words).join(' ');
    if (raw.replace(EDGES, '') !== name.folded) continue;
    const whole = words.slice(at, at + name.words).join(' ');
    return {
      text: /^["“'(]*/.exec(whole)![0] + name.text + /[.,;:)"”]*$/.exec(whole)![0],
      words: name.words,
    };
  }
  return null;
}

const EDGES = /^["“'(]+|[.,;:)"”]+$/g;

function nameWord(words: readonly string[], at: number, out: readonly string[]): string {
  const low = words[at]!.toLowerCase();
  const before = (words[at - 1] ?? '').toLowerCase();
  const two = `${(words[at - 2] ?? '').toLowerCase()} ${before}`;
  const capital =
    isPlaceWord(words, at, out) ||
    HEADS.has(before) ||
    HEADS.has(two) ||
    (before === 'và' && inAgency(words, at));
  return capital ? capitalised(low) : low;
}

/** The name behind "xã", "huyện" …: up to three words that no sentence word ends. */
function isPlaceWord(words: readonly string[], at: number, out: readonly string[]): boolean {
  for (let back = 1; back <= 3 && at - back >= 0; back++) {
    const one = words[at - back]!.toLowerCase();
    const two = `${(words[at - back - 1] ?? '').toLowerCase()} ${one}`;
    if (PLACE_KINDS.has(one) || PLACE_KINDS.has(two))
      return (
        !ORDINARY.has(words[at]!.toLowerCase().replace(/[.,;:]+$/, '')) &&
        out
          .slice(-back + 1 || out.length)
          .every((word) => word.charAt(0) !== word.charAt(0).toLowerCase() || back === 1)
      );
    if (/[.,;:]$/.test(one) || ORDINARY.has(one)) return false;
  }
  return false;
}

const ORDINARY = new Set(
  'và của về trong trên tại theo năm giai đoạn đến từ cho với các những là để ban hành thực hiện triển khai phê duyệt quy định hướng dẫn nhiệm vụ công tác hội họp lần thứ khóa nhiệm kỳ được do'.split(
    ' ',
  ),
);

function inAgency(words: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 7; back--)
    if (HEADS.has(words[back]!.toLowerCase())) return true;
  return false;
}

function capitalised(low: string): string {
  return low.charAt(0).toUpperCase() + low.slice(1);
}
