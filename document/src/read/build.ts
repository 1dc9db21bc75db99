// Readers say what stands in a file in order; the builder lays it out as one normalised text with exact spans.
import type {
  Block,
  Cell,
  Diagnostic,
  Format,
  Origin,
  Page,
  Paragraph,
  Role,
  Row,
  Run,
  Source,
  Span,
  Table,
} from '../tree.ts';
import { normalise } from './normalise.ts';

/** A stretch of text in one look. */
export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Optical recognition was not sure of it. */
  readonly doubtful?: boolean;
}

export interface Attributes {
  readonly label?: string;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** All of it is bold (italic), whatever its runs say. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly level?: number;
  readonly role?: Role;
  readonly origin?: Origin;
}

export interface ParagraphInput extends Attributes {
  readonly content: string | readonly TextRun[];
}

export interface CellInput {
  readonly paragraphs: readonly ParagraphInput[];
  /** The column it starts in, from 0; without it the first one that is free. */
  readonly column?: number;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Builder {
  /** Adds a paragraph; one without text is dropped. A line break in it counts as a space. */
  paragraph(content: string | readonly TextRun[], attributes?: Attributes): void;
  /** Adds a table, the first `head` rows of which are its head; one without text is dropped, and so are rows without cells. */
  table(rows: readonly (readonly CellInput[])[], origin?: Origin, head?: number): void;
  diagnose(...diagnostics: readonly Diagnostic[]): void;
  page(page: Page): void;
  /** Characters written so far. */
  readonly length: number;
  finish(): Source;
}

interface Out {
  readonly pieces: string[];
  at: number;
}

function write(out: Out, piece: string): void {
  if (piece === '') return;
  out.pieces.push(piece);
  out.at += piece.length;
}

export function createBuilder(file: string, format: Format): Builder {
  const out: Out = { pieces: [], at: 0 };
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  const pages: Page[] = [];
  return {
    paragraph(content, attributes = {}) {
      const line = lineOf(content, attributes.label);
      if (line.text === '') return;
      if (blocks.length > 0) write(out, '\n');
      blocks.push(placeParagraph(out, line, attributes));
    },
    table(rows, origin, head = 0) {
      const lines = rows.filter((row) => row.length > 0).map((row) => row.map(linesOf));
      if (!lines.some((row) => row.some((cell) => cell.lines.length > 0))) return;
      if (blocks.length > 0) write(out, '\n');
      const table = placeTable(out, lines, origin);
      blocks.push(head > 0 && head < table.rows.length ? { ...table, head } : table);
    },
    diagnose(...found) {
      diagnostics.push(...found);
    },
    page(page) {
      pages.push(page);
    },
    get length() {
      return out.at;
    },
    finish() {
      const text = out.pieces.join('');
      return { file, format, text, blocks, ...(pages.length > 0 && { pages }), diagnostics };
    },
  };
}

interface Line {
  readonly text: string;
  readonly label: string;
  /** Looks of stretches of `text`; they do not overlap. */
  readonly runs: readonly (Omit<TextRun, 'text'> & { readonly span: Span })[];
}

/** The text of a paragraph in one look; null where there are several, or one to keep. */
function plainText(content: string | readonly TextRun[]): string | null {
  if (typeof content === 'string') return content;
  const only = content.length === 1 ? content[0]! : null;
  return only === null || only.bold || only.italic || only.doubtful ? null : only.text;
}

function lineOf(content: string | readonly TextRun[], label = ''): Line {
  const plain = label === '' ? plainText(content) : null;
  return plain === null ? runsOf(content, label) : { text: tidy(plain).trim(), label: '', runs: [] };
}

const tidy = (text: string): string => collapse(normalise(text));

function runsOf(content: string | readonly TextRun[], label: string): Line {
  const shownLabel = tidy(label).trim();
  const pieces: string[] = shownLabel === '' ? [] : [`${shownLabel} `];
  const runs: { span: Span; bold?: boolean; italic?: boolean; doubtful?: boolean }[] = [];
  let at = shownLabel === '' ? 0 : shownLabel.length + 1;
  let spaced = true;
  for (const run of typeof content === 'string' ? [{ text: content }] : joinMarks(content)) {
    let text = tidy(run.text);
    if (spaced && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    spaced = text.endsWith(' ');
    pieces.push(text);
    runs.push({ ...run, span: [at, at + text.length] });
    at += text.length;
  }
  const text = pieces.join('').trimEnd();
  return { text, label: shownLabel, runs };
}

const GAP = /[ \t\n]+/g;
const NEEDS_COLLAPSE = /[\t\n]|  /;

function collapse(text: string): string {
  return NEEDS_COLLAPSE.test(text) ? text.replace(GAP, ' ') : text;
}

const LEADING_MARKS = /^\p{M}+/u;

/** A mark that opens a run belongs to the letter before it (files cut words anywhere). */
function joinMarks(runs: readonly TextRun[]): readonly TextRun[] {
  if (!runs.some((run) => LEADING_MARKS.test(run.text))) return runs;
  const joined: TextRun[] = [];
  for (const run of runs) {
    const marks = LEADING_MARKS.exec(run.text)?.[0] ?? '';
    const before = joined.at(-1);
    if (marks === '' || before === undefined) joined.push(run);
    else {
      joined[joined.length - 1] = { ...before, text: before.text + marks };
      if (run.text.length > marks.length) joined.push({ ...run, text: run.text.slice(marks.length) });
    }
  }
  return joined;
}

function isEmpty(attributes: Attributes): boolean {
  for (const _ in attributes) return false;
  return true;
}

function placeParagraph(out: Out, line: Line, attributes: Attributes): Paragraph {
  const start = out.at;
  write(out, line.text);
  if (line.runs.length === 0 && line.label === '' && isEmpty(attributes))
    return { type: 'paragraph', span: [start, out.at] };
  const { label: _, bold, italic, ...rest } = attributes;
  const whole = looksOf(line);
  const isBold = bold === true || whole.bold;
  const isItalic = italic === true || whole.italic;
  const runs = partialRuns(line, start, isBold, isItalic);
  const doubtful = line.runs.filter((run) => run.doubtful).map((run) => clip(run.span, line, start));
  return {
    type: 'paragraph',
    span: [start, out.at],
    ...(line.label !== '' && { label: line.label }),
    ...rest,
    ...(isBold && { bold: true }),
    ...(isItalic && { italic: true }),
    ...(runs.length > 0 && { runs }),
    ...(doubtful.length > 0 && { doubtful }),
  };
}

/** Whether every run with something to see in it is bold (italic). */
function looksOf(line: Line): { bold: boolean; italic: boolean } {
  const visible = line.runs.filter((run) => line.text.slice(...run.span).trim() !== '');
  return {
    bold: visible.length > 0 && visible.every((run) => run.bold),
    italic: visible.length > 0 && visible.every((run) => run.italic),
  };
}

function partialRuns(line: Line, start: number, allBold: boolean, allItalic: boolean): Run[] {
  const runs: { span: Span; bold?: true; italic?: true }[] = [];
  for (const run of line.runs) {
    const bold = run.bold === true && !allBold;
    const italic = run.italic === true && !allItalic;
    const span = clip(run.span, line, start);
    if ((!bold && !italic) || span[0] === span[1]) continue;
    const before = runs.at(-1);
    if (before && before.span[1] === span[0] && !!before.bold === bold && !!before.italic === italic)
      before.span = [before.span[0], span[1]];
    else runs.push({ span, ...(bold && { bold: true as const }), ...(italic && { italic: true as const }) });
  }
  return runs;
}

/** The end of a line was trimmed after its runs were laid out. */
function clip(span: Span, line: Line, start: number): Span {
  return [start + span[0], start + Math.max(span[0], Math.min(span[1], line.text.length))];
}

interface CellLines {
  readonly input: CellInput;
  readonly lines: readonly { readonly line: Line; readonly attributes: Attributes }[];
}

function linesOf(input: CellInput): CellLines {
  const lines = input.paragraphs.map(({ content, ...attributes }) => ({
    line: lineOf(content, attributes.label),
    attributes,
  }));
  return { input, lines: lines.filter(({ line }) => line.text !== '') };
}

function placeTable(out: Out, rows: readonly (readonly CellLines[])[], origin: Origin | undefined): Table {
  const start = out.at;
  const taken = new Map<number, number>();
  const placed = rows.map((row, index) => {
    if (index > 0) write(out, '\n');
    return placeRow(out, row, taken);
  });
  let columns = 0;
  for (const row of placed)
    for (const cell of row.cells) columns = Math.max(columns, cell.column + cell.columns);
  return { type: 'table', span: [start, out.at], columns, rows: placed, ...(origin && { origin }) };
}

/** `taken` holds, for each column, how many further rows a cell from above still covers. */
function placeRow(out: Out, row: readonly CellLines[], taken: Map<number, number>): Row {
  const start = out.at;
  const fresh: Cell[] = [];
  let column = 0;
  for (const [index, cell] of row.entries()) {
    if (index > 0) write(out, '\t');
    if (cell.input.column === undefined) while (taken.has(column)) column++;
    else column = cell.input.column;
    const placed = placeCell(out, cell, column);
    fresh.push(placed);
    column += placed.columns;
  }
  for (const [at, left] of taken)
    if (left <= 1) taken.delete(at);
    else taken.set(at, left - 1);
  for (const cell of fresh)
    if (cell.rows > 1)
      for (let at = cell.column; at < Math.min(cell.column + cell.columns, MOST_COLUMNS); at++)
        taken.set(at, cell.rows - 1);
  return { type: 'row', span: [start, out.at], cells: fresh };
}

function placeCell(out: Out, cell: CellLines, column: number): Cell {
  const start = out.at;
  const paragraphs = cell.lines.map(({ line, attributes }, index) => {
    if (index > 0) write(out, '\n');
    return placeParagraph(out, line, attributes);
  });
  const columns = bounded(cell.input.columns, MOST_COLUMNS);
  const rows = bounded(cell.input.rows, MOST_ROWS);
  return { type: 'cell', span: [start, out.at], column, columns, rows, paragraphs };
}

// No honest table is larger; a page may claim a cell over a billion columns.
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_536;

function bounded(count: number | undefined, most: number): number {
  return count === undefined || !(count >= 1) ? 1 : Math.min(Math.trunc(count), most);
}
