// The text of a part that was read, as blocks to be written again.
import { isCapitals } from '../../recognise/lines.ts';
import { markerOf, readMarker, type Marked } from '../../recognise/marker.ts';
import { outline } from '../../recognise/outline.ts';
import type { Block as SourceBlock, Node, Paragraph, Source } from '../../tree.ts';
import { CAPITALS, DIVISIONS, LEVELS, standardLabelOf } from '../numbering.ts';
import type { Block, Level, Text } from '../official.ts';
import { inCapitals } from '../printed-form.ts';
import { gridOf } from './grid.ts';
import { isAllBold, lineOf, plainText } from './words.ts';

/** Blocks of a stretch of the file. */
export function bodyOf(source: Source, blocks: readonly SourceBlock[]): Block[] {
  const titles = new Set<number>();
  markTitles(outline(source.text, blocks), titles);
  const plain = !paragraphsOf(source).some(({ bold, runs }) => bold || runs?.some((run) => run.bold));
  const isTitle = (paragraph: Paragraph): boolean =>
    isMarkedTitle(paragraph) ||
    (titles.has(paragraph.span[0]) &&
      (plain ? isNumberedOrCapitals(source, paragraph) : isBold(source, paragraph)));
  const read = blocks.flatMap((block): Block[] => {
    if (block.type === 'paragraph') return [textOf(source, block, isTitle(block))];
    return gridOf(source, block);
  });
  return counted(captioned(joined(read).map(capitalised)));
}

const paragraphsOf = ({ blocks }: Source): Paragraph[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );

/** Where a file shows no looks, "… như sau:" is a sentence, not a title. */
function isNumberedOrCapitals(source: Source, { span }: Paragraph): boolean {
  const text = source.text.slice(...span);
  return isCapitals(text) || (readMarker(text) !== null && !SENTENCE.test(text));
}

const SENTENCE = /:\s\S|^.{60,}[.;]$/su;

/** The file itself says that it is one. */
const isMarkedTitle = ({ level, span }: Paragraph): boolean =>
  level !== undefined && span[1] - span[0] < LONGEST_TITLE;
const LONGEST_TITLE = 200;

/** Its words are bold, if not its number. */
function isBold(source: Source, paragraph: Paragraph): boolean {
  const [start, end] = paragraph.span;
  const from = start + (readMarker(source.text.slice(start, end))?.length ?? 0);
  return paragraph.bold === true || isAllBold(lineOf(source, paragraph, from, false));
}

function markTitles(nodes: readonly Node[], found: Set<number>): void {
  const pending = [...nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'table') continue;
    if (node.heading) found.add(node.span[0]);
    for (const child of node.children) pending.push(child);
  }
}

const LEVEL: Readonly<Record<string, Level>> = {
  part: 'part',
  A: 'capital',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  article: 'article',
  '1.2': 'decimal',
  '1.3': 'subdecimal',
  '1.4': 'subdecimal',
  '1.5': 'subdecimal',
};

function levelOf({ marker, style }: Marked): Level {
  const level = LEVEL[style];
  if (level) return level;
  if (marker === 'none' || marker === 'part') return 'number';
  return marker;
}

/** "titled-roman", "stated-letter": the level that the file's own style names. */
function levelOfRole({ role }: Paragraph): Level | null {
  const level = /^(?:titled|stated)-(.+)$/.exec(role ?? '')?.[1];
  return LEVELS.find((each) => each === level) ?? null;
}

function textOf(source: Source, paragraph: Paragraph, title: boolean): Text {
  const text = source.text.slice(...paragraph.span);
  const marked = markerOf(source.text, paragraph);
  const level = marked && (levelOfRole(paragraph) ?? levelOf(marked));
  const length = marked?.length ?? 0;
  const division = level !== null && DIVISIONS.has(level);
  const heading = title && !division;
  const line = lineOf(source, paragraph, paragraph.span[0] + length, heading || division);
  const align = division ? undefined : alignOf(paragraph);
  return {
    type: 'text',
    ...(level && marked && { level, label: shown(marked, text.slice(0, length).trim()) }),
    ...(heading && { heading }),
    line,
    ...(align && { align }),
  };
}

const alignOf = ({ align }: Paragraph): 'center' | 'right' | undefined =>
  align === 'center' || align === 'right' ? align : undefined;

/** Bullets of all shapes are "-" and "+" in official documents; a second shape beside the dash stays one. */
function shown({ marker, label }: Marked, written: string): string {
  if (marker === 'plus') return '+';
  if (marker !== 'dash') return written.replace(/\s+/g, ' ');
  return label === '-' || label === '*' ? label : '•';
}

/** "Chương I" has its title in the next paragraph. */
function joined(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last && isBare(last) && titles(block))
      out[out.length - 1] = { ...last, line: plainText((block as Text).line) };
    else out.push(block);
  }
  return out;
}

const isBare = (block: Block): block is Text =>
  block.type === 'text' &&
  block.level !== undefined &&
  DIVISIONS.has(block.level) &&
  plainText(block.line) === '';

function titles(block: Block): boolean {
  if (block.type !== 'text' || block.level !== undefined) return false;
  const text = plainText(block.line);
  return text.length < 200 && (isCapitals(text) || block.heading === true || block.align === 'center');
}

/** Titles that are printed in capitals are so, however the file has them. */
function capitalised(block: Block): Block {
  if (block.type !== 'text' || block.level === undefined || !CAPITALS.has(block.level)) return block;
  const title = block.heading === true || DIVISIONS.has(block.level);
  return title ? { ...block, line: inCapitals(block.line) } : block;
}

/** A bold line in the middle, right above a table, is its caption. */
function captioned(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (block.type === 'grid' && block.caption === undefined && last && captions(last))
      out[out.length - 1] = { ...block, caption: plainText((last as Text).line) };
    else out.push(block);
  }
  return out;
}

function captions(block: Block): boolean {
  if (block.type !== 'text' || block.level !== undefined || block.align !== 'center') return false;
  return (block.heading === true || isAllBold(block.line)) && plainText(block.line).length < 200;
}

/** Labels that follow the count are left to it. */
function counted(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  const standard = standardLabelOf(blocks);
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'text' || block.label === undefined || block.level === undefined) out.push(block);
    else {
      const { label, ...rest } = block;
      const own = ownLabel(label, standard[at] ?? '');
      out.push(own === null ? rest : { ...rest, label: own });
    }
  }
  return out;
}

/** Null where the label is the standard one, whatever its case and closing mark. */
function ownLabel(label: string, standard: string): string | null {
  if (same(label, standard)) return null;
  const open = label.replace(/\.$/, '');
  return /^(?:[IVXLC]+|\d+(?:\.\d+)*)$/.test(open) && label.endsWith('.') ? open : label;
}

function same(label: string, standard: string): boolean {
  if (label === standard) return true;
  if (/^\p{L}{2,}\s/u.test(label)) return closeless(label) === closeless(standard);
  // "1.1" for "1.1.".
  return /^\d+(?:\.\d+)+$/.test(label) && `${label}.` === standard;
}

const closeless = (label: string): string => label.toLowerCase().replace(/[.:]$/, '').replace(/\s+/g, ' ');
