// The text of an official document as data for the template: numbered paragraphs, tables with every cell in its place, charts as shapes.
import { drawing, type Drawing } from './chart-drawing.ts';
import { roomyWidths } from './column-widths.ts';
import { placed, type PlacedCell } from './grid-places.ts';
import * as layout from './layout.ts';
import { DIVISIONS, labelsOf, LEVELS } from './numbering.ts';
import type { Block, Chart, Grid, Level, Line, Text, Words } from './official.ts';
import { lineWidth } from './metrics.ts';
import { breakable } from './typst-words.ts';

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** `depth` of a heading counts from 1 under the document's title; 0 for what is no heading. */
export type Piece =
  | {
      readonly type: 'text';
      readonly level: string;
      /** Its number stands on a line of its own above it, both in the middle. */
      readonly centred: boolean;
      readonly depth: number;
      readonly label: string;
      readonly align: string;
      readonly runs: readonly Run[];
      readonly length: number;
    }
  | {
      readonly type: 'grid';
      readonly caption: string;
      readonly widths: readonly number[];
      /** Rows, those of the head included. */
      readonly height: number;
      /** Rows that title those after them. */
      readonly groups: readonly number[];
      readonly head: readonly Box[];
      readonly rows: readonly Box[];
    }
  | {
      readonly type: 'chart';
      readonly title: string;
      /** For those who cannot see it; the same words stand below it. */
      readonly says: string;
      readonly below: string;
      readonly drawing: Drawing;
    };

interface Box {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly align: string;
  readonly lines: readonly (readonly Run[])[];
  /** About how high it is, in millimetres. */
  readonly height: number;
  /** May be parted between two pages. */
  readonly breaks: boolean;
}

/** The pieces of a text, in the order of the page. */
export function piecesOf(body: readonly Block[], landscape: boolean): Piece[] {
  const labels = labelsOf(body);
  const depths = depthsOf(body);
  const { PAGE } = layout;
  const width = (landscape ? PAGE.height : PAGE.width) - PAGE.left - PAGE.right;
  return body.map((block, at) => {
    if (block.type === 'grid') return gridOf(block, width);
    if (block.type === 'chart') return chartOf(block, width);
    return textOf(block, labels[at]!, depths[at]!, width);
  });
}

/** Titles one under another, so that no level of the outline is left out. */
function depthsOf(body: readonly Block[]): number[] {
  const open: number[] = [];
  return body.map((block) => {
    if (block.type !== 'text' || !isTitle(block)) return 0;
    const rank = block.level === undefined ? -1 : LEVELS.indexOf(block.level);
    while (open.length > 0 && open.at(-1)! >= rank) open.pop();
    open.push(rank);
    return open.length;
  });
}

const isTitle = ({ level, heading }: Text): boolean => heading === true || isDivision(level);
const isDivision = (level: Level | undefined): boolean => level !== undefined && DIVISIONS.has(level);

function textOf(text: Text, label: string, depth: number, width: number): Piece {
  const size = layout.SIZE.body;
  const runs = runsOf(text.line, depth > 0).map((run) => ({
    ...run,
    text: breakable(run.text, width, size, run.bold),
  }));
  return {
    type: 'text',
    level: text.level ?? '',
    centred: isDivision(text.level),
    depth,
    label,
    align: text.align ?? 'justify',
    runs,
    length: lengthOf(runs),
  };
}

function runsOf(line: Line, bold: boolean): Run[] {
  const words: readonly Words[] = typeof line === 'string' ? [{ text: line }] : line;
  return words.map((each) => ({
    text: each.text,
    bold: bold || each.bold === true,
    italic: each.italic === true,
  }));
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

function gridOf(grid: Grid, width: number): Piece {
  const given = placed(grid);
  const roomy = roomyWidths(
    given.widths.map((share) => share * width),
    [...given.head, ...given.rows],
  );
  const { widths, head, rows, height } = placed({ ...grid, widths: roomy });
  const boxes = (cells: readonly PlacedCell[], bold: boolean): Box[] =>
    withBreaks(cells.map((each) => boxOf(each, each.share * width - 2 * layout.TABLE.padX, bold)));
  return {
    type: 'grid',
    caption: breakable(grid.caption ?? '', width, layout.SIZE.caption, true),
    widths,
    height,
    groups: groupsOf(rows, widths.length),
    head: boxes(head, true),
    rows: boxes(rows, false),
  };
}

/** "I | Hoàn thiện thể chế …": a row in bold whose last cell reaches over several columns to the edge. */
function groupsOf(cells: readonly PlacedCell[], columns: number): number[] {
  const rows = Map.groupBy(cells, ({ row }) => row);
  return [...rows].flatMap(([row, inRow]) => {
    const last = inRow.at(-1)!;
    const wide = last.columns > 1 && last.column + last.columns === columns && inRow[0]!.column === 0;
    return wide && inRow.every(({ cell, rows }) => cell.bold === true && rows === 1) ? [row] : [];
  });
}

/** A row stays on one page unless it could not stand on any; what hangs down over several may be parted between them. */
function withBreaks(boxes: readonly Omit<Box, 'breaks'>[]): Box[] {
  const tall = new Set(boxes.filter(({ height }) => height > TALLEST_ROW).map(({ row }) => row));
  return boxes.map((box) => ({ ...box, breaks: box.rows > 1 || tall.has(box.row) }));
}

/** In millimetres: about half of a page in landscape. */
const TALLEST_ROW = 80;

function boxOf(
  { cell, row, column, columns, rows }: PlacedCell,
  room: number,
  head: boolean,
): Omit<Box, 'breaks'> {
  const size = layout.SIZE.table;
  const lines = cell.lines.map((line) =>
    runsOf(line, cell.bold ?? head).map((run) => ({
      ...run,
      text: breakable(run.text, room, size, run.bold),
    })),
  );
  return {
    row,
    column,
    columns,
    rows,
    align: cell.align ?? (head ? 'center' : 'left'),
    lines,
    height: lines.reduce((sum, line) => sum + heightOf(line, room, size), 0),
  };
}

/** About how high a paragraph is in a room (millimetres): words leave a part of most lines empty. */
function heightOf(line: readonly Run[], room: number, size: number): number {
  const width = line.reduce((sum, { text, bold }) => sum + lineWidth(text, size, bold), 0);
  const breaks = line.reduce((count, { text }) => count + text.split('\n').length - 1, 0);
  return (Math.ceil((width * 1.3) / Math.max(room, 1)) + breaks) * size * 0.42;
}

function chartOf(chart: Chart, width: number): Piece {
  const { caption } = layout.SIZE;
  return {
    type: 'chart',
    title: breakable(chart.title, width, caption, true),
    says: `${chart.title}. ${chart.says}`,
    below: breakable(chart.says, width, caption, false),
    drawing: drawing(chart, width),
  };
}
