// Whether a page's text layer can be trusted: fonts without a table to Unicode give glyph soup, scanners add poor text of their own.

/** How good text is: shares of characters or words, 0 to 1. */
export interface Quality {
  readonly letters: number;
  /** Characters that no document holds: private use, replacement, control. */
  readonly odd: number;
  /** Words that mix letters with what does not belong in a word, or hold no vowel. */
  readonly broken: number;
  /** Words with a Vietnamese letter. */
  readonly vietnamese: number;
}

const ODD = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uefff\uf100-\uf8ff\ufffd]/gu;
const VOWEL = /[aeiouyàáâãèéêìíòóôõùúýăĩũơư\u1ea0-\u1ef9]/iu;
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
const WORD = /^[\p{Script=Latin}\p{M}]+(?:['’.&/-][\p{Script=Latin}\p{M}]+)*$/u;
const OTHER_SCRIPT =
  /^[\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{M}]+$/u;

export function qualityOf(text: string): Quality {
  const words = text
    .slice(0, 20_000)
    .normalize('NFC')
    .split(/[\s.,;:()“”"!?…/–-]+/u)
    .filter((word) => /[^\d\W]|[^\x00-\x7f]/.test(word));
  const letters = text.replace(/\s+/g, '').length;
  const broken = words.filter(isBroken).length;
  const vietnamese = words.filter((word) => VIETNAMESE.test(word)).length;
  const count = Math.max(1, words.length);
  return {
    letters,
    odd: (text.match(ODD)?.length ?? 0) / Math.max(1, letters),
    broken: broken / count,
    vietnamese: vietnamese / count,
  };
}

function isBroken(word: string): boolean {
  if (OTHER_SCRIPT.test(word)) return false;
  if (!WORD.test(word))
    return /\p{L}/u.test(word)
      ? !/^[\p{Lu}\d]+$|^\d+\p{L}{1,3}$|^\p{L}{1,4}\d+$|[@_]/u.test(word)
      : word.length > 1;
  const capitals = word === word.toUpperCase();
  return !capitals && word.length > 2 && !VOWEL.test(word);
}

/** Glyph soup: better read from the picture of the page. */
export function isGarbled({ letters, odd, broken }: Quality): boolean {
  return letters > 20 && (odd > 0.06 || broken > 0.4);
}

/** Text that a scanner's program put under the picture counts only where it reads as clean Vietnamese. */
export function isTrusted({ broken, odd, vietnamese }: Quality): boolean {
  return odd < 0.01 && broken < 0.08 && vietnamese > 0.45;
}
