// Footnotes: smaller lines under a short drawn line at the page's foot, each beginning with its mark.
import type { PageContent, Piece, Rule } from './geometry.ts';
import { linesOf } from './geometry-lines.ts';
import type { Line } from './geometry-lines.ts';
import { usualSize } from './geometry-paragraphs.ts';
import { textOf } from './geometry-text.ts';

const MARK = /^(?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\(\d{1,2}\)|\[\d{1,2}\]|\*)\s*[\p{L}“"]/u;

/** The pieces of a page without its footnotes, and the lines of the footnotes. */
export function splitNotes(
  page: PageContent,
  pieces: readonly Piece[],
  loose: readonly Rule[],
): { body: readonly Piece[]; notes: readonly Line[] } {
  const none = { body: pieces, notes: [] };
  const separators = loose.filter((rule) => isSeparator(rule, page));
  if (separators.length === 0) return none;
  const size = usualSize(linesOf(pieces));
  for (const { box } of separators) {
    const below = pieces.filter((piece) => piece.top > box[1] - 1);
    const lines = linesOf(below);
    const first = lines[0];
    if (!first || first.size > 0.93 * size || !MARK.test(textOf(first))) continue;
    return { body: pieces.filter((piece) => piece.top <= box[1] - 1), notes: lines };
  }
  return none;
}

function isSeparator({ vertical, box }: Rule, page: PageContent): boolean {
  const length = box[2] - box[0];
  return (
    !vertical &&
    length > 80 &&
    length < 0.45 * page.width &&
    box[0] < 0.25 * page.width &&
    box[1] > 0.45 * page.height
  );
}
