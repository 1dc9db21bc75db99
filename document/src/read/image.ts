// Pictures of pages as grey pixels: 0 is ink, 255 is paper.

export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function greyOf(width: number, height: number, fill = 255): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(fill) };
}

/** Where `left` and `top` are, of size `width` × `height`; what lies outside is paper. */
export function crop(image: Grey, left: number, top: number, width: number, height: number): Grey {
  const out = greyOf(width, height);
  const from = Math.max(0, left);
  const to = Math.min(image.width, left + width);
  for (let y = Math.max(0, top); y < Math.min(image.height, top + height); y++)
    out.data.set(
      image.data.subarray(y * image.width + from, y * image.width + to),
      (y - top) * width + from - left,
    );
  return out;
}

/** Paints a rectangle in one shade; it may reach outside. */
export function paint(
  image: Grey,
  left: number,
  top: number,
  right: number,
  bottom: number,
  shade = 255,
): void {
  const from = Math.max(0, left);
  const to = Math.min(image.width, right);
  if (to <= from) return;
  for (let y = Math.max(0, top); y < Math.min(image.height, bottom); y++)
    image.data.fill(shade, y * image.width + from, y * image.width + to);
}

/** Scaled by averaging where it shrinks, by interpolation where it grows. */
export function scale(image: Grey, factor: number): Grey {
  if (Math.abs(factor - 1) < 0.02) return image;
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  return factor < 1 ? shrink(image, width, height) : grow(image, width, height);
}

function shrink(image: Grey, width: number, height: number): Grey {
  const across = averaged(image.data, image.width, image.height, width, true);
  return { width, height, data: averaged(across, width, image.height, height, false) };
}

/** Averages along one axis, each new pixel over the stretch of old ones that it covers. */
function averaged(
  data: Uint8Array,
  width: number,
  height: number,
  size: number,
  across: boolean,
): Uint8Array {
  const length = across ? width : height;
  const lines = across ? height : width;
  const step = across ? 1 : width;
  const line = across ? width : 1;
  const out = new Uint8Array(lines * size);
  const ratio = length / size;
  for (let at = 0; at < size; at++) {
    const from = at * ratio;
    const to = Math.min(length, from + ratio);
    const first = Math.floor(from);
    const last = Math.min(length - 1, Math.ceil(to) - 1);
    for (let row = 0; row < lines; row++) {
      let sum = 0;
      for (let old = first; old <= last; old++)
        sum += data[row * line + old * step]! * (Math.min(to, old + 1) - Math.max(from, old));
      out[across ? row * size + at : at * width + row] = sum / (to - from) + 0.5;
    }
  }
  return out;
}

function grow(image: Grey, width: number, height: number): Grey {
  const out = greyOf(width, height);
  const fx = image.width / width;
  const fy = image.height / height;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      out.data[y * width + x] = sample(image, (x + 0.5) * fx - 0.5, (y + 0.5) * fy - 0.5) + 0.5;
  return out;
}

/** The shade between pixels; paper outside. */
function sample(image: Grey, x: number, y: number): number {
  const { width, height, data } = image;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const dx = x - left;
  const dy = y - top;
  const inside = left >= 0 && top >= 0 && left + 1 < width && top + 1 < height;
  if (!inside) return left < -1 || top < -1 || left >= width || top >= height ? 255 : edge(image, left, top);
  const at = top * width + left;
  const upper = data[at]! * (1 - dx) + data[at + 1]! * dx;
  const lower = data[at + width]! * (1 - dx) + data[at + width + 1]! * dx;
  return upper * (1 - dy) + lower * dy;
}

function edge({ width, height, data }: Grey, x: number, y: number): number {
  return data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))]!;
}

/** Turned by so many degrees about its middle (clockwise is positive), on a sheet of the same size. */
export function rotate(image: Grey, degrees: number): Grey {
  const { width, height } = image;
  const out = greyOf(width, height);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cx = width / 2;
  const cy = height / 2;
  for (let y = 0; y < height; y++) {
    const base = y * width;
    for (let x = 0; x < width; x++)
      out.data[base + x] =
        sample(image, cos * (x - cx) + sin * (y - cy) + cx, -sin * (x - cx) + cos * (y - cy) + cy) + 0.5;
  }
  return out;
}

/** Turned by quarter turns, clockwise. */
export function quarterTurn(image: Grey, turns: number): Grey {
  const { width, height, data } = image;
  const turn = ((turns % 4) + 4) % 4;
  if (turn === 0) return image;
  const out = turn === 2 ? greyOf(width, height) : greyOf(height, width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to =
        turn === 1
          ? x * height + (height - 1 - y)
          : turn === 3
            ? (width - 1 - x) * height + y
            : (height - 1 - y) * width + (width - 1 - x);
      out.data[to] = data[y * width + x]!;
    }
  return out;
}

/** How many pixels have each shade. */
export function histogram({ data }: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at++) counts[data[at]!]!++;
  return counts;
}

/** Otsu's threshold: the shade that parts ink and paper best. */
export function threshold(counts: Uint32Array): number {
  let total = 0;
  let sum = 0;
  for (let shade = 0; shade < 256; shade++) {
    total += counts[shade]!;
    sum += shade * counts[shade]!;
  }
  let below = 0;
  let sumBelow = 0;
  let best = { spread: -1, shade: 128 };
  for (let shade = 0; shade < 255; shade++) {
    below += counts[shade]!;
    sumBelow += shade * counts[shade]!;
    if (below === 0 || below === total) continue;
    const gap = sumBelow / below - (sum - sumBelow) / (total - below);
    const spread = below * (total - below) * gap * gap;
    if (spread > best.spread) best = { spread, shade };
  }
  return best.shade;
}
