// The number that each paragraph bears: what a word processor counts by itself and a printed page has to be told.
import type { Block, Level } from './official.ts';
import { roman } from './wording.ts';

const ORDER: readonly Level[] = [
  'part',
  'chapter',
  'section',
  'article',
  'roman',
  'number',
  'decimal',
  'letter',
  'dash',
  'plus',
];

/** Counted through the whole text: Chương II of the second part follows Chương I of the first, Điều 9 of one chapter Điều 8 of another. */
const THROUGHOUT: ReadonlySet<Level> = new Set(['part', 'chapter', 'article']);

/** Letters as they are used for "điểm": those with a mark of their own are skipped, but for đ. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** The label in front of each block ("Chương II", "Điều 2.", "I.", "1.", "1.1.", "a)", "-"); empty where it has none. */
export function labelsOf(blocks: readonly Block[]): string[] {
  const counts = new Map<Level, number>();
  return blocks.map((block) => {
    if (block.type !== 'text' || block.level === undefined) return '';
    const { level, label } = block;
    begin(counts, level);
    counts.set(level, countOf(label) ?? (counts.get(level) ?? 0) + 1);
    return labelled(level, label ?? numeral(level, counts));
  });
}

/** A higher level begins the lower ones anew. */
function begin(counts: Map<Level, number>, level: Level): void {
  for (const lower of ORDER.slice(ORDER.indexOf(level) + 1)) if (!THROUGHOUT.has(lower)) counts.delete(lower);
}

/** What a written label counts as, so that the next number follows it: "3" → 3, "1.4" → 4; null if it is no number. */
function countOf(label: string | undefined): number | null {
  const digits = /(\d+)$/.exec(label ?? '');
  return digits ? Number(digits[1]) : null;
}

function numeral(level: Level, counts: ReadonlyMap<Level, number>): string {
  const count = counts.get(level) ?? 1;
  switch (level) {
    case 'part':
    case 'chapter':
    case 'roman':
      return roman(count);
    case 'section':
    case 'article':
    case 'number':
      return String(count);
    case 'decimal':
      return `${counts.get('number') ?? 1}.${count}`;
    case 'letter':
      return LETTERS[(count - 1) % LETTERS.length]!.repeat(Math.ceil(count / LETTERS.length));
    case 'dash':
    case 'plus':
      return '';
  }
}

function labelled(level: Level, numeral: string): string {
  switch (level) {
    case 'part':
      return `Phần ${numeral}`;
    case 'chapter':
      return `Chương ${numeral}`;
    case 'section':
      return `Mục ${numeral}`;
    case 'article':
      return `Điều ${numeral}.`;
    case 'roman':
    case 'number':
    case 'decimal':
      return `${numeral}.`;
    case 'letter':
      return `${numeral})`;
    case 'dash':
      return '-';
    case 'plus':
      return '+';
  }
}
