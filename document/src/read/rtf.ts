// Rich Text Format, which many systems hand out under ".doc".
import { diagnostic } from '../messages.ts';
import { createBuilder } from './build.ts';
import { unitsOf } from './encoding.ts';
import { endTable } from './marked-flow.ts';
import { addPieces, linesOf, paragraphsOf } from './pieces.ts';
import type { Input, Reading } from './reader.ts';
import { foldColumns } from './tabbed-columns.ts';
import { openGroup, closeGroup, emptyRtf, type Rtf } from './rtf-state.ts';
import { readByte, readText, readWord } from './rtf-words.ts';

const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^])|([{}])|([^\\{}\r\n]+)|[\r\n]+/g;

export function readRtf(input: Input): Reading {
  const rtf = emptyRtf();
  const source = unitsOf(input.bytes);
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    const [, word, number, byte, symbol, brace, text] = token;
    if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
    else if (word !== undefined) readWord(rtf, word, number === undefined ? null : Number(number));
    else if (byte !== undefined) readByte(rtf, Number.parseInt(byte, 16));
    else if (symbol !== undefined) readSymbol(rtf, symbol);
    else if (brace === '{') openGroup(rtf);
    else if (brace === '}') closeGroup(rtf);
    else if (text !== undefined) readText(rtf, text);
  }
  while (rtf.outer.length > 0) closeGroup(rtf);
  readWord(rtf, 'par', null);
  endTable(rtf.flow.marked);
  return finish(input, rtf);
}

const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '\\': '\\', '{': '{', '}': '}' };

function readSymbol(rtf: Rtf, symbol: string): void {
  if (symbol === '*') rtf.optional = true;
  else if (symbol === '\n' || symbol === '\r') readWord(rtf, 'par', null);
  else if (symbol === '\t') readText(rtf, '\t');
  else if (Object.hasOwn(SYMBOLS, symbol)) readText(rtf, SYMBOLS[symbol]!);
}

function finish(input: Input, rtf: Rtf): Reading {
  const builder = createBuilder(input.name, 'doc');
  const columns = foldColumns(builder);
  addPieces(columns, rtf.flow.marked.pieces);
  columns.flush();
  rtf.notes.forEach((note, index) =>
    paragraphsOf(note).forEach(({ content, ...attributes }, at) =>
      builder.paragraph(content, at === 0 ? { ...attributes, label: `[${index + 1}]` } : attributes),
    ),
  );
  if (rtf.notes.length > 0)
    builder.diagnose(diagnostic('notes-appended', 'note', { count: rtf.notes.length }));
  return { ok: true, source: builder.finish(), margins: linesOf(rtf.margins) };
}
