// The outgoing document on the desk: what of it is edited and sent, and how its paragraphs are numbered.
import { labelsOf, type OfficialBlock } from '@nhipcau/document';
import type { OutgoingChange, OutgoingContent, OutgoingDetail } from '@nhipcau/server/contract';
import * as desks from '../desk/keeper.ts';
import { draftOf, type Draft } from './draft.ts';
import { alike, merge } from './merge.ts';

/** The number before each paragraph, by the text that it stands in. */
export type Layout = Readonly<Record<string, readonly string[]>>;
export type Desk = desks.Desk<OutgoingDetail, Draft, Layout>;
export type Conflict = desks.Conflict<OutgoingDetail>;
export type DeskKeeper = desks.Keeper<OutgoingDetail, Draft, Layout>;
type Change = Omit<OutgoingChange, 'version'>;
export type Around = desks.Around<OutgoingDetail, Draft, Change>;

const kind: desks.Kind<OutgoingDetail, Draft, Layout, Change> = {
  draftOf,
  editable: ({ may }) => may.includes('edit'),
  changeOf,
  alike,
  merge,
  layoutOf: ({ content }, before) => layoutOf(content, before),
  // Each time is a draft that stays: the hand rests longer than elsewhere.
  rest: 1500,
};

export const keepDesk = (detail: OutgoingDetail, around: Around): DeskKeeper =>
  desks.keepDesk(kind, detail, around);

function changeOf(base: Draft, now: Draft): Change | null {
  const change = {
    ...(alike(base.content, now.content) ? {} : { content: now.content }),
    ...(base.drafterId === now.drafterId ? {} : { drafterId: now.drafterId }),
    ...(base.body === now.body ? {} : { body: now.body }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

const counted = new WeakMap<object, readonly string[]>();

/** Counted anew only where the text changed; the same list comes back where no number did. */
function layoutOf({ body, attached }: OutgoingContent, before: Layout = {}): Layout {
  const texts = [
    ['body', body] as const,
    ...attached.map((one, at) => [`attached.${at}.body`, one.body] as const),
  ];
  return Object.fromEntries(
    texts.map(([place, blocks]) => {
      const labels = counted.get(blocks) ?? labelsOf(blocks as readonly OfficialBlock[]);
      const was = before[place];
      const same = was && was.length === labels.length && was.every((label, at) => label === labels[at]);
      const kept = same ? was : labels;
      counted.set(blocks, kept);
      return [place, kept];
    }),
  );
}
