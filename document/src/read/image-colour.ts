// Seals are red and signatures blue: their ink is taken off before recognition, while black ink under them stays.
import { greyOf } from './image.ts';
import { BLACK, clearCrossings, OTHER, PLAIN, RED } from './image-crossings.ts';
import type { Grey } from './image.ts';

/** Red, green, blue and opacity, a byte each, as a canvas holds them. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

export interface Inks {
  /** Black ink on paper, without seals and signatures. */
  readonly black: Grey;
  /** Red ink alone: seals, and marks such as those of urgency or secrecy, which must not be lost. */
  readonly red: Grey;
  /** Share of the page that red ink covers. */
  readonly redShare: number;
}

/** From this difference of channels on a colour is no scanner's haze; from the second on it is ink of that colour. */
const HAZE = 36;
const VIVID = 96;

export function inksOf(page: Rgba): Inks {
  const { width, height, data } = page;
  const coloured = isColoured(page);
  const black = greyOf(width, height);
  const red = greyOf(width, height);
  const vividInk = new Uint8Array(black.data.length);
  let reds = 0;
  for (let at = 0, from = 0; at < black.data.length; at++, from += 4) {
    const [r, g, b] = [data[from]!, data[from + 1]!, data[from + 2]!];
    const most = r > g ? (r > b ? r : b) : g > b ? g : b;
    const least = r < g ? (r < b ? r : b) : g < b ? g : b;
    const vivid = most - least;
    if (!coloured || vivid <= HAZE) {
      black.data[at] = (r * 77 + g * 151 + b * 28) >> 8;
      continue;
    }
    // The strongest channel: of red ink its red is bright, while black ink under it is dark in every channel.
    if (vivid > 60) vividInk[at] = most === r ? RED : OTHER;
    const share = vivid >= VIVID ? 1 : (vivid - HAZE) / (VIVID - HAZE);
    black.data[at] = most + (255 - most) * share * 0.9;
    if (most === r && r - Math.max(g, b) > HAZE) {
      red.data[at] = 255 - Math.min(255, vivid * 1.6);
      if (vivid > 70) reds++;
    }
  }
  if (coloured) {
    clearCrossings(black, vividInk);
    clearHalo(black, vividInk);
  }
  return { black, red, redShare: reds / black.data.length };
}

/** JPEG keeps colour at half the detail: grey fringes stay around coloured strokes. What is not black there is taken off. */
function clearHalo({ width, height, data }: Grey, vivid: Uint8Array): void {
  const reach = Math.max(2, Math.round(width / 700));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (vivid[y * width + x] === PLAIN) continue;
      const right = Math.min(width - 1, x + reach);
      // A stroke's inner pixels have been looked at from its left neighbour.
      const from = x > 0 && vivid[y * width + x - 1] !== PLAIN ? right : Math.max(0, x - reach);
      for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
        for (let at = row * width + from; at <= row * width + right; at++)
          if (data[at]! > BLACK) data[at] = data[at]! + ((255 - data[at]!) * 3) / 4;
    }
}

/** False where most of the ink itself is coloured: then the colour is the text's own. */
function isColoured({ data }: Rgba): boolean {
  let neutral = 0;
  let vivid = 0;
  for (let at = 0; at + 2 < data.length; at += 4 * 7) {
    const most = Math.max(data[at]!, data[at + 1]!, data[at + 2]!);
    const least = Math.min(data[at]!, data[at + 1]!, data[at + 2]!);
    if (most - least > VIVID * 0.7) vivid++;
    else if (most < 120) neutral++;
  }
  return vivid === 0 || neutral > 0.35 * (neutral + vivid);
}
