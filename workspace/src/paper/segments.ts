// Cuts the document's text where marks begin and end, so that each piece knows what it belongs to.
import type { Block, Paragraph, Span } from '@nhipcau/document';

/** Something of the draft that stands at a place of the text: "task:t3", "lead:t3:0", "field:number", "warning:…". */
export interface Mark {
  readonly id: string;
  readonly span: Span;
}

/** A piece of text with the same marks all along, the widest first, the innermost last. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly string[];
}

/** All paragraphs in reading order, those of tables included. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell.paragraphs])),
  );
}

/** For each paragraph that marks touch, those marks; `paragraphs` must be in the order of the text. */
export function marksByParagraph(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
): ReadonlyMap<Paragraph, readonly Mark[]> {
  const found = new Map<Paragraph, Mark[]>();
  for (const mark of marks) {
    for (let at = firstEndingAfter(paragraphs, mark.span[0]); at < paragraphs.length; at++) {
      const paragraph = paragraphs[at];
      if (!paragraph || paragraph.span[0] >= mark.span[1]) break;
      const list = found.get(paragraph);
      if (list) list.push(mark);
      else found.set(paragraph, [mark]);
    }
  }
  return found;
}

/** Index of the first paragraph that ends after `offset`. */
function firstEndingAfter(paragraphs: readonly Paragraph[], offset: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.span[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The pieces of `span`, without gaps: joined they are the span again. */
export function segmentsOf(span: Span, marks: readonly Mark[]): Segment[] {
  const [start, end] = span;
  const inside = marks.filter(
    (mark) => mark.span[0] < end && mark.span[1] > start && mark.span[0] < mark.span[1],
  );
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.span[0]));
    cuts.add(Math.min(end, mark.span[1]));
  }
  const edges = [...cuts].toSorted((a, b) => a - b);
  const widestFirst = inside.toSorted((a, b) => length(b) - length(a));
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const covering = widestFirst.filter((mark) => mark.span[0] <= from && mark.span[1] >= to);
    return { start: from, end: to, marks: covering.map((mark) => mark.id) };
  });
}

const length = (mark: Mark) => mark.span[1] - mark.span[0];

/** True where two lists of pieces look the same on the screen. */
export function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        piece.start === other.start &&
        piece.end === other.end &&
        piece.marks.length === other.marks.length &&
        piece.marks.every((mark, at) => mark === other.marks[at])
      );
    })
  );
}
