// Letterhead and signature stand in two columns without lines: the white gutter between them is found and the sides kept apart.
import type { Line, Row } from './geometry-lines.ts';
import { wholeOf } from './geometry-lines.ts';
import { textOf } from './geometry-text.ts';

/** Strips of lines side by side, from left to right; those of several signers are more than two. */
export interface Band {
  readonly kind: 'band';
  readonly columns: readonly (readonly Line[])[];
  /** The middles of the white between them. */
  readonly gutters: readonly number[];
}

interface Sides {
  readonly left: readonly Row[];
  readonly right: readonly Row[];
  readonly gutter: number;
}

export type Stretch = { readonly kind: 'line'; readonly line: Line } | Band;

/** The white strip, in points from the left. */
type Gutter = readonly [from: number, to: number];

const NARROWEST = 4;

/** Lines and bands in reading order. */
export function stretchesOf(rows: readonly Row[]): Stretch[] {
  const out: Stretch[] = [];
  let at = 0;
  let free = 0;
  while (at < rows.length) {
    const band = bandAt(rows, at, free);
    if (!band) {
      at++;
      continue;
    }
    for (let row = free; row < band.from; row++) out.push({ kind: 'line', line: wholeOf(rows[row]!) });
    out.push(bandOf(sidesOf(rows.slice(band.from, band.to), band.gutter)));
    at = free = band.to;
  }
  for (let row = free; row < rows.length; row++) out.push({ kind: 'line', line: wholeOf(rows[row]!) });
  return out;
}

function bandOf({ left, right, gutter }: Sides): Band {
  const [one, other] = [inner(left), inner(right)];
  return {
    kind: 'band',
    columns: [...one.columns, ...other.columns],
    gutters: [...one.gutters, gutter, ...other.gutters],
  };
}

/** A side that is two columns itself, in at least two of its rows and from its first to its last. */
function inner(rows: readonly Row[]): Pick<Band, 'columns' | 'gutters'> {
  const [only, ...others] =
    rows.filter(({ segments }) => segments.length > 1).length > 1 ? stretchesOf(rows) : [];
  return only?.kind === 'band' && others.length === 0 ? only : { columns: [rows.map(wholeOf)], gutters: [] };
}

function sidesOf(rows: readonly Row[], gutter: Gutter): Sides {
  const middle = (gutter[0] + gutter[1]) / 2;
  const sides: { left: Row[]; right: Row[] } = { left: [], right: [] };
  for (const row of rows) {
    const left = row.segments.filter((segment) => (segment.left + segment.right) / 2 < middle);
    const right = row.segments.filter((segment) => !left.includes(segment));
    if (left.length > 0) sides.left.push({ ...row, segments: left });
    if (right.length > 0) sides.right.push({ ...row, segments: right });
  }
  return { ...sides, gutter: middle };
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly gutter: Gutter;
}

/** A band that has its first row with two sides at `seed`; rows before `free` belong to others. */
function bandAt(rows: readonly Row[], seed: number, free: number): Found | null {
  const start = gutterOf(rows[seed]!);
  if (!start) return null;
  const down = growDown(rows, seed, start);
  const from = growUp(rows, seed, free, down.gutter);
  const found = { from, to: down.to, gutter: down.gutter };
  return isBand(rows.slice(from, down.to), down.gutter) ? found : null;
}

function gutterOf(row: Row): Gutter | null {
  let best: Gutter | null = null;
  for (let at = 1; at < row.segments.length; at++) {
    const gap: Gutter = [row.segments[at - 1]!.right, row.segments[at]!.left];
    if (!best || gap[1] - gap[0] > best[1] - best[0]) best = gap;
  }
  return best;
}

/** The gutter that is left when a row's segments keep to their sides of it; null where one lies across. */
function narrow(gutter: Gutter, row: Row): Gutter | null {
  let [from, to] = gutter;
  for (const segment of row.segments) {
    if (segment.left >= to - 0.01) continue;
    if (segment.right <= from + 0.01) continue;
    // A segment that reaches into the gutter belongs to the side where most of it lies.
    const middle = (from + to) / 2;
    if ((segment.left + segment.right) / 2 < middle) from = Math.max(from, segment.right);
    else to = Math.min(to, segment.left);
  }
  return to - from >= NARROWEST ? [from, to] : null;
}

const hasSides = (row: Row, gutter: Gutter): { left: boolean; right: boolean } => ({
  left: row.segments.some((segment) => segment.right <= gutter[0] + 0.01),
  right: row.segments.some((segment) => segment.left >= gutter[1] - 0.01),
});

/** A side may go on alone below the other: a list closely, a signer's name far below the signer's office. */
function growDown(rows: readonly Row[], seed: number, start: Gutter): { to: number; gutter: Gutter } {
  let gutter = start;
  const last = { left: rows[seed]!, right: rows[seed]! };
  for (let at = seed + 1; at < rows.length; at++) {
    const row = rows[at]!;
    const narrower = narrow(gutter, row);
    if (!narrower) return { to: at, gutter };
    const sides = hasSides(row, narrower);
    const near = sides.right ? isNear(last.right, row, 10) : isNear(last.left, row, 2.6);
    if (!near || isApart(row, rows, sides.right ? last.right : last.left)) return { to: at, gutter };
    gutter = narrower;
    if (sides.left) last.left = row;
    if (sides.right) last.right = row;
  }
  return { to: rows.length, gutter };
}

/** A title below a letterhead may keep to one side of the gutter, but it is centred on the page, not in its column. */
function isApart(row: Row, rows: readonly Row[], above: Row): boolean {
  if (row.segments.length !== 1) return false;
  const line = row.segments[0]!;
  if (/^Kính gửi/iu.test(textOf(line))) return true;
  // The strip that most lines keep to: a stamp in the margin does not widen it.
  const lefts = rows.map((each) => each.segments[0]!.left).sort((one, other) => one - other);
  const rights = rows.map((each) => each.segments.at(-1)!.right).sort((one, other) => other - one);
  const left = lefts[Math.floor(0.12 * lefts.length)]!;
  const right = rights[Math.floor(0.12 * rights.length)]!;
  const middle = (line.left + line.right) / 2;
  const column = above.segments.reduce((best, each) =>
    Math.abs((each.left + each.right) / 2 - middle) < Math.abs((best.left + best.right) / 2 - middle)
      ? each
      : best,
  );
  const own = Math.abs((column.left + column.right) / 2 - middle);
  return Math.abs((left + right) / 2 - middle) < Math.min(16, own) && own > 1.2 * line.size;
}

function isNear(above: Row, below: Row, lines: number): boolean {
  return below.baseline - above.baseline <= lines * Math.max(sizeOf(above), sizeOf(below));
}

const sizeOf = (row: Row): number => Math.max(...row.segments.map((segment) => segment.size));

/** A side may begin above the other: only what is centred in its column, or stands right of the gutter. */
function growUp(rows: readonly Row[], seed: number, free: number, gutter: Gutter): number {
  let from = seed;
  const first = rows[seed]!;
  const centre = { left: centreOf(first, gutter, 'left'), right: centreOf(first, gutter, 'right') };
  while (from > free) {
    const row = rows[from - 1]!;
    if (row.segments.length !== 1 || !narrow(gutter, row) || !isNear(row, rows[from]!, 2.1)) break;
    const segment = row.segments[0]!;
    const side = segment.left >= gutter[1] ? 'right' : 'left';
    if (Math.abs((segment.left + segment.right) / 2 - centre[side]) > 12) break;
    from--;
  }
  return from;
}

function centreOf(row: Row, gutter: Gutter, side: 'left' | 'right'): number {
  const own = row.segments.filter((segment) =>
    side === 'left' ? segment.right <= gutter[0] + 1 : segment.left >= gutter[1] - 1,
  );
  if (own.length === 0) return Infinity;
  return (own[0]!.left + own.at(-1)!.right) / 2;
}

const LETTERS = /\p{L}/u;

/** A lone row with a gap is a line with a tab; two sides need at least two rows, and words on either side. */
function isBand(rows: readonly Row[], gutter: Gutter): boolean {
  const sides = sidesOf(rows, gutter);
  const band = { left: sides.left.map(wholeOf), right: sides.right.map(wholeOf) };
  // A page may end right below the first line of the signature.
  if (rows.length < 2) return /^Nơi nhận\s*:?/iu.test(textOf(band.left[0] ?? band.right[0]!));
  if (
    !band.left.some((line) => LETTERS.test(textOf(line))) ||
    !band.right.some((line) => LETTERS.test(textOf(line)))
  )
    return false;
  const paired = rows.filter((row) => row.segments.length > 1).length;
  const single = band.left.length === 1 && band.right.length > 3 && textOf(band.left[0]!).endsWith(':');
  return !single && (paired > 1 || band.left.length > 1 || band.right.length > 1);
}
