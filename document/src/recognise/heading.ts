// Whether a paragraph titles what follows ("1. Công an tỉnh") or states something itself.
import type { Paragraph } from '../tree.ts';
import { rankOf } from './levels.ts';
import type { Marked } from './marker.ts';

/** What stands behind the paragraph; null at the end. */
export interface Follower {
  readonly table: boolean;
  readonly marked: Marked | null;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const LONGEST = 320;

export function titles(
  text: string,
  paragraph: Paragraph,
  marked: Marked | null,
  next: Follower | null,
): boolean {
  const start = paragraph.span[0] + (marked?.length ?? 0);
  const length = paragraph.span[1] - start;
  if (length <= 0 || length > LONGEST) return marked !== null && isDivision(marked) && length <= LONGEST;
  const words = text.slice(start, paragraph.span[1]).trim();
  if (!LETTER.test(words)) return false;
  if (marked?.marker === 'dash' || marked?.marker === 'plus') return words.endsWith(':') && isList(next);
  if (words.endsWith(':')) return true;
  if (marked === null) return plainHeading(words, paragraph, next);
  if (isDivision(marked)) return !/[.;]$/.test(words) || words.length < 90 || !LOWER.test(words);
  if (!LOWER.test(words)) return true;
  if (/[;,]$/.test(words) || next === null || !goesDeeper(marked, next))
    return paragraph.bold === true && words.length < 200 && !/[.;,]$/.test(words) && next !== null;
  if (marked.marker === 'article')
    return words.length < 200 && (next.marked !== null || paragraph.bold === true);
  if (/[.!?]$/.test(words))
    return wordCount(words) <= (marked.marker === 'letter' ? 4 : 12) && !words.endsWith('./.');
  return true;
}

function isDivision(marked: Marked): boolean {
  return (
    marked.marker === 'part' ||
    marked.marker === 'chapter' ||
    marked.marker === 'section' ||
    marked.marker === 'roman'
  );
}

const isList = (next: Follower | null): boolean => next !== null && (next.table || next.marked !== null);

/** What follows could stand below it: another kind of marker, a paragraph without one, a table. */
function goesDeeper(marked: Marked, next: Follower): boolean {
  if (next.table || next.marked === null) return true;
  return rankOf(next.marked) > rankOf(marked);
}

/** A line of capitals, or a short bold one, without a marker. */
function plainHeading(words: string, paragraph: Paragraph, next: Follower | null): boolean {
  if (next === null || /[.;,!?]$/.test(words)) return false;
  if (!LOWER.test(words)) return words.length > 3;
  return paragraph.bold === true && words.length < 160;
}

function wordCount(words: string): number {
  return words.split(' ').length;
}
