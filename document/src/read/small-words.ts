// Whether a text is certainly not in capitals: one of its words holds a small letter and is no symbol of a number.

const LOWER = /\p{Ll}/u;

/** A word with a small letter and without a slash ("QĐ-TTg", "CTr/TU" keep theirs among capitals); mostly the first tells. */
export function hasSmallWord(text: string): boolean {
  for (let from = 0; from < text.length;) {
    const space = text.indexOf(' ', from);
    const end = space < 0 ? text.length : space;
    const word = text.slice(from, end);
    if (LOWER.test(word) && !word.includes('/')) return true;
    from = end + 1;
  }
  return false;
}
