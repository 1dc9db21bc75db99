// What is edited of an outgoing document, and the small steps that change it: pure, each gives a new draft that shares the rest.
import type { Line } from '@nhipcau/document';
import type { OutgoingBlock, OutgoingContent, OutgoingDetail } from '@nhipcau/server/contract';
import { joined, sliced, textOf } from './line.ts';

export interface Draft {
  readonly content: OutgoingContent;
  readonly drafterId: number | null;
  /** Advisory body in whose name it is issued. */
  readonly body: string | null;
}
export type Step = (draft: Draft) => Draft;

/** A text of paragraphs and tables: the document's own, or that of what is attached to it. */
export type Place = 'body' | `attached.${number}.body`;
/** Lists of lines. */
export type Lines = 'addressees' | 'bases' | 'recipients';
export type Attached = OutgoingContent['attached'][number];
export type Grid = Extract<OutgoingBlock, { type: 'grid' }>;

export const draftOf = ({ content, drafter, body }: OutgoingDetail): Draft => ({
  content,
  drafterId: drafter?.id ?? null,
  body,
});

export const inContent =
  (change: (content: OutgoingContent) => Partial<OutgoingContent>): Step =>
  (draft) => ({ ...draft, content: { ...draft.content, ...change(draft.content) } });

/** Sets a field, or takes it away where nothing is left of it. */
export const setOptional =
  (name: 'urgency' | 'circulation' | 'drafter' | 'contact' | 'authority', value: string): Step =>
  (draft) => {
    const { [name]: _was, ...rest } = draft.content;
    return { ...draft, content: (value === '' ? rest : { ...rest, [name]: value }) as OutgoingContent };
  };

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_one, index) => index !== at);
const withOne = <T>(list: readonly T[], at: number, one: T): T[] =>
  list.map((each, index) => (index === at ? one : each));
const inserted = <T>(list: readonly T[], at: number, more: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...more,
  ...list.slice(at),
];
function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const [one, other] = [list[at], list[at + by]];
  return one === undefined || other === undefined
    ? [...list]
    : withOne(withOne(list, at, other), at + by, one);
}

export const setLine = (lines: Lines, at: number, text: string): Step =>
  inContent((content) => ({ [lines]: withOne(content[lines], at, text) }));
export const insertLines = (lines: Lines, at: number, texts: readonly string[]): Step =>
  inContent((content) => ({ [lines]: inserted(content[lines], at, texts) }));
export const removeLine = (lines: Lines, at: number): Step =>
  inContent((content) => ({ [lines]: without(content[lines], at) }));
export const moveLine = (lines: Lines, at: number, by: -1 | 1): Step =>
  inContent((content) => ({ [lines]: moved(content[lines], at, by) }));

export const attachedAt = (place: Place): number | null =>
  place === 'body' ? null : Number(place.split('.')[1]);

export function blocksOf({ content }: Draft, place: Place): OutgoingContent['body'] {
  const at = attachedAt(place);
  return at === null ? content.body : (content.attached[at]?.body ?? []);
}

const inBlocks =
  (place: Place, change: (blocks: readonly OutgoingBlock[]) => OutgoingBlock[]): Step =>
  (draft) => {
    const at = attachedAt(place);
    const body = change(blocksOf(draft, place));
    if (at === null) return inContent(() => ({ body }))(draft);
    return inContent(({ attached }) => ({
      attached: attached.map((one, index) => (index === at ? { ...one, body } : one)),
    }))(draft);
  };

export const setBlock = (place: Place, at: number, block: OutgoingBlock): Step =>
  inBlocks(place, (blocks) => withOne(blocks, at, block));
export const insertBlocks = (place: Place, at: number, more: readonly OutgoingBlock[]): Step =>
  inBlocks(place, (blocks) => inserted(blocks, at, more));
export const removeBlock = (place: Place, at: number): Step =>
  inBlocks(place, (blocks) => without(blocks, at));
export const moveBlock = (place: Place, at: number, by: -1 | 1): Step =>
  inBlocks(place, (blocks) => moved(blocks, at, by));

export type TextBlock = Extract<OutgoingBlock, { type: 'text' }>;

/** Changes a paragraph; what is set to undefined is taken away. */
export const setText = (
  place: Place,
  at: number,
  change: { readonly [K in keyof TextBlock]?: TextBlock[K] | undefined },
): Step =>
  inBlocks(place, (blocks) => {
    const block = blocks[at];
    if (block?.type !== 'text') return [...blocks];
    const pairs = Object.entries({ ...block, ...change }).filter(([, value]) => value !== undefined);
    return withOne(blocks, at, Object.fromEntries(pairs) as TextBlock);
  });

/** Enter: what stands behind the cursor begins the next paragraph. */
export const splitText = (
  place: Place,
  at: number,
  { cut, next }: { readonly cut: readonly [number, number]; readonly next: Pick<TextBlock, 'level'> },
): Step =>
  inBlocks(place, (blocks) => {
    const block = blocks[at];
    if (block?.type !== 'text') return [...blocks];
    const line = block.line as Line;
    const [head, rest] = [sliced(line, 0, cut[0]), sliced(line, cut[1])];
    // Enter before the first letter opens a place above.
    const own = textOf(head) === '' && textOf(rest) !== '';
    const after = { type: 'text', ...(own ? levelOf(block) : next), line: rest } as TextBlock;
    return inserted(withOne(blocks, at, { ...block, line: head } as TextBlock), at + 1, [after]);
  });

const levelOf = ({ level, heading }: TextBlock) => ({
  ...(level === undefined ? {} : { level }),
  ...(heading === undefined ? {} : { heading }),
});

/** Backspace at the beginning: the paragraph goes on behind the one above it. */
export const joinText = (place: Place, at: number): Step =>
  inBlocks(place, (blocks) => {
    const [above, block] = [blocks[at - 1], blocks[at]];
    if (above?.type !== 'text' || block?.type !== 'text') return [...blocks];
    const line = joined(above.line as Line, block.line as Line);
    return without(withOne(blocks, at - 1, { ...above, line } as TextBlock), at);
  });

export const setAttached = (at: number, change: Partial<Attached>): Step =>
  inContent(({ attached }) => ({
    attached: attached.map((one, index) => (index === at ? { ...one, ...change } : one)),
  }));
export const addAttached = (one: Attached): Step =>
  inContent(({ attached }) => ({ attached: [...attached, one] }));
export const removeAttached = (at: number): Step =>
  inContent(({ attached }) => ({ attached: without(attached, at) }));
export const moveAttached = (at: number, by: -1 | 1): Step =>
  inContent(({ attached }) => ({ attached: moved(attached, at, by) }));
