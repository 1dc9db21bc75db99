// Pages as small grey pictures, and how far two of them are from each other.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openPictures } from '../../src/node/render.ts';

export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Points per millimetre: a letter is some three points wide. */
export const FINENESS = 2;

/** Every page, averaged down from a fine rendering. */
export async function greyPages(bytes: Uint8Array): Promise<Grey[]> {
  const opened = await openPictures('pdf', bytes);
  const pages: Grey[] = [];
  for (let number = 1; number <= opened.pages; number++) pages.push(averaged(await opened.picture(number)));
  await opened.close();
  return pages;
}

function averaged({
  width,
  height,
  data,
  dpi,
}: {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
  dpi: number;
}): Grey {
  const step = dpi / 25.4 / FINENESS;
  const [columns, rows] = [Math.round(width / step), Math.round(height / step)];
  const values = new Uint8Array(columns * rows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let [sum, count] = [0, 0];
      for (let v = Math.floor(y * step); v < Math.min(height, (y + 1) * step); v++)
        for (let u = Math.floor(x * step); u < Math.min(width, (x + 1) * step); u++, count++) {
          const at = (v * width + u) * 4;
          sum += (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
        }
      // Sixteen shades are enough, and keep the files small.
      values[y * columns + x] = Math.round(sum / count / 17) * 17;
    }
  return { width: columns, height: rows, values };
}

export async function pngOf({ width, height, values }: Grey): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (const [at, value] of values.entries()) image.data.set([value, value, value, 255], at * 4);
  context.putImageData(image, 0, 0);
  return canvas.encode('png');
}

export async function greyOf(png: Uint8Array): Promise<Grey> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const values = Uint8Array.from({ length: image.width * image.height }, (_, at) => data[at * 4]!);
  return { width: image.width, height: image.height, values };
}

/** Side of the squares that are compared, in points: a millimetre and a half. */
const SQUARE = 3;

/** Shades by which two squares may differ and still look the same: what other processors make of the edges of letters. A dot below makes 24, a letter 100. */
export const ALIKE = 20;

export interface Apart {
  /** Shades, 0 to 255, by which the squares that differ most do so. */
  readonly shades: number;
  /** Where they are, in millimetres from the top left corner. */
  readonly x: number;
  readonly y: number;
}

/** The place where two pictures differ most: a letter that is gone, a line that has moved. */
export function apart(a: Grey, b: Grey): Apart {
  if (a.width !== b.width || a.height !== b.height) return { shades: 255, x: 0, y: 0 };
  let worst: Apart = { shades: 0, x: 0, y: 0 };
  for (let y = 0; y + SQUARE <= a.height; y++)
    for (let x = 0; x + SQUARE <= a.width; x++) {
      const shades = Math.abs(meanOf(a, x, y) - meanOf(b, x, y));
      if (shades > worst.shades) worst = { shades, x: x / FINENESS, y: y / FINENESS };
    }
  return worst;
}

function meanOf({ width, values }: Grey, x: number, y: number): number {
  let sum = 0;
  for (let v = y; v < y + SQUARE; v++) for (let u = x; u < x + SQUARE; u++) sum += values[v * width + u]!;
  return sum / SQUARE ** 2;
}
