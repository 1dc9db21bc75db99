// Paragraphs and tables become a tree: what stands under a heading, a number or a letter is its child.
import type { Block, Item, Node, Paragraph, Table } from '../tree.ts';
import { titles } from './heading.ts';
import { rankOf } from './levels.ts';
import { markerOf, type Marked } from './marker.ts';

interface Entry {
  readonly paragraph: Paragraph;
  readonly marked: Marked | null;
  readonly heading: boolean;
  readonly children: Build[];
  /** Position among the levels that are open; the lower, the higher it stands. */
  readonly rank: number;
}

type Build = Entry | Table;

/** A paragraph without a marker that announces a list stands just above the dashes. */
const INTRO_RANK = 78;
const BODY_RANK = 100;

/** The tree of a stretch of blocks; linear in their number. */
export function outline(text: string, blocks: readonly Block[]): Node[] {
  const root: Build[] = [];
  const open: Entry[] = [];
  const read = blocks.map((block) => (block.type === 'table' ? null : markerOf(text, block)));
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table') {
      (closestHeading(open)?.children ?? root).push(block);
      continue;
    }
    const marked = resolve(read[index] ?? null, open, text.slice(...block.span));
    const next = blocks[index + 1];
    const follower =
      next === undefined ? null : { table: next.type === 'table', marked: read[index + 1] ?? null };
    const heading = titles(text, block, marked, follower);
    const entry = place(text, block, marked, heading, open, root);
    open.push(entry);
  }
  return root.map(freeze);
}

/** Between "I." the number and "I." the letter (and "C.", "D.", "V.") the list that is open decides. */
function resolve(marked: Marked | null, open: readonly Entry[], text: string): Marked | null {
  if (marked === null || marked.style[0] !== 'I' || marked.label.length > 1) return marked;
  const before = open.findLast((entry) => entry.marked?.style === 'A');
  const roman = open.findLast((entry) => entry.marked?.style === marked.style);
  if (before?.marked?.ordinal == null || roman) return marked;
  const letter = text.charCodeAt(0) - 64;
  const follows =
    letter === before.marked.ordinal + 1 || (marked.label === 'I' && before.marked.label === 'H');
  return follows ? { ...marked, marker: 'part', style: 'A', ordinal: letter } : marked;
}

function place(
  text: string,
  paragraph: Paragraph,
  marked: Marked | null,
  heading: boolean,
  open: Entry[],
  root: Build[],
): Entry {
  const rank = marked === null ? bodyRank(text, paragraph, open) : levelOf(marked, open);
  while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
  if (marked === null) closeStatements(open);
  const entry: Entry = {
    paragraph,
    marked,
    heading,
    children: [],
    rank: marked === null && heading ? INTRO_RANK : rank,
  };
  (open.at(-1)?.children ?? root).push(entry);
  return entry;
}

/** A style that is open already says its level; a new one stands where its kind usually does. */
function levelOf(marked: Marked, open: readonly Entry[]): number {
  const same = open.findLast((entry) => entry.marked?.style === marked.style);
  if (same) return same.rank;
  const parent = open.at(-1);
  const usual = rankOf(marked);
  // "1)" below "a)", "I." below "1.": an inner list starts at one inside an item of a lower kind that announces it.
  if (parent && parent.rank >= usual && marked.ordinal === 1 && parent.heading && parent.rank < INTRO_RANK)
    return parent.rank + 0.5;
  return usual;
}

const CLOSING =
  /^(?:Trên đây là|Yêu cầu (?:Thủ trưởng|các|Giám đốc|Chủ tịch|Trưởng)|(?:Trong )?[Qq]uá trình (?:tổ chức )?(?:triển khai|thực hiện|tổ chức)|Kế hoạch này (?:thay thế|có hiệu lực)|Nhận được (?:Kế hoạch|Công văn|văn bản))/;

function bodyRank(text: string, paragraph: Paragraph, open: readonly Entry[]): number {
  const start = text.slice(paragraph.span[0], Math.min(paragraph.span[1], paragraph.span[0] + 40));
  if (CLOSING.test(start) && open.length > 0) return open[0]!.rank;
  const intro = open.findLast((entry) => entry.rank === INTRO_RANK);
  return intro && (intro.children.length > 0 || intro !== open.at(-1)) ? INTRO_RANK : BODY_RANK;
}

/** A paragraph without a marker belongs to the heading above it, not to the statement before it. */
function closeStatements(open: Entry[]): void {
  while (open.length > 0 && !open.at(-1)!.heading) open.pop();
}

function closestHeading(open: readonly Entry[]): Entry | undefined {
  return open.findLast((entry) => entry.heading) ?? open[0];
}

/** Bottom up without recursion: a list may nest ten thousand deep. */
function freeze(build: Build): Node {
  if (isTable(build)) return build;
  const made = new Map<Entry, Item>();
  const stack: Entry[] = [build];
  while (stack.length > 0) {
    const entry = stack.at(-1)!;
    const missing = entry.children.filter((child): child is Entry => !isTable(child) && !made.has(child));
    if (missing.length > 0) for (const child of missing) stack.push(child);
    else {
      made.set(entry, item(entry, made));
      stack.pop();
    }
  }
  return made.get(build)!;
}

const isTable = (build: Build): build is Table => 'type' in build;

function item(entry: Entry, made: ReadonlyMap<Entry, Item>): Item {
  const { paragraph, marked } = entry;
  const [start, end] = paragraph.span;
  return {
    type: 'item',
    marker: marked?.marker ?? 'none',
    label: marked?.label ?? '',
    span: paragraph.span,
    text: [Math.min(start + (marked?.length ?? 0), end), end],
    heading: entry.heading,
    paragraph,
    children: entry.children.map((child) => (isTable(child) ? child : made.get(child)!)),
  };
}
