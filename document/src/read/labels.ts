// Automatic numbering counted through the document and written out as a reader sees it.
import type { Level, Lists } from './docx-numbering.ts';

export interface Labels {
  /** Counts the paragraph and gives its label; null where the list has no such level, "" where it shows nothing. */
  next(list: string, depth: number): string | null;
}

const DEEPEST = 8;

export function createLabels(lists: Lists): Labels {
  /** Counters by abstract definition; undefined where a level has not begun. */
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(id, depth) {
      const list = lists.get(id);
      const level = list?.levels.get(depth);
      if (!list || !level || depth > DEEPEST) return null;
      let counts = counters.get(list.abstract);
      if (!counts) counters.set(list.abstract, (counts = []));
      const start = list.starts.get(depth);
      if (start !== undefined && !begun.has(`${id}/${depth}`)) counts[depth] = undefined;
      begun.add(`${id}/${depth}`);
      const before = counts[depth];
      counts[depth] = before === undefined ? (start ?? level.start) : before + 1;
      // A level that is missed out counts as begun: after "1.1" without a "1." comes "2.".
      for (let above = 0; above < depth; above++) counts[above] ??= list.levels.get(above)?.start ?? 1;
      restartBelow(counts, list.levels, depth);
      return labelOf(level, list.levels, counts);
    },
  };
}

function restartBelow(
  counts: (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
  depth: number,
): void {
  for (let below = depth + 1; below <= DEEPEST; below++) {
    const restart = levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && depth < restart)) counts[below] = undefined;
  }
}

function labelOf(
  level: Level,
  levels: ReadonlyMap<number, Level>,
  counts: readonly (number | undefined)[],
): string {
  if (level.format === 'bullet') return bulletOf(level.text);
  if (level.format === 'none') return level.text.replace(/%\d/g, '');
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    const at = levels.get(depth);
    const number = counts[depth] ?? 1;
    return formatNumber(number, level.legal ? 'decimal' : (at?.format ?? 'decimal'));
  });
}

/** Decree 30/2020 knows "-" and, below it, "+"; the shapes of Word's own lists are read as these. */
function bulletOf(text: string): string {
  if (/^[+o\uf02b○◦]$/.test(text)) return '+';
  return text.trim() === '' ? '' : /^[-–—*•]$/.test(text) ? text : '-';
}

const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  upperRoman: (number) => roman(number),
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: (number) => letters(number),
  lowerLetter: (number) => letters(number).toLowerCase(),
  decimalZero: (number) => String(number).padStart(2, '0'),
  none: () => '',
};

export function formatNumber(number: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return write ? write(number) : String(number);
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let text = '';
  for (const [sign, value] of ROMAN)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}

/** After Z comes AA, then BB. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 10) return String(number);
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
