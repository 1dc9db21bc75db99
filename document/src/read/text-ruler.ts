// Tables whose columns a line of dashes marks out ("----- -------- ----"), as pandoc writes them.
import type { FoundTable, JoinLines } from './text-table.ts';
import type { TextLine } from './text-lines.ts';

/** Three columns at least: two rules side by side stand under a letterhead. */
export const RULER = /^ *-{2,}(?: +-{2,}){2,} *$/;
const MOST_HEAD_LINES = 4;
const MOST_LINES = 2000;

/** A table whose head begins here, above a ruler. */
export function ruledTable(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  const ruler = rulerBelow(lines, at);
  if (ruler === null) return null;
  const columns = columnsOf(lines[ruler]!.raw);
  if (!lines.slice(at, ruler).every((line) => fits(line.raw, columns))) return null;
  let end = ruler + 1;
  while (
    end < lines.length &&
    end < ruler + MOST_LINES &&
    fits(lines[end]!.raw, columns) &&
    !RULER.test(lines[end]!.raw)
  )
    end++;
  const body = lines.slice(ruler + 1, end);
  const apart = body.some((line, index) => index > 0 && line.gap > 0);
  const rows: TextLine[][] = [lines.slice(at, ruler)];
  for (const [index, line] of body.entries()) {
    if (index === 0 || !apart || line.gap > 0) rows.push([line]);
    else rows.at(-1)!.push(line);
  }
  const next = end < lines.length && RULER.test(lines[end]!.raw) ? end + 1 : end;
  return {
    rows: rows.map((row) =>
      cellsOf(row, columns).map((cell, column) => ({ paragraphs: join(cell), column })),
    ),
    next,
  };
}

function rulerBelow(lines: readonly TextLine[], at: number): number | null {
  for (let index = at + 1; index <= at + MOST_HEAD_LINES && index < lines.length; index++) {
    if (RULER.test(lines[index]!.raw)) return index;
    if (lines[index]!.gap > 0) return null;
  }
  return null;
}

function columnsOf(raw: string): [number, number][] {
  return [...raw.matchAll(/-+/g)].map((dashes) => [dashes.index, dashes.index + dashes[0].length]);
}

/** Nothing is written between two columns. */
function fits(raw: string, columns: readonly (readonly [number, number])[]): boolean {
  return (
    columns.every(([from], index) => index === 0 || (raw[from - 1] ?? ' ') === ' ') &&
    raw.slice(0, columns[0]![0]).trim() === ''
  );
}

function cellsOf(row: readonly TextLine[], columns: readonly (readonly [number, number])[]): TextLine[][] {
  return columns.map(([from], index) => {
    const to = columns[index + 1]?.[0];
    return row.flatMap((line) => {
      const raw = line.raw.slice(from, to);
      const text = raw.trim();
      return text === '' ? [] : [{ text, raw, gap: 0, kept: false, paged: false }];
    });
  });
}
