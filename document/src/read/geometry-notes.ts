// What stands at a page's foot: footnotes, smaller lines under a short drawn line, each beginning with its mark; an address under a long one.
import type { PageContent, Piece, Rule } from './geometry.ts';
import { linesOf } from './geometry-lines.ts';
import type { Line } from './geometry-lines.ts';
import { usualSize } from './geometry-paragraphs.ts';
import { textOf } from './geometry-text.ts';

const MARK = /^(?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\(\d{1,2}\)|\[\d{1,2}\]|\*)\s*[\p{L}“"]/u;

/** More than that below a line is no address. */
const LONGEST_FOOT = 400;

/**
 * The address at the foot of the first page (Decree 30/2020, Annex I, III.4): smaller lines under a drawn line as wide as the text, which
 * stand between two pages of it. The pieces without it, and its lines.
 */
export function splitFoot(
  page: PageContent,
  pieces: readonly Piece[],
  loose: readonly Rule[],
): { body: readonly Piece[]; foot: readonly Line[] } {
  const none = { body: pieces, foot: [] };
  if (page.page !== 1) return none;
  const rule = loose.findLast(
    ({ vertical, box }) =>
      !vertical && box[2] - box[0] > 0.6 * page.width && box[1] > 0.7 * page.height && box[1] < page.height,
  );
  if (!rule) return none;
  const under = pieces.filter((piece) => piece.baseline > rule.box[1]);
  const lines = linesOf(under);
  const size = usualSize(linesOf(pieces));
  const isFoot =
    lines.length > 0 &&
    lines.every((line) => line.size < 0.93 * size) &&
    lines.reduce((sum, line) => sum + textOf(line).length, 0) < LONGEST_FOOT;
  return isFoot ? { body: pieces.filter((piece) => !under.includes(piece)), foot: lines } : none;
}

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
