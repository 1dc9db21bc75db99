// Letterheads and signatures that stand in two columns made with tabs or spaces instead of a table become a table of one
// row. Only paragraphs that name what such columns hold are taken: elsewhere a tab is a space.
import type { Attributes, Builder, ParagraphInput, TextRun } from './build.ts';
import { standsAlone, startsAnew } from './text-join.ts';

/** What the readers of word processors' files write to. */
export type Columns = Pick<Builder, 'paragraph' | 'table'> & { flush(): void };

interface Held {
  readonly content: readonly TextRun[];
  readonly attributes: Attributes;
  readonly left: readonly TextRun[];
  readonly right: readonly TextRun[];
}

const MOST_HELD = 40;
const LETTERHEAD = /cộng h(?:òa|oà) xã hội|đảng cộng sản việt|độc lập\s?[-–]/iu;
const SIGNATURE = /^\s*nơi nhận|(?:^|[\t ]{2})(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}/iu;
const GAP = /\t[\t \u00a0]*|[ \u00a0]{5,}/g;

/** Holds back paragraphs in columns until it is clear what they are. `flush` once at the end. */
export function foldColumns(builder: Pick<Builder, 'paragraph' | 'table'>): Columns {
  let held: Held[] = [];
  const flush = (): void => {
    const columns = held;
    held = [];
    if (isTable(columns)) builder.table([[cellOf(columns, 'left'), cellOf(columns, 'right')]]);
    else for (const { content, attributes } of columns) builder.paragraph(content, attributes);
  };
  return {
    paragraph(content, attributes = {}) {
      const runs = typeof content === 'string' ? [{ text: content }] : content;
      const next = divide(runs, attributes);
      if (!next || held.length >= MOST_HELD || !belongs(held, next)) flush();
      if (next && (held.length > 0 || (hasText(next.left) && hasText(next.right)))) held.push(next);
      else {
        flush();
        builder.paragraph(content, attributes);
      }
    },
    table(rows, origin, head) {
      flush();
      builder.table(rows, origin, head);
    },
    flush,
  };
}

const textOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');
const hasText = (runs: readonly TextRun[]): boolean => runs.some(({ text }) => text.trim() !== '');

/** The two sides of the only gap; a gap in front leaves the left one empty, none leaves the right one empty. */
function divide(runs: readonly TextRun[], attributes: Attributes): Held | null {
  const text = textOf(runs);
  if (text.length > 300 || attributes.label !== undefined || text.trim() === '') return null;
  const end = text.trimEnd().length;
  const gaps = [...text.matchAll(GAP)].filter(({ index }) => index < end);
  const [gap] = gaps;
  if (gaps.length > 1 && gaps.some(({ index }) => index > 0 && index !== gap?.index) && gap?.index !== 0)
    return null;
  const at = gap ? (gaps.at(-1)?.index ?? gap.index) : text.length;
  return { content: runs, attributes, left: slice(runs, 0, at), right: slice(runs, at, text.length) };
}

function slice(runs: readonly TextRun[], start: number, end: number): TextRun[] {
  const part: TextRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') part.push({ ...run, text });
    at += run.text.length;
  }
  return part;
}

/** Whether the columns go on: with both sides, with the right one, or with a list of recipients on the left. */
function belongs(held: readonly Held[], next: Held): boolean {
  const [first] = held;
  if (!first) return true;
  const text = textOf(next.content).trim();
  if (standsAlone(text) && !SIGNATURE.test(textOf(first.content))) return false;
  if (hasText(next.right)) return true;
  return /nơi nhận/iu.test(textOf(first.left)) && startsAnew(text) && text.startsWith('-');
}

function isTable(held: readonly Held[]): boolean {
  if (held.length === 0) return false;
  const divided = held.filter(({ left, right }) => hasText(left) && hasText(right));
  const marked = held.some(
    ({ content }) => LETTERHEAD.test(textOf(content)) || SIGNATURE.test(textOf(content)),
  );
  return marked && (divided.length > 1 || held.length > 1);
}

function cellOf(held: readonly Held[], side: 'left' | 'right'): { paragraphs: ParagraphInput[] } {
  const sides = held.filter((each) => hasText(each[side]));
  return {
    paragraphs: sides.map((each) => ({
      content: each[side],
      ...(each.attributes.origin && { origin: each.attributes.origin }),
    })),
  };
}
