// Tables with lines: head rows repeat on every page, rows stay whole where they are short.
import type { Grid, Line, TableCell } from '../official.ts';
import { paragraph, textOf } from './paragraph.ts';
import { escape, twips } from './xml.ts';

/** A row longer than that may break over pages. */
const LONGEST_WHOLE = 600;

/** A place in a row: a cell that begins there, or the continuation of one from above. */
interface Slot {
  readonly cell: TableCell;
  readonly columns: number;
  readonly merge: 'begins' | 'goes-on' | null;
}

export function grid(table: Grid, width: number): string {
  const columns = columnsOf(table, twips(width));
  const count = table.head.length;
  const rows = slotsOf([...table.head, ...table.rows], columns.length);
  const caption = table.caption === undefined ? '' : paragraph(table.caption, { style: 'TenBang' });
  return (
    `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="BangKe"/><w:tblW w:w="${columns.reduce((sum, each) => sum + each, 0)}" w:type="dxa"/>` +
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
    `<w:tblCaption w:val="${escape(alternative(table))}"/></w:tblPr>` +
    `<w:tblGrid>${columns.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>` +
    rows.map((row, at) => rowOf(row, columns, at < count)).join('') +
    '</w:tbl>'
  );
}

/** What a reader who does not see the table is told of it. */
function alternative({ caption, head }: Grid): string {
  const titles = (head[0] ?? []).map(({ lines }) => lines.map(textOf).join(' ')).filter(Boolean);
  return caption ?? `Bảng: ${titles.join(', ')}`.slice(0, 250);
}

/** Whole twips that add up to the width. */
function columnsOf({ widths }: Grid, width: number): number[] {
  const shares = widths.map((share) => (share > 0 ? share : 0));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let used = 0;
  let at = 0;
  return shares.map((share) => {
    at += total === 0 ? width / shares.length : (share / total) * width;
    const column = Math.round(at) - used;
    used += column;
    return column;
  });
}

const EMPTY: TableCell = { lines: [] };

/** Every place of every row, those that cells from above cover too: a Word table has no holes. */
export function slotsOf(rows: readonly (readonly TableCell[])[], columns: number): Slot[][] {
  /** For each column what still covers it from above. */
  const covered = new Map<number, { slot: Slot; left: number }>();
  return rows.map((row) => {
    const slots: Slot[] = [];
    const cells = [...row];
    for (let column = 0; column < columns;) {
      const above = covered.get(column);
      const slot = above
        ? { ...above.slot, merge: 'goes-on' as const }
        : begin(cells.shift(), columns - column);
      if (above && --above.left === 0) covered.delete(column);
      else if (!above && (slot.cell.rows ?? 1) > 1) covered.set(column, { slot, left: slot.cell.rows! - 1 });
      slots.push(slot);
      column += slot.columns;
    }
    return slots;
  });
}

function begin(cell: TableCell = EMPTY, room: number): Slot {
  const columns = Math.max(1, Math.min(cell.columns ?? 1, room));
  return { cell, columns, merge: (cell.rows ?? 1) > 1 ? 'begins' : null };
}

function rowOf(slots: readonly Slot[], columns: readonly number[], head: boolean): string {
  const length = slots.reduce((sum, { cell }) => sum + longest(cell), 0);
  const whole = head || length <= LONGEST_WHOLE ? '<w:cantSplit/>' : '';
  const holds = titlesGroup(slots, columns.length);
  let at = 0;
  const cells = slots.map((slot) => {
    const width = columns.slice(at, (at += slot.columns)).reduce((sum, each) => sum + each, 0);
    return cellOf(slot, width, { head, holds });
  });
  const look = `${whole}${head ? '<w:tblHeader/>' : ''}`;
  return `<w:tr>${look === '' ? '' : `<w:trPr>${look}</w:trPr>`}${cells.join('')}</w:tr>`;
}

/** A row that titles those below it never stands last on a page. */
const titlesGroup = (slots: readonly Slot[], columns: number): boolean =>
  slots.every(({ cell }) => cell.bold || cell.lines.length === 0) &&
  slots.some(({ cell, columns: across }) => cell.bold && (across > 1 || columns === 1));

interface Row {
  readonly head: boolean;
  /** Stays on a page with the row below it. */
  readonly holds: boolean;
}

const longest = ({ lines }: TableCell): number => lines.reduce((sum, line) => sum + textOf(line).length, 0);

function cellOf({ cell, columns, merge }: Slot, width: number, row: Row): string {
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>` +
    (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '') +
    (merge === null ? '' : merge === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') +
    (row.head ? '<w:vAlign w:val="center"/>' : '') +
    `</w:tcPr>${merge === 'goes-on' ? EMPTY_CELL : content(cell, row)}</w:tc>`
  );
}

const EMPTY_CELL = '<w:p><w:pPr><w:pStyle w:val="Bang"/></w:pPr></w:p>';

function content({ lines, align, bold }: TableCell, { head, holds }: Row): string {
  if (lines.length === 0) return EMPTY_CELL;
  const style = head ? 'DauBang' : 'Bang';
  return lines
    .map((line) => paragraph(bold && !head ? emboldened(line) : line, { style, align, keepNext: holds }))
    .join('');
}

const emboldened = (line: Line): Line =>
  typeof line === 'string' ? [{ text: line, bold: true }] : line.map((words) => ({ ...words, bold: true }));
