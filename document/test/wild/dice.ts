// Draws for a made-up document: the same seed draws the same.

/** Draws for one document. */
export interface Dice {
  /** A whole number from 0 up to below `sides`. */
  below(sides: number): number;
  one<Item>(from: readonly Item[]): Item;
  /** True in `share` of all draws. */
  hits(share: number): boolean;
  some<Item>(from: readonly Item[], least: number, most: number): Item[];
  times<Item>(least: number, most: number, make: (at: number) => Item): Item[];
}

export function dice(seed: number): Dice {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number): number => Math.floor(next() * sides);
  const one = <Item>(from: readonly Item[]): Item => from[below(from.length)]!;
  return {
    below,
    one,
    hits: (share) => next() < share,
    some: (from, least, most) => {
      const left = [...from];
      const count = Math.min(left.length, least + below(most - least + 1));
      return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0]!);
    },
    times: (least, most, make) =>
      Array.from({ length: least + below(most - least + 1) }, (_, at) => make(at)),
  };
}
