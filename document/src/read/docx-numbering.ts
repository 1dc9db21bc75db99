// numbering.xml: the levels of each list (ECMA-376 part 1, 17.9).
import { wholeNumber } from './docx-properties.ts';
import { readXml, type Attributes } from './xml.ts';

export interface Level {
  readonly start: number;
  /** ST_NumberFormat, as "decimal". */
  readonly format: string;
  /** With places for numbers, as "%1.%2.". */
  readonly text: string;
  /** Restarts after this level (from 1) or a higher one; 0 never; null after any higher one. */
  readonly restart: number | null;
  /** Numbers of higher levels show as decimals. */
  readonly legal: boolean;
  /** Paragraph style that belongs to the level. */
  readonly style: string | null;
}

export interface List {
  /** Lists of one abstract definition go on counting where the other stopped. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that start anew where this list first appears. */
  readonly starts: ReadonlyMap<number, number>;
}

export type Lists = ReadonlyMap<string, List>;

interface Abstract {
  readonly levels: Map<number, Level>;
  /** Numbering style whose list stands in its place. */
  link?: string;
}

interface Stated {
  readonly id: string;
  abstract: string;
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

type Draft = { -readonly [key in keyof Level]: Level[key] };

/** `linked` gives the list of a numbering style. */
export function readNumbering(
  bytes: Uint8Array | null,
  linked: (style: string) => string | undefined,
): Lists {
  if (!bytes) return new Map();
  const { abstracts, stated } = readParts(bytes);
  const lists = new Map<string, List>();
  for (const [id, list] of stated) {
    const abstract = follow(list.abstract, abstracts, stated, linked);
    const levels = new Map([...(abstracts.get(abstract)?.levels ?? []), ...list.levels]);
    lists.set(id, { abstract, levels, starts: list.starts });
  }
  return lists;
}

function follow(
  id: string,
  abstracts: ReadonlyMap<string, Abstract>,
  stated: ReadonlyMap<string, Stated>,
  linked: (style: string) => string | undefined,
): string {
  const link = abstracts.get(id)?.link;
  const list = link === undefined ? undefined : linked(link);
  return (list === undefined ? undefined : stated.get(list)?.abstract) ?? id;
}

function readParts(bytes: Uint8Array): { abstracts: Map<string, Abstract>; stated: Map<string, Stated> } {
  const abstracts = new Map<string, Abstract>();
  const stated = new Map<string, Stated>();
  let abstract: Abstract | null = null;
  let list: Stated | null = null;
  let level: Draft | null = null;
  let overridden = 0;
  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'w:abstractNum': (attributes) => {
      abstract = { levels: new Map() };
      abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
    },
    'w:numStyleLink': (attributes) => {
      if (abstract) abstract.link = attributes['w:val'] ?? '';
    },
    'w:num': (attributes) => {
      list = { id: attributes['w:numId'] ?? '', abstract: '', levels: new Map(), starts: new Map() };
      stated.set(list.id, list);
    },
    'w:abstractNumId': (attributes) => {
      if (list) list.abstract = attributes['w:val'] ?? '';
    },
    'w:lvlOverride': (attributes) => void (overridden = wholeNumber(attributes['w:ilvl'], 0)),
    'w:startOverride': (attributes) => list?.starts.set(overridden, wholeNumber(attributes['w:val'], 1)),
    'w:lvl': (attributes) => {
      level = { start: 0, format: 'decimal', text: '', restart: null, legal: false, style: null };
      (list ?? abstract)?.levels.set(wholeNumber(attributes['w:ilvl'], 0), level);
    },
  };
  readXml(bytes, {
    open(name, attributes) {
      if (Object.hasOwn(openers, name)) openers[name]?.(attributes);
      else if (level) readLevelElement(level, name, attributes);
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null;
      else if (name === 'w:num') list = null;
      else if (name === 'w:lvl') level = null;
    },
  });
  return { abstracts, stated };
}

function readLevelElement(level: Draft, name: string, attributes: Attributes): void {
  const value = attributes['w:val'];
  if (name === 'w:start') level.start = wholeNumber(value, 0);
  else if (name === 'w:numFmt') level.format = value ?? attributes['w:format'] ?? 'decimal';
  else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:lvlRestart') level.restart = wholeNumber(value, 0);
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'w:pStyle') level.style = value ?? null;
}
