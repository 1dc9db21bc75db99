// The text of a .doc as paragraphs and tables: marks end paragraphs, cells and rows (MS-DOC 2.4.3).
import type { ParagraphInput, TextRun } from './build.ts';
import { eachStretch, paragraphAt, type DocFile, type DocLook } from './doc-file.ts';
import type { DocParagraph } from './doc-sprms.ts';
import { CONTENTS } from './docx-paragraph.ts';
import { breakLine, splitLines, type VisualLine } from './lines.ts';
import { addToFlow, emptyFlow, endCell, endRow, endTable, type MarkedFlow } from './marked-flow.ts';
import type { Piece } from './pieces.ts';

const PARAGRAPH = 0x0d;
const PAGE = 0x0c;
const CELL = 0x07;

interface Reading {
  readonly doc: DocFile;
  readonly flow: MarkedFlow;
  fields: boolean[];
  index: number;
}

/** The paragraphs and tables of [start, end). */
export function readDocStory(doc: DocFile, start: number, end: number): Piece[] {
  const reading: Reading = { doc, flow: emptyFlow(), fields: [], index: 0 };
  let from = start;
  for (let at = start; at < end; at++) {
    const mark = doc.text.charCodeAt(at);
    if (mark !== PARAGRAPH && mark !== PAGE && mark !== CELL && at < end - 1) continue;
    readParagraph(reading, from, at, mark);
    from = at + 1;
  }
  endTable(reading.flow);
  return reading.flow.pieces;
}

function readParagraph(reading: Reading, start: number, at: number, mark: number): void {
  const format = paragraphAt(reading.doc, at);
  const inTable = format.inTable === true || mark === CELL;
  if (mark === CELL && format.rowEnd === true) return endRow(reading.flow, format.row);
  if (format.innerRowEnd !== true) addToFlow(reading.flow, paragraphsOf(reading, start, at, format), inTable);
  if (mark === CELL) endCell(reading.flow);
}

function paragraphsOf(reading: Reading, start: number, end: number, format: DocParagraph): Piece[] {
  const lines = linesOf(reading, start, end, format.style);
  if (CONTENTS.test(reading.doc.styles[format.style ?? 0]?.name ?? '')) return [];
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
  else if (code === 0x0b || code === 0x0e || code === PAGE) breakLine(lines, code !== 0x0b);
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
