// A .doc opened: its text, and how each place of it is formatted.
import type { CompoundFile } from './cfb.ts';
import { STRUCTURES, type Fib } from './doc-fib.ts';
import { readParagraphFormats, readRunFormats, stretchAt, type Formats } from './doc-formats.ts';
import { readDocLists } from './doc-lists.ts';
import { pieceAt, readPieces, type DocPiece } from './doc-pieces.ts';
import type { DocParagraph, DocRun, Toggle } from './doc-sprms.ts';
import { readDocStyles, type DocStyle } from './doc-styles.ts';
import { createLabels, type Labels } from './labels.ts';
import { legacyFont } from './legacy.ts';

export interface DocFile {
  readonly text: string;
  readonly pieces: readonly DocPiece[];
  readonly styles: readonly DocStyle[];
  readonly labels: Labels;
  readonly paragraphs: Formats<DocParagraph>;
  readonly runs: Formats<DocRun>;
  /** How text in a font is to be read; null for Unicode fonts. By place in the font table. */
  readonly fonts: readonly (((text: string) => string) | null)[];
}

/** Throws RangeError on a damaged file. */
export function openDoc(file: CompoundFile, stream: Uint8Array, fib: Fib): DocFile {
  const tables = file.stream(fib.tables) ?? new Uint8Array();
  const structure = (name: keyof typeof STRUCTURES): Uint8Array => {
    const [at, length] = fib.structure(STRUCTURES[name]);
    return tables.subarray(at, at + length);
  };
  const { text, pieces } = readPieces(stream, structure('text'));
  // The levels of lists stand behind the list table, outside of its stated length.
  const lists = readDocLists(tables.subarray(fib.structure(STRUCTURES.lists)[0]), structure('overrides'));
  return {
    text,
    pieces,
    styles: readDocStyles(structure('styles')),
    labels: createLabels(lists),
    paragraphs: readParagraphFormats(stream, structure('paragraphs'), file.stream('Data')),
    runs: readRunFormats(stream, structure('runs')),
    fonts: readFonts(structure('fonts')),
  };
}

const NAME = 39;

function readFonts(table: Uint8Array): DocFile['fonts'] {
  const fonts: (((text: string) => string) | null)[] = [];
  for (let at = 4; at < table.length; at += 1 + table[at]!) {
    const entry = table.subarray(at + 1, at + 1 + table[at]!);
    const name = new TextDecoder('utf-16le').decode(entry.subarray(NAME));
    fonts.push(legacyFont(name.split('\0', 1)[0] ?? ''));
  }
  return fonts;
}

/** What the file says of the paragraph whose mark stands at `mark`, with what its style says. */
export function paragraphAt(doc: DocFile, mark: number): DocParagraph {
  const piece = pieceAt(doc.pieces, mark);
  if (!piece) return {};
  const at = stretchAt(doc.paragraphs, piece.offset + (mark - piece.start) * piece.width);
  const own = doc.paragraphs.formats[at] ?? {};
  return { ...doc.styles[own.style ?? 0]?.paragraph, ...own };
}

export interface DocLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly dropped: boolean;
  readonly symbol: number | undefined;
  readonly decode: ((text: string) => string) | null;
}

/** Stretches of [start, end) that look alike, in order. `style` is the paragraph's. */
export function eachStretch(
  doc: DocFile,
  [start, end]: readonly [number, number],
  style: number | undefined,
  visit: (text: string, look: DocLook) => void,
): void {
  let at = start;
  while (at < end) {
    const piece = pieceAt(doc.pieces, at);
    if (!piece || piece.end <= at) return;
    const offset = piece.offset + (at - piece.start) * piece.width;
    const stretch = stretchAt(doc.runs, offset);
    const next = doc.runs.starts[stretch + 1] ?? Infinity;
    const last = Math.min(end, piece.end, at + Math.max(1, Math.ceil((next - offset) / piece.width)));
    visit(doc.text.slice(at, last), lookOf(doc, doc.runs.formats[stretch] ?? {}, style));
    at = last;
  }
}

function lookOf(doc: DocFile, run: DocRun, style: number | undefined): DocLook {
  const outer = doc.styles[style ?? 0]?.run ?? {};
  const inner = run.style === undefined ? {} : (doc.styles[run.style]?.run ?? {});
  const is = (key: 'bold' | 'italic' | 'caps' | 'hidden'): boolean =>
    settle(run[key], (outer[key] === true) !== (inner[key] === true));
  const font = run.font ?? inner.font ?? outer.font;
  return {
    bold: is('bold'),
    italic: is('italic'),
    caps: is('caps'),
    dropped: is('hidden') || run.deleted === true,
    symbol: run.symbol,
    decode: font === undefined ? null : (doc.fonts[font] ?? null),
  };
}

function settle(own: Toggle | undefined, styled: boolean): boolean {
  if (own === undefined || own === 'style') return styled;
  return own === 'opposite' ? !styled : own;
}
