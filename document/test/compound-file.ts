// The smallest compound files: a root with empty streams of the given names.

export function compoundFile(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  for (const at of [60, 68]) view.setUint32(at, LAST, true);
  for (let at = 80; at < 512; at += 4) view.setUint32(at, 0xffffffff, true);
  [0xfffffffd, LAST, LAST].forEach((next, sector) => view.setUint32(512 + 4 * sector, next, true));
  writeEntry(view, 1024, 'Root Entry', 5, names.length > 0 ? 1 : NONE, NONE);
  names.forEach((name, index) =>
    writeEntry(view, 1024 + 128 * (index + 1), name, 2, NONE, index + 1 < names.length ? index + 2 : NONE),
  );
  return bytes;
}

const LAST = 0xfffffffe;
const NONE = 0xffffffff;

function writeEntry(
  view: DataView,
  at: number,
  name: string,
  type: number,
  child: number,
  right: number,
): void {
  for (let index = 0; index < name.length; index++)
    view.setUint16(at + 2 * index, name.charCodeAt(index), true);
  view.setUint16(at + 64, 2 * name.length + 2, true);
  view.setUint8(at + 66, type);
  view.setUint32(at + 68, NONE, true);
  view.setUint32(at + 72, right, true);
  view.setUint32(at + 76, child, true);
  view.setUint32(at + 116, LAST, true);
}
