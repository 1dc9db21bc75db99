// The text of a .doc as paragraphs and tables: marks end paragraphs, cells and rows (MS-DOC 2.4.3).
import type { ParagraphInput, TextRun } from './build.ts';
import { eachStretch, paragraphAt, type DocFile, type DocLook } from './doc-file.ts';
import type { DocParagraph, RowDefinition } from './doc-sprms.ts';
import { closeTable, type OpenCell, type OpenRow } from './docx-tables.ts';
import { splitLines, type VisualLine } from './lines.ts';
import type { Piece } from './pieces.ts';

const PARAGRAPH = 0x0d;
const PAGE = 0x0c;
const CELL = 0x07;

interface DraftRow {
  readonly row: OpenRow;
  readonly definition: RowDefinition | undefined;
}

interface Reading {
  readonly doc: DocFile;
  readonly pieces: Piece[];
  rows: DraftRow[];
  cells: OpenCell[];
  cell: Piece[];
  fields: boolean[];
  index: number;
}

/** The paragraphs and tables of [start, end). */
export function readDocStory(doc: DocFile, start: number, end: number): Piece[] {
  const reading: Reading = { doc, pieces: [], rows: [], cells: [], cell: [], fields: [], index: 0 };
  let from = start;
  for (let at = start; at < end; at++) {
    const mark = doc.text.charCodeAt(at);
    if (mark !== PARAGRAPH && mark !== PAGE && mark !== CELL && at < end - 1) continue;
    readParagraph(reading, from, at, mark);
    from = at + 1;
  }
  endTable(reading);
  return reading.pieces;
}

function readParagraph(reading: Reading, start: number, at: number, mark: number): void {
  const format = paragraphAt(reading.doc, at);
  const inTable = format.inTable === true || mark === CELL;
  if (!inTable) endTable(reading);
  if (mark === CELL && format.rowEnd === true) return endRow(reading, format.row);
  if (format.innerRowEnd !== true)
    for (const piece of paragraphsOf(reading, start, at, format))
      (inTable ? reading.cell : reading.pieces).push(piece);
  if (mark === CELL) endCell(reading);
}

function endCell(reading: Reading): void {
  reading.cells.push({ columns: 1, merge: null, joined: false, pieces: reading.cell });
  reading.cell = [];
}

function endRow(reading: Reading, definition: RowDefinition | undefined): void {
  if (reading.cell.length > 0) endCell(reading);
  definition?.cells.forEach(({ merge, sideways }, index) => {
    const cell = reading.cells[index];
    if (!cell) return;
    cell.merge = merge;
    cell.joined = sideways && cell.pieces.length === 0 && definition.cells[index - 1]?.sideways === true;
  });
  reading.rows.push({ row: { before: 0, deleted: false, cells: reading.cells }, definition });
  reading.cells = [];
}

function endTable(reading: Reading): void {
  if (reading.cell.length > 0) endCell(reading);
  if (reading.cells.length > 0) endRow(reading, undefined);
  if (reading.rows.length === 0) return;
  layColumns(reading.rows);
  for (const piece of closeTable({ rows: reading.rows.map(({ row }) => row) })) reading.pieces.push(piece);
  reading.rows = [];
}

// Rows drawn by hand miss each other's edges by that much, in twentieths of a point.
const SLACK = 60;

/** A cell covers as many columns as edges of other rows fall inside it. */
function layColumns(rows: readonly DraftRow[]): void {
  const all = rows.flatMap(({ definition }) => definition?.edges ?? []).toSorted((a, b) => a - b);
  const edges = all.filter((edge, index) => index === 0 || edge - all[index - 1]! > SLACK);
  const columnOf = (edge: number): number => edges.findLastIndex((start) => start <= edge + SLACK);
  for (const { row, definition } of rows) {
    if (!definition || definition.edges.length <= row.cells.length) continue;
    row.before = Math.max(0, columnOf(definition.edges[0]!));
    row.cells.forEach((cell, index) => {
      cell.columns = Math.max(1, columnOf(definition.edges[index + 1]!) - columnOf(definition.edges[index]!));
    });
  }
}

function paragraphsOf(reading: Reading, start: number, end: number, format: DocParagraph): Piece[] {
  const lines = linesOf(reading, start, end, format.style);
  const { align, level = 0, list = 0, depth = 0 } = format;
  const label = list > 0 ? (reading.doc.labels.next(String(list), depth) ?? '') : '';
  const origin = { part: 'WordDocument', index: reading.index++ };
  const paragraphs = splitLines(lines, align === 'center');
  const visible = paragraphs.some((runs) => runs.some(({ text }) => text.trim() !== ''));
  if (!visible && (label === '' || /^[-–—*•+]$/.test(label) || !format.inTable)) return [];
  return (paragraphs.length > 0 ? paragraphs : [[]]).map((content, index) => {
    const paragraph: ParagraphInput = {
      content,
      ...(index === 0 && label !== '' && { label }),
      ...(align && { align }),
      ...(level > 0 && { level }),
      origin,
    };
    return { type: 'paragraph', paragraph };
  });
}

function linesOf(reading: Reading, start: number, end: number, style: number | undefined): VisualLine[] {
  const lines: VisualLine[] = [{ runs: [], apart: false }];
  reading.fields = reading.fields.length > 0 ? reading.fields.slice(0, 32).map(() => false) : [];
  eachStretch(reading.doc, [start, end], style, (text, look) => readStretch(reading, lines, text, look));
  return lines;
}

const SPECIAL = /[\u0001-\u0008\u000b\u000c\u000e\u0013-\u0015\u001e\u001f]/g;
const FIELD_BEGIN = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;
const SYMBOL = 0x28;

function readStretch(reading: Reading, lines: VisualLine[], text: string, look: DocLook): void {
  if (look.symbol !== undefined && text.charCodeAt(0) === SYMBOL)
    return append(
      reading,
      lines,
      String.fromCharCode(look.symbol < 0xf000 ? 0xf000 | (look.symbol & 0xff) : look.symbol),
      look,
    );
  let from = 0;
  for (const { index } of text.matchAll(SPECIAL)) {
    append(reading, lines, text.slice(from, index), look);
    readSpecial(reading, lines, text.charCodeAt(index), look);
    from = index + 1;
  }
  append(reading, lines, text.slice(from), look);
}

function readSpecial(reading: Reading, lines: VisualLine[], code: number, look: DocLook): void {
  const { fields } = reading;
  if (code === FIELD_BEGIN) fields.push(true);
  else if (code === FIELD_RESULT) fields[Math.max(0, fields.length - 1)] = false;
  else if (code === FIELD_END) fields.pop();
  else if (code === 0x0b || code === 0x0e || code === PAGE) lines.push({ runs: [], apart: code !== 0x0b });
  else if (code === 0x1e) append(reading, lines, '-', look);
}

function append(reading: Reading, lines: VisualLine[], text: string, look: DocLook): void {
  if (text === '' || look.dropped || reading.fields.at(-1) === true) return;
  const decoded = look.decode?.(text) ?? text;
  const shown = look.caps ? decoded.toUpperCase() : decoded;
  const runs: TextRun[] = lines.at(-1)!.runs;
  const before = runs.at(-1);
  if (before && !!before.bold === look.bold && !!before.italic === look.italic)
    runs[runs.length - 1] = { ...before, text: before.text + shown };
  else runs.push({ text: shown, ...(look.bold && { bold: true }), ...(look.italic && { italic: true }) });
}
