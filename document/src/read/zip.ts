// The parts of a ZIP package, inflated one by one under a common limit that is watched while inflating.
import { Inflate, inflateSync } from 'fflate';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header starts, and the sizes that the directory states. */
  readonly offset: number;
  readonly compressed: number;
  readonly size: number;
}

export type ZipFault = 'broken' | 'overlap' | 'encrypted' | 'method' | 'limit';

/** Thrown inside the readers of packages and caught at their door; nothing outside sees it. */
export class ZipError extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface Zip {
  readonly names: readonly string[];
  /** The inflated bytes of a part (names differ in case among writers); null where there is none. */
  part(name: string): Uint8Array | null;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const MOST_ENTRIES = 50_000;
// A step of input inflates to at most 1032 times its size, so a bomb is stopped within 17 MB of its limit.
const STEP = 1 << 14;

/** Reads the directory; `limit` bounds the bytes that all parts together may inflate to. */
export function openZip(bytes: Uint8Array, limit: number): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { all, byName } = directory(bytes, view);
  refuseOverlaps(all);
  let left = limit;
  return {
    names: all.map((entry) => entry.name),
    part(name) {
      const entry = byName.get(name.toLowerCase());
      if (!entry) return null;
      const inflated = inflate(content(bytes, view, entry), entry, left);
      left -= inflated.length;
      return inflated;
    },
  };
}

interface Directory {
  readonly all: readonly ZipEntry[];
  readonly byName: ReadonlyMap<string, ZipEntry>;
}

function directory(bytes: Uint8Array, view: DataView): Directory {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const all: ZipEntry[] = [];
  if (count > MOST_ENTRIES) throw new ZipError('limit');
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new ZipError('broken');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > view.byteLength) throw new ZipError('broken');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    all.push(widened(view, entryAt(view, at, name), nameEnd, extraEnd));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  const byName = new Map<string, ZipEntry>();
  for (const entry of all.toReversed()) byName.set(entry.name.toLowerCase(), entry);
  return { all, byName };
}

function entryAt(view: DataView, at: number, name: string): ZipEntry {
  return {
    name,
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

const WIDE = 0xffffffff;

/** Zip64: fields that do not fit stand as 64-bit numbers, in this order, in the extra field with id 1. */
function widened(view: DataView, entry: ZipEntry, start: number, end: number): ZipEntry {
  if (entry.size !== WIDE && entry.compressed !== WIDE && entry.offset !== WIDE) return entry;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const wide = (field: number): number => {
      if (field !== WIDE || next + 8 > end) return field;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    return {
      ...entry,
      size: wide(entry.size),
      compressed: wide(entry.compressed),
      offset: wide(entry.offset),
    };
  }
  return entry;
}

/** The end record stands in the last 64 KB, before a comment. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  throw new ZipError('broken');
}

/** Entries that share their bytes are how a small file claims petabytes; no honest writer makes them. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  let end = 0;
  for (const entry of sorted) {
    if (entry.offset < end) throw new ZipError('overlap');
    end = entry.offset + 30 + entry.compressed;
  }
}

function content(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  const { offset, compressed } = entry;
  if (entry.encrypted) throw new ZipError('encrypted');
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw new ZipError('broken');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) throw new ZipError('broken');
  return bytes.subarray(start, start + compressed);
}

// Text reaches 50 times; DEFLATE cannot exceed 1032.
const MOST_RATIO = 200;
const SMALL = 1 << 24;
const DEFLATE_RATIO = 1032;

function inflate(data: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  const { size, compressed } = entry;
  if (size > limit || (size > SMALL && size > compressed * MOST_RATIO)) fail('limit');
  if (entry.method === 0) return data.length > limit ? fail('limit') : data;
  if (entry.method !== 8) fail('method');
  if (size > (compressed + 16) * DEFLATE_RATIO) fail('broken');
  const whole =
    compressed * DEFLATE_RATIO <= SMALL ? inflateAtOnce(data, size) : inflateInSteps(data, size, limit);
  return whole.length === size ? whole : fail('broken');
}

/** One byte of room more than stated shows whether the data holds more; what is beyond is never stored. */
function inflateAtOnce(data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(data, { out: new Uint8Array(size + 1) });
  } catch {
    return fail('broken');
  }
}

function inflateInSteps(data: Uint8Array, size: number, limit: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) fail(filled + chunk.length > limit ? 'limit' : 'broken');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += STEP)
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch (error) {
    fail(error instanceof ZipError ? error.fault : 'broken');
  }
  return filled === size ? out : fail('broken');
}

function fail(fault: ZipFault): never {
  throw new ZipError(fault);
}
