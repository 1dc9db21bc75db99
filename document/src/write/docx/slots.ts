// The places of a table: a Word table has no holes, so a cell over several rows stands in each of them.
import type { Grid, TableCell } from '../official.ts';

/** A place in a row: a cell that begins there, or the continuation of one from above. */
export interface Slot {
  readonly cell: TableCell;
  readonly columns: number;
  readonly merge: 'begins' | 'goes-on' | null;
}

export interface Slots {
  readonly rows: readonly (readonly Slot[])[];
  /** At least as many as widths are given; more where a row has more cells, so that none is lost. */
  readonly columns: number;
}

const EMPTY: TableCell = { lines: [] };

export function slotsOf({ head, rows, widths }: Grid): Slots {
  const all = [...clipped(head), ...rows];
  // A row that needs more columns than are given widens the whole table; cells that span then have more room.
  for (let columns = Math.max(1, widths.length); ;) {
    const placed = place(all, columns);
    const needed = placed.reduce((most, row) => Math.max(most, extent(row)), 1);
    if (needed <= columns) return { rows: placed, columns };
    columns = needed;
  }
}

/** What repeats on every page cannot reach into what does not. */
const clipped = (head: Grid['head']): Grid['head'] =>
  head.map((row, at) => row.map((cell) => ({ ...cell, rows: Math.min(whole(cell.rows), head.length - at) })));

const whole = (count: number | undefined): number => Math.max(1, Math.floor(count ?? 1) || 1);

const extent = (slots: readonly Slot[]): number => slots.reduce((sum, { columns }) => sum + columns, 0);

interface Covering {
  readonly slot: Slot;
  left: number;
}

function place(rows: Grid['rows'], least: number): Slot[][] {
  /** By the column it begins in, what still hangs down from above. */
  const covering = new Map<number, Covering>();
  return rows.map((row) => {
    const slots: Slot[] = [];
    const cells = [...row];
    for (let column = 0; cells.length > 0 || column < Math.max(least, lastOf(covering) + 1);) {
      const slot =
        goOn(covering, column) ?? begin(covering, column, cells.shift() ?? EMPTY, { least, cells });
      slots.push(slot);
      column += slot.columns;
    }
    return slots;
  });
}

const lastOf = (covering: ReadonlyMap<number, Covering>): number => Math.max(-1, ...covering.keys());

function goOn(covering: Map<number, Covering>, column: number): Slot | null {
  const above = covering.get(column);
  if (!above) return null;
  above.left--;
  if (above.left === 0) covering.delete(column);
  return { ...above.slot, merge: 'goes-on' };
}

interface Room {
  readonly least: number;
  readonly cells: readonly TableCell[];
}

/** A cell reaches to the next one that hangs down, or to the end of the table. */
function begin(
  covering: Map<number, Covering>,
  column: number,
  cell: TableCell,
  { least, cells }: Room,
): Slot {
  const next = Math.min(...[...covering.keys()].filter((at) => at > column));
  const end = Number.isFinite(next) ? next : Math.max(least - cells.length, column + 1);
  const columns = Math.max(1, Math.min(whole(cell.columns), end - column));
  const rows = whole(cell.rows);
  const slot: Slot = { cell, columns, merge: rows > 1 ? 'begins' : null };
  if (rows > 1) covering.set(column, { slot, left: rows - 1 });
  return slot;
}
