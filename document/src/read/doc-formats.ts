// Formatting of a .doc by place in the main stream: pages of 512 bytes that list stretches and their modifiers
// (MS-DOC 2.8.5 and 2.8.6).
import { readParagraphSprms, readRunSprms, type DocParagraph, type DocRun } from './doc-sprms.ts';

/** Stretches of the main stream that are formatted alike, in order; `starts[i]` to `starts[i + 1]` have `formats[i]`. */
export interface Formats<Format> {
  readonly starts: readonly number[];
  readonly formats: readonly Format[];
}

const PAGE = 512;

/** Throws RangeError on a damaged table. */
export function readParagraphFormats(
  stream: Uint8Array,
  plc: Uint8Array,
  data: Uint8Array | null,
): Formats<DocParagraph> {
  return readFormats(stream, plc, 13, (page, at) => {
    // The length counts words: with a byte before them, or, where that is 0, with the next byte.
    const count = page[at]!;
    const start = count === 0 ? at + 2 : at + 1;
    const length = count === 0 ? page[at + 1]! * 2 : count * 2 - 1;
    const bytes = page.subarray(start, Math.min(start + length, PAGE));
    if (bytes.length < 2) return {};
    return { style: bytes[0]! | (bytes[1]! << 8), ...readParagraphSprms(bytes.subarray(2), data) };
  });
}

/** Throws RangeError on a damaged table. */
export function readRunFormats(stream: Uint8Array, plc: Uint8Array): Formats<DocRun> {
  return readFormats(stream, plc, 1, (page, at) => readRunSprms(page.subarray(at + 1, at + 1 + page[at]!)));
}

function readFormats<Format extends object>(
  stream: Uint8Array,
  plc: Uint8Array,
  step: number,
  read: (page: Uint8Array, at: number) => Format,
): Formats<Format> {
  const count = Math.floor((plc.length - 4) / 8);
  if (count * PAGE > stream.length) throw new RangeError('formats');
  const view = new DataView(plc.buffer, plc.byteOffset, plc.byteLength);
  const starts: number[] = [];
  const formats: Format[] = [];
  for (let index = 0; index < count; index++) {
    const at = view.getUint32(4 * (count + 1) + 4 * index, true) * PAGE;
    const page = stream.subarray(at, at + PAGE);
    if (page.length < PAGE) throw new RangeError('formats');
    const places = new DataView(page.buffer, page.byteOffset, PAGE);
    const entries = Math.min(page[PAGE - 1]!, Math.floor((PAGE - 5) / (4 + step)));
    const known = new Map<number, Format>();
    for (let entry = 0; entry < entries; entry++) {
      const place = page[4 * (entries + 1) + step * entry]! * 2;
      let format = place === 0 ? ({} as Format) : known.get(place);
      if (!format) known.set(place, (format = read(page, place)));
      starts.push(places.getUint32(4 * entry, true));
      formats.push(format);
    }
  }
  return { starts, formats };
}

/** Place of the stretch that holds `offset`; -1 before the first. */
export function stretchAt(formats: Formats<unknown>, offset: number): number {
  let low = 0;
  let high = formats.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (formats.starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
