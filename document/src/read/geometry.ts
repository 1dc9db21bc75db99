// What stands where on a page: the common ground of a PDF's text layer and of optical recognition.

/** Left, top, right, bottom in points (1/72 inch) from the page's top left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A stretch of text in one font on one line; a word where it was recognised from a picture. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Top and bottom of the font's body, not of the ink. */
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** Font size in points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** A space stands before it, whatever the distance. */
  readonly spaced?: boolean;
  /** Optical recognition was not sure of it. */
  readonly doubtful?: boolean;
  /** The paragraph of the page that a well-tagged file says it belongs to; those of titles begin with "H". */
  readonly tag?: string;
}

/** A straight thin line that is drawn: its box is long one way and almost flat the other. */
export interface Rule {
  readonly box: Box;
  readonly vertical: boolean;
}

/** Everything on a page that layout works with. */
export interface PageContent {
  /** Page, counted from 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  /** True where its text comes from optical recognition. */
  readonly recognised?: boolean;
}

/** The smallest box around all; null for none. */
export function around(boxes: readonly Box[]): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return boxes.length > 0 ? [left, top, right, bottom] : null;
}

/** The value in the middle; `fallback` for none. */
export function median(values: readonly number[], fallback = 0): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? fallback;
}
