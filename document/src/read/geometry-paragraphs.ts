// Lines become paragraphs by what a typesetter does: a line is broken where the next word no longer fits.
import type { ParagraphInput } from './build.ts';
import { around, median } from './geometry.ts';
import type { Box } from './geometry.ts';
import { boxOf } from './geometry-lines.ts';
import type { Line } from './geometry-lines.ts';
import { joinedRuns, textOf } from './geometry-text.ts';

/** The strip that text flows in: a page's body, a column, a cell. */
export interface Region {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Where the line furthest left begins. */
  readonly outermost: number;
  /** Distance of baselines within a paragraph, in font sizes. */
  readonly pitch: number;
}

/** A paragraph while it may still go on. */
export interface Draft {
  readonly kind: 'paragraph';
  readonly region: Region;
  readonly lines: Line[];
  /** How many of the lines stand on its own page, once it has gone on over another. */
  own?: number;
}

/** A line break to be judged; `gap` is missing where a page ends between. */
interface Break {
  readonly draft: Draft;
  readonly next: Line;
  readonly region: Region;
  readonly samePage: boolean;
}

export function regionOf(
  page: number,
  lines: readonly Line[],
  within?: readonly [left: number, right: number],
): Region {
  const left =
    within?.[0] ??
    commonEdge(
      lines.map((line) => line.left),
      1,
    );
  const right =
    within?.[1] ??
    commonEdge(
      lines.map((line) => line.right),
      -1,
    );
  const outermost = lines.reduce((least, line) => Math.min(least, line.left), left);
  return { page, left, right, outermost, pitch: pitchOf(lines) };
}

/** The outermost edge that at least two lines share within three points; the outermost of all where none is shared. */
function commonEdge(edges: readonly number[], direction: 1 | -1): number {
  const sorted = edges.toSorted((a, b) => direction * (a - b));
  for (let at = 1; at < sorted.length; at++)
    if (Math.abs(sorted[at]! - sorted[at - 1]!) < 3) return sorted[at - 1]!;
  return sorted[0] ?? 0;
}

function pitchOf(lines: readonly Line[]): number {
  const gaps: number[] = [];
  for (let at = 1; at < lines.length; at++) {
    const gap = (lines[at]!.baseline - lines[at - 1]!.baseline) / Math.max(lines[at]!.size, 1);
    if (gap > 0.8 && gap < 2.2) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.3)] ?? 1.25;
}

export function paragraphsOf(lines: readonly Line[], region: Region): Draft[] {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const draft = drafts.at(-1);
    if (draft && continues({ draft, next: line, region, samePage: true })) draft.lines.push(line);
    else drafts.push({ kind: 'paragraph', region, lines: [line] });
  }
  return drafts;
}

export function extend(draft: Draft, next: Draft): void {
  draft.own ??= draft.lines.length;
  draft.lines.push(...next.lines);
}

/** Whether a paragraph at a page's end goes on with the first paragraph of the next page. */
export function goesOn(draft: Draft, next: Draft): boolean {
  return continues({ draft, next: next.lines[0]!, region: next.region, samePage: false });
}

const MARKER =
  /^(?:[-–—•+*●○▪■◦✓➢]\s*\p{L}|\(?\d{1,2}[.)]\s*\p{Lu}|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s*\p{Lu}|[a-zđ]{1,2}[.)]\s*\p{L}|[IVXLC]{1,6}\s*[.)-]\s*\p{Lu}|(?:Điều|Chương|Phần|Mục|Phụ lục|PHỤ LỤC)\s+[\dIVXLC])/u;
/** What always begins a line of its own in letterhead and signature. */
const OPENER = /^(?:Số\s*:|V\/v\b|Nơi nhận\s*:|Kính gửi\s*:|TM\.|KT\.|TL\.|TUQ\.|Q\.\s?\p{Lu})/u;
const ENDED = /[.;:!?…)”"]$|\.\/\.?$/u;

/** Words that no paragraph ends with. */
const OPEN_END =
  /(?:,|(?<![\p{L}])(?:và|hoặc|của|các|với|cho|về|theo|tại|do|để|trong|từ|đến|những|là|được|bằng|thuộc|có))$/u;

function continues(at: Break): boolean {
  const { draft, next } = at;
  const last = draft.lines.at(-1)!;
  const text = textOf(next);
  const before = textOf(last);
  const tagged = at.samePage ? taggedAlike(last, next) : null;
  if (tagged !== null) return tagged;
  if (Math.abs(last.size - next.size) > 0.18 * Math.max(last.size, next.size)) return false;
  if (OPENER.test(text) || isBasis(at, before, text)) return false;
  const marked = MARKER.test(text);
  const goingOn = !marked && !ENDED.test(before) && (/^\p{Ll}/u.test(text) || OPEN_END.test(before));
  if (goingOn || isOrphan(last, next)) return !isFarBelow(at, 2.4);
  if (!isFull(last, next, draft.region) || beginsAlike(at, before, text)) return false;
  if (isFarBelow(at, draft.region.pitch + 0.27)) return false;
  if (marked && (ENDED.test(before) || isIndented(at))) return false;
  if (isIndented(at) && !isHanging(at)) return false;
  return !changesLook(last, next, text, marked);
}

/** What the file's own tags say: one paragraph, two, or nothing; the lines of one title may be its number and its words. */
function taggedAlike(last: Line, next: Line): boolean | null {
  const [one, other] = [tagOf(last), tagOf(next)];
  if (one === null || other === null) return null;
  if (one !== other) return false;
  return one.startsWith('P') ? true : null;
}

function tagOf({ pieces }: Line): string | null {
  const tag = pieces[0]?.tag;
  return tag !== undefined && pieces.every((piece) => piece.tag === tag) ? tag : null;
}

/** Legal bases, each set in on a line of its own; within a paragraph such a sentence begins at its edge. No addressee goes on so. */
function isBasis({ draft, next, region }: Break, before: string, text: string): boolean {
  if (!/^(?:Căn cứ|Theo đề nghị|Xét đề nghị)\s/u.test(text)) return false;
  if (/^Kính gửi\s*:/iu.test(textOf(draft.lines[0]!))) return true;
  return before.endsWith(';') || next.left - region.outermost > 0.75 * next.size;
}

/** Short paragraphs one after another: each one line, ended, and as far in from the edge as the next. */
function beginsAlike({ draft, next, region, samePage }: Break, before: string, text: string): boolean {
  const [first, second] = draft.lines;
  if (!samePage || !first || second || !/[.;:]$/.test(before) || !/^\p{Lu}/u.test(text)) return false;
  const indent = 0.75 * next.size;
  return Math.abs(first.left - next.left) < 1.5 && first.left - region.outermost > indent;
}

/** The last word of a long line in capitals that a narrow column did not hold. */
function isOrphan(last: Line, next: Line): boolean {
  const [above, below] = [textOf(last), textOf(next)];
  return (
    isCaps(above) &&
    isCaps(below) &&
    !below.includes(' ') &&
    above.split(' ').length > 4 &&
    isAll(last, 'bold') === isAll(next, 'bold')
  );
}

/** True where the next line's first word would not have fitted behind the line. */
function isFull(line: Line, next: Line, region: Region): boolean {
  const room = isCentred(line, region)
    ? region.right - region.left - (line.right - line.left)
    : region.right - line.right;
  return room < firstWordWidth(next) + 0.45 * line.size;
}

function firstWordWidth(line: Line): number {
  const text = textOf(line);
  const space = text.indexOf(' ');
  const share = space < 0 ? 1 : space / text.length;
  return share * (line.right - line.left);
}

function isFarBelow({ draft, next, samePage }: Break, limit: number): boolean {
  if (!samePage) return false;
  const last = draft.lines.at(-1)!;
  const gap = (next.baseline - last.baseline) / Math.max(next.size, 1);
  const before = draft.lines.at(-2);
  const own = before ? (last.baseline - before.baseline) / Math.max(last.size, 1) : 0;
  return gap > Math.max(limit, own * 1.12);
}

/** The left edge that lines after the first keep. */
function bodyEdge({ draft, region, samePage }: Break): number {
  return samePage && draft.lines.length > 1 ? draft.lines.at(-1)!.left : region.left;
}

function isIndented(at: Break): boolean {
  if (isCentred(at.next, at.region) && isBalanced(at.draft.lines.at(-1)!, at.draft.region)) return false;
  return Math.abs(at.next.left - bodyEdge(at)) > 0.75 * at.next.size && at.next.left > bodyEdge(at);
}

/** A list entry whose further lines stand under its text, not under its marker. */
function isHanging({ draft, next, samePage }: Break): boolean {
  const first = draft.lines[0]!;
  return (
    samePage &&
    draft.lines.length === 1 &&
    MARKER.test(textOf(first)) &&
    next.left > first.left + 0.3 * next.size
  );
}

const isAll = (line: Line, look: 'bold' | 'italic'): boolean =>
  line.pieces.every((piece) => piece[look] === true);
const isNone = (line: Line, look: 'bold' | 'italic'): boolean =>
  line.pieces.every((piece) => piece[look] !== true);

const isCaps = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);

function changesLook(last: Line, next: Line, text: string, marked: boolean): boolean {
  if (!marked && !/^[\p{Lu}(]/u.test(text)) return false;
  if (isCaps(textOf(last)) && !isCaps(text)) return true;
  return (
    (isAll(last, 'bold') && isNone(next, 'bold')) ||
    (isNone(last, 'bold') && isAll(next, 'bold')) ||
    (isAll(last, 'italic') && isNone(next, 'italic'))
  );
}

function isCentred(line: Line, region: Region): boolean {
  return line.left - region.left > 0.8 * line.size && isBalanced(line, region);
}

/** As much room left of it as right of it; a full line has none on either side. */
function isBalanced(line: Line, region: Region): boolean {
  const slack = 0.02 * (region.right - region.left) + 0.35 * line.size;
  return Math.abs(line.left - region.left - (region.right - line.right)) < slack;
}

function alignOf({ lines, region }: Draft): 'left' | 'center' | 'right' | 'justify' {
  if (lines.every((line) => isCentred(line, region)) && !MARKER.test(textOf(lines[0]!))) return 'center';
  const full = lines.filter((line) => region.right - line.right < 3);
  if (
    full.length === lines.length &&
    lines.every((line) => line.left - region.left > 0.35 * (region.right - region.left))
  )
    return 'right';
  return lines.length > 2 && full.length >= lines.length - 1 ? 'justify' : 'left';
}

/** The box of the lines that stand on the draft's own page. */
export function boxOfDraft(draft: Draft): Box | null {
  return around(draft.lines.slice(0, draft.own).map(boxOf));
}

export function paragraphInput(draft: Draft, box: Box | null = boxOfDraft(draft)): ParagraphInput {
  const align = alignOf(draft);
  return {
    content: joinedRuns(draft.lines),
    ...(align !== 'left' && { align }),
    origin: { page: draft.region.page, ...(box && { box: roundBox(box) }) },
  };
}

export function roundBox(box: Box): Box {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}

/** The usual size of text, weighted by its length. */
export function usualSize(lines: readonly Line[]): number {
  return median(
    lines.flatMap((line) => Array<number>(Math.ceil((line.right - line.left) / 20)).fill(line.size)),
    13,
  );
}
