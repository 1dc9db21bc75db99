// A QR code as the rectangles of an SVG: black on white in dark mode too, or telephones would not read it.
import { encode } from 'uqr';

export interface Picture {
  /** Modules on a side, with the quiet zone. */
  readonly size: number;
  /** Path of the dark modules, one unit a module. */
  readonly path: string;
}

export function picture(text: string): Picture {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
