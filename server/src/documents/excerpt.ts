// The sentence a task came from, between the paragraphs around it.
import type { Block, Section, Span } from '@nhipcau/document';
import type { Db } from '../db/connect.ts';
import { readingOf } from './queries.ts';

export interface Excerpt {
  readonly text: string;
  /** Where the text begins in the document. */
  readonly offset: number;
  /** The sentence, relative to the text. */
  readonly span: Span;
  /** The nearest heading above it. */
  readonly heading: string | null;
}

/** No paragraph around it is shown further than this. */
const margin = 1200;

export async function excerptOf(db: Db, documentId: number, [start, end]: Span): Promise<Excerpt | null> {
  const reading = await readingOf(db, documentId);
  if (!reading || end > reading.text.length) return null;
  const { text, blocks, parsed } = reading;
  const first = blocks.findIndex(({ span }) => span[1] > start);
  const last = blocks.findLastIndex(({ span }) => span[0] < end);
  const from = Math.max(start - margin, startOf(blocks, first - 1, start));
  const to = Math.min(end + margin, endOf(blocks, last + 1, end));
  return {
    text: text.slice(from, to),
    offset: from,
    span: [start - from, end - from],
    heading: headingAbove(parsed.sections, start),
  };
}

const startOf = (blocks: readonly Block[], index: number, start: number): number =>
  Math.min(start, blocks[Math.max(0, index)]?.span[0] ?? start);

const endOf = (blocks: readonly Block[], index: number, end: number): number =>
  Math.max(end, blocks[Math.min(blocks.length - 1, index)]?.span[1] ?? end);

function headingAbove(sections: readonly Section[], at: number): string | null {
  const path: string[] = [];
  let level: readonly Section[] = sections;
  for (let depth = 0; depth < 50; depth += 1) {
    const around = level.find(({ span }) => span[0] <= at && at < span[1]);
    if (!around) break;
    path.push([around.label, around.heading].filter(Boolean).join('. '));
    level = around.children;
  }
  return path.length > 0 ? path.join(' › ') : null;
}
