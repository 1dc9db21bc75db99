// Tables of the formats whose text runs on and whose marks end cells and rows (.doc, RTF); rows state the edges of their
// cells, and columns follow from the edges of all rows.
import { closeTable as settle, type OpenCell, type OpenRow } from './docx-tables.ts';
import type { Piece } from './pieces.ts';

export interface RowDefinition {
  /** Edges of the cells, in twentieths of a point: one more than cells. */
  readonly edges: readonly number[];
  readonly cells: readonly {
    /** One of several cells that are merged sideways. */
    readonly sideways: boolean;
    readonly merge: 'restart' | 'continue' | null;
  }[];
}

interface DraftRow {
  readonly row: OpenRow;
  readonly definition: RowDefinition | undefined;
}

export interface MarkedFlow {
  readonly pieces: Piece[];
  rows: DraftRow[];
  cells: OpenCell[];
  cell: Piece[];
}

export const emptyFlow = (): MarkedFlow => ({ pieces: [], rows: [], cells: [], cell: [] });

/** Paragraphs outside of tables end the table before them. */
export function addToFlow(flow: MarkedFlow, pieces: readonly Piece[], inTable: boolean): void {
  if (!inTable) endTable(flow);
  const target = inTable ? flow.cell : flow.pieces;
  for (const piece of pieces) target.push(piece);
}

export function endCell(flow: MarkedFlow): void {
  flow.cells.push({ columns: 1, merge: null, joined: false, pieces: flow.cell });
  flow.cell = [];
}

export function endRow(flow: MarkedFlow, definition: RowDefinition | undefined): void {
  if (flow.cell.length > 0) endCell(flow);
  if (flow.cells.length === 0) return;
  definition?.cells.forEach(({ merge, sideways }, index) => {
    const cell = flow.cells[index];
    if (!cell) return;
    cell.merge = merge;
    cell.joined = sideways && cell.pieces.length === 0 && definition.cells[index - 1]?.sideways === true;
  });
  flow.rows.push({ row: { before: 0, deleted: false, head: false, cells: flow.cells }, definition });
  flow.cells = [];
}

export function endTable(flow: MarkedFlow): void {
  endRow(flow, undefined);
  if (flow.rows.length === 0) return;
  layColumns(flow.rows);
  for (const piece of settle({ rows: flow.rows.map(({ row }) => row) })) flow.pieces.push(piece);
  flow.rows = [];
}

// Rows drawn by hand miss each other's edges by that much, in twentieths of a point.
const SLACK = 60;
const MOST_EDGES = 1000;

/** A cell covers as many columns as edges of other rows fall inside it. */
function layColumns(rows: readonly DraftRow[]): void {
  const all = [...new Set(rows.flatMap(({ definition }) => definition?.edges ?? []))].toSorted(
    (a, b) => a - b,
  );
  const edges = all
    .filter((edge, index) => index === 0 || edge - all[index - 1]! > SLACK)
    .slice(0, MOST_EDGES);
  const columns = new Map(all.map((edge) => [edge, edges.findLastIndex((start) => start <= edge)]));
  const columnOf = (edge: number | undefined): number => (edge === undefined ? 0 : (columns.get(edge) ?? 0));
  for (const { row, definition } of rows) {
    if (!definition || definition.edges.length <= row.cells.length) continue;
    row.before = Math.max(0, columnOf(definition.edges[0]));
    row.cells.forEach((cell, index) => {
      cell.columns = Math.max(1, columnOf(definition.edges[index + 1]) - columnOf(definition.edges[index]));
    });
  }
}
