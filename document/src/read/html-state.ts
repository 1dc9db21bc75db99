// What is open while HTML is read: elements, the paragraph, tables, lists.
import type { ParagraphInput, TextRun } from './build.ts';
import { plainLook, type Look } from './html-looks.ts';
import { formatNumber } from './labels.ts';
import { breakLine as breakLineIn, splitLines, type VisualLine } from './lines.ts';
import { settleTable, type DraftCell, type Piece } from './pieces.ts';
import { startsAnew } from './text-join.ts';

interface OpenElement {
  readonly name: string;
  readonly look: Look;
  /** What stands in it is a running head of pages on paper, or the foot of a web page. */
  readonly margin: boolean;
}

interface HtmlCell extends DraftCell {
  readonly pieces: Piece[];
}

interface List {
  /** Null for lists without numbers. */
  readonly format: string | null;
  readonly depth: number;
  next: number;
}

export interface Page {
  readonly elements: OpenElement[];
  readonly tables: HtmlCell[][][];
  /** Cells that are open, and the page itself. */
  readonly containers: Piece[][];
  readonly lists: List[];
  readonly margins: Piece[];
  /** Short pieces of text that do not show: a mark of secrecy may hide among them. */
  readonly hidden: string[];
  lines: VisualLine[];
  /** Look of the block that the open paragraph began in. */
  begun: Look | null;
  /** Label of the list item that has begun but shows no text yet. */
  label: string | null;
  index: number;
  /** Depth of tables beyond those that are kept. */
  flat: number;
}

export function emptyPage(): Page {
  return {
    elements: [],
    tables: [],
    containers: [[]],
    lists: [],
    margins: [],
    hidden: [],
    lines: [{ runs: [], apart: false }],
    begun: null,
    label: null,
    index: 0,
    flat: 0,
  };
}

export const currentLook = (page: Page): Look => page.elements.at(-1)?.look ?? plainLook;

const SPACE = /^[ \t\r\n\f]*$/;

const LONGEST_HIDDEN = 80;

/** Text that is no part of the page's own: hidden, or drawn. */
export function hide(page: Page, text: string): void {
  if (text.length <= LONGEST_HIDDEN) page.hidden.push(text);
}

export function append(page: Page, text: string): void {
  const look = currentLook(page);
  if (text === '') return;
  if (look.hidden) return hide(page, text);
  if (page.begun === null) {
    if (SPACE.test(text)) return;
    page.begun = look;
  }
  if (!look.verbatim || !text.includes('\n')) return appendRun(page, look, text);
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) breakLine(page);
    appendRun(page, look, line);
  }
}

function appendRun(page: Page, look: Look, text: string): void {
  const runs = page.lines.at(-1)!.runs;
  const shown = look.capitals ? text.toUpperCase() : text;
  const before = runs.at(-1);
  if (before && !!before.bold === look.bold && !!before.italic === look.italic)
    runs[runs.length - 1] = { ...before, text: before.text + shown };
  else runs.push({ text: shown, ...(look.bold && { bold: true }), ...(look.italic && { italic: true }) });
}

export function breakLine(page: Page): void {
  if (page.begun !== null) breakLineIn(page.lines, false);
}

/** Ends the open paragraph, where there is one. */
export function endParagraph(page: Page): void {
  if (page.begun === null) return;
  const { align, level } = page.begun;
  const container = page.containers.at(-1)!;
  for (const content of splitLines(page.lines, align === 'center')) {
    const label = labelFor(page, content);
    const paragraph: ParagraphInput = {
      content,
      ...(label !== null && { label }),
      ...(align && { align }),
      ...(level > 0 && { level }),
      origin: { index: page.index++ },
    };
    container.push({ type: 'paragraph', paragraph });
  }
  page.lines = [{ runs: [], apart: false }];
  page.begun = null;
}

/** Pages often write the mark of a list item into its text as well. */
function labelFor(page: Page, content: readonly TextRun[]): string | null {
  const { label } = page;
  page.label = null;
  if (label === null) return null;
  const start = content
    .map(({ text }) => text)
    .join('')
    .trimStart()
    .slice(0, 40);
  return startsAnew(start) ? null : label;
}

export function closeMargin(page: Page): void {
  if (page.containers.length < 2) return;
  for (const piece of page.containers.pop() ?? []) page.margins.push(piece);
}

// Deeper tables are no layout of people; their text goes to the cell around them.
const DEEPEST_TABLE = 8;

export function openTable(page: Page): void {
  if (page.flat > 0 || page.tables.length >= DEEPEST_TABLE) page.flat++;
  else page.tables.push([]);
}

export function closeTable(page: Page): void {
  if (page.flat > 0) {
    page.flat--;
    return;
  }
  const table = page.tables.pop();
  if (table) for (const piece of settleTable(table)) page.containers.at(-1)!.push(piece);
}

export function openRow(page: Page): void {
  if (page.flat === 0) page.tables.at(-1)?.push([]);
}

export function openCell(page: Page, attributes: Readonly<Record<string, string>>): void {
  const table = page.flat > 0 ? undefined : page.tables.at(-1);
  if (!table) return;
  if (table.length === 0) table.push([]);
  const cell: HtmlCell = {
    pieces: [],
    columns: spanOf(attributes['colspan']),
    rows: spanOf(attributes['rowspan']),
  };
  table.at(-1)!.push(cell);
  page.containers.push(cell.pieces);
}

export function closeCell(page: Page): void {
  if (page.flat === 0 && page.tables.length > 0 && page.containers.length > 1) page.containers.pop();
}

function spanOf(value: string | undefined): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 1 ? Math.min(number, 1000) : 1;
}

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

const SUFFIX: Readonly<Record<string, string>> = { lowerLetter: ')' };

export function openList(page: Page, numbered: boolean, attributes: Readonly<Record<string, string>>): void {
  const start = Number.parseInt(attributes['start'] ?? '', 10);
  const format = numbered ? (FORMATS[attributes['type'] ?? ''] ?? 'decimal') : null;
  const depth = page.lists.filter((list) => list.format === null).length;
  if (page.lists.length < 100) page.lists.push({ format, depth, next: Number.isFinite(start) ? start : 1 });
}

export function openItem(page: Page, attributes: Readonly<Record<string, string>>): void {
  const list = page.lists.at(-1);
  if (!list) return;
  const value = Number.parseInt(attributes['value'] ?? '', 10);
  if (Number.isFinite(value)) list.next = value;
  const number = list.next++;
  if (currentLook(page).unmarked) page.label = null;
  else if (list.format === null) page.label = list.depth % 2 === 0 ? '-' : '+';
  else page.label = formatNumber(number, list.format) + (SUFFIX[list.format] ?? '.');
}
