// What a PDF page draws besides text: thin lines (borders of tables), and how much of the page pictures cover.
import type { Box, Rule } from './geometry.ts';
import { apply, IDENTITY, matrixOf, times } from './pdf-matrix.ts';
import type { Matrix } from './pdf-matrix.ts';

export interface Drawing {
  readonly rules: readonly Rule[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
  /** Glyphs that are shown, and those of them that are invisible (a recognised text under a picture). */
  readonly glyphs: number;
  readonly hidden: number;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The codes of the operators, by name. */
export type Operators = Readonly<Record<string, number>>;

interface State {
  matrix: Matrix;
  textMode: number;
}

interface Interpreter {
  readonly names: ReadonlyMap<number, string>;
  readonly width: number;
  readonly height: number;
  readonly stack: State[];
  state: State;
  readonly rules: Rule[];
  covered: number;
  glyphs: number;
  hidden: number;
}

const namesOf = new WeakMap<Operators, ReadonlyMap<number, string>>();

/** `toPage` maps the page's own coordinates to points from its top left corner. */
export function drawingOf(
  list: OperatorList,
  operators: Operators,
  page: { width: number; height: number; toPage: Matrix },
): Drawing {
  let names = namesOf.get(operators);
  if (!names)
    namesOf.set(operators, (names = new Map(Object.entries(operators).map(([name, code]) => [code, name]))));
  const run: Interpreter = {
    names,
    width: page.width,
    height: page.height,
    stack: [],
    state: { matrix: page.toPage, textMode: 0 },
    rules: [],
    covered: 0,
    glyphs: 0,
    hidden: 0,
  };
  for (const [at, code] of list.fnArray.entries()) step(run, names.get(code) ?? '', list.argsArray[at]);
  const pictured = Math.min(1, run.covered / (page.width * page.height));
  return { rules: run.rules, pictured, glyphs: run.glyphs, hidden: run.hidden };
}

function step(run: Interpreter, name: string, args: unknown): void {
  const list = (args ?? []) as readonly unknown[];
  switch (name) {
    case 'save':
      run.stack.push({ ...run.state });
      return;
    case 'restore':
    case 'paintFormXObjectEnd':
      run.state = run.stack.pop() ?? run.state;
      return;
    case 'paintFormXObjectBegin':
      run.stack.push({ ...run.state });
      run.state.matrix = times(run.state.matrix, list[0] ? matrixOf(list[0]) : IDENTITY);
      return;
    case 'transform':
      run.state.matrix = times(run.state.matrix, matrixOf(list));
      return;
    case 'setTextRenderingMode':
      run.state.textMode = Number(list[0]);
      return;
    case 'showText':
      return countGlyphs(run, list[0]);
    case 'constructPath':
      return drawPath(run, list);
    default:
      if (name.startsWith('paint') && name.includes('Image')) paintPicture(run, name, list);
  }
}

function countGlyphs(run: Interpreter, glyphs: unknown): void {
  const count = Array.isArray(glyphs) ? glyphs.filter((glyph) => typeof glyph === 'object').length : 0;
  run.glyphs += count;
  if (run.state.textMode === 3 || run.state.textMode === 7) run.hidden += count;
}

/** A picture fills the unit square of the current matrix. */
function paintPicture(run: Interpreter, name: string, list: readonly unknown[]): void {
  if (name.endsWith('Repeat') || name.endsWith('Group')) return;
  const box = boxUnder(run.state.matrix, [0, 0, 1, 1]);
  const width = Math.min(box[2], run.width) - Math.max(box[0], 0);
  const height = Math.min(box[3], run.height) - Math.max(box[1], 0);
  if (width <= 0 || height <= 0 || list.length === 0) return;
  run.covered += width * height;
  if (Math.min(width, height) < THIN && Math.max(width, height) > 12) run.rules.push(ruleFrom(box));
}

function boxUnder(matrix: Matrix, box: Box): Box {
  const corners = [
    apply(matrix, box[0], box[1]),
    apply(matrix, box[2], box[1]),
    apply(matrix, box[0], box[3]),
    apply(matrix, box[2], box[3]),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Thicker than any border that Word offers (6 pt) would be a bar, not a line. */
const THIN = 4;
const SHORTEST = 3;

const ruleFrom = (box: Box): Rule => ({ box, vertical: box[3] - box[1] > box[2] - box[0] });

const STROKES: ReadonlySet<string> = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);

function drawPath(run: Interpreter, list: readonly unknown[]): void {
  const painting = run.names.get(Number(list[0])) ?? '';
  if (painting === 'endPath' || painting === '') return;
  const data = Array.isArray(list[1]) ? list[1][0] : list[1];
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return;
  const stroked = STROKES.has(painting);
  for (const path of subpaths(data as unknown as ArrayLike<number>)) {
    const points = path.map(([x, y]) => apply(run.state.matrix, x, y));
    if (stroked) strokeRules(run.rules, points);
    else fillRule(run.rules, points);
  }
}

type Point = readonly [number, number];

/** pdf.js's own coding of paths: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. Paths with curves draw no border. */
function subpaths(data: ArrayLike<number>): Point[][] {
  const paths: Point[][] = [];
  let at = 0;
  while (at < data.length) {
    const code = data[at++];
    const last = paths.at(-1);
    if (code === 0) paths.push([[data[at++]!, data[at++]!]]);
    else if (code === 1) last?.push([data[at++]!, data[at++]!]);
    else if (code === 4) {
      if (last && last.length > 0) last.push(last[0]!);
    } else {
      at += code === 2 ? 6 : 4;
      if (last) last.length = 0;
    }
  }
  return paths.filter((path) => path.length > 1);
}

/** Every straight side of a stroked path that runs along the page. */
function strokeRules(rules: Rule[], points: readonly Point[]): void {
  for (let at = 1; at < points.length; at++) {
    const [x0, y0] = points[at - 1]!;
    const [x1, y1] = points[at]!;
    const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    if (
      Math.min(box[2] - box[0], box[3] - box[1]) < 1 &&
      Math.max(box[2] - box[0], box[3] - box[1]) > SHORTEST
    )
      rules.push(ruleFrom(box));
  }
}

/** Word and LibreOffice draw a border as a thin filled rectangle. */
function fillRule(rules: Rule[], points: readonly Point[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const thin = Math.min(box[2] - box[0], box[3] - box[1]);
  if (thin < THIN && Math.max(box[2] - box[0], box[3] - box[1]) > Math.max(SHORTEST, 2 * thin))
    rules.push(ruleFrom(box));
  else if (thin < 1.2) rules.push(ruleFrom(box));
}
