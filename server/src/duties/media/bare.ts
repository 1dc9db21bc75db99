// Pictures and films without what the camera wrote beside them: where somebody lives and walks is nobody's business here.
import { bareFilm, bareHeic } from './boxes.ts';
import { barePng, bareWebp } from './chunks.ts';
import { bareJpeg } from './jpeg.ts';
import type { Kind } from './kind.ts';

const ways: Readonly<Partial<Record<Kind['name'], (bytes: Uint8Array) => Uint8Array | null>>> = {
  jpeg: bareJpeg,
  png: barePng,
  webp: bareWebp,
  heic: bareHeic,
  video: bareFilm,
};

/** As it is where nothing is to be removed; null where it is broken, so that nobody can say what is in it. */
export function bare(bytes: Uint8Array, { name }: Kind): Uint8Array | null {
  const way = ways[name];
  if (!way) return bytes;
  try {
    return way(bytes);
  } catch {
    // A length that leads out of the file.
    return null;
  }
}
