// What happens to a page between the printer and the file: laid askew, blurred, noisy, signed in blue and sealed in red.
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Rgba } from '../../src/read/image-colour.ts';

export interface Harm {
  readonly dpi: number;
  /** Degrees. */
  readonly skew: number;
  /** Pixels. */
  readonly blur: number;
  /** Standard deviation of the noise, in shades. */
  readonly noise: number;
  /** Share of pixels that became specks. */
  readonly specks: number;
  /** Where the seal is put, in points from the top left; null for none. */
  readonly seal: readonly [x: number, y: number] | null;
  /** Quality of the JPEG file, 1 to 100; null for PNG. */
  readonly jpeg: number | null;
}

/** Even numbers in [0, 1) that are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A page's picture, harmed, as a picture file. */
export async function degrade(
  page: Rgba & { readonly dpi: number },
  harm: Harm,
  roll: () => number,
): Promise<Uint8Array> {
  const factor = harm.dpi / page.dpi;
  const canvas = createCanvas(Math.round(page.width * factor), Math.round(page.height * factor));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fbfaf6';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((harm.skew * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  if (harm.blur > 0) context.filter = `blur(${harm.blur}px)`;
  context.drawImage(sourceOf(page), 0, 0, canvas.width, canvas.height);
  if (harm.seal) {
    const point = harm.dpi / 72;
    // Ink on ink: black print stays black under red and blue.
    context.globalCompositeOperation = 'multiply';
    sign(context, harm.seal, point);
    stamp(context, harm.seal, point);
  }
  addNoise(canvas, harm, roll);
  const file = harm.jpeg === null ? await canvas.encode('png') : await canvas.encode('jpeg', harm.jpeg);
  return new Uint8Array(file);
}

function sourceOf(page: Rgba): Canvas {
  const canvas = createCanvas(page.width, page.height);
  const context = canvas.getContext('2d');
  const data = context.createImageData(page.width, page.height);
  data.data.set(page.data);
  context.putImageData(data, 0, 0);
  return canvas;
}

/** A seal of 36 mm, as the agencies' seals are. */
function stamp(context: SKRSContext2D, [x, y]: readonly [number, number], point: number): void {
  const radius = 51 * point;
  context.globalAlpha = 0.85;
  context.strokeStyle = context.fillStyle = '#d2232a';
  for (const [share, width] of [
    [1, 2.2],
    [0.94, 0.8],
    [0.62, 1],
  ] as const) {
    context.lineWidth = width * point;
    context.beginPath();
    context.arc(x * point, y * point, radius * share, 0, 2 * Math.PI);
    context.stroke();
  }
  context.font = `${9 * point}px sans-serif`;
  const text = 'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO ★ ';
  for (const [at, letter] of [...text].entries()) {
    const angle = (at / text.length) * 2 * Math.PI;
    context.save();
    context.translate(
      x * point + radius * 0.78 * Math.sin(angle),
      y * point - radius * 0.78 * Math.cos(angle),
    );
    context.rotate(angle);
    context.fillText(letter, -3 * point, 3 * point);
    context.restore();
  }
  context.font = `${40 * point}px sans-serif`;
  context.fillText('★', x * point - 20 * point, y * point + 14 * point);
  context.globalAlpha = 1;
}

/** A pen's loops beside the seal. */
function sign(context: SKRSContext2D, [x, y]: readonly [number, number], point: number): void {
  context.strokeStyle = '#1f3fae';
  context.lineWidth = 1.4 * point;
  context.beginPath();
  context.moveTo((x + 20) * point, (y + 8) * point);
  for (let loop = 0; loop < 4; loop++)
    context.bezierCurveTo(
      (x + 30 + 22 * loop) * point,
      (y - 34) * point,
      (x + 14 + 22 * loop) * point,
      (y + 34) * point,
      (x + 48 + 22 * loop) * point,
      (y + 2) * point,
    );
  context.stroke();
}

function addNoise(canvas: Canvas, { noise, specks }: Harm, roll: () => number): void {
  if (noise === 0 && specks === 0) return;
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    // Three even numbers summed come close enough to a normal distribution.
    const change = (roll() + roll() + roll() - 1.5) * 2 * noise;
    const speck = specks > 0 && roll() < specks;
    for (let channel = 0; channel < 3; channel++)
      data[at + channel] = speck ? 60 : data[at + channel]! + change;
  }
  context.putImageData(image, 0, 0);
}

const BOLD = fileURLToPath(
  new URL('../../../node_modules/@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf', import.meta.url),
);

/** A picture file of 200 dpi with a boxed mark in red ink under its letterhead, as marks of urgency and secrecy are stamped. */
export async function markInRed(file: Uint8Array, mark: string, tilt = 0): Promise<Uint8Array> {
  GlobalFonts.registerFromPath(BOLD, 'Tinos');
  const image = await loadImage(file);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  context.fillStyle = context.strokeStyle = '#d0202a';
  context.lineWidth = 4;
  context.font = '44px Tinos';
  context.translate(320, 378);
  context.rotate((tilt * Math.PI) / 180);
  context.translate(-320, -378);
  context.strokeRect(300, 330, context.measureText(mark).width + 40, 64);
  context.fillText(mark, 320, 378);
  return new Uint8Array(await canvas.encode('png'));
}
