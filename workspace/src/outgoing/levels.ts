// Levels of paragraphs as one writes: where Tab and Shift+Tab lead, what Enter begins, what pasted lines are.
import type { OutgoingBlock } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';
import type { TextBlock } from './draft.ts';

type Level = NonNullable<TextBlock['level']>;

/** Each level that is offered, as officials call it. */
export const levelWords: readonly (readonly [Level, Message])[] = [
  ['part', 'Phần'],
  ['chapter', 'Chương'],
  ['section', 'Mục (Mục 1)'],
  ['article', 'Điều'],
  ['roman', 'Mục I.'],
  ['number', 'Khoản 1.'],
  ['decimal', 'Khoản 1.1.'],
  ['letter', 'Điểm a)'],
  ['dash', 'Gạch đầu dòng -'],
  ['plus', 'Dấu cộng +'],
];

/** Always titles, on a line of their own in the middle. */
export const divisions: ReadonlySet<string | undefined> = new Set([
  'part',
  'chapter',
  'section',
  'subsection',
]);
/** Titles of these are in capitals. */
export const capitals: ReadonlySet<string | undefined> = new Set([...divisions, 'capital', 'roman']);

const articles: readonly Level[] = ['chapter', 'section', 'article', 'number', 'letter', 'dash', 'plus'];
const sections: readonly Level[] = ['part', 'roman', 'number', 'letter', 'dash', 'plus'];
const rank = [
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
];

/** Decisions and rules are written in articles, plans and reports in I., 1., a). */
export const ladderOf = (type: string, blocks: readonly OutgoingBlock[]): readonly Level[] =>
  blocks.some((block) => block.type === 'text' && block.level === 'article') ||
  ['QĐ', 'NQ', 'QC', 'QyĐ'].includes(type)
    ? articles
    : sections;

/** One level deeper (1) or higher (-1); undefined: none, an ordinary paragraph. */
export function stepped(level: Level | undefined, by: 1 | -1, ladder: readonly Level[]): Level | undefined {
  if (level === undefined) return by === 1 ? ladder.find((one) => !divisions.has(one)) : undefined;
  const own = rank.indexOf(level);
  if (by === 1) return ladder.find((one) => rank.indexOf(one) > own) ?? level;
  const higher = ladder.findLast((one) => rank.indexOf(one) < own);
  return higher === undefined || divisions.has(higher) ? undefined : higher;
}

/** What Enter begins below a paragraph: another of its level; below a title, what it is the title of. */
export function following(
  { level, heading }: Pick<TextBlock, 'level' | 'heading'>,
  ladder: readonly Level[],
): Pick<TextBlock, 'level'> {
  if (divisions.has(level)) return { level: ladder.find((one) => !divisions.has(one)) ?? 'number' };
  const next = !heading ? level : level === 'article' ? undefined : stepped(level, 1, ladder);
  return next === undefined ? {} : { level: next };
}

const written: readonly (readonly [RegExp, Level])[] = [
  [/^phần\s+(?:thứ\s+\p{L}+|[IVX]+|\d+)[.:]?\s*/iu, 'part'],
  [/^chương\s+(?:[IVX]+|\d+)[.:]?\s*/iu, 'chapter'],
  [/^mục\s+\d+[.:]?\s*/iu, 'section'],
  [/^điều\s+\d+[a-zđ]?[.:]\s*/iu, 'article'],
  [/^[IVX]{1,6}[.)]\s+/u, 'roman'],
  [/^\d{1,3}\.\d{1,3}[.)]?\s+/u, 'decimal'],
  [/^\d{1,3}[.)]\s+/u, 'number'],
  [/^[a-zđ]\)\s*/u, 'letter'],
  [/^[-–—−•▪●*]\s+/u, 'dash'],
  [/^\+\s+/u, 'plus'],
];

/** A pasted line by what it begins with; its own number goes, the document counts for itself. */
export function pastedText(text: string): TextBlock {
  for (const [mark, level] of written) {
    const found = mark.exec(text);
    if (!found) continue;
    const line = text.slice(found[0].length).trim();
    const title = divisions.has(level) || (capitals.has(level) && line === line.toUpperCase());
    return { type: 'text', level, ...(title ? { heading: true } : {}), line };
  }
  return { type: 'text', line: text };
}

/** Rows of a spreadsheet, two or more below each other, become a table, anything else paragraphs. */
export function pastedBlocks(text: string): OutgoingBlock[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
  const blocks: OutgoingBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const rest = lines.slice(at).findIndex((line) => !line.includes('\t'));
    const rows = lines.slice(at, rest === -1 ? lines.length : at + rest).map((line) => line.split('\t'));
    if (rows.length > 1) blocks.push(tableOf(rows, Math.max(...rows.map((row) => row.length))));
    else blocks.push(pastedText((lines[at] ?? '').trim()));
    at += rows.length > 1 ? rows.length : 1;
  }
  return blocks;
}

function tableOf(rows: readonly (readonly string[])[], columns: number): OutgoingBlock {
  const cells = (row: readonly string[]) =>
    Array.from({ length: columns }, (_, at) => ({ lines: [row[at]?.trim() ?? ''] }));
  const [head = [], ...body] = rows;
  return {
    type: 'grid',
    widths: Array.from({ length: columns }, () => 1),
    head: [cells(head).map((cell) => ({ ...cell, bold: true, align: 'center' as const }))],
    rows: body.map(cells),
  };
}

export const emptyTable = (): OutgoingBlock =>
  tableOf(
    [
      ['STT', '', ''],
      ['1', '', ''],
    ],
    3,
  );
