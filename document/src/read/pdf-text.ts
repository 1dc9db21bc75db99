// The text layer of a PDF page as pieces with places: fonts tell bold and italic, and old encodings.
import type { Box, Piece } from './geometry.ts';
import { legacyFont } from './legacy.ts';
import { matrixOf, times } from './pdf-matrix.ts';
import type { Matrix } from './pdf-matrix.ts';

export interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
  /** The paragraph that it is tagged as. */
  readonly tag?: string;
}

export interface Style {
  readonly ascent: number;
  readonly descent: number;
}

/** A font as the file names it: "ABCDEF+TimesNewRomanPS-BoldMT". */
export interface Font {
  readonly bold: boolean;
  readonly italic: boolean;
  /** Brings text of a font older than Unicode to Unicode. */
  readonly convert: ((text: string) => string) | null;
}

export interface TextLayer {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** True where a font older than Unicode was converted. */
  readonly legacy: boolean;
  /** Brings a box of the page as the file has it to the page as it is held. */
  readonly held: (box: Box) => Box;
}

export function fontOf(name: string): Font {
  const bare = name.replace(/^[A-Z]{6}\+/, '');
  return {
    bold: /bold|black|heavy|semibold|demi|,b\b|-bd/i.test(bare),
    italic: /italic|oblique|kursiv|-it\b/i.test(bare),
    convert: legacyFont(bare),
  };
}

interface Placed extends Piece {
  /** Quarter turns, clockwise. */
  readonly turn: 0 | 1 | 2 | 3;
}

export interface PageFrame {
  readonly width: number;
  readonly height: number;
  readonly toPage: Matrix;
}

/** Pieces as they stand when the page is held so that most of its text is upright. */
export function textLayer(
  items: readonly Item[],
  styles: Readonly<Record<string, Style>>,
  fonts: (fontName: string) => Font,
  frame: PageFrame,
): TextLayer {
  const placed: Placed[] = [];
  let spaced = false;
  let legacy = false;
  for (const item of items) {
    const font = fonts(item.fontName);
    if (item.str.trim() === '') spaced ||= item.str !== '';
    else {
      legacy ||= font.convert !== null;
      placed.push(...piecesOf(item, styles[item.fontName], font, frame, spaced));
      spaced = false;
    }
    if (item.hasEOL) spaced = false;
  }
  return { ...upright(placed, frame), legacy };
}

function piecesOf(
  item: Item,
  style: Style | undefined,
  font: Font,
  frame: PageFrame,
  spaced: boolean,
): Placed[] {
  const matrix = times(frame.toPage, matrixOf(item.transform));
  const size = Math.hypot(matrix[2], matrix[3]);
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  const turn = Math.round(angle / 90);
  // Slanted text is a watermark or a stamp.
  if (!(size > 0.5) || Math.abs(angle - turn * 90) > 8) return [];
  const ascent = style && style.ascent > 0.3 && style.ascent < 1.6 ? style.ascent : 0.9;
  const descent = style && style.descent < 0 && style.descent > -0.8 ? style.descent : -0.22;
  return stretches(item, size).map(({ text, from, to, first }) => ({
    text: font.convert ? font.convert(text) : text,
    ...placeTurned(matrix, ((turn + 4) % 4) as Placed['turn'], [from, to], [ascent * size, -descent * size]),
    size,
    turn: ((turn + 4) % 4) as Placed['turn'],
    ...(item.tag !== undefined && { tag: item.tag }),
    ...(font.bold && { bold: true }),
    ...(font.italic && { italic: true }),
    ...((first ? spaced : true) && { spaced: true }),
  }));
}

interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly first: boolean;
}

const COLUMN_OF_SPACES = / {4,}/;

/** Typists make columns with spaces: such a run of them cuts an item, at places told by the usual widths of letters. */
function stretches(item: Item, size: number): Stretch[] {
  const text = item.str;
  if (!COLUMN_OF_SPACES.test(text)) return [{ text, from: 0, to: item.width, first: true }];
  const spaces = [...text].filter((letter) => letter === ' ').length;
  const space = Math.min(0.25 * size, item.width / text.length);
  const letter = (item.width - spaces * space) / Math.max(1, text.length - spaces);
  const found: Stretch[] = [];
  let at = 0;
  for (const part of text.split(/( {4,})/)) {
    const inner = part.split(' ').length - 1;
    const width = inner * space + (part.length - inner) * letter;
    if (part.trim() !== '') found.push({ text: part, from: at, to: at + width, first: found.length === 0 });
    at += width;
  }
  return found;
}

type Extent = Pick<Piece, 'left' | 'right' | 'top' | 'bottom' | 'baseline'>;

function placeTurned(
  [, , , , x, y]: Matrix,
  turn: Placed['turn'],
  [from, to]: readonly [number, number],
  [up, down]: readonly [number, number],
): Extent {
  if (turn === 0) return { left: x + from, right: x + to, top: y - up, bottom: y + down, baseline: y };
  if (turn === 2) return { left: x - to, right: x - from, top: y - down, bottom: y + up, baseline: y };
  const [top, bottom] = turn === 1 ? [y + from, y + to] : [y - to, y - from];
  const [left, right] = turn === 1 ? [x - down, x + up] : [x - up, x + down];
  return { left, right, top, bottom, baseline: (top + bottom) / 2 };
}

/** Turns the page where most of its text stands on its side; what still stands on its side becomes one piece a column. */
function upright(placed: readonly Placed[], frame: PageFrame): Omit<TextLayer, 'legacy'> {
  const letters = [0, 0, 0, 0];
  for (const piece of placed) letters[piece.turn]! += piece.text.length;
  const main = letters.indexOf(Math.max(...letters));
  const { width, height } = frame;
  const held = (box: Box): Box => turnBox(box, main, width, height);
  const turned = main === 0 ? placed : placed.map((piece) => turnBack(piece, main, held));
  const level = turned.filter((piece) => piece.turn === 0);
  const sideways = turned.filter((piece) => piece.turn !== 0);
  const size = main % 2 === 1 ? { width: height, height: width } : { width, height };
  return { ...size, pieces: [...level, ...columnsOf(sideways)], held };
}

function turnBox([left, top, right, bottom]: Box, turns: number, width: number, height: number): Box {
  if (turns === 1) return [top, width - right, bottom, width - left];
  if (turns === 2) return [width - right, height - bottom, width - left, height - top];
  return turns === 3 ? [height - bottom, left, height - top, right] : [left, top, right, bottom];
}

function turnBack(piece: Placed, main: number, held: (box: Box) => Box): Placed {
  const turn = ((piece.turn - main + 4) % 4) as Placed['turn'];
  const [left, top, right, bottom] = held([piece.left, piece.top, piece.right, piece.bottom]);
  return { ...piece, left, top, right, bottom, turn, baseline: bottom - 0.22 * piece.size };
}

/** Text set upwards (or downwards) in a table's head: one piece for each of its lines. */
function columnsOf(sideways: readonly Placed[]): Placed[] {
  const columns: Placed[] = [];
  for (const piece of sideways) {
    const last = columns.at(-1);
    const together = last && last.turn === piece.turn && Math.abs(last.left - piece.left) < 0.4 * piece.size;
    const gap = last ? Math.max(last.top - piece.bottom, piece.top - last.bottom) : Infinity;
    if (!last || !together || gap > 3 * piece.size) columns.push(piece);
    else {
      const text = last.text + (gap > 0.16 * piece.size || piece.spaced ? ' ' : '') + piece.text;
      const top = Math.min(last.top, piece.top);
      const bottom = Math.max(last.bottom, piece.bottom);
      columns[columns.length - 1] = { ...last, text, top, bottom, baseline: (top + bottom) / 2 };
    }
  }
  return columns;
}
