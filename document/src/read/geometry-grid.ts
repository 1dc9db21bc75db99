// Ruled tables: drawn lines that cross make a grid; where a line is missing between two fields, they are one cell.
import { around } from './geometry.ts';
import type { Box, PageContent, Piece, Rule } from './geometry.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  readonly pieces: readonly Piece[];
}

export interface Grid {
  readonly box: Box;
  /** Edges of the columns, from left to right. */
  readonly edges: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly GridCell[];
}

/** Two rules meet where they come this close, in points. */
const NEAR = 3.5;
/** A page of drawings is no table: beyond this many rules the rest is left aside. */
const MOST_RULES = 2500;

/** The grids of a page, and the pieces that stand in none of them. */
export function gridsOf(page: PageContent): {
  grids: Grid[];
  rest: readonly Piece[];
  loose: readonly Rule[];
} {
  const rules = mergeRules(page.rules);
  const grids: Grid[] = [];
  const loose: Rule[] = [];
  let rest = page.pieces;
  // An inner table takes its text before the one around it.
  for (const component of components(rules).sort((a, b) => extent(a) - extent(b))) {
    const grid = gridOf(component, rest);
    if (!grid) {
      loose.push(...component);
      continue;
    }
    grids.push(grid);
    rest = rest.filter((piece) => !inside(piece, grid.box));
  }
  return { grids, rest, loose };
}

/** Long side first: where a rule lies across its direction, from where to where along it. */
interface Stroke {
  readonly vertical: boolean;
  at: number;
  from: number;
  to: number;
}

const strokeOf = ({ box, vertical }: Rule): Stroke =>
  vertical
    ? { vertical, at: (box[0] + box[2]) / 2, from: box[1], to: box[3] }
    : { vertical, at: (box[1] + box[3]) / 2, from: box[0], to: box[2] };

const ruleOf = ({ vertical, at, from, to }: Stroke): Rule => ({
  vertical,
  box: vertical ? [at, from, at, to] : [from, at, to, at],
});

/** Files draw a border cell by cell: pieces of one line are put together again. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const strokes = rules
    .slice(0, 4 * MOST_RULES)
    .map(strokeOf)
    .sort((a, b) => Number(a.vertical) - Number(b.vertical) || a.at - b.at || a.from - b.from);
  const merged: Stroke[] = [];
  let level: Stroke[] = [];
  for (const stroke of strokes) {
    if (level[0] && (level[0].vertical !== stroke.vertical || stroke.at - level[0].at > 1.6)) level = [];
    const found = level.find((other) => stroke.from <= other.to + NEAR && stroke.to >= other.from - NEAR);
    if (!found) {
      level.push(stroke);
      merged.push(stroke);
    } else {
      found.from = Math.min(found.from, stroke.from);
      found.to = Math.max(found.to, stroke.to);
    }
  }
  return merged.slice(0, MOST_RULES).map(ruleOf);
}

/** Rules that touch one another, directly or through others. */
function components(rules: readonly Rule[]): Rule[][] {
  const flat = rules.filter((rule) => !rule.vertical);
  const upright = rules.filter((rule) => rule.vertical);
  const parent = new Map<Rule, Rule>(rules.map((rule) => [rule, rule]));
  const root = (rule: Rule): Rule => {
    let at = rule;
    while (parent.get(at) !== at) {
      parent.set(at, parent.get(parent.get(at)!)!);
      at = parent.get(at)!;
    }
    return at;
  };
  for (const h of flat) for (const v of upright) if (cross(h.box, v.box)) parent.set(root(h), root(v));
  const groups = new Map<Rule, Rule[]>();
  for (const rule of rules) {
    const key = root(rule);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return [...groups.values()];
}

function extent(rules: readonly Rule[]): number {
  const box = around(rules.map((rule) => rule.box))!;
  return (box[2] - box[0]) * (box[3] - box[1]);
}

function cross(h: Box, v: Box): boolean {
  return v[0] >= h[0] - NEAR && v[0] <= h[2] + NEAR && h[1] >= v[1] - NEAR && h[1] <= v[3] + NEAR;
}

/** Sorted positions, those closer than a cell could be taken as one. */
function levels(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > NEAR * 1.4) found.push(value);
  return found;
}

function gridOf(rules: readonly Rule[], pieces: readonly Piece[]): Grid | null {
  const flat = rules.filter((rule) => !rule.vertical);
  const upright = rules.filter((rule) => rule.vertical);
  if (flat.length < 2 || upright.length === 0) return null;
  const xs = levels([...upright.map((rule) => rule.box[0]), ...reach(flat, 0, 2)]);
  const ys = levels([...flat.map((rule) => rule.box[1]), ...reach(upright, 1, 3)]);
  if (xs.length < 2 || ys.length < 2) return null;
  const cells = cellsOf(xs, ys, flat, upright);
  // A frame around text or around the whole page is no table.
  if (cells.length < 2) return null;
  const box: Box = [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!];
  const placed = place(
    pieces.filter((piece) => inside(piece, box)),
    cells,
    { xs, ys },
  );
  return { box, edges: xs, rowCount: ys.length - 1, cells: placed };
}

/** The outermost ends of the rules: a table may lack its outer border. */
function reach(rules: readonly Rule[], from: 0 | 1, to: 2 | 3): number[] {
  return [Math.min(...rules.map((rule) => rule.box[from])), Math.max(...rules.map((rule) => rule.box[to]))];
}

function inside(piece: Piece, box: Box): boolean {
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
}

type Field = Omit<GridCell, 'pieces'>;

/** Fields without a line between them are joined; what comes out is taken as the rectangle around it. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  flat: readonly Rule[],
  upright: readonly Rule[],
): Field[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const parent = Array.from({ length: rows * columns }, (_, at) => at);
  const root = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const hs = borders(flat, ys, xs, 1, 0);
  const vs = borders(upright, xs, ys, 0, 1);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !vs.has((column + 1) * rows + row)) parent[root(at + 1)] = root(at);
      if (row + 1 < rows && !hs.has((row + 1) * columns + column)) parent[root(at + columns)] = root(at);
    }
  return rectangles(
    parent.map((_, at) => root(at)),
    xs,
    ys,
  );
}

/** Which fields' sides are drawn: `level × spans + span`. */
function borders(
  rules: readonly Rule[],
  across: readonly number[],
  along: readonly number[],
  axis: 0 | 1,
  other: 0 | 1,
): Set<number> {
  const drawn = new Set<number>();
  const spans = along.length - 1;
  for (const { box } of rules) {
    const level = nearest(across, box[axis]);
    for (let span = 0; span < spans; span++) {
      const from = along[span]!;
      const to = along[span + 1]!;
      const covered = Math.min(box[other + 2]!, to) - Math.max(box[other]!, from);
      if (covered >= 0.6 * (to - from)) drawn.add(level * spans + span);
    }
  }
  return drawn;
}

function nearest(values: readonly number[], value: number): number {
  let best = 0;
  for (const [at, candidate] of values.entries())
    if (Math.abs(candidate - value) < Math.abs(values[best]! - value)) best = at;
  return best;
}

function rectangles(roots: readonly number[], xs: readonly number[], ys: readonly number[]): Field[] {
  const columns = xs.length - 1;
  const found = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  for (const [at, root] of roots.entries()) {
    const row = Math.floor(at / columns);
    const column = at % columns;
    const area = found.get(root);
    if (!area) found.set(root, { top: row, bottom: row, left: column, right: column });
    else {
      area.bottom = Math.max(area.bottom, row);
      area.left = Math.min(area.left, column);
      area.right = Math.max(area.right, column);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .map(({ top, left, bottom, right }) => ({
      row: top,
      column: left,
      rows: bottom - top + 1,
      columns: right - left + 1,
      box: [xs[left]!, ys[top]!, xs[right + 1]!, ys[bottom + 1]!],
    }));
}

/** Where the fields' edges are. */
interface Edges {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function place(pieces: readonly Piece[], cells: readonly Field[], { xs, ys }: Edges): GridCell[] {
  const filled = cells.map((cell) => ({ ...cell, pieces: [] as Piece[] }));
  const owners: (typeof filled)[number][] = [];
  for (const cell of filled)
    for (let row = cell.row; row < cell.row + cell.rows; row++)
      for (let column = cell.column; column < cell.column + cell.columns; column++)
        owners[row * xs.length + column] = cell;
  const homeOf = ({ left, right, top, bottom }: Piece): (typeof filled)[number] | undefined =>
    owners[spanAt(ys, (top + bottom) / 2) * xs.length + spanAt(xs, (left + right) / 2)];
  for (const piece of pieces) {
    const home = homeOf(piece);
    for (const part of home ? cutAtBorder(piece, home.box) : []) (homeOf(part) ?? home)?.pieces.push(part);
  }
  return filled;
}

/** The span between two edges that a place lies in. */
function spanAt(edges: readonly number[], at: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Text of neighbouring fields that stands close together comes as one piece: it is cut at the space nearest to the border. */
function cutAtBorder(piece: Piece, box: Box): Piece[] {
  const overhang = Math.max(box[0] - piece.left, piece.right - box[2]);
  if (overhang < 0.6 * piece.size) return [piece];
  const border = box[0] - piece.left > piece.right - box[2] ? box[0] : box[2];
  const wide = (piece.right - piece.left) / piece.text.length;
  const wanted = (border - piece.left) / wide;
  let best = -1;
  for (let at = piece.text.indexOf(' '); at >= 0; at = piece.text.indexOf(' ', at + 1))
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  if (best <= 0 || Math.abs(best - wanted) > 4) return [piece];
  const edge = piece.left + wide * best;
  const first = { ...piece, text: piece.text.slice(0, best), right: Math.min(edge, border) };
  return [first, { ...piece, text: piece.text.slice(best + 1), left: Math.max(edge, border), spaced: true }];
}
