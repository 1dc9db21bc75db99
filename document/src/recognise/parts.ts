// The public form of the parts: a decision, the plan it issues and the annexes behind it, each with its outline.
import type { Block, Part, Source, Span } from '../tree.ts';
import type { Line } from './lines.ts';
import { outline } from './outline.ts';
import { titleText, type Zones } from './zones.ts';

/** Public form of the parts. */
export function partsOf(source: Source, lines: readonly Line[], all: readonly Zones[]): Part[] {
  return all.map((zone) => {
    const from = lines[zone.start]?.span[0] ?? 0;
    const to = lines[zone.end - 1]?.span[1] ?? from;
    const bodyStart = lines[zone.body]?.span[0] ?? to;
    return {
      type: zone.type,
      title: titleText(lines, zone),
      span: [from, to] as Span,
      head: [from, Math.max(from, lines[zone.bases - 1]?.span[1] ?? from)] as Span,
      outline:
        zone.body < zone.tail ? outline(source.text, blocksBetween(source, lines, zone, bodyStart)) : [],
    };
  });
}

function blocksBetween(source: Source, lines: readonly Line[], zone: Zones, from: number): readonly Block[] {
  const first = lines[zone.body]!.block;
  const last = lines[zone.tail - 1]!.block;
  return source.blocks.slice(first, last + 1).filter((block) => block.span[1] > from);
}
