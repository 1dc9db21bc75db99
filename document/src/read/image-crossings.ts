// Where a red seal and a blue signature cross, their inks make a spot as dark as print; unlike a letter it lies within colour.
import type { Grey } from './image.ts';

/** Up to this shade, ink is print, or looks like it. */
export const BLACK = 105;

/** A letter's stroke is longer than such a spot, in pixels. */
const LARGEST = 500;
/** The shares of a spot's rim that must be coloured, and of each colour: print under a seal alone touches only red. */
const WITHIN = 0.4;
const EACH = 0.1;

/** What colour a pixel's ink has. */
export const PLAIN = 0;
export const RED = 1;
export const OTHER = 2;

/** Paints over spots of `black` that lie between pixels of red and of another colour. */
export function clearCrossings(black: Grey, vivid: Uint8Array): void {
  const { width, height, data } = black;
  const seen = new Uint8Array(data.length);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      // A spot is met from the coloured pixel left of it or above it.
      if (
        vivid[at] === PLAIN &&
        data[at]! <= BLACK &&
        seen[at] === 0 &&
        vivid[at - 1]! + vivid[at - width]! > 0
      ) {
        const spot = spotAt(at, black, vivid, seen);
        if (spot) for (const pixel of spot) data[pixel] = 255;
      }
    }
}

function spotAt(
  start: number,
  { width, height, data }: Grey,
  vivid: Uint8Array,
  seen: Uint8Array,
): number[] | null {
  const spot = [start];
  seen[start] = 1;
  const rimOf = [0, 0, 0];
  for (let next = 0; next < spot.length; next++) {
    if (spot.length > LARGEST) return null;
    const at = spot[next]!;
    for (const near of [at - 1, at + 1, at - width, at + width]) {
      if (near < 0 || near >= width * height || seen[near] === 1) continue;
      if (data[near]! <= BLACK && vivid[near] === PLAIN) {
        seen[near] = 1;
        spot.push(near);
      } else rimOf[vivid[near]!]!++;
    }
  }
  const [plain, red, other] = rimOf as [number, number, number];
  const rim = plain + red + other;
  return red + other > WITHIN * rim && Math.min(red, other) > EACH * rim ? spot : null;
}
