// Plain text and Markdown: lines become paragraphs and tables.
import type { Source } from '../tree.ts';
import { createBuilder, type Builder, type ParagraphInput } from './build.ts';
import { inlineMarkdown } from './markdown.ts';
import { normalise } from './normalise.ts';
import { joinLetters } from './split-letters.ts';
import { decides, goesOn, wrappingOf, type Wrapping } from './text-join.ts';
import { textLines, type TextLine } from './text-lines.ts';
import { closedCells, tableAt, type FoundTable } from './text-table.ts';

/** Reads decoded text. Pure; any text gives a tree. */
export function readText(text: string, file: string, format: 'txt' | 'md'): Source {
  const clean = joinLetters(withPages(text));
  const marked = format === 'md' || looksMarked(clean);
  const lines = textLines(clean, marked);
  const builder = createBuilder(file, format);
  const reading: TextReading = {
    lines,
    marked,
    wrapping: wrappingOf(lines.filter((line) => line.text.length > 1)),
    builder,
  };
  readBlocks(reading);
  return builder.finish();
}

/** In normal form, except that form feeds stay: they end pages. Several in a row end one. */
function withPages(text: string): string {
  if (!text.includes('\f')) return normalise(text);
  return text
    .replace(/\f{2,}/g, '\f')
    .split('\f')
    .map(normalise)
    .join('\f');
}

const BOLD = /\*\*[^*]{1,400}\*\*/;

/** Text files often hold Markdown. */
function looksMarked(text: string): boolean {
  return BOLD.test(text);
}

interface TextReading {
  readonly lines: readonly TextLine[];
  readonly marked: boolean;
  readonly wrapping: Wrapping;
  readonly builder: Builder;
}

function readBlocks(reading: TextReading): void {
  const { lines } = reading;
  const bars = closingBars(lines);
  let pending: TextLine[] = [];
  const flush = (end = pending.length): void => {
    for (const paragraph of joinLines(reading, pending.slice(0, end), false))
      addParagraph(reading.builder, paragraph);
    pending = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const join = (cell: readonly TextLine[]): ParagraphInput[] => joinLines(reading, cell, true);
    if (bars.has(at)) {
      const closed = closedCells(lines, at - pending.length, at, join);
      flush(closed ? closed.start - (at - pending.length) : undefined);
      if (closed) addTable(reading.builder, closed);
      at = closed?.next ?? at + 1;
      continue;
    }
    const table = tableAt(lines, at, join);
    if (table) {
      flush();
      addTable(reading.builder, table);
      at = Math.max(table.next, at + 1);
      continue;
    }
    if (line.text !== '') pending.push(line);
    at++;
  }
  flush();
}

/** Lone bars directly behind text: they close a cell that nothing opened. */
function closingBars(lines: readonly TextLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 1; at < lines.length; at++)
    if (
      lines[at]!.text === '|' &&
      lines[at]!.gap === 0 &&
      lines[at - 1]!.text !== '|' &&
      lines[at - 1]!.text !== ''
    )
      found.add(at);
  return found;
}

/** A table with words in one cell only is no table. */
function addTable(builder: Builder, table: FoundTable): void {
  const filled = table.rows.flatMap((row) => row.filter((cell) => cell.paragraphs.length > 0));
  if (filled.length > 1) builder.table(table.rows);
  else for (const paragraph of filled[0]?.paragraphs ?? []) addParagraph(builder, paragraph);
}

function addParagraph(builder: Builder, { content, ...attributes }: ParagraphInput): void {
  builder.paragraph(content, attributes);
}

function joinLines(reading: TextReading, lines: readonly TextLine[], inCell: boolean): ParagraphInput[] {
  const paragraphs: ParagraphInput[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    if (
      at < lines.length &&
      !decides(lines[at]!, lines[at + 1]) &&
      goesOn(lines[from]!, lines[at - 1]!, lines[at]!, reading.wrapping, inCell)
    )
      continue;
    if (at > from) paragraphs.push(paragraphOf(lines.slice(from, at), reading.marked));
    from = at;
  }
  return paragraphs.filter((paragraph) => paragraph.content !== '');
}

function paragraphOf(lines: readonly TextLine[], marked: boolean): ParagraphInput {
  const text = lines.map((line) => line.text).join(' ');
  if (!marked) return { content: text };
  if (/^[*_#\s]+$/.test(text)) return { content: '' };
  const { runs, level } = inlineMarkdown(text);
  return { content: runs, ...(level !== undefined && { level }) };
}
