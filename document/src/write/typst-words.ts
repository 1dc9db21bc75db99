// Words too long for their line: where they may be broken. Word processors break them anywhere; the typesetter never does by itself,
// and would print them over the edge of the paper.
import { lineWidth } from './metrics.ts';

/** Where such a word may be broken: a zero-width space, which the template turns into a break that leaves nothing in the text. */
export const BREAK = '\u200b';

const SEGMENTS = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The widest letter of any script is about as wide as its size. */
const WIDEST = 0.3528;

/** Lets words that are wider than `room` (in millimetres) at a size (in points) break behind any letter. */
export function breakable(text: string, room: number, size: number, bold: boolean): string {
  // No shorter word can be too wide.
  const suspects = new RegExp(`\\S{${Math.max(2, Math.floor(room / (size * WIDEST)))},}`, 'gu');
  return text.replace(suspects, (word) =>
    lineWidth(word, size, bold) < room
      ? word
      : Array.from(SEGMENTS.segment(word), ({ segment }) => segment).join(BREAK),
  );
}
