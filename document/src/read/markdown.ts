// Marks inside a paragraph of Markdown become looks of its runs; the text keeps only what a reader would see.
import type { TextRun } from './build.ts';

export interface MarkedText {
  readonly runs: readonly TextRun[];
  /** Level of a "#" heading. */
  readonly level?: number;
}

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/s;
const QUOTE = /^(?:>\s?)+/;
const IMAGE = /!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g;
const LINK = /\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g;
const TAG = /<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>\n]{0,300})?\/?>/gi;
const ENTITY = /&(amp|lt|gt|quot|nbsp|apos|#\d{1,6});/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};
// A run of marks, or an escaped punctuation mark.
const MARK = /\\([!-/:-@[-`{-~])|\*+|_+|`+/g;

/** The runs of one paragraph; marks that never close stay as they are written. */
export function inlineMarkdown(raw: string): MarkedText {
  const quoted = raw.startsWith('>') ? raw.replace(QUOTE, '') : raw;
  const heading = quoted.startsWith('#') ? HEADING.exec(quoted) : null;
  const text = plainTags(heading?.[2] ?? quoted);
  const runs =
    text.includes('*') || text.includes('_') || text.includes('\\') || text.includes('`')
      ? markedRuns(text)
      : [{ text }];
  return { runs, ...(heading?.[1] && { level: heading[1].length }) };
}

function plainTags(text: string): string {
  let plain = text;
  if (plain.includes('](')) plain = plain.replace(IMAGE, '').replace(LINK, '$1');
  if (plain.includes('<')) plain = plain.replace(TAG, '');
  if (plain.includes('&')) plain = plain.replace(ENTITY, (_, name: string) => entity(name));
  return plain;
}

function entity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? '';
  const code = Number(name.slice(1));
  return code > 31 && code < 0xd800 ? String.fromCharCode(code) : ' ';
}

type Look = 'bold' | 'italic' | 'both';

interface Piece {
  readonly text: string;
  /** Toggles this look instead of standing for itself. */
  readonly toggles?: Look;
}

function markedRuns(text: string): TextRun[] {
  const pieces = paired(piecesOf(text));
  const runs: TextRun[] = [];
  let bold = false;
  let italic = false;
  for (const piece of pieces) {
    if (piece.toggles === undefined) {
      if (piece.text !== '')
        runs.push({ text: piece.text, ...(bold && { bold }), ...(italic && { italic }) });
      continue;
    }
    if (piece.toggles !== 'italic') bold = !bold;
    if (piece.toggles !== 'bold') italic = !italic;
  }
  return runs;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found !== null; found = MARK.exec(text)) {
    const mark = found[0];
    const before = text[found.index - 1] ?? ' ';
    const after = text[found.index + mark.length] ?? ' ';
    const piece = pieceOf(mark, found[1], before, after, found.index === 0);
    if (piece === null) continue;
    pieces.push({ text: text.slice(from, found.index) }, piece);
    from = found.index + mark.length;
  }
  pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Null where the characters stand for themselves. */
function pieceOf(
  mark: string,
  escaped: string | undefined,
  before: string,
  after: string,
  first: boolean,
): Piece | null {
  if (escaped !== undefined) return { text: escaped };
  if (mark[0] === '`') return mark.length > 2 ? null : { text: '' };
  if (mark[0] === '_') {
    const inside = isWord(before) && isWord(after);
    if (inside || mark.length > 3 || (isSpace(before) && isSpace(after))) return null;
    return { text: mark, toggles: lookOf(mark.length) };
  }
  if (mark.length > 3) return { text: '' };
  const alone = isSpace(before) && isSpace(after);
  if (mark.length === 1 && (alone || (before === '(' && after === ')')))
    return first || !alone ? null : { text: mark, toggles: 'italic' };
  return { text: mark, toggles: lookOf(mark.length) };
}

function lookOf(length: number): Look {
  return length === 1 ? 'italic' : length === 2 ? 'bold' : 'both';
}

/**
 * One mark of an odd number has no partner. A star alone is a footnote's or a slip, so it shows; a bold mark belongs to
 * a paragraph that was cut in two: at the start it opens, at the end it closes all of it.
 */
function paired(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [...pieces];
  for (const look of ['italic', 'bold', 'both'] as const) {
    const at = out.flatMap((piece, index) => (piece.toggles === look ? [index] : []));
    const last = at.at(-1);
    if (at.length % 2 === 0 || last === undefined) continue;
    const mark = out[last]!;
    const opens = at.length === 1 && last <= 1 && (out[0]?.text ?? '').trim() === '';
    const closes = at.length === 1 && out.slice(last + 1).every((piece) => piece.text.trim() === '');
    if (opens && look === 'bold') continue;
    out[last] = { text: look === 'italic' ? mark.text : '' };
    if (closes && look === 'bold') out.unshift({ text: '', toggles: 'bold' });
  }
  return out;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t';
}

const WORD = /[\p{L}\p{N}]/u;

function isWord(character: string): boolean {
  return WORD.test(character);
}
