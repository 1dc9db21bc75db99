// How wide columns are: as the document says, but none so narrow that a short word breaks in it while others have room to give.
import { SIZE, TABLE } from './layout.ts';
import { lineWidth } from './metrics.ts';
import type { TableCell } from './official.ts';

/** A cell in the columns that it covers. */
export interface Covering {
  readonly cell: TableCell;
  readonly column: number;
  readonly columns: number;
}

/** Wider words (addresses of web pages) break anyway; in millimetres. */
const WIDEST_WORD = 24;
/** Of rounding, and of the lines between cells. */
const SLACK = 0.6;

/** Widths that add up to those given, in millimetres. */
export function roomyWidths(given: readonly number[], cells: Iterable<Covering>): number[] {
  const needs = needsOf(given.length, cells);
  if (given.every((width, at) => width >= needs[at]!)) return [...given];
  const total = given.reduce((sum, width) => sum + width, 0);
  const needed = needs.reduce((sum, need) => sum + need, 0);
  if (needed >= total) return needs.map((need) => (need / needed) * total);
  const missing = given.reduce((sum, width, at) => sum + Math.max(0, needs[at]! - width), 0);
  const spare = given.reduce((sum, width, at) => sum + Math.max(0, width - needs[at]!), 0);
  return given.map((width, at) => {
    const need = needs[at]!;
    return width < need ? need : width - ((width - need) / spare) * missing;
  });
}

/** The widest word of each column, of cells that stand in it alone. */
function needsOf(count: number, cells: Iterable<Covering>): number[] {
  const longest = Array.from({ length: count }, () => '');
  for (const { cell, column, columns } of cells)
    if (columns === 1)
      for (const line of cell.lines)
        for (const text of typeof line === 'string' ? [line] : line.map((words) => words.text))
          for (const word of text.split(/\s/))
            if (word.length > longest[column]!.length) longest[column] = word;
  return longest.map(
    (word) => Math.min(lineWidth(word, SIZE.table, true), WIDEST_WORD) + 2 * TABLE.padX + SLACK,
  );
}
