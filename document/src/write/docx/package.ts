// A zip of parts (APPNOTE 6.3.10); the same parts give the same bytes. Parts that are alike in most documents are packed once.
import { deflateSync, strToU8 } from 'fflate';

interface Packed {
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

export type Parts = Readonly<Record<string, string | Uint8Array>>;

const NO_NAMES: ReadonlySet<string> = new Set();

/** `alike` names parts that seldom differ between documents. */
export function zipParts(parts: Parts, alike: ReadonlySet<string> = NO_NAMES): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]) => ({
    name: strToU8(name),
    packed: typeof content === 'string' && alike.has(name) ? packedOnce(content) : pack(bytesOf(content)),
  }));
  const named = entries.reduce((sum, { name }) => sum + name.length, 0);
  const packed = entries.reduce((sum, each) => sum + each.packed.data.length, 0);
  const out = new Uint8Array(packed + 2 * named + entries.length * (LOCAL_SIZE + CENTRAL_SIZE) + END_SIZE);
  const view = new DataView(out.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    at = writeLocal(out, view, at, entry);
    return offset;
  });
  const directory = at;
  for (const [index, entry] of entries.entries()) at = writeCentral(out, view, at, entry, offsets[index]!);
  writeEnd(view, at, entries.length, directory);
  return out;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content;

const pack = (bytes: Uint8Array): Packed => ({
  crc: crcOf(bytes),
  size: bytes.length,
  data: deflateSync(bytes, { level: 6 }),
});

const kept = new Map<string, Packed>();
const MOST_KEPT = 64;

function packedOnce(content: string): Packed {
  const known = kept.get(content);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const packed = pack(strToU8(content));
  kept.set(content, packed);
  return packed;
}

interface Entry {
  readonly name: Uint8Array;
  readonly packed: Packed;
}

const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const VERSION = 20;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: parts have no time of their own. */
const DAY = 0x0021;

function writeLocal(out: Uint8Array, view: DataView, at: number, { name, packed }: Entry): number {
  view.setUint32(at, 0x04034b50, true);
  view.setUint16(at + 4, VERSION, true);
  writeFacts(view, at + 6, packed);
  view.setUint16(at + 26, name.length, true);
  out.set(name, at + LOCAL_SIZE);
  out.set(packed.data, at + LOCAL_SIZE + name.length);
  return at + LOCAL_SIZE + name.length + packed.data.length;
}

/** What local header and directory have in common. */
function writeFacts(view: DataView, at: number, { crc, size, data }: Packed): void {
  view.setUint16(at, FLAGS, true);
  view.setUint16(at + 2, DEFLATED, true);
  view.setUint16(at + 6, DAY, true);
  view.setUint32(at + 8, crc, true);
  view.setUint32(at + 12, data.length, true);
  view.setUint32(at + 16, size, true);
}

function writeCentral(
  out: Uint8Array,
  view: DataView,
  at: number,
  { name, packed }: Entry,
  offset: number,
): number {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, VERSION, true);
  view.setUint16(at + 6, VERSION, true);
  writeFacts(view, at + 8, packed);
  view.setUint16(at + 28, name.length, true);
  view.setUint32(at + 42, offset, true);
  out.set(name, at + CENTRAL_SIZE);
  return at + CENTRAL_SIZE + name.length;
}

function writeEnd(view: DataView, at: number, count: number, directory: number): void {
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
