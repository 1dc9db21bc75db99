// Two items of one list with the same number, or a number left out.
import { readMarker } from '../recognise/marker.ts';
import type { Marked } from '../recognise/marker.ts';
import type { Diagnostic, Node, Part, Section, Span } from '../tree.ts';
import type { CheckInput, Rule } from './rule.ts';
import { found } from './rule.ts';

const CLAUSE = 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6 (số thứ tự phần, chương, mục, điều, khoản, điểm)';

/** What items of an outline and sections of a document have in common. */
interface Numbered {
  readonly span: Span;
  /** Headings and statements of one style are often two lists, one inside the other. */
  readonly heading?: boolean | string;
  readonly children: readonly (Node | Section)[];
}

interface Placed {
  readonly marked: Marked;
  readonly span: Span;
  readonly titles: boolean;
}

interface List {
  readonly under: string;
  readonly text: string;
  readonly quoted: readonly Span[];
  /** A page's layout may hide a number, and recognition may misread it. */
  readonly reading: 'sure' | 'layout' | 'recognised';
}

/** A jump further than this is a number of another kind (a year, an amount) read as a list's. */
const FARTHEST_JUMP = 4;
/** Acts that amend others quote whole paragraphs with their numbers; a quotation longer than this was never closed. */
const LONGEST_QUOTATION = 4000;

/** Stretches between quotation marks that hold whole paragraphs, in order. A straight mark opens where it begins a line. */
function quotations(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/[“”"]/g)) {
    const opens = mark === '“' || (mark === '"' && (index === 0 || text[index - 1] === '\n'));
    if (opens && (open < 0 || index - open > LONGEST_QUOTATION)) open = index;
    else if (!opens && open >= 0) {
      const isLong = index - open > LONGEST_QUOTATION;
      if (!isLong && text.slice(open, index).includes('\n')) spans.push([open, index]);
      open = -1;
    }
  }
  return spans;
}

function isQuoted(at: number, quoted: readonly Span[]): boolean {
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const next = quoted[low];
  return next !== undefined && next[0] < at;
}

/** "2.1" and "3.1" are of two lists; "a)" and "1." too. */
function listOf({ style, label }: Marked): string {
  return style.startsWith('1.') ? `${style} ${label.slice(0, label.lastIndexOf('.') + 1)}` : style;
}

const place = ({ marked, titles }: Placed): string => `${marked.ordinal} ${titles}`;

function compare(
  before: Placed,
  seen: ReadonlyMap<string, Placed>,
  now: Placed,
  list: List,
): Diagnostic | null {
  const [last, ordinal] = [before.marked.ordinal ?? 0, now.marked.ordinal ?? 0];
  const values = { label: now.marked.label, before: before.marked.label, under: list.under };
  const same = seen.get(place(now));
  // A second "1." may as well begin a list that nothing separates from the first.
  const isSure = ordinal === last && ordinal !== 1 && list.reading !== 'recognised';
  if (same)
    return found('duplicate-number', isSure ? 'warning' : 'note', {
      values,
      span: now.span,
      related: [same.span],
      clause: CLAUSE,
    });
  if (ordinal <= last + 1 || ordinal > last + 1 + FARTHEST_JUMP) return null;
  if (now.marked.marker === 'letter' && before.marked.label === 'd' && now.marked.label === 'e') return null;
  if (standsBetween(before, now, list.text)) return null;
  return found('skipped-number', list.reading === 'sure' ? 'warning' : 'note', {
    values,
    span: now.span,
    related: [before.span],
    clause: CLAUSE,
  });
}

/** The number that seems left out stands in the middle of a paragraph: the reader joined two, the author left nothing out. */
function standsBetween(before: Placed, now: Placed, text: string): boolean {
  const missing = (before.marked.ordinal ?? 0) + 1;
  const between = text.slice(before.span[0], now.span[0]).slice(0, 20_000);
  if (now.marked.marker === 'letter' || now.marked.marker === 'roman')
    return /[\s;.:](?:[a-zđ]|[IVX]{1,5})[.)]\s/.test(between.slice(3));
  return new RegExp(`(?:^|[\\s;.:*(])(?:\\d+\\.)*${missing}[.)/:\\s]`).test(between);
}

function checkList(items: readonly Numbered[], list: List): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const open = new Map<string, { last: Placed; seen: Map<string, Placed> }>();
  for (const { span, heading: titles } of items) {
    const marked = readMarker(list.text.slice(span[0], Math.min(span[1], span[0] + 60)));
    if (marked === null || marked.ordinal === null || isQuoted(span[0], list.quoted)) continue;
    const now = { marked, span, titles: titles !== false };
    const state = open.get(listOf(marked));
    if (state === undefined || (marked.ordinal === 1 && state.last.marked.ordinal !== 1)) {
      open.set(listOf(marked), { last: now, seen: new Map([[place(now), now]]) });
      continue;
    }
    const diagnostic = compare(state.last, state.seen, now, list);
    if (diagnostic) diagnostics.push(diagnostic);
    state.last = now;
    state.seen.set(place(now), now);
  }
  return diagnostics;
}

function heading(text: string, [start, end]: Span): string {
  return (
    text
      .slice(start, Math.min(end, start + 80))
      .split('\n')[0]
      ?.trim() ?? ''
  );
}

const isNumbered = (child: Node | Section): child is Exclude<Node | Section, { type: 'table' }> =>
  !('type' in child) || child.type !== 'table';

/** What all lists of a document have in common; worked out once, however many parts it has. */
type Whole = Omit<List, 'under'>;

function wholeOf({ parsed: { text, format }, source }: CheckInput): Whole {
  const isRecognised = format === 'image' || source?.pages?.some(({ recognised }) => recognised);
  const reading = isRecognised ? 'recognised' : format === 'pdf' ? 'layout' : 'sure';
  return { text, quoted: quotations(text), reading };
}

function checkTree(roots: readonly (Node | Section)[], title: string, whole: Whole): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const pending: { readonly items: readonly Numbered[]; readonly under: string }[] = [
    { items: roots.filter(isNumbered), under: title },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const diagnostic of checkList(next.items, { ...whole, under: next.under }))
      diagnostics.push(diagnostic);
    for (const item of next.items) {
      const items = item.children.filter(isNumbered);
      if (items.length > 0) pending.push({ items, under: heading(whole.text, item.span) });
    }
  }
  return diagnostics;
}

function titleOf({ type, title }: Part): string {
  return title ?? type ?? '…';
}

export const numbering: Rule = (input) => {
  const whole = wholeOf(input);
  if (input.parts) return input.parts.flatMap((part) => checkTree(part.outline, titleOf(part), whole));
  // Sections are headings only: a number that seems left out may be that of an item without a title.
  const inSections = checkTree(input.parsed.sections, input.parsed.document.title ?? '…', whole);
  return inSections.filter(({ code }) => code === 'duplicate-number');
};
