// Words too long for their line: where they may be broken. Word processors break them anywhere; the typesetter never does by itself,
// and would print them over the edge of the paper.
import { lineWidth } from './metrics.ts';

/** Where such a word may be broken: a zero-width space, which the template turns into a break that leaves nothing in the text. */
export const BREAK = '\u200b';

const SEGMENTS = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The widest letter of any script is about as wide as its size. */
const WIDEST = 0.3528;

/** Words that are wider than `room` (in millimetres) at a size (in points) may break behind every few letters, or every one in a narrow cell. */
export function breakable(text: string, room: number, size: number, bold: boolean): string {
  const fewest = Math.max(2, Math.floor(room / (size * WIDEST)));
  // No shorter word can be too wide.
  return text.replace(new RegExp(`\\S{${fewest},}`, 'gu'), (word) => {
    const fits = (part: string): boolean => lineWidth(part, size, bold) < room;
    return fits(word) ? word : broken(word, Math.ceil(fewest / 8), fits);
  });
}

/** Addresses of web pages are parted before what divides them, so that a reader sees at the next line's first letter that they go on. */
const DIVIDED = /(?<=[^/])(?=[/?&=#])|(?<=-)/u;

function broken(word: string, every: number, fits: (part: string) => boolean): string {
  const parts = word.split(DIVIDED);
  return parts.map((part) => (fits(part) ? part : parted(part, every))).join(BREAK);
}

function parted(word: string, every: number): string {
  const clusters = Array.from(SEGMENTS.segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < clusters.length; at += every) pieces.push(clusters.slice(at, at + every).join(''));
  return pieces.join(BREAK);
}
