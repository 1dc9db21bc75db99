// The number that each paragraph bears: what a word processor counts by itself and a printed page has to be told
// (Decree 30/2020, Annex I, II.6.d; "-" and "+" are practice).
import { readMarker } from '../recognise/marker.ts';
import type { Block, Level, Text } from './official.ts';
import { roman } from './wording.ts';

/** From the highest down. */
export const LEVELS = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'capital',
  'roman',
  'number',
  'decimal',
  'subdecimal',
  'letter',
  'dash',
  'plus',
] as const satisfies readonly Level[];

/** Counted through the whole text: Chương II of the second part follows Chương I of the first, Điều 9 of one chapter Điều 8 of another. */
const THROUGHOUT: ReadonlySet<Level> = new Set<Level>(['part', 'chapter', 'article']);

/** "Phần I" and the like stand on a line of their own above their titles, in the middle (II.6.d); they are always titles. */
export const DIVISIONS: ReadonlySet<Level> = new Set<Level>(['part', 'chapter', 'section', 'subsection']);

/** Titles of these levels are in capitals: those of divisions by II.6.d, of A. and I. by practice. */
export const CAPITALS: ReadonlySet<Level> = new Set<Level>([...DIVISIONS, 'capital', 'roman']);

/** Letters as they are used for "điểm": those with a mark of their own are skipped, but for đ. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** What a reader sees before a paragraph. */
export interface Label {
  readonly text: string;
  /** Its place in its list; null where the document's own label is no number. */
  readonly ordinal: number | null;
}

type Counts = ReadonlyMap<Level, number>;

/** The label in front of each block ("Chương II", "Điều 2.", "I.", "1.", "1.1.", "a)", "-"); empty where it has none. */
export function labelsOf(blocks: readonly Block[]): string[] {
  return numbersOf(blocks).map((label) => label?.text ?? '');
}

/** As `labelsOf`, with the place of each in its list; null where a block has no label. */
export function numbersOf(blocks: readonly Block[]): (Label | null)[] {
  const counts = new Map<Level, number>();
  return blocks.map((block) =>
    block.type === 'text' && block.level !== undefined ? number(counts, block, block.level) : null,
  );
}

function number(counts: Map<Level, number>, { label }: Text, level: Level): Label {
  for (const lower of LEVELS.slice(LEVELS.indexOf(level) + 1))
    if (!THROUGHOUT.has(lower)) counts.delete(lower);
  const next = (counts.get(level) ?? 0) + 1;
  const ordinal = label === undefined ? next : ordinalOf(label);
  counts.set(level, ordinal ?? next);
  return { text: label === undefined ? standardLabel(level, counts) : closedLabel(level, label), ordinal };
}

/** The label that the count would give each block, whatever the document says; empty for blocks without a level. */
export function standardLabelOf(blocks: readonly Block[]): string[] {
  const counts = new Map<Level, number>();
  return blocks.map((block) => {
    if (block.type !== 'text' || block.level === undefined) return '';
    const { label: _, ...bare } = block;
    const standard = number(new Map(counts), bare, block.level).text;
    number(counts, block, block.level);
    return standard;
  });
}

/** "3" for "3.": without punctuation of its own a label takes that of its level. */
function closedLabel(level: Level, label: string): string {
  if (level === 'dash' || level === 'plus' || /\s/.test(label) || !/[\p{L}\d]$/u.test(label)) return label;
  return `${label}${level === 'letter' ? ')' : '.'}`;
}

/** The place in its list that a label says: 3 for "3", "3)", "III", "Bước 3:", "1.3"; null for what is no number. */
export function ordinalOf(label: string): number | null {
  const read = readMarker(/[\p{L}\d]$/u.test(label) && !/\s/.test(label) ? `${label}. x` : `${label} x`);
  return read?.ordinal ?? null;
}

/** The label that a level bears by itself, as far as is counted. */
export function standardLabel(level: Level, counts: Counts): string {
  const count = counts.get(level) ?? 1;
  const at = (above: Level): number => counts.get(above) ?? 1;
  switch (level) {
    case 'part':
      return `Phần ${roman(count)}`;
    case 'chapter':
      return `Chương ${roman(count)}`;
    case 'section':
      return `Mục ${count}`;
    case 'subsection':
      return `Tiểu mục ${count}`;
    case 'article':
      return `Điều ${count}.`;
    case 'capital':
      return `${String.fromCharCode(64 + Math.min(count, 26))}.`;
    case 'roman':
      return `${roman(count)}.`;
    case 'number':
      return `${count}.`;
    case 'decimal':
      return `${at('number')}.${count}.`;
    case 'subdecimal':
      return `${at('number')}.${at('decimal')}.${count}.`;
    case 'letter':
      return `${LETTERS[(count - 1) % LETTERS.length]!.repeat(Math.ceil(count / LETTERS.length))})`;
    case 'dash':
      return '-';
    case 'plus':
      return '+';
  }
}
