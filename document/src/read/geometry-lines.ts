// Pieces of text that share a baseline make a row; a wide gap cuts a row into segments, which may belong to different columns.
import type { Box, Piece } from './geometry.ts';

/** Pieces on one baseline from left to right. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** The size of most of its text. */
  readonly size: number;
}

/** Segments that stand side by side, from left to right. */
export interface Row {
  readonly segments: readonly Line[];
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
}

export const boxOf = (line: Line): Box => [line.left, line.top, line.right, line.bottom];

/** Rows from top to bottom. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  return interleave(attachScripts(clusters(pieces)).map(rowOf));
}

/** Columns may stand half a line apart: lines that overlap in height and keep well apart sideways are one row. */
function interleave(rows: readonly Row[]): Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const size = Math.max(...row.segments.map((segment) => segment.size));
    if (!last || row.baseline - last.baseline > 0.7 * size || !isApart(last, row, WIDE * size))
      merged.push(row);
    else merged[merged.length - 1] = asOne(last, row);
  }
  return merged;
}

const isApart = (one: Row, other: Row, gap: number): boolean =>
  one.segments.every((a) => other.segments.every((b) => a.right + gap < b.left || b.right + gap < a.left));

function asOne(one: Row, other: Row): Row {
  const segments = [...one.segments, ...other.segments].sort((a, b) => a.left - b.left);
  return {
    segments,
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    baseline: one.baseline,
  };
}

/** Whole lines from top to bottom, whatever their gaps: for places that are known to hold one column. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  return attachScripts(clusters(pieces)).map((row) => lineOf(row.sort(byLeft)));
}

const byLeft = (a: Piece, b: Piece): number => a.left - b.left;

export function lineOf(pieces: readonly Piece[]): Line {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const piece of pieces) {
    left = Math.min(left, piece.left);
    right = Math.max(right, piece.right);
    top = Math.min(top, piece.top);
    bottom = Math.max(bottom, piece.bottom);
  }
  const main = mainOf(pieces);
  return { pieces, left, right, top, bottom, baseline: main.baseline, size: main.size };
}

/** Baseline and size of the piece that holds most of the text; small marks beside it do not count. */
function mainOf(pieces: readonly Piece[]): { baseline: number; size: number } {
  const weights = new Map<number, { weight: number; baseline: number; size: number }>();
  for (const { size, baseline, text } of pieces) {
    const key = Math.round(size * 2);
    const found = weights.get(key);
    if (found) found.weight += text.length;
    else weights.set(key, { weight: text.length, baseline, size });
  }
  let best = { weight: -1, baseline: 0, size: 0 };
  for (const found of weights.values()) if (found.weight > best.weight) best = found;
  return best;
}

/** How far apart two baselines of one line may lie, in font sizes: recognised words wander, scripts do not count here. */
const SAME_BASELINE = 0.33;

interface Cluster {
  readonly pieces: Piece[];
  baseline: number;
}

function clusters(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.filter((piece) => piece.text.trim() !== '').sort((a, b) => a.baseline - b.baseline);
  const found: Cluster[] = [];
  for (const piece of sorted) {
    const home = homeOf(piece, found);
    if (home) home.pieces.push(piece);
    else found.push({ pieces: [piece], baseline: piece.baseline });
  }
  return found.map((cluster) => cluster.pieces);
}

/** Looks among the last clusters only: they are sorted by baseline. */
function homeOf(piece: Piece, found: readonly Cluster[]): Cluster | undefined {
  for (let at = found.length - 1; at >= Math.max(0, found.length - 3); at--) {
    const cluster = found[at]!;
    const size = Math.min(piece.size, cluster.pieces[0]!.size);
    if (Math.abs(cluster.baseline - piece.baseline) <= SAME_BASELINE * size) return cluster;
  }
  return undefined;
}

/** Superscripts and subscripts stand on baselines of their own: they join the line they touch. */
function attachScripts(rows: Piece[][]): Piece[][] {
  const gone = new Set<Piece[]>();
  for (const [at, row] of rows.entries()) {
    if (row.length > 12 || row.some((piece) => piece.text.trim().length > 4)) continue;
    for (const near of [rows[at + 1], rows[at - 1]]) {
      if (!near || gone.has(near) || !row.every((mark) => near.some((piece) => touches(mark, piece))))
        continue;
      near.push(...row);
      gone.add(row);
      break;
    }
  }
  return rows.filter((row) => !gone.has(row));
}

function touches(mark: Piece, piece: Piece): boolean {
  const small = mark.size < 0.82 * piece.size;
  const level = Math.abs(mark.baseline - piece.baseline) < 0.6 * piece.size;
  const gap = Math.max(mark.left - piece.right, piece.left - mark.right);
  return small && level && gap < 0.35 * piece.size;
}

/** A gap that justified text hardly ever has, in font sizes. */
const WIDE = 1.6;

const LONE_MARKER =
  /^(?:[-–—•+*]|\(?[0-9]{1,3}[.)]?|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?|[a-zđA-Z][.)]|[IVXLC]{1,5}\.?)$/u;

function rowOf(pieces: Piece[]): Row {
  const segments: Piece[][] = [];
  let reach = -Infinity;
  for (const piece of pieces.sort(byLeft)) {
    const last = segments.at(-1);
    const gap = piece.left - reach;
    const far = gap > WIDE * piece.size && !(last && isMarker(last) && gap < 4 * piece.size);
    if (!last || far || isOther(last.at(-1)!, piece)) segments.push([piece]);
    else last.push(piece);
    reach = Math.max(reach, piece.right);
  }
  const lines = segments.map(lineOf);
  return {
    segments: lines,
    top: Math.min(...lines.map((line) => line.top)),
    bottom: Math.max(...lines.map((line) => line.bottom)),
    baseline: lines[0]!.baseline,
  };
}

/** Tagged as another paragraph: columns may stand close to each other. */
const isOther = (one: Piece, other: Piece): boolean =>
  one.tag !== undefined && other.tag !== undefined && one.tag !== other.tag;

/** "1." and the tab behind it do not make a column. */
function isMarker(pieces: readonly Piece[]): boolean {
  return (
    pieces.length < 4 &&
    LONE_MARKER.test(
      pieces
        .map((piece) => piece.text)
        .join('')
        .trim(),
    )
  );
}

/** All segments of a row as one line. */
export function wholeOf(row: Row): Line {
  return row.segments.length === 1
    ? row.segments[0]!
    : lineOf(row.segments.flatMap((segment) => segment.pieces));
}
