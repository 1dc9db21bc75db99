// Lists of a .doc (MS-DOC 2.9.131, 2.9.147, 2.9.150) in the form that Word packages have, so that one counter serves both.
import type { Level, List, Lists } from './docx-numbering.ts';

/** MSONFC: the formats of numbers that we know; others are decimal. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

interface Cursor {
  readonly view: DataView;
  at: number;
}

/** `definitions` starts at the list table and runs on over the levels behind it. Lists count from "1". */
export function readDocLists(definitions: Uint8Array, overrides: Uint8Array): Lists {
  const lists = new Map<string, List>();
  if (definitions.length < 2 || overrides.length < 4) return lists;
  const byId = readDefinitions(definitions);
  const view = new DataView(overrides.buffer, overrides.byteOffset, overrides.byteLength);
  const count = Math.min(view.getUint32(0, true), 4096, Math.floor((overrides.length - 4) / 16));
  const cursor: Cursor = { view, at: 4 + 16 * count };
  for (let index = 0; index < count; index++) {
    const at = 4 + 16 * index;
    const id = view.getInt32(at, true);
    const levels = new Map(byId.get(id));
    const starts = new Map<number, number>();
    try {
      readOverrides(cursor, view.getUint8(at + 12), levels, starts);
    } catch {
      // What stands behind a damaged override is lost, the lists themselves are not.
      cursor.at = overrides.length;
    }
    lists.set(String(index + 1), { abstract: String(id), levels, starts });
  }
  return lists;
}

function readDefinitions(bytes: Uint8Array): Map<number, Map<number, Level>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(0, true);
  const cursor: Cursor = { view, at: 2 + 28 * count };
  const byId = new Map<number, Map<number, Level>>();
  for (let index = 0; index < count; index++) {
    const at = 2 + 28 * index;
    const levels = new Map<number, Level>();
    const simple = (view.getUint8(at + 26) & 1) !== 0;
    for (let depth = 0; depth < (simple ? 1 : 9); depth++) levels.set(depth, readLevel(cursor));
    byId.set(view.getInt32(at, true), levels);
  }
  return byId;
}

function readLevel(cursor: Cursor): Level {
  const { view, at } = cursor;
  const flags = view.getUint8(at + 5);
  const skipped = view.getUint8(at + 24) + view.getUint8(at + 25);
  const length = view.getUint16(at + 28 + skipped, true);
  let text = '';
  for (let index = 0; index < length; index++) {
    const unit = view.getUint16(at + 30 + skipped + 2 * index, true);
    text += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  cursor.at = at + 30 + skipped + 2 * length;
  return {
    start: Math.max(0, view.getInt32(at, true)),
    format: FORMATS[view.getUint8(at + 4)] ?? 'decimal',
    text,
    restart: (flags & 8) === 0 ? null : view.getUint8(at + 26),
    legal: (flags & 4) !== 0,
    style: null,
  };
}

function readOverrides(
  cursor: Cursor,
  count: number,
  levels: Map<number, Level>,
  starts: Map<number, number>,
): void {
  const { view } = cursor;
  cursor.at += 4;
  for (let index = 0; index < count; index++) {
    const start = view.getInt32(cursor.at, true);
    const flags = view.getUint32(cursor.at + 4, true);
    const depth = flags & 0xf;
    cursor.at += 8;
    if ((flags & 0x20) !== 0) levels.set(depth, readLevel(cursor));
    if ((flags & 0x10) !== 0)
      starts.set(depth, (flags & 0x20) === 0 ? start : (levels.get(depth)?.start ?? start));
  }
}
