// The text of a .doc: pieces of the main stream in one byte or two a character (MS-DOC 2.8.35).

export interface DocPiece {
  /** Characters of the text that it holds: [start, end). */
  readonly start: number;
  readonly end: number;
  /** Where its first character stands in the main stream, and how many bytes each takes. */
  readonly offset: number;
  readonly width: 1 | 2;
}

export interface DocText {
  readonly text: string;
  readonly pieces: readonly DocPiece[];
}

const PIECES = 2;

/** Throws RangeError on a damaged table. */
export function readPieces(stream: Uint8Array, clx: Uint8Array): DocText {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  // Before the pieces stand modifiers that only fast saves of old versions used.
  while (view.getUint8(at) !== PIECES) at += 3 + view.getUint16(at + 1, true);
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  const pieces: DocPiece[] = [];
  let end = view.getUint32(first, true);
  for (let index = 0; index < count; index++) {
    const start = end;
    end = view.getUint32(first + 4 * (index + 1), true);
    const place = view.getUint32(first + 4 * (count + 1) + 8 * index + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const offset = narrow ? (place & 0x3fffffff) >> 1 : place;
    const piece: DocPiece = { start, end, offset, width: narrow ? 1 : 2 };
    // Honest pieces do not overlap, so there are no more characters than bytes.
    if (end < start || end > stream.length || offset + (end - start) * piece.width > stream.length)
      throw new RangeError('pieces');
    pieces.push(piece);
  }
  return { text: pieces.map((piece) => decode(stream, piece)).join(''), pieces };
}

function decode(stream: Uint8Array, { start, end, offset, width }: DocPiece): string {
  const bytes = stream.subarray(offset, offset + (end - start) * width);
  return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes);
}

/** The piece that holds a character; pieces are in order. */
export function pieceAt(pieces: readonly DocPiece[], character: number): DocPiece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end <= character) low = middle + 1;
    else high = middle;
  }
  return pieces[low];
}
