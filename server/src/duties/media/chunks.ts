// PNG and WebP without what was written beside the picture: both are rows of named chunks.

const name = (bytes: Uint8Array, at: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, 4).toString('latin1');
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** What the picture needs to look as it does; texts, times, Exif and what nobody knows are left out. */
const pngKept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD hIST sPLT acTL fcTL fdAT'.split(' '),
);

/** Null: this is no whole PNG. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const chunk = name(bytes, at + 4);
    if (pngKept.has(chunk)) kept.push(bytes.subarray(at, end));
    if (chunk === 'IEND') return new Uint8Array(Buffer.concat(kept));
    at = end;
  }
  return null;
}

const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Of VP8X: that there is Exif, that there is XMP. */
const flags = 0x08 | 0x04;

/** Null: this is no whole WebP. */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  const last = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= last;) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) return null;
    const chunk = new Uint8Array(bytes.subarray(at, end));
    const called = name(bytes, at);
    if (called === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~flags;
    if (webpKept.has(called)) kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) return null;
  const content = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content.length + 4, 4);
  return new Uint8Array(Buffer.concat([head, content]));
}
