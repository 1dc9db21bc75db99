// A zip archive written while its parts are made (PKWARE APPNOTE 6.3): sizes follow each part in a data descriptor, so nothing waits
// for them. Each piece is deflated by itself up to a byte's edge; such pieces one after the other are one deflate stream.
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
/** Tables are mostly repetition: more effort takes much longer and saves little. */
const level = 4;
/** The last block of a deflate stream, empty. */
const ending = Uint8Array.of(3, 0);
/** Beyond it an archive needs the fields of zip64, which not every program reads. */
const largest = 2 ** 32 - 1;

interface Part {
  readonly name: Uint8Array;
  readonly at: number;
  crc: number;
  packed: number;
  size: number;
}

export interface Zip {
  /** A new part, after the one before has ended. */
  begin(name: string): Uint8Array;
  add(text: string): Promise<Uint8Array>;
  end(): Uint8Array;
  /** The list of contents. */
  close(): Uint8Array;
}

// Sizes follow (bit 3), names are UTF-8 (bit 11); deflated; the first day that a zip can name.
const head = [20, 0x0808, 8, 0, 0x21] as const;
/** No further fields, no remark, the first disk, no attributes. */
const attributes = [0, 0, 0, 0, 0, 0] as const;

function record(
  signature: number,
  shorts: readonly number[],
  name: Uint8Array = new Uint8Array(),
): Uint8Array {
  const bytes = new Uint8Array(4 + 2 * shorts.length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  shorts.forEach((each, at) => view.setUint16(4 + 2 * at, each, true));
  bytes.set(name, 4 + 2 * shorts.length);
  return bytes;
}

const long = (value: number): readonly [number, number] => [value & 0xffff, value >>> 16];

export function zip(): Zip {
  const parts: Part[] = [];
  let at = 0;
  const written = (bytes: Uint8Array): Uint8Array => {
    at += bytes.length;
    if (at > largest) throw new Error('The archive would be larger than 4 GiB.');
    return bytes;
  };
  const last = (): Part => {
    const part = parts.at(-1);
    if (!part) throw new Error('No part was begun.');
    return part;
  };
  return {
    begin(text) {
      const name = new TextEncoder().encode(text);
      parts.push({ name, at, crc: 0, packed: 0, size: 0 });
      return written(record(0x04034b50, [...head, 0, 0, 0, 0, 0, 0, name.length, 0], name));
    },
    async add(text) {
      const part = last();
      const bytes = new TextEncoder().encode(text);
      if (part.size + bytes.length > largest) throw new Error('A part would be larger than 4 GiB.');
      const packed = await deflate(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
      part.crc = crc32(bytes, part.crc);
      part.size += bytes.length;
      part.packed += packed.length;
      return written(packed);
    },
    end() {
      const part = last();
      part.packed += ending.length;
      const sizes = [...long(part.crc), ...long(part.packed), ...long(part.size)];
      return written(joined([ending, record(0x08074b50, sizes)]));
    },
    close() {
      const list = parts.map(({ name, at: offset, crc, packed, size }) =>
        record(
          0x02014b50,
          [
            20,
            ...head,
            ...long(crc),
            ...long(packed),
            ...long(size),
            name.length,
            ...attributes,
            ...long(offset),
          ],
          name,
        ),
      );
      const length = list.reduce((sum, each) => sum + each.length, 0);
      const end = [0, 0, parts.length, parts.length, ...long(length), ...long(at), 0];
      return joined([...list, record(0x06054b50, end)]);
    },
  };
}

function joined(all: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of all) {
    bytes.set(each, at);
    at += each.length;
  }
  return bytes;
}
