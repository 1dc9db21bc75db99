// Tables with lines: head rows repeat on every page, rows stay whole where they are short.
import type { Grid, Line, TableCell } from '../official.ts';
import { roomyWidths, type Covering } from '../column-widths.ts';
import { SIZE, TABLE } from '../layout.ts';
import { paragraph, textOf } from './paragraph.ts';
import { slotsOf, type Slot } from './slots.ts';
import { escape, twips } from './xml.ts';

/** A row that would be higher (in millimetres) may break over pages. */
const TALLEST_WHOLE = 80;

export function grid(table: Grid, width: number): string {
  const { rows, columns: count } = slotsOf(table);
  const roomy = roomyWidths(sharesOf(table.widths, count, width), coveringOf(rows));
  const columns = wholeTwips(roomy);
  const caption = table.caption === undefined ? '' : paragraph(table.caption, { style: 'TenBang' });
  return (
    `${caption}<w:tbl><w:tblPr><w:tblStyle w:val="BangKe"/><w:tblW w:w="${columns.reduce((sum, each) => sum + each, 0)}" w:type="dxa"/>` +
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
    `<w:tblCaption w:val="${escape(alternative(table))}"/></w:tblPr>` +
    `<w:tblGrid>${columns.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>` +
    rows.map((row, at) => rowOf(row, columns, at < table.head.length)).join('') +
    '</w:tbl>'
  );
}

/** What a reader who does not see the table is told of it. */
function alternative({ caption, head }: Grid): string {
  const titles = (head[0] ?? []).map(({ lines }) => lines.map(textOf).join(' ')).filter(Boolean);
  return caption ?? `Bảng: ${titles.join(', ')}`.slice(0, 250);
}

function* coveringOf(rows: readonly (readonly Slot[])[]): Generator<Covering> {
  for (const row of rows) {
    let column = 0;
    for (const { cell, columns } of row) {
      yield { cell, column, columns };
      column += columns;
    }
  }
}

/** Millimetres by shares; a width that is none counts as the mean of the others. */
function sharesOf(widths: readonly number[], count: number, width: number): number[] {
  const sound = widths.filter((each) => Number.isFinite(each) && each > 0);
  const mean = sound.length > 0 ? sound.reduce((sum, each) => sum + each, 0) / sound.length : 1;
  const shares = Array.from({ length: count }, (_, at) => {
    const given = widths[at] ?? 0;
    return Number.isFinite(given) && given > 0 ? given : mean;
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (share / total) * width);
}

/** Whole twips that add up to the whole. */
function wholeTwips(widths: readonly number[]): number[] {
  let used = 0;
  let at = 0;
  return widths.map((width) => {
    at += width;
    const column = Math.max(1, twips(at) - used);
    used += column;
    return column;
  });
}

function rowOf(slots: readonly Slot[], columns: readonly number[], head: boolean): string {
  const holds = titlesGroup(slots, columns.length);
  let at = 0;
  let height = 0;
  const cells = slots.map((slot) => {
    const width = columns.slice(at, (at += slot.columns)).reduce((sum, each) => sum + each, 0);
    height = Math.max(height, heightOf(slot.cell, width));
    return cellOf(slot, width, { head, holds });
  });
  const whole = height <= TALLEST_WHOLE ? '<w:cantSplit/>' : '';
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

const MM_PER_POINT = 25.4 / 72;
/** A letter is half as wide as its size in the mean; words leave a part of most lines empty. */
const LETTER = SIZE.table * MM_PER_POINT * 0.5 * 1.25;
const LINE = SIZE.table * MM_PER_POINT * 1.15;

/** About how high a cell is, in millimetres, in a width of twips. */
function heightOf({ lines }: TableCell, width: number): number {
  const room = Math.max(LETTER, (width / 1440) * 25.4 - 2 * TABLE.padX);
  return lines.reduce((sum, line) => sum + Math.ceil((textOf(line).length * LETTER) / room) * LINE, 0);
}

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
