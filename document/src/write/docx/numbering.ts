// word/numbering.xml: real lists. A document (and each document attached to it) has three, whose levels are those of Annex I; what
// Word would count otherwise than the document says gets a list instance of its own that starts at that number.
import { BODY } from '../layout.ts';
import { DIVISIONS, type Label } from '../numbering.ts';
import type { Level } from '../official.ts';
import { roman } from '../wording.ts';
import { statementStyle, titleStyle } from '../../official-styles.ts';
import type { Place } from './styles.ts';
import { escape, HEAD, NAMESPACES, twips } from './xml.ts';

/** How a level of a list shows its numbers: `text` with "%1" … for the numbers of levels from the highest down. */
interface Shown {
  readonly format: 'decimal' | 'upperRoman' | 'lowerLetter' | 'upperLetter' | 'bullet' | 'none';
  readonly text: string;
}

/**
 * Levels that restart each other share a list. Chapters and their sections have one of their own, since articles run through them;
 * dashes need no numbers.
 */
const LISTS: readonly (readonly Level[])[] = [
  ['part', 'article', 'capital', 'roman', 'number', 'decimal', 'subdecimal', 'letter'],
  ['chapter', 'section', 'subsection'],
  ['dash', 'plus'],
];

const SHOWN: Readonly<Record<Level, Shown>> = {
  part: { format: 'upperRoman', text: 'Phần %1' },
  article: { format: 'decimal', text: 'Điều %2.' },
  capital: { format: 'upperLetter', text: '%3.' },
  roman: { format: 'upperRoman', text: '%4.' },
  number: { format: 'decimal', text: '%5.' },
  decimal: { format: 'decimal', text: '%5.%6.' },
  subdecimal: { format: 'decimal', text: '%5.%6.%7.' },
  letter: { format: 'lowerLetter', text: '%8)' },
  chapter: { format: 'upperRoman', text: 'Chương %1' },
  section: { format: 'decimal', text: 'Mục %2' },
  subsection: { format: 'decimal', text: 'Tiểu mục %3' },
  dash: { format: 'bullet', text: '-' },
  plus: { format: 'bullet', text: '+' },
};

interface Position {
  readonly list: number;
  readonly depth: number;
}

const POSITIONS = new Map<Level, Position>(
  LISTS.flatMap((levels, list) => levels.map((level, depth) => [level, { list, depth }] as const)),
);
const positionOf = (level: Level): Position => POSITIONS.get(level)!;

/** An instance of a list; the first of each list has no override. */
interface Instance {
  readonly id: number;
  readonly abstract: number;
  readonly override?: { readonly level: Level; readonly start: number; readonly shown: Shown };
}

export interface Numbering {
  /** List instance and depth that make Word show a label before a paragraph. */
  place(level: Level, label: Label): { readonly list: number; readonly depth: number };
  /** The body of another document begins. */
  begin(): void;
  part(titles: readonly Level[]): string;
}

/** The list instance that styles of a level name: those of the first body. */
export const styleList = (level: Level): { list: number; depth: number } => {
  const { list, depth } = positionOf(level);
  return { list: list + 1, depth };
};

/** The list of a style, for the one of a level's styles that is tied to it. */
export const listOfStyle =
  (titles: readonly Level[]): Place =>
  (level, style) =>
    style === tiedStyle(level, titles) ? styleList(level) : null;

/** What Word has counted in one list, told in the order of the paragraphs. */
interface Counter {
  readonly abstract: number;
  readonly levels: readonly Level[];
  readonly base: Instance;
  readonly counts: (number | undefined)[];
  /** The instance that each level goes on with. */
  readonly active: Instance[];
  readonly variants: Map<string, Instance>;
}

export function createNumbering(): Numbering {
  const instances: Instance[] = [];
  let counters: Counter[] = [];
  let bodies = 0;
  const add = (abstract: number, override?: Instance['override']): Instance => {
    const instance = { id: instances.length + 1, abstract, ...(override && { override }) };
    instances.push(instance);
    return instance;
  };
  const begin = (): void => {
    counters = LISTS.map((levels, list) => counter(levels, add(bodies * LISTS.length + list)));
    bodies++;
  };
  begin();
  return {
    begin,
    place(level, label) {
      const { list, depth } = positionOf(level);
      return { list: place(counters[list]!, depth, label, add).id, depth };
    },
    part: (titles) => numberingPart(instances, bodies, titles),
  };
}

function counter(levels: readonly Level[], base: Instance): Counter {
  const active = levels.map(() => base);
  return {
    abstract: base.abstract,
    levels,
    base,
    counts: levels.map(() => undefined),
    active,
    variants: new Map(),
  };
}

type Add = (abstract: number, override: Instance['override']) => Instance;

function place(counter: Counter, depth: number, label: Label, add: Add): Instance {
  const { counts, active } = counter;
  for (let above = 0; above < depth; above++) counts[above] ??= 1;
  const going = active[depth]!;
  counts[depth] = natural(counter, depth, going);
  const instance =
    textOf(counter, depth, shownBy(counter, depth, going)) === label.text
      ? going
      : varied(counter, depth, label, add);
  for (let below = depth; below < counter.levels.length; below++) {
    active[below] = instance;
    if (below > depth && counter.levels[below] !== 'article') counts[below] = undefined;
  }
  return instance;
}

function natural({ counts, levels }: Counter, depth: number, { override }: Instance): number {
  const before = counts[depth];
  if (before !== undefined) return before + 1;
  return override && override.level === levels[depth] ? override.start : 1;
}

function shownBy({ levels }: Counter, depth: number, { override }: Instance): Shown {
  const level = levels[depth]!;
  return override && override.level === level ? override.shown : SHOWN[level];
}

/** An instance that shows the label here: counted on from there if it is a number, else the label itself. */
function varied(counter: Counter, depth: number, label: Label, add: Add): Instance {
  const level = counter.levels[depth]!;
  const fresh = counter.counts[depth] === 1 && counter.active[depth] === counter.base;
  for (const { shown, start } of candidates(level, depth, label)) {
    counter.counts[depth] = start;
    if (textOf(counter, depth, shown) !== label.text) continue;
    const key = `${depth} ${shown.format} ${shown.text} ${start}`;
    const known = fresh ? counter.variants.get(key) : undefined;
    const instance = known ?? add(counter.abstract, { level, start, shown });
    counter.variants.set(key, instance);
    return instance;
  }
  const start = label.ordinal ?? counter.counts[depth] ?? 1;
  counter.counts[depth] = start;
  return add(counter.abstract, {
    level,
    start,
    shown: { format: 'none', text: label.text.replaceAll('%', '') },
  });
}

function candidates(
  level: Level,
  depth: number,
  { text, ordinal }: Label,
): { shown: Shown; start: number }[] {
  if (level === 'dash' || level === 'plus') return [{ shown: { format: 'bullet', text }, start: 1 }];
  const latin = /^[a-z]\)$/.test(text) ? text.charCodeAt(0) - 96 : null;
  const start = latin ?? ordinal;
  if (start === null || text.includes('%')) return [];
  const place = `%${depth + 1}`;
  const variant = (pattern: RegExp, format: Shown['format']): { shown: Shown; start: number }[] =>
    pattern.test(text) ? [{ shown: { format, text: text.replace(pattern, place) }, start }] : [];
  return [
    { shown: SHOWN[level], start },
    ...variant(/\d+(?=\D*$)/, 'decimal'),
    ...variant(/(?<![\p{L}])[IVXLC]+(?![\p{L}])/u, 'upperRoman'),
    ...variant(/(?<![\p{L}])[A-Z](?![\p{L}])/u, 'upperLetter'),
    ...variant(/(?<![\p{L}])[a-z](?![\p{L}])/u, 'lowerLetter'),
  ];
}

function textOf({ counts, levels }: Counter, depth: number, shown: Shown): string {
  if (shown.format === 'bullet' || shown.format === 'none') return shown.text;
  return shown.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = at === depth ? shown.format : SHOWN[levels[at]!].format;
    return written(counts[at] ?? 1, format);
  });
}

function written(count: number, format: Shown['format']): string {
  if (format === 'upperRoman') return roman(count);
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode((format === 'lowerLetter' ? 97 : 65) + ((count - 1) % 26));
    return letter.repeat(Math.ceil(count / 26));
  }
  return String(count);
}

function numberingPart(instances: readonly Instance[], bodies: number, titles: readonly Level[]): string {
  const abstracts = Array.from({ length: bodies * LISTS.length }, (_, id) => abstract(id, titles)).join('');
  return `${HEAD}<w:numbering ${NAMESPACES}>${abstracts}${instances.map(instance).join('')}</w:numbering>`;
}

function abstract(id: number, titles: readonly Level[]): string {
  const levels = LISTS[id % LISTS.length]!;
  // Only one list may be the one that styles name.
  const styled = id < LISTS.length;
  return (
    `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="${(0x4e430000 + id).toString(16).toUpperCase()}"/><w:multiLevelType w:val="multilevel"/>` +
    `<w:tmpl w:val="${(0x54430000 + id).toString(16).toUpperCase()}"/>` +
    levels
      .map((level, depth) => levelOf(level, depth, SHOWN[level], 1, styled ? tiedStyle(level, titles) : null))
      .join('') +
    '</w:abstractNum>'
  );
}

/** Of the two styles of a level the one that it mostly bears; that one is tied to the list. */
export const tiedStyle = (level: Level, titles: readonly Level[]): string =>
  titles.includes(level) && (DIVISIONS.has(level) || TITLES.has(level))
    ? titleStyle(level)
    : statementStyle(level);
const TITLES: ReadonlySet<Level> = new Set<Level>(['article', 'capital', 'roman']);

function levelOf(level: Level, depth: number, shown: Shown, start: number, style: string | null): string {
  return (
    `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${shown.format}"/>` +
    (level === 'article' ? '<w:lvlRestart w:val="0"/>' : '') +
    (style === null ? '' : `<w:pStyle w:val="${style}"/>`) +
    `<w:suff w:val="${DIVISIONS.has(level) ? 'nothing' : 'space'}"/><w:lvlText w:val="${escape(shown.text)}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="0" w:firstLine="${DIVISIONS.has(level) ? 0 : twips(BODY.firstLine)}"/></w:pPr>` +
    (level === 'article' ? '<w:rPr><w:b/></w:rPr>' : '') +
    // "Chương I" stands above a title in capitals, itself in small letters.
    (DIVISIONS.has(level) ? '<w:rPr><w:caps w:val="0"/></w:rPr>' : '') +
    '</w:lvl>'
  );
}

function instance({ id, abstract: of, override }: Instance): string {
  const inner = override ? overridden(override) : '';
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${inner}</w:num>`;
}

function overridden({ level, start, shown }: NonNullable<Instance['override']>): string {
  const { depth } = positionOf(level);
  const own = shown === SHOWN[level] ? '' : levelOf(level, depth, shown, start, null);
  return `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/>${own}</w:lvlOverride>`;
}
