// The text itself: paragraphs with their numbers, tables, charts.
import { CHART, PAGE } from '../layout.ts';
import { DIVISIONS, numbersOf, type Label } from '../numbering.ts';
import type { Block, Chart, Level, Line, Text } from '../official.ts';
import type { Drawings } from './drawings.ts';
import { grid } from './grid.ts';
import { styleList, tiedStyle, type Numbering } from './numbering.ts';
import { LINE_BREAK, paragraph, paragraphOf, runs, smallRun, textOf, TINY_PARAGRAPH } from './paragraph.ts';
import { statementStyle, titleStyle } from '../../official-styles.ts';

export interface Setting {
  readonly numbering: Numbering;
  readonly drawings: Drawings;
  /** Levels that the document has titles of. */
  readonly titles: readonly Level[];
  /** Width of the text in millimetres. */
  readonly width: number;
}

/** `holdsLast` keeps the last paragraph with what follows it: a signature never stands alone on its page. */
export function body(blocks: readonly Block[], setting: Setting, holdsLast: boolean): string {
  const labels = numbersOf(blocks);
  return blocks
    .map((block, at) => {
      const keepNext = holdsLast && at === blocks.length - 1;
      if (block.type === 'text') return textBlock(block, labels[at] ?? null, setting, keepNext);
      return block.type === 'grid' ? tableBlock(block, blocks[at + 1], setting) : chartBlock(block, setting);
    })
    .join('');
}

/** Two tables one after the other would be one; the last one of a text ends no section. */
const tableBlock = (
  block: Extract<Block, { type: 'grid' }>,
  next: Block | undefined,
  { width }: Setting,
): string =>
  grid(block, width) +
  (next === undefined ? TINY_PARAGRAPH : next.type === 'grid' && !next.caption ? GAP_PARAGRAPH : '');

const GAP_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="Bang"/></w:pPr></w:p>';

export const textWidth = (landscape: boolean): number =>
  (landscape ? PAGE.height : PAGE.width) - PAGE.left - PAGE.right;

export const isTitle = ({ level, heading }: Text): boolean =>
  heading === true || (level !== undefined && DIVISIONS.has(level));

function textBlock(
  block: Text,
  label: Label | null,
  { numbering, titles }: Setting,
  keepNext: boolean,
): string {
  const { level, line, align } = block;
  const more = { align, ...(keepNext && { keepNext }) };
  if (level === undefined || label === null)
    return paragraph(line, { style: isTitle(block) ? 'TenMuc' : 'NoiDung', ...more });
  const style = isTitle(block) ? titleStyle(level) : statementStyle(level);
  // A number without words would be no paragraph to most readers.
  if (textOf(line) === '') return paragraphOf(smallRun(label.text), { style, numbering: NO_NUMBER, ...more });
  const place = numbering.place(level, label);
  // What the style says already is left to it: who edits the document in Word changes the style.
  const own = place.list === styleList(level).list && style === tiedStyle(level, titles) ? undefined : place;
  return paragraphOf(content(line, level), { style, numbering: own, ...more });
}

const NO_NUMBER = { list: 0, depth: 0 };

/** The title of a Phần, Chương or Mục stands on a line below its number. */
const content = (line: Line, level: Level): string =>
  DIVISIONS.has(level) && textOf(line) !== '' ? LINE_BREAK + runs(line) : runs(line);

function chartBlock(chart: Chart, { drawings, width }: Setting): string {
  return (
    paragraphOf(drawings.chart(chart, width, CHART.height), { style: 'BieuDo' }) +
    paragraph(chart.says, { style: 'LoiBieuDo' })
  );
}

/** Levels that some paragraph titles with, from the highest down. */
export function titleLevels(bodies: readonly (readonly Block[])[]): ReadonlySet<Level> {
  const found = new Set<Level>();
  for (const block of bodies.flat())
    if (block.type === 'text' && block.level !== undefined && isTitle(block)) found.add(block.level);
  return found;
}
