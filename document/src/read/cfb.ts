// Compound files (MS-CFB), the container of .doc, .xls and of encrypted packages: sectors chained by a table.

export interface CompoundFile {
  /** Names of the streams and storages at the root. */
  readonly names: readonly string[];
  /** A stream of the root; null where there is none. Throws RangeError on a damaged file. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const LAST = 0xfffffffa;
const STREAM = 2;
const HEADER = 512;
const ENTRY = 128;

/** Throws RangeError on a damaged file. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << sane(view.getUint16(30, true), 7, 16);
  const small = 1 << sane(view.getUint16(32, true), 4, 12);
  const cutoff = view.getUint32(56, true);
  const sector = (at: number): Uint8Array => bytes.subarray((at + 1) * size, (at + 2) * size);
  const table = sectorTable(view, size, sector);
  const read = (start: number): Uint8Array => join(chain(start, table).map(sector), size);
  const entries = entriesOf(read(view.getUint32(48, true)));
  const smallTable = numbers(read(view.getUint32(60, true)));
  let smallSectors: Uint8Array | null = null;
  const readSmall = (start: number): Uint8Array => {
    const all = (smallSectors ??= read(entries[0]?.start ?? LAST));
    return join(
      chain(start, smallTable).map((at) => all.subarray(at * small, (at + 1) * small)),
      small,
    );
  };
  const root = childrenOf(entries);
  return {
    names: [...root.keys()],
    stream(name) {
      const entry = root.get(name);
      if (entry?.type !== STREAM) return null;
      const whole = entry.size < cutoff ? readSmall(entry.start) : read(entry.start);
      return whole.subarray(0, entry.size);
    },
  };
}

function sane(value: number, least: number, most: number): number {
  if (value < least || value > most) throw new RangeError('compound file');
  return value;
}

/** The table's own sectors are listed in the header and, beyond 109, in sectors chained by their last number. */
function sectorTable(view: DataView, size: number, sector: (at: number) => Uint8Array): Uint32Array {
  const most = Math.ceil(view.byteLength / size);
  const own: number[] = [];
  for (let at = 76; at < HEADER; at += 4) own.push(view.getUint32(at, true));
  let next = view.getUint32(68, true);
  for (let steps = 0; next < LAST && steps < most; steps++) {
    const listed = numbers(sector(next));
    for (const number of listed.subarray(0, -1)) own.push(number);
    next = listed.at(-1) ?? LAST;
  }
  return numbers(
    join(
      own
        .filter((at) => at < most)
        .slice(0, most)
        .map(sector),
      size,
    ),
  );
}

/** A chain longer than its table leads in a circle. */
function chain(start: number, table: Uint32Array): number[] {
  const sectors: number[] = [];
  for (let at = start; at < LAST; at = table[at]!) {
    if (at >= table.length || sectors.length > table.length) throw new RangeError('compound file');
    sectors.push(at);
  }
  return sectors;
}

/** The file's last sector may be cut short, but none may lie beyond the file. */
function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  if (parts.some((part) => part.length === 0)) throw new RangeError('compound file');
  const all = new Uint8Array(parts.length * size);
  parts.forEach((part, index) => all.set(part, index * size));
  return all;
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = Math.min(view.getUint16(at + 64, true), 64);
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** What stands at the root itself; embedded documents have streams of the same names further down. */
function childrenOf(entries: readonly Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? LAST];
  while (waiting.length > 0) {
    const at = waiting.pop()!;
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
