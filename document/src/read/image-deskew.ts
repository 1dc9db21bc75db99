// How a page lies in its picture: askew by a few degrees, found by where its lines give the sharpest rows.
import type { Grey } from './image.ts';

/** Points enough to tell the angle to a twentieth of a degree. */
const MOST_POINTS = 60_000;
const WIDEST = 6;

/** Degrees by which to turn the picture (clockwise is positive) so that its lines are level; 0 where it has none. */
export function skewOf(image: Grey, ink: number): number {
  const points = lowerEdges(image, ink);
  if (points.length < 800) return 0;
  const coarse = best(points, image, 0, WIDEST, 0.4);
  const finer = best(points, image, coarse, 0.4, 0.1);
  return -best(points, image, finer, 0.1, 0.02);
}

/** The lower edges of ink make the sharpest rows: most letters stand on the baseline. Pairs of x and y. */
function lowerEdges({ width, height, data }: Grey, ink: number): Int32Array {
  const found: number[] = [];
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 2_500_000)));
  for (let y = 0; y + 1 < height; y++)
    for (let x = y % step; x < width; x += step) {
      const at = y * width + x;
      if (data[at]! <= ink && data[at + width]! > ink) found.push(x, y);
    }
  const every = Math.max(1, Math.ceil(found.length / 2 / MOST_POINTS));
  if (every === 1) return Int32Array.from(found);
  const thinned: number[] = [];
  for (let at = 0; at + 1 < found.length; at += 2 * every) thinned.push(found[at]!, found[at + 1]!);
  return Int32Array.from(thinned);
}

function best(points: Int32Array, image: Grey, around: number, reach: number, step: number): number {
  let found = { angle: around, sharpness: -1 };
  const steps = Math.round(reach / step);
  // From the middle outwards: where several angles are as good, the least one is taken.
  for (let turn = 0; turn <= 2 * steps; turn++) {
    const angle = around + (turn % 2 === 0 ? turn / 2 : -(turn + 1) / 2) * step;
    const sharpness = sharpnessAt(points, image, angle);
    if (sharpness > found.sharpness) found = { angle, sharpness };
  }
  return found.angle;
}

function sharpnessAt(points: Int32Array, { width, height }: Grey, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const offset = Math.ceil(Math.abs(slope) * width) + 2;
  const rows = new Uint32Array(height + 2 * offset);
  for (let at = 0; at < points.length; at += 2) rows[(points[at + 1]! - points[at]! * slope + offset) | 0]!++;
  let sum = 0;
  for (let row = 0; row < rows.length; row++) sum += rows[row]! * rows[row]!;
  return sum;
}
