// HEIC pictures and MP4 films: what was written beside them (place, time, device) is overwritten with zeros where it stands, so that
// all other offsets stay right. ISO/IEC 14496-12 and 23008-12.

interface Box {
  readonly type: string;
  /** Of the whole box, and of its content. */
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  const view = viewOf(bytes);
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= to;
    const size = short === 0 ? to - at : long ? Number(view.getBigUint64(at + 8)) : short;
    const end = at + size;
    if (size < (long ? 16 : 8) || end > to) return;
    const type = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString('latin1');
    yield { type, start: at, content: at + (long ? 16 : 8), end };
    at = end;
  }
}

const inside = (bytes: Uint8Array, { content, end }: Box, skip = 0) => [
  ...boxesIn(bytes, content + skip, end),
];

/** Films: user data and other notes become free space. Null: this is no film. */
export function bareFilm(original: Uint8Array): Uint8Array | null {
  const bytes = new Uint8Array(original);
  const top = [...boxesIn(bytes, 0, bytes.length)];
  const film = top.find(({ type }) => type === 'moov');
  if (!film) return null;
  const within = inside(bytes, film);
  const tracks = within.filter(({ type }) => type === 'trak').flatMap((track) => inside(bytes, track));
  const notes = new Set(['udta', 'meta', 'uuid']);
  for (const box of [...top, ...within, ...tracks]) {
    if (notes.has(box.type)) free(bytes, box);
  }
  return bytes;
}

function free(bytes: Uint8Array, { start, content, end }: Box): void {
  bytes.set(Buffer.from('free', 'latin1'), start + 4);
  bytes.fill(0, content, end);
}

interface Extent {
  readonly start: number;
  readonly length: number;
}

/** Pictures: the items of type Exif and those of XMP are emptied. Null: this is no such picture, or its notes cannot be found. */
export function bareHeic(original: Uint8Array): Uint8Array | null {
  const bytes = new Uint8Array(original);
  const meta = [...boxesIn(bytes, 0, bytes.length)].find(({ type }) => type === 'meta');
  if (!meta) return null;
  const parts = inside(bytes, meta, 4);
  const part = (type: string) => parts.find((box) => box.type === type);
  const [names, places, data] = [part('iinf'), part('iloc'), part('idat')];
  if (!names || !places) return null;
  const notes = noteIds(bytes, names);
  const found = placesOf(bytes, places, data?.content ?? 0);
  for (const id of notes) {
    const extents = found.get(id);
    if (!extents) return null;
    for (const { start, length } of extents) {
      if (start + length > bytes.length) return null;
      bytes.fill(0, start, start + length);
    }
  }
  return bytes;
}

/** Numbers of the items that are Exif or XMP. */
function noteIds(bytes: Uint8Array, names: Box): readonly number[] {
  const view = viewOf(bytes);
  const wide = view.getUint8(names.content) > 0;
  return inside(bytes, names, wide ? 8 : 6).flatMap((box) => {
    if (box.type !== 'infe') return [];
    const version = view.getUint8(box.content);
    if (version < 2) return [];
    const id = version === 2 ? view.getUint16(box.content + 4) : view.getUint32(box.content + 4);
    const at = box.content + (version === 2 ? 8 : 10);
    const type = Buffer.from(bytes.buffer, bytes.byteOffset + at, 4).toString('latin1');
    return type === 'Exif' || type === 'mime' ? [id] : [];
  });
}

/** Where each item's bytes lie in the file; items that are made of others have no place of their own. */
function placesOf(bytes: Uint8Array, box: Box, data: number): ReadonlyMap<number, readonly Extent[]> {
  const view = viewOf(bytes);
  let at = box.content;
  const number = (size: number): number => {
    const value =
      size === 0
        ? 0
        : size === 1
          ? view.getUint8(at)
          : size === 2
            ? view.getUint16(at)
            : size === 4
              ? view.getUint32(at)
              : Number(view.getBigUint64(at));
    at += size;
    return value;
  };
  const version = number(1);
  at += 3;
  const sizes = number(2);
  const [offset, length, base, index] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    version > 0 ? sizes & 15 : 0,
  ];
  const found = new Map<number, Extent[]>();
  for (let left = number(version < 2 ? 2 : 4); left > 0 && at < box.end; left -= 1) {
    const id = number(version < 2 ? 2 : 4);
    const method = version > 0 ? number(2) & 15 : 0;
    number(2);
    const from = number(base) + (method === 1 ? data : 0);
    const extents: Extent[] = [];
    for (let extent = number(2); extent > 0 && at < box.end; extent -= 1) {
      number(index);
      const start = from + number(offset);
      extents.push({ start, length: number(length) });
    }
    if (method < 2) found.set(id, extents);
  }
  return found;
}
