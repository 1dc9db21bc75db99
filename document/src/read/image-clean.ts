// Shadows, dark borders, specks and paper texture taken off a picture of a page.
import { greyOf, histogram, threshold } from './image.ts';
import type { Grey } from './image.ts';

/** Paper white everywhere, ink dark: shadows of a book's fold or a hand are divided out, then contrast is stretched. */
export function evenOut(image: Grey): Grey {
  return stretch(isEven(image) ? image : divide(image, paperOf(image)));
}

const CELL = 32;

interface Paper {
  readonly across: number;
  readonly down: number;
  readonly shades: Float32Array;
}

/** The shade of the paper in each field of the picture: what nearly all of its brightest pixels have. */
function paperOf({ width, height, data }: Grey): Paper {
  const across = Math.max(2, Math.ceil(width / CELL));
  const down = Math.max(2, Math.ceil(height / CELL));
  const shades = new Float32Array(across * down);
  const counts = new Uint16Array(256);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      counts.fill(0);
      let seen = 0;
      for (let y = row * CELL; y < Math.min(height, (row + 1) * CELL); y += 2)
        for (let x = column * CELL; x < Math.min(width, (column + 1) * CELL); x += 2, seen++)
          counts[data[y * width + x]!]!++;
      shades[row * across + column] = quantile(counts, seen, 0.8);
    }
  return { across, down, shades: smooth(shades, across, down) };
}

function quantile(counts: Uint16Array, seen: number, share: number): number {
  let below = 0;
  for (let shade = 0; shade < 256; shade++) {
    below += counts[shade]!;
    if (below >= share * seen && seen > 0) return shade;
  }
  return 255;
}

/** A field full of ink takes the shade of its neighbours. */
function smooth(shades: Float32Array, across: number, down: number): Float32Array {
  const out = new Float32Array(shades.length);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const near: number[] = [];
      for (let y = Math.max(0, row - 2); y <= Math.min(down - 1, row + 2); y++)
        for (let x = Math.max(0, column - 2); x <= Math.min(across - 1, column + 2); x++)
          near.push(shades[y * across + x]!);
      near.sort((a, b) => a - b);
      out[row * across + column] = near[Math.floor(near.length * 0.7)]!;
    }
  return out;
}

function isEven(image: Grey): boolean {
  const { shades } = paperOf(image);
  const sorted = Float32Array.from(shades).sort();
  return sorted[Math.floor(sorted.length * 0.95)]! - sorted[Math.floor(sorted.length * 0.05)]! < 14;
}

function divide({ width, height, data }: Grey, { across, down, shades }: Paper): Grey {
  const out = greyOf(width, height);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(down - 1.001, Math.max(0, y / CELL - 0.5));
    const row = Math.floor(fy);
    for (let x = 0; x < width; x++) {
      const fx = Math.min(across - 1.001, Math.max(0, x / CELL - 0.5));
      const column = Math.floor(fx);
      const at = row * across + column;
      const upper = shades[at]! * (1 - fx + column) + shades[at + 1]! * (fx - column);
      const lower = shades[at + across]! * (1 - fx + column) + shades[at + across + 1]! * (fx - column);
      const paper = Math.max(40, upper * (1 - fy + row) + lower * (fy - row));
      out.data[y * width + x] = Math.min(255, (data[y * width + x]! * 245) / paper);
    }
  }
  return out;
}

/** Spreads the shades from the darkest hundredth of the ink to the paper's own over the whole range. */
function stretch(image: Grey): Grey {
  const counts = histogram(image);
  const edge = threshold(counts);
  let ink = 0;
  for (let shade = 0; shade <= edge; shade++) ink += counts[shade]!;
  const dark = shadeAt(counts, 0, 0.1 * ink);
  const light = shadeAt(counts, 0, ink + 0.35 * (image.data.length - ink));
  if (light - dark < 30) return image;
  const table = Uint8Array.from({ length: 256 }, (_, shade) =>
    Math.min(255, Math.max(0, ((shade - dark) * 255) / (light - dark))),
  );
  return { ...image, data: image.data.map((shade) => table[shade]!) };
}

function shadeAt(counts: Uint32Array, from: number, pixels: number): number {
  let seen = 0;
  for (let shade = from; shade < 256; shade++) {
    seen += counts[shade]!;
    if (seen >= pixels) return shade;
  }
  return 255;
}

/** True where single dark or light pixels stand out from their neighbours: sensor noise, or paper copied too often. */
export function isNoisy(image: Grey): boolean {
  const { width, height, data } = image;
  let spread = 0;
  let seen = 0;
  for (let y = 2; y < height - 2; y += 5)
    for (let x = 2; x < width - 2; x += 5) {
      const at = y * width + x;
      const [left, right, above, below] = [
        data[at - 1]!,
        data[at + 1]!,
        data[at - width]!,
        data[at + width]!,
      ];
      // Only plain paper tells noise from letters.
      if (left < 165 || right < 165 || above < 165 || below < 165) continue;
      const around = (left + right + above + below) / 4;
      spread += Math.abs(data[at]! - around);
      seen++;
    }
  return seen > 0 && spread / seen > 7;
}

/** The middle of each pixel's nine: takes specks off and leaves edges. */
export function median3(image: Grey): Grey {
  const { width, height, data } = image;
  const out = { width, height, data: Uint8Array.from(data) };
  const nine = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let at = 0;
      for (let row = (y - 1) * width + x - 1; at < 9; row += width) {
        nine[at++] = data[row]!;
        nine[at++] = data[row + 1]!;
        nine[at++] = data[row + 2]!;
      }
      nine.sort();
      out.data[y * width + x] = nine[4]!;
    }
  return out;
}

/** Dark bands along the edges, left by the lid of a copier or the table under a photograph, become paper. */
export function clearBorders(image: Grey, ink: number): Grey {
  const out = { ...image, data: Uint8Array.from(image.data) };
  const { width, height } = image;
  const depth = { across: Math.floor(width * 0.08), down: Math.floor(height * 0.06) };
  clearFrom(out, ink, { lines: depth.across, length: height, at: (line, along) => along * width + line });
  clearFrom(out, ink, {
    lines: depth.across,
    length: height,
    at: (line, along) => along * width + width - 1 - line,
  });
  clearFrom(out, ink, { lines: depth.down, length: width, at: (line, along) => line * width + along });
  clearFrom(out, ink, {
    lines: depth.down,
    length: width,
    at: (line, along) => (height - 1 - line) * width + along,
  });
  return out;
}

interface Edge {
  readonly lines: number;
  readonly length: number;
  at(line: number, along: number): number;
}

/** Ink that reaches in from the edge without a break, pixel row by pixel row. */
function clearFrom(image: Grey, ink: number, edge: Edge): void {
  for (let along = 0; along < edge.length; along++)
    for (let line = 0; line < edge.lines; line++) {
      const at = edge.at(line, along);
      if (image.data[at]! > ink) break;
      image.data[at] = 255;
    }
}
