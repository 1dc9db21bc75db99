// Words that an optical recogniser saw become pieces of text on the page; what is plainly dirt is left out.
import { median } from './geometry.ts';
import type { Piece } from './geometry.ts';
import { correctLine } from './ocr-corrections.ts';

/** A recognised word, in pixels of the page's picture. */
export interface SeenWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

export interface SeenLine {
  readonly words: readonly SeenWord[];
  /** Where the letters stand, at the line's left and right end. */
  readonly baseline: readonly [left: number, right: number];
  /** Height of the font's body. */
  readonly height: number;
}

/** Below this a person should look. */
const DOUBTFUL = 65;

/** Pieces in points; `dpi` tells how many pixels make an inch. */
export function piecesFrom(lines: readonly SeenLine[], dpi: number): Piece[] {
  const point = 72 / dpi;
  const clean = lines.map(cleanLine).filter((line) => line.words.length > 0);
  const usual = median(clean.flatMap((line) => line.words.map(() => line.height)));
  return clean.flatMap((line) => piecesOfLine(line, usual, point));
}

/** Marks that stains, folds and ends of strokes look like. */
const DIRT = /^[^\p{L}\p{N}]{1,3}$/u;
const PLAIN_MARKS = /^(?:[-–—+•*./,;:()…"“”&%]|\.\/\.?|\/\.)$/u;

/** What a speck before a word, or the rest of a pen's stroke, reads as. */
const SPECKS_BEFORE = /^[.,`|_~°^\\]+(?=\p{L})/u;
const STROKES = /^(?:[|_~°`^\\]+|[.,;:'!]{1,2})$/;
/** "-Lưu: VT.": a list's dash keeps its distance. */
const CLOSE_DASH = /^[-–](?=\p{Lu}\p{Ll})/u;

function cleanLine(line: SeenLine): SeenLine {
  if (!line.words.some((word) => /[\p{L}\p{N}]/u.test(word.text))) return { ...line, words: [] };
  const words = line.words.map(withoutSpecks).filter(({ text, confidence, box }) => {
    const tall = box[3] - box[1] > 2.6 * line.height;
    if (text.trim() === '' || STROKES.test(text) || (tall && confidence < 60)) return false;
    return !(DIRT.test(text) && confidence < (PLAIN_MARKS.test(text) ? 25 : 55));
  });
  const sure = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  // A signature or a stain reads as a line of which nothing is sure.
  return {
    ...line,
    words: letters === 0 || sure / letters < (letters < 6 ? 62 : letters < 12 ? 42 : 28) ? [] : words,
  };
}

function withoutSpecks(word: SeenWord): SeenWord {
  const text = word.text.replace(SPECKS_BEFORE, '').replace(CLOSE_DASH, '- ');
  return text === word.text ? word : { ...word, text };
}

function piecesOfLine(line: SeenLine, usual: number, point: number): Piece[] {
  // The engine measures a line's height by its letters: one without descenders or with a stain above seems smaller or larger.
  const near = line.height > 0.68 * usual && line.height < 1.55 * usual;
  const height = near ? usual : line.height;
  const left = line.words[0]!.box[0];
  const span = Math.max(1, line.words.at(-1)!.box[2] - left);
  const texts = correctLine(line.words.map((word) => word.text));
  return line.words.flatMap((word, at) => {
    const text = texts[at]!;
    if (text === '') return [];
    const share = ((word.box[0] + word.box[2]) / 2 - left) / span;
    const baseline = line.baseline[0] + (line.baseline[1] - line.baseline[0]) * share;
    return [
      {
        text,
        left: word.box[0] * point,
        right: word.box[2] * point,
        top: (baseline - 0.89 * height) * point,
        bottom: (baseline + 0.22 * height) * point,
        baseline: baseline * point,
        size: height * point,
        spaced: true,
        ...(word.confidence < DOUBTFUL && text === word.text && { doubtful: true }),
      },
    ];
  });
}
