// Tables drawn with characters: "+---+---+" and "┌──┬──┐", cells over several lines, rows between rules.
import type { CellInput } from './build.ts';
import type { FoundTable, JoinLines } from './text-table.ts';
import type { TextLine } from './text-lines.ts';

const RULE = /^[+├└┌╔╠╚][-=+─━═┬┼┴┐┤┘╦╬╩╗╣╝┌├└╪╫\s]*$/;
const BAR = /[|│┃║]/;

/** A drawn table that begins at a rule. */
export function drawnTable(lines: readonly TextLine[], at: number, join: JoinLines): FoundTable | null {
  if (!RULE.test(lines[at]!.text) || !BAR.test(lines[at + 1]?.text ?? '')) return null;
  const rows: CellInput[][] = [];
  let open: TextLine[][] = [];
  let index = at + 1;
  const close = (): void => {
    if (open.length > 0) rows.push(open.map((cell, column) => ({ paragraphs: join(cell), column })));
    open = [];
  };
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    if (RULE.test(line.text)) close();
    else if (BAR.test(line.text.charAt(0))) addLine(open, line);
    else break;
  }
  close();
  return { rows, next: index };
}

function addLine(open: TextLine[][], line: TextLine): void {
  const cells = line.text.split(BAR).slice(1, -1);
  for (const [column, cell] of cells.entries()) {
    open[column] ??= [];
    const text = cell.trim();
    const kept = text.endsWith('\\');
    const clean = kept ? text.slice(0, -1).trimEnd() : text;
    if (clean !== '') open[column].push({ text: clean, raw: cell, gap: 0, kept, paged: false });
  }
}
