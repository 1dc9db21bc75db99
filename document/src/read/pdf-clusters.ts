// Letters of Lao, Thai, Khmer … that are set of several glyphs: some printers name the whole letter with each of its glyphs and give it no width.
import type { Item } from './pdf-text.ts';

/** How wide such a letter is about, in font sizes. */
const LETTER = 0.6;

/** Such letters once, with the width that they take up; other items as they are. */
export function joinClusters(items: readonly Item[]): readonly Item[] {
  if (!items.some(isCluster)) return items;
  const out: Item[] = [];
  for (const item of withoutDoubles(items).toReversed()) {
    const next = out.at(-1);
    if (isCluster(item) && next && goesOn(item, next)) out[out.length - 1] = joined(item, next);
    else out.push(isCluster(item) ? { ...item, width: item.height * LETTER } : item);
  }
  return out.toReversed();
}

const placeOf = ({ transform }: Item): readonly [number, number] => [transform[4] ?? 0, transform[5] ?? 0];

const isCluster = ({ str, width }: Item): boolean => width === 0 && /\p{M}/u.test(str);

/** "ຂ່ຂ່" in one item or in two, and the white behind it. */
function withoutDoubles(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const last = kept.at(-1);
    const once = isCluster(item) ? { ...item, str: halved(item.str) } : item;
    if (last && isCluster(last)) {
      if (isCluster(once) && once.str === last.str) continue;
      // White that pdf.js puts in begins where the letter does; a space that was typed begins behind it.
      if (once.str.trim() === '' && placeOf(once)[0] < placeOf(last)[0] + 0.1) continue;
    }
    kept.push(once);
  }
  return kept;
}

function halved(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
}

function goesOn(item: Item, next: Item): boolean {
  const [[x, y], [nextX, nextY]] = [placeOf(item), placeOf(next)];
  return y === nextY && item.fontName === next.fontName && nextX >= x && nextX - x < 2 * item.height;
}

function joined(item: Item, next: Item): Item {
  const [x] = placeOf(item);
  const [nextX] = placeOf(next);
  return {
    ...next,
    str: item.str + next.str,
    transform: item.transform,
    width: next.width + nextX - x,
  };
}
