// A PDF says at its end where everything stands; one that was cut short is given a new end, if its catalogue is still there.

/** Latin-1 text of a piece; bytes and letters then have the same places. */
function textAt(bytes: Uint8Array, from: number, to: number): string {
  const letters: string[] = [];
  for (let at = Math.max(0, from); at < Math.min(bytes.length, to); at++)
    letters.push(String.fromCharCode(bytes[at]!));
  return letters.join('');
}

const CATALOGUE = /\/Type\s*\/Catalog\b/g;
const PIECE = 1 << 16;

/** The file with a trailer of ours, so that a reader can look for its objects one by one; null without a catalogue. */
export function withNewEnd(bytes: Uint8Array): Uint8Array | null {
  const root = catalogueOf(bytes);
  if (root === null) return null;
  const end = `\nendstream\nendobj\ntrailer\n<< /Root ${root} 0 R /Size 999999 >>\nstartxref\n0\n%%EOF\n`;
  const mended = new Uint8Array(bytes.length + end.length);
  mended.set(bytes);
  mended.set(
    Uint8Array.from(end, (letter) => letter.charCodeAt(0)),
    bytes.length,
  );
  return mended;
}

/** The number of the last object that is a catalogue. */
function catalogueOf(bytes: Uint8Array): string | null {
  for (let from = bytes.length - PIECE; from > -PIECE; from -= PIECE) {
    // Pieces overlap, so that neither mark nor number is cut in two.
    const text = textAt(bytes, from - 300, from + PIECE);
    const last = [...text.matchAll(CATALOGUE)].at(-1);
    const number =
      last &&
      [...text.slice(Math.max(0, last.index - 280), last.index).matchAll(/(\d{1,7}) \d{1,5} obj\b/g)].at(-1);
    if (number) return number[1]!;
  }
  return null;
}
