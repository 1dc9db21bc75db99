// Two people changed one draft: paragraphs and fields that only one of them touched are joined, the others are asked.
import type { OutgoingBlock, OutgoingContent } from '@nhipcau/server/contract';
import type { Choices, Collision, Merged, Side, Three } from '../desk/keeper.ts';
import type { Draft } from './draft.ts';
import { hunksOf, type Hunk } from './hunks.ts';

type Settle = (collision: Collision) => Side;

/** The order of keys and what is undefined make no difference. */
const plain = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
export const alike = (one: unknown, other: unknown): boolean => one === other || plain(one) === plain(other);

const lists = new Set(['bases', 'addressees', 'recipients', 'body', 'attached']);

export function merge({ base, mine, theirs }: Three<Draft>, choices: Choices = new Map()): Merged<Draft> {
  const collisions: Collision[] = [];
  const settle: Settle = (collision) => {
    collisions.push(collision);
    return choices.get(collision.key) ?? 'mine';
  };
  const three = { base: base.content, mine: mine.content, theirs: theirs.content };
  const content = mergeContent(three, settle);
  const one = <T>(field: string, values: Three<T>): T => pick(values, field, settle);
  return {
    draft: {
      content: alike(content, mine.content) ? mine.content : content,
      drafterId: one('drafterId', { base: base.drafterId, mine: mine.drafterId, theirs: theirs.drafterId }),
      body: one('advisoryBody', { base: base.body, mine: mine.body, theirs: theirs.body }),
    },
    collisions,
  };
}

function mergeContent(three: Three<OutgoingContent>, settle: Settle): OutgoingContent {
  const { base, mine, theirs } = three as unknown as Three<Readonly<Record<string, unknown>>>;
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const pairs = [...names].map((name) => {
    const values = { base: base[name], mine: mine[name], theirs: theirs[name] };
    const value = lists.has(name)
      ? mergeList(values as Three<readonly unknown[]>, name, settle)
      : pick(values, name, settle);
    return [name, value] as const;
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as unknown as OutgoingContent;
}

function pick<T>({ base, mine, theirs }: Three<T>, field: string, settle: Settle): T {
  if (alike(mine, theirs) || alike(base, theirs)) return mine;
  if (alike(base, mine)) return theirs;
  return settle({ key: field, field, about: null, mine, theirs }) === 'mine' ? mine : theirs;
}

interface Region {
  from: number;
  to: number;
  readonly mine: Hunk[];
  readonly theirs: Hunk[];
}

/** Entry by entry: where the changes of both touch, they are one question. */
function mergeList<T>(
  { base, mine, theirs }: Three<readonly T[]>,
  field: string,
  settle: Settle,
): readonly T[] {
  const keys = (list: readonly T[]) => list.map(plain);
  const [was, ours, others] = [keys(base), keys(mine), keys(theirs)];
  const regions = regionsOf(hunksOf(was, ours), hunksOf(was, others));
  if (regions.every((region) => region.theirs.length === 0)) return mine;
  const merged: T[] = [];
  let at = 0;
  for (const region of regions) {
    merged.push(...base.slice(at, region.from));
    const [my, their] = [side(region, region.mine, base, mine), side(region, region.theirs, base, theirs)];
    at = region.to;
    if (region.theirs.length === 0 || alike(my, their)) merged.push(...my);
    else if (region.mine.length === 0) merged.push(...their);
    else {
      const about = base.slice(region.from, region.to);
      const collision = {
        key: `${field}:${region.from}`,
        field,
        about: wordsOf(about),
        mine: my,
        theirs: their,
      };
      merged.push(...(settle(collision) === 'mine' ? my : their));
    }
  }
  return [...merged, ...base.slice(at)];
}

function regionsOf(mine: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
  const all = [...mine.map((hunk) => ({ hunk, own: true })), ...theirs.map((hunk) => ({ hunk, own: false }))];
  const regions: Region[] = [];
  for (const { hunk, own } of all.toSorted((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to)) {
    const last = regions.at(-1);
    // Two insertions at one place meet there as well.
    const meets = last && (hunk.from < last.to || (hunk.from === last.from && hunk.to === last.to));
    const region = meets ? last : { from: hunk.from, to: hunk.to, mine: [], theirs: [] };
    region.to = Math.max(region.to, hunk.to);
    (own ? region.mine : region.theirs).push(hunk);
    if (!meets) regions.push(region);
  }
  return regions;
}

/** What a side holds in place of the region. */
function side<T>({ from, to }: Region, hunks: readonly Hunk[], base: readonly T[], own: readonly T[]): T[] {
  const entries: T[] = [];
  let at = from;
  for (const hunk of hunks) {
    entries.push(...base.slice(at, hunk.from), ...own.slice(hunk.start, hunk.end));
    at = hunk.to;
  }
  return [...entries, ...base.slice(at, to)];
}

/** Any part of the content in words, for who has to choose. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n');
  const block = value as OutgoingBlock | Readonly<Record<string, unknown>>;
  if ('line' in block) return lineWords(block.line);
  if ('text' in block) return String(block.text);
  if ('lines' in block) return (block.lines as unknown[]).map(lineWords).join(' ');
  if ('rows' in block && Array.isArray(block.rows))
    return [...((block as { head?: unknown[] }).head ?? []), ...block.rows]
      .map((row) => (row as unknown[]).map(wordsOf).join(' | '))
      .join('\n');
  return Object.values(block).map(wordsOf).filter(Boolean).join('\n');
}

const lineWords = (line: unknown): string =>
  typeof line === 'string' ? line : (line as { text: string }[]).map(({ text }) => text).join('');
