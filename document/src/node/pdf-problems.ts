// What would make a printed document wrong, found before it is set.
import { diagnostic } from '../messages.ts';
import type { Diagnostic } from '../tree.ts';
import { placed } from '../write/grid-places.ts';
import type { Grid, OfficialDocument } from '../write/official.ts';

/** On each side of the picture of a signature. */
export const MOST_PIXELS = 4000;

export function problemsOf(document: OfficialDocument): Diagnostic[] {
  const pictures = [document.signature, ...(document.cosigners ?? [])].map(({ image }) => image);
  const bodies = [document.body, ...document.attached.map(({ body }) => body)];
  const grids = bodies.flat().filter((block) => block.type === 'grid');
  return [
    ...(pictures.every((image) => !image || isPicture(image))
      ? []
      : [diagnostic('signature-not-a-picture', 'error', { pixels: MOST_PIXELS })]),
    ...grids.flatMap(misfits),
  ];
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG of a size that somebody may have signed with: a few bytes can claim to be a picture that fills the memory. */
function isPicture(bytes: Uint8Array): boolean {
  if (bytes.length < 33 || PNG.some((byte, at) => bytes[at] !== byte)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS;
}

function misfits(grid: Grid): Diagnostic[] {
  const { misfits: rows, widths } = placed(grid);
  const table = grid.caption ?? '';
  return rows.map((row) => diagnostic('table-does-not-fit', 'error', { table, row, columns: widths.length }));
}
