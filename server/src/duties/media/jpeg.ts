// A JPEG without what the camera wrote beside the picture: place, time, device, thumbnail, comments. Kept are the colours' profile
// and how the picture is to be turned.

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe } as const;
const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7;
const isApplication = (code: number) => code >= 0xe0 && code <= 0xef;

const begins = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** JFIF's own head, the colour profile, and Adobe's mark that says how colours are stored: without them it looks otherwise. */
const isKept = (code: number, content: Uint8Array): boolean =>
  (code === 0xe0 && begins(content, 'JFIF\0')) ||
  (code === 0xe2 && begins(content, 'ICC_PROFILE\0')) ||
  (code === 0xee && begins(content, 'Adobe'));

/** Null: this is no whole JPEG. */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null;
  const kept: Uint8Array[] = [];
  let turn = 1;
  let scans = 0;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const code = bytes[at + 1] ?? 0;
    if (code === 0xff) {
      // Any number of 0xFF may fill up the space in front of a marker.
      at += 1;
      continue;
    }
    if (code === marker.end) return scans === 0 ? null : whole(kept, turn);
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return null;
    const content = bytes.subarray(at + 4, next);
    const end = code === marker.scan ? endOfScan(bytes, next) : next;
    if (code === marker.scan) scans += 1;
    if (code === 0xe1 && begins(content, 'Exif\0\0')) turn = turnOf(content.subarray(6)) ?? turn;
    if (isKept(code, content) || !(isApplication(code) || code === marker.comment)) {
      kept.push(bytes.subarray(at, end));
    }
    at = end;
  }
  // Cut short while it was sent: what is there is still a picture, and closed here.
  return scans === 0 ? null : whole(kept, turn);
}

/** What lies behind the end of the picture (a second picture, a film) is left out. */
function whole(kept: readonly Uint8Array[], turn: number): Uint8Array {
  const head = kept[0]?.[1] === 0xe0 ? 1 : 0;
  const exif = turn >= 2 && turn <= 8 ? [turnSegment(turn)] : [];
  const parts = [
    Uint8Array.of(0xff, marker.start),
    ...kept.slice(0, head),
    ...exif,
    ...kept.slice(head),
    Uint8Array.of(0xff, marker.end),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** The next marker that does not belong to the picture's data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at !== -1 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const code = bytes[at + 1] ?? 0;
    if (code !== 0 && code !== 0xff && !isRestart(code)) return at;
  }
  return bytes.length;
}

const orientation = 0x0112;

/** The orientation in the first directory of Exif (a TIFF); null where there is none. */
function turnOf(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return null;
  const count = view.getUint16(first, little);
  for (let at = first + 2, left = count; left > 0 && at + 12 <= tiff.length; at += 12, left -= 1) {
    if (view.getUint16(at, little) === orientation) return view.getUint16(at + 8, little);
  }
  return null;
}

/** Exif that says nothing but how to turn the picture. */
function turnSegment(turn: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    turn,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const content = [...Buffer.from('Exif\0\0', 'latin1'), ...tiff];
  return Uint8Array.of(0xff, 0xe1, 0, content.length + 2, ...content);
}
