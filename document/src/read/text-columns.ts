// Columns that stand side by side with spaces between them, as "pdftotext -layout" writes letterheads, signatures and tables.
import type { CellInput } from './build.ts';
import type { FoundTable, JoinLines } from './text-table.ts';
import type { TextLine } from './text-lines.ts';

/** A strip of blanks that runs down between two columns: [from, to) in characters. */
type Strip = readonly [from: number, to: number];

const GAP = /\S( {3,})(?=\S)/g;
const NARROWEST = 2;
const MOST_LINES = 400;
const STOPS =
  /^(?:KÍNH GỬI|Kính gửi|QUYẾT ĐỊNH|KẾ HOẠCH|BÁO CÁO|THÔNG BÁO|TỜ TRÌNH|CHỈ THỊ|NGHỊ QUYẾT|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|CÔNG ĐIỆN|GIẤY |BIÊN BẢN|KẾT LUẬN|QUY CHẾ|QUY ĐỊNH|NGHỊ ĐỊNH|THÔNG TƯ|ĐỀ CƯƠNG|DỰ THẢO|DỰ ÁN|PHIẾU |DANH MỤC|PHỤ LỤC|Điều \d)/;

/** Lines from `at` on that leave the same strips free; null where they are ordinary text. */
export function spacedColumns(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  let strips = stripsOf(lines[at]!.raw);
  if (strips.length === 0) return null;
  let end = at + 1;
  let divided = 1;
  for (; end < lines.length && end < at + MOST_LINES; end++) {
    const line = lines[end]!;
    if (STOPS.test(line.text) || line.paged) break;
    const left = keptStrips(strips, line.raw);
    if (left.length === 0) break;
    const own = stripsOf(line.raw).length > 0;
    if (!own && (line.gap > 6 || (left.length < strips.length && left.length < 2))) break;
    if (!own && strips.length === 1 && line.gap > 0 && isLeft(line.raw, strips[0]!) && line.text.length > 12)
      break;
    if (own && left.length < strips.length && strips.length - left.length > 1) break;
    strips = left;
    if (own) divided++;
  }
  if (divided < 2 && !(strips.length === 1 && /Độc lập|CỘNG H|Nơi nhận/.test(lines[at]!.text))) return null;
  return { rows: rowsOf(lines.slice(at, end), strips, join), next: end };
}

function stripsOf(raw: string): Strip[] {
  const strips: Strip[] = [];
  GAP.lastIndex = 0;
  for (let found = GAP.exec(raw); found !== null; found = GAP.exec(raw))
    strips.push([found.index + 1, found.index + 1 + found[1]!.length]);
  return strips;
}

/** What is left of the strips where this line writes nothing. */
function keptStrips(strips: readonly Strip[], raw: string): Strip[] {
  const kept: Strip[] = [];
  for (const strip of strips) {
    const widest = widestBlank(raw, strip);
    if (widest) kept.push(widest);
  }
  return kept;
}

function widestBlank(raw: string, [from, to]: Strip): Strip | null {
  let best: Strip | null = null;
  let start = from;
  for (let at = from; at <= to; at++) {
    const blank = at < to && (at >= raw.length || raw[at] === ' ');
    if (blank) continue;
    if (at - start >= NARROWEST && (best === null || at - start > best[1] - best[0])) best = [start, at];
    start = at + 1;
  }
  // Text on both sides that touches the strip's edge is one sentence, not two cells.
  return best;
}

function isLeft(raw: string, strip: Strip): boolean {
  return raw.trimEnd().length <= strip[1];
}

/** Two columns are one row; more are a table whose rows begin where the first column has words. */
function rowsOf(lines: readonly TextLine[], strips: readonly Strip[], join: JoinLines): CellInput[][] {
  const cut = lines.map((line) => cutLine(line, strips));
  if (strips.length === 1)
    return [
      [0, 1].map((column) => ({ paragraphs: join(cut.flatMap((cells) => cells[column] ?? [])), column })),
    ];
  const rows: TextLine[][][] = [];
  for (const cells of cut) {
    const opens = cells[0]!.length > 0 || rows.length === 0;
    if (opens) rows.push(cells.map((cell) => [...cell]));
    else for (const [column, cell] of cells.entries()) rows.at(-1)![column]!.push(...cell);
  }
  return rows.map((row) => row.map((cell, column) => ({ paragraphs: join(cell), column })));
}

function cutLine(line: TextLine, strips: readonly Strip[]): TextLine[][] {
  const cells: TextLine[][] = [];
  let from = 0;
  for (const strip of [...strips, null]) {
    const to = strip ? Math.floor((strip[0] + strip[1]) / 2) : line.raw.length;
    const raw = line.raw.slice(from, to);
    const text = raw.trim().replace(/ {2,}/g, ' ');
    cells.push(
      text === '' ? [] : [{ text, raw, gap: cells.length === 0 ? line.gap : 0, kept: false, paged: false }],
    );
    from = to;
  }
  return cells;
}
