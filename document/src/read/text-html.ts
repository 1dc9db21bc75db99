// Tables written as HTML inside Markdown, as converters leave them where cells are merged.
import type { CellInput } from './build.ts';
import type { FoundTable, JoinLines } from './text-table.ts';
import type { TextLine } from './text-lines.ts';

const MOST_LINES = 20_000;
const TOKEN = /<(\/?)(table|tr|td|th|br|p|div|li)((?:\s[^<>]{0,300})?)\/?>/gi;

/** A table that opens on this line and closes on this or a later one. */
export function htmlTable(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  if (!/^<table[\s>]/i.test(lines[at]!.text)) return null;
  let end = at;
  while (end < lines.length && end < at + MOST_LINES && !/<\/table>/i.test(lines[end]!.text)) end++;
  const text = lines
    .slice(at, end + 1)
    .map((line) => line.text)
    .join('\n');
  return { rows: rowsOf(text, join), next: Math.min(end + 1, lines.length) };
}

interface Open {
  readonly attributes: string;
  readonly lines: string[];
}

function rowsOf(text: string, join: JoinLines): CellInput[][] {
  const rows: CellInput[][] = [];
  let cell: Open | null = null;
  let from = 0;
  const close = (): void => {
    if (cell) rows.at(-1)?.push(cellOf(cell, join));
    cell = null;
  };
  for (const token of text.matchAll(TOKEN)) {
    addText(cell, text.slice(from, token.index));
    from = token.index + token[0].length;
    const name = token[2]!.toLowerCase();
    if (name === 'tr' || name === 'table') {
      close();
      if (name === 'tr' && token[1] === '') rows.push([]);
    } else if (name === 'td' || name === 'th') {
      close();
      if (token[1] === '') cell = { attributes: token[3] ?? '', lines: [''] };
      if (token[1] === '' && rows.length === 0) rows.push([]);
    } else (cell as Open | null)?.lines.push('');
  }
  close();
  return rows;
}

function addText(cell: Open | null, text: string): void {
  if (cell && text.trim() !== '') cell.lines[cell.lines.length - 1] += ` ${text.trim()}`;
}

function cellOf(cell: Open, join: JoinLines): CellInput {
  const size = (name: string): number =>
    Number(new RegExp(`${name}\\s?=\\s?["']?(\\d{1,3})`, 'i').exec(cell.attributes)?.[1] ?? 1);
  const lines = cell.lines.map((line) => line.trim()).filter((line) => line !== '');
  return {
    paragraphs: join(lines.map((text) => ({ text, raw: text, gap: 0, kept: true, paged: false }))),
    columns: size('colspan'),
    rows: size('rowspan'),
  };
}
