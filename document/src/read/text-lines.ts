// Lines of a text or Markdown file as they stand, before they become paragraphs and tables.
import { RULER } from './text-ruler.ts';

export interface TextLine {
  /** Without leading and trailing white space, marks of Markdown still in it; empty only for an empty cell behind a tab. */
  readonly text: string;
  /** As written, for columns made with tabs or spaces. */
  readonly raw: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** The line ends in a break that must stay (two spaces or a backslash in Markdown, `<br>`). */
  readonly kept: boolean;
  /** A page ends before it. */
  readonly paged: boolean;
}

const RULE = /^[-_=~*.·•—–\s]{3,}$/;
const CRAWLED = /^[*_>\s]{0,4}(?:source|nguồn|url|link|original url)\s{0,2}:\s{0,2}<?\*{0,2}\s?https?:\/\//i;
const PAGE_NUMBER = /^[-–—\s]{0,3}(?:trang\s{1,2}|page\s{1,2})?\d{1,3}(?:\s?\/\s?\d{1,3})?[-–—\s]{0,3}$/i;

/** Lines with content; blank lines, rules, page numbers and what crawlers add become gaps. */
export function textLines(text: string, marked: boolean): TextLine[] {
  const lines: TextLine[] = [];
  let gap = 0;
  let paged = false;
  const raws = withoutFrontMatter(text.split('\n'), marked);
  for (let at = 0; at < raws.length; at++) {
    let raw = raws[at] ?? '';
    if (raw.includes('\f')) {
      paged = true;
      raw = raw.replaceAll('\f', '');
    }
    const text = raw.trim();
    if (text === '' && raw.startsWith('\t')) {
      lines.push({ text, raw, gap, kept: true, paged });
      gap = 0;
      continue;
    }
    if (isDropped(text, raws, at)) {
      if (!isRule(text)) gap++;
      continue;
    }
    for (const [piece, broken] of pieces(raw, marked).flatMap(apartFromSignature)) {
      const trimmed = piece.trim();
      if (trimmed === '') continue;
      const kept = broken || (marked && (piece.endsWith('  ') || trimmed.endsWith('\\')));
      const clean = marked && trimmed.endsWith('\\') ? trimmed.slice(0, -1).trimEnd() : trimmed;
      // "Số: 44/KH-UBND |": the bar closes a cell, as it does on a line of its own.
      const closes = clean.endsWith(' |') && clean.indexOf('|') === clean.length - 1;
      lines.push({
        text: closes ? clean.slice(0, -2).trimEnd() : clean,
        raw: closes ? piece.replace(/\|\s*$/, '') : piece,
        gap,
        kept,
        paged,
      });
      if (closes) lines.push({ text: '|', raw: '|', gap: 0, kept: true, paged: false });
      gap = 0;
      paged = false;
    }
  }
  return lines;
}

function pieces(raw: string, marked: boolean): [string, boolean][] {
  if (!marked || !raw.includes('<br') || raw.trimStart().startsWith('|') || /<t[dhr]/i.test(raw))
    return [[raw, false]];
  const parts = raw.split(/<br ?\/?>/i);
  return parts.map((piece, index) => [piece, index < parts.length - 1]);
}

// "- Lưu: VT, NC. | TM. CHÍNH PHỦ": the last recipient, and beside it the first line of the signature.
const BESIDE_SIGNATURE = /^\s*[-–+•]?\s?Lưu\s?:[^|]{1,120} (\|) (?:TM|KT|TL|TUQ|T\/M|K\/T|Q)\s?\./;

function apartFromSignature([piece, broken]: [string, boolean]): [string, boolean][] {
  const bar = piece.includes('|') ? BESIDE_SIGNATURE.exec(piece) : null;
  if (bar === null) return [[piece, broken]];
  const at = piece.indexOf('|');
  return [
    [piece.slice(0, at).trimEnd(), true],
    [piece.slice(at + 1).trimStart(), broken],
  ];
}

function isDropped(text: string, raws: readonly string[], at: number): boolean {
  return (
    text === '' ||
    (isRule(text) && !RULER.test(raws[at] ?? '')) ||
    (text.includes('://') && CRAWLED.test(text)) ||
    isPageNumber(text, raws, at)
  );
}

// "------      ------": two rules side by side too.
const isRule = (text: string): boolean =>
  text.length >= 3 && RULE.test(text.startsWith('\\') ? text.slice(1) : text);

/** Blank lines that may stand between a page's number and its end. */
const MOST_BLANK = 6;

/** The page ends below the line, blank lines aside. */
function endsPage(raws: readonly string[], at: number): boolean {
  for (let below = at + 1; below <= at + MOST_BLANK; below++) {
    const raw = raws[below] ?? '.';
    // White space to trim() is the form feed, too.
    if (raw.includes('\f')) return /^[ \t]*\f/.test(raw);
    if (raw.trim() !== '') return false;
  }
  return false;
}

/** A number alone between blank lines, or at the end of a page; inside a flattened table it would touch other lines. */
function isPageNumber(text: string, raws: readonly string[], at: number): boolean {
  if (text.length > 12 || !PAGE_NUMBER.test(text)) return false;
  if ((raws[at] ?? '').startsWith('\f')) return true;
  // Set in the middle or at the right edge of a page, whatever stands around it.
  if (/^ {30,}/.test(raws[at] ?? '') && /^\d+$/.test(text)) return true;
  if (endsPage(raws, at)) return true;
  const before = raws[at - 1];
  const after = raws[at + 1];
  const blankBefore = before === undefined || before.trim() === '';
  const blankAfter = after === undefined || after.trim() === '' || after.includes('\f');
  return blankBefore && blankAfter && !(raws[at] ?? '').startsWith('\t');
}

function withoutFrontMatter(raws: readonly string[], marked: boolean): readonly string[] {
  if (!marked || raws[0]?.trim() !== '---') return raws;
  const end = raws.slice(1, 40).findIndex((raw) => raw.trim() === '---');
  const inside = raws.slice(1, end + 1);
  return end > 0 && inside.every((raw) => /^[\w-]+:|^\s|^$/.test(raw)) ? raws.slice(end + 2) : raws;
}
