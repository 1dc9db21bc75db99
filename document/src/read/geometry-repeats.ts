// Running heads, running feet and page numbers stand at the same place of most pages: they are no part of the text.
import type { PageContent, Piece } from './geometry.ts';
import { gridsOf } from './geometry-grid.ts';
import { rowsOf } from './geometry-lines.ts';
import type { Line, Row } from './geometry-lines.ts';
import { textOf } from './geometry-text.ts';

export interface Stripped {
  readonly pages: readonly PageContent[];
  /** Lines of a running head that names the document, where the first page names it nowhere else. */
  readonly title: readonly Line[];
  /** Each different line that was taken off. */
  readonly dropped: readonly string[];
}

/** The share of pages that a running head stands on; portrait and landscape pages may carry different ones. */
const MOST = 0.4;
/** How much of a page's height may be running head or foot. */
const ZONE = 0.24;

export function stripRepeats(pages: readonly PageContent[]): Stripped {
  const rows = pages.map((page) => rowsOf(page.pieces));
  const repeated = repeatedSegments(pages, rows);
  const gone = pages.map((page, at) => piecesToDrop(page, rows[at]!, repeated));
  const stripped = pages.map((page, at) =>
    gone[at]!.size === 0 ? page : { ...page, pieces: page.pieces.filter((piece) => !gone[at]!.has(piece)) },
  );
  // Where nothing would be left, what is repeated is the text itself.
  if (stripped.every((page) => page.pieces.every((piece) => piece.text.trim() === '')))
    return { pages, title: [], dropped: [] };
  const lines = gone.flatMap((pieces) => rowsOf([...pieces]).flatMap((row) => row.segments.map(textOf)));
  return { pages: stripped, title: titleIn(pages[0], gone[0], stripped[0]), dropped: [...new Set(lines)] };
}

/** Heads of forms and annexes stand at the same place too, and open a part of the document. */
const OPENS_A_PART =
  /^(?:CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN|Phụ lục|Mẫu|Biểu|Danh mục|Điều|Chương|Phần)(?![\p{L}])/iu;

const keyOf = (segment: Line): string => textOf(segment).replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** Text and rough place; places are compared in steps, so each segment is filed under its own step and both beside it. */
function placesOf(segment: Line, page: PageContent): string[] {
  const fromTop = segment.top < page.height / 2;
  const y = Math.round((fromTop ? segment.top : page.height - segment.top) / 6);
  return [y - 1, y, y + 1].map((step) => `${fromTop ? 't' : 'b'}${step} ${keyOf(segment)}`);
}

function inZone(row: Row, page: PageContent): boolean {
  return row.bottom < ZONE * page.height || row.top > (1 - ZONE) * page.height;
}

function repeatedSegments(
  pages: readonly PageContent[],
  rows: readonly (readonly Row[])[],
): ReadonlySet<Line> {
  const holders = new Map<string, Set<number>>();
  const found = new Set<Line>();
  const each = (visit: (segment: Line, page: PageContent, at: number) => void): void => {
    for (const [at, page] of pages.entries())
      for (const row of rows[at]!)
        if (inZone(row, page)) for (const segment of row.segments) visit(segment, page, at);
  };
  each((segment, page, at) => {
    for (const place of placesOf(segment, page)) {
      const on = holders.get(place);
      if (on) on.add(at);
      else holders.set(place, new Set([at]));
    }
  });
  const enough = Math.max(2, Math.ceil(MOST * pages.length));
  each((segment, page) => {
    const own = placesOf(segment, page)[1]!;
    if ((holders.get(own)?.size ?? 0) >= enough && !OPENS_A_PART.test(textOf(segment))) found.add(segment);
  });
  return found;
}

const PAGE_NUMBER = /^[-–—.\s]*(?:Trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—.\s]*$/i;

function isPageNumber(row: Row, page: PageContent): boolean {
  const atEdge = row.bottom < 0.1 * page.height || row.top > 0.9 * page.height;
  return atEdge && row.segments.length === 1 && PAGE_NUMBER.test(textOf(row.segments[0]!));
}

/** From the page's edge inwards, as long as everything in a row is repeated. */
function piecesToDrop(
  page: PageContent,
  rows: readonly Row[],
  repeated: ReadonlySet<Line>,
): ReadonlySet<Piece> {
  const gone = new Set<Piece>();
  for (const order of [rows, rows.toReversed()])
    for (const row of order) {
      if (!row.segments.every((segment) => repeated.has(segment)) && !isPageNumber(row, page)) break;
      for (const segment of row.segments) for (const piece of segment.pieces) gone.add(piece);
    }
  for (const grid of gone.size > 0 ? gridsOf(page).grids : []) {
    const pieces = grid.cells.flatMap((cell) => cell.pieces);
    // A table's head row that stands on every page belongs to its table.
    if (!pieces.every((piece) => gone.has(piece))) for (const piece of pieces) gone.delete(piece);
  }
  return gone;
}

const NAMES_A_DOCUMENT =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|BÁO CÁO|CHƯƠNG TRÌNH|HƯỚNG DẪN|TỜ TRÌNH|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|PHƯƠNG ÁN|NGHỊ QUYẾT)(?![\p{L}])/u;

function titleIn(first?: PageContent, gone?: ReadonlySet<Piece>, stripped?: PageContent): readonly Line[] {
  if (!first || !gone || !stripped || gone.size === 0) return [];
  const named = (line: Line): boolean => NAMES_A_DOCUMENT.test(textOf(line));
  if (rowsOf(stripped.pieces).some((row) => row.segments.some(named))) return [];
  for (const cell of gridsOf(first).grids.flatMap((grid) => grid.cells)) {
    const lines = rowsOf(cell.pieces.filter((piece) => gone.has(piece))).flatMap((row) => row.segments);
    const from = lines.findIndex(named);
    if (from >= 0) return lines.slice(from);
  }
  const lines = rowsOf([...gone]).flatMap((row) => row.segments);
  return lines.filter(named).slice(0, 1);
}
