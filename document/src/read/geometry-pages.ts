// Pages in, blocks out: heads and notes taken off, tables and columns set apart, what a page break cut in two put together.
import type { Builder, CellInput } from './build.ts';
import { around } from './geometry.ts';
import type { Box, PageContent, Piece } from './geometry.ts';
import { stretchesOf } from './geometry-columns.ts';
import type { Band, Stretch } from './geometry-columns.ts';
import { gridsOf } from './geometry-grid.ts';
import type { Grid } from './geometry-grid.ts';
import { boxOf, rowsOf } from './geometry-lines.ts';
import type { Line } from './geometry-lines.ts';
import { splitFoot, splitNotes } from './geometry-notes.ts';
import {
  boxOfDraft,
  extend,
  goesOn,
  paragraphInput,
  paragraphsOf,
  regionOf,
  roundBox,
} from './geometry-paragraphs.ts';
import type { Draft, Region } from './geometry-paragraphs.ts';
import { stripRepeats } from './geometry-repeats.ts';
import { textOf } from './geometry-text.ts';
import { joinTables, rowInputs, sameColumns, tableOf } from './geometry-tables.ts';
import type { TableDraft } from './geometry-tables.ts';

/** Two columns as a table of one row; `page` is where they stand. */
interface BandDraft {
  readonly kind: 'band';
  readonly page: number;
  readonly box: Box;
  readonly cells: readonly (readonly Draft[])[];
}

type BlockDraft = Draft | TableDraft | BandDraft;

/** What one page holds before its text is cut into paragraphs. */
interface Parted {
  readonly page: PageContent;
  readonly zones: readonly (Stretch[] | Grid)[];
  readonly notes: readonly Line[];
  readonly foot: readonly Line[];
}

export interface LaidOut {
  /** How many paragraphs of footnotes were moved to the end. */
  readonly notes: number;
  /** Running heads and feet, which are no part of the text. */
  readonly margins: readonly string[];
}

/** Writes the pages into the builder. */
export function layOut(pages: readonly PageContent[], builder: Builder): LaidOut {
  const stripped = stripRepeats(pages);
  const parted = stripped.pages.map(part);
  const regions = regionsOf(parted);
  const blocks: BlockDraft[] = titleDrafts(stripped.title);
  for (const [at, each] of parted.entries()) append(blocks, draftsOf(each, regions[at]!));
  for (const block of blocks) emit(builder, block);
  const notes = parted.flatMap(({ page, notes }) => paragraphsOf(notes, regionOf(page.page, notes)));
  for (const note of notes) emit(builder, note);
  const feet = parted.flatMap(({ foot }) => foot.map(textOf));
  return { notes: notes.length, margins: [...stripped.dropped, ...feet] };
}

/** Lines of a running head make one title, whatever their width. */
function titleDrafts(lines: readonly Line[]): BlockDraft[] {
  return lines.length === 0 ? [] : [{ kind: 'paragraph', region: regionOf(1, lines), lines: [...lines] }];
}

function part(page: PageContent): Parted {
  const { grids, rest, loose } = gridsOf(page);
  const { body: whole, foot } = splitFoot(page, rest, loose);
  const { body, notes } = splitNotes(page, whole, loose);
  const zones: (Stretch[] | Grid)[] = [];
  let left: readonly Piece[] = body;
  for (const grid of grids.filter(hasText).toSorted((a, b) => a.box[1] - b.box[1])) {
    const above = left.filter((piece) => (piece.top + piece.bottom) / 2 < grid.box[1]);
    if (above.length > 0) zones.push(stretchesOf(rowsOf(above)));
    zones.push(grid);
    left = left.filter((piece) => (piece.top + piece.bottom) / 2 >= grid.box[1]);
  }
  if (left.length > 0) zones.push(stretchesOf(rowsOf(left)));
  return { page, zones, notes, foot };
}

/** An empty grid is a drawing, or a running head that was taken off. */
const hasText = (grid: Grid): boolean => grid.cells.some((cell) => cell.pieces.length > 0);

const linesIn = ({ zones }: Parted): Line[] =>
  zones.flatMap((zone) =>
    Array.isArray(zone) ? zone.flatMap((s) => (s.kind === 'line' ? [s.line] : [])) : [],
  );

/** Each page's text strip; a page with little text takes the strip that pages of its width have. */
function regionsOf(parted: readonly Parted[]): Region[] {
  const own = parted.map(ownRegion);
  const byWidth = new Map<number, Region[]>();
  for (const [at, each] of parted.entries()) {
    if (linesIn(each).length < 8) continue;
    const width = Math.round(each.page.width / 10);
    byWidth.set(width, [...(byWidth.get(width) ?? []), own[at]!].slice(0, 9));
  }
  return own.map((region, at) => {
    const peers = byWidth.get(Math.round(parted[at]!.page.width / 10)) ?? [];
    const short = linesIn(parted[at]!).length < 8;
    if (peers.length === 0) return short ? widen(region, parted[at]!) : region;
    const usual = peers.toSorted((a, b) => a.right - b.right)[peers.length >> 1]!;
    return short
      ? {
          ...usual,
          page: region.page,
          left: Math.min(usual.left, region.left),
          right: Math.max(usual.right, region.right),
        }
      : { ...region, right: Math.max(region.right, Math.min(usual.right, region.right + 60)) };
  });
}

/** All that stands on a page: lines, columns and tables tell its margins. */
const extentOf = ({ zones }: Parted): Box | null =>
  around(
    zones.flatMap((zone) =>
      Array.isArray(zone)
        ? zone.flatMap((each) => (each.kind === 'line' ? [boxOf(each.line)] : each.columns.flat().map(boxOf)))
        : [zone.box],
    ),
  );

/** The text of a page with few lines takes the margins of all that stands on it. */
function widen(region: Region, parted: Parted): Region {
  const box = extentOf(parted);
  if (!box) return region;
  // Few short lines tell no right margin; hardly any page has one of more than a sixth of its width.
  const right = Math.max(region.right, box[2], 0.84 * parted.page.width);
  return { ...region, left: Math.min(region.left, box[0]), right };
}

/** Where every line is set in alike, what stands in columns (recipients, say) tells where the edge is. */
function ownRegion(parted: Parted): Region {
  const region = regionOf(parted.page.page, linesIn(parted));
  return { ...region, outermost: Math.min(region.outermost, extentOf(parted)?.[0] ?? region.outermost) };
}

function draftsOf({ page, zones }: Parted, region: Region): BlockDraft[] {
  return zones.flatMap((zone) =>
    Array.isArray(zone) ? draftsInZone(zone, region) : [tableOf(page.page, zone)],
  );
}

function draftsInZone(stretches: readonly Stretch[], region: Region): BlockDraft[] {
  const blocks: BlockDraft[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(lines, region));
    lines = [];
  };
  for (const stretch of stretches) {
    if (stretch.kind === 'line') lines.push(stretch.line);
    else {
      flush();
      blocks.push(...bandDrafts(stretch, region));
    }
  }
  flush();
  return blocks;
}

/** Longer columns are text set in two columns, to be read one after the other. */
const LONG = 24;

function bandDrafts({ columns, gutters }: Band, region: Region): BlockDraft[] {
  const cells = columns.map((lines, at) =>
    strip(lines, region.page, [
      at === 0 ? Math.min(region.left, ...lines.map((line) => line.left)) : gutters[at - 1]! + HALF_GUTTER,
      at === columns.length - 1
        ? Math.max(region.right, ...lines.map((line) => line.right))
        : gutters[at]! - HALF_GUTTER,
    ]),
  );
  if (columns.every((lines) => lines.length > LONG)) return cells.flat();
  const box = around(columns.flat().map(boxOf))!;
  return [{ kind: 'band', page: region.page, box, cells }];
}

const HALF_GUTTER = 5;

function strip(lines: readonly Line[], page: number, within: readonly [number, number]): Draft[] {
  return paragraphsOf(lines, regionOf(page, lines, within));
}

/** Adds a page's blocks; its first may go on with the last of the page before. */
function append(blocks: BlockDraft[], more: BlockDraft[]): void {
  const [first, ...rest] = more;
  const last = blocks.at(-1);
  if (!first) return;
  if (last?.kind === 'paragraph' && first.kind === 'paragraph' && goesOn(last, first)) extend(last, first);
  else if (last?.kind === 'table' && first.kind === 'table' && sameColumns(last, first))
    blocks[blocks.length - 1] = joinTables(last, first);
  else if (
    last?.kind === 'band' &&
    first.kind === 'band' &&
    last.cells.length === first.cells.length &&
    !isLetterhead(first)
  )
    blocks[blocks.length - 1] = {
      ...last,
      cells: last.cells.map((cell, at) => [...cell, ...first.cells[at]!]),
    };
  else blocks.push(first);
  for (const block of rest) blocks.push(block);
}

/** What is attached begins with a letterhead of its own, and does not go on with the signature on the page before. */
const isLetterhead = ({ cells }: BandDraft): boolean =>
  cells.some(([first]) => first && LETTERHEAD.test(textOf(first.lines[0]!)));

const LETTERHEAD = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM)/u;

function emit(builder: Builder, block: BlockDraft): void {
  if (block.kind === 'paragraph') {
    const { content, ...attributes } = paragraphInput(block);
    builder.paragraph(content, attributes);
  } else
    builder.table(block.kind === 'table' ? rowInputs(block) : bandRow(block), {
      page: block.page,
      box: roundBox(block.box),
    });
}

function bandRow({ cells }: BandDraft): CellInput[][] {
  return [
    cells.map((drafts) => ({ paragraphs: drafts.map((draft) => paragraphInput(draft, boxOfDraft(draft))) })),
  ];
}
