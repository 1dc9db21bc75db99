// A table for a terminal: columns share the width, long cells wrap at words.

export interface Column {
  readonly title: string;
  /** Share of the width that is left when the fixed columns have theirs; 0 for as wide as its longest cell. */
  readonly share: number;
}

const gap = '  ';

/** Lines of text no longer than `width` code points, broken at spaces; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  lines.push(line);
  return lines;
}

function widths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: number,
): readonly number[] {
  const longest = columns.map((column, at) =>
    rows.reduce((most, row) => Math.max(most, (row[at] ?? '').length), column.title.length),
  );
  const fixed = columns.reduce((sum, column, at) => sum + (column.share ? 0 : (longest[at] ?? 0)), 0);
  const left = Math.max(20, total - fixed - gap.length * (columns.length - 1));
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  return columns.map((column, at) =>
    column.share ? Math.max(8, Math.floor((left * column.share) / shares)) : (longest[at] ?? 0),
  );
}

export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: number,
): string[] {
  const wide = widths(columns, rows, total);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(wide[at] ?? 0))
      .join(gap)
      .trimEnd();
  const body = rows.flatMap((row) => {
    const cells = row.map((cell, at) => wrap(cell, wide[at] ?? 8));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, y) => line(cells.map((cell) => cell[y] ?? '')));
  });
  return [line(columns.map((column) => column.title)), line(wide.map((each) => '─'.repeat(each))), ...body];
}
