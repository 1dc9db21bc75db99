// Single property modifiers (MS-DOC 2.6): how a .doc states what differs from a style.

import type { RowDefinition } from './marked-flow.ts';

export interface DocParagraph {
  /** Style, list (from 1 among the file's lists; 0 for none) and its level. */
  style?: number;
  list?: number;
  depth?: number;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Heading level from 1; 0 for text. */
  level?: number;
  inTable?: boolean;
  /** Ends a row, of a table or of one inside a cell. */
  rowEnd?: boolean;
  innerRowEnd?: boolean;
  row?: RowDefinition;
}

export interface DocRun {
  bold?: Toggle;
  italic?: Toggle;
  caps?: Toggle;
  hidden?: Toggle;
  deleted?: boolean;
  style?: number;
  font?: number;
  /** A character of a symbol font. */
  symbol?: number;
}

/** On, off, as the style has it, or its opposite. */
export type Toggle = boolean | 'style' | 'opposite';

type Visit = (code: number, view: DataView, at: number, length: number) => void;

const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];
const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;

function eachSprm(bytes: Uint8Array, visit: Visit): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 3 <= bytes.length) {
    const code = view.getUint16(at, true);
    at += 2;
    let length = SIZES[code >> 13]!;
    if (length < 0) {
      if (code === CHANGE_TABS && bytes[at] === 255) return;
      const wide = code === DEFINE_TABLE && at + 2 <= bytes.length;
      length = wide ? view.getUint16(at, true) - 1 : bytes[at]!;
      at += wide ? 2 : 1;
    }
    if (length < 0 || at + length > bytes.length) return;
    visit(code, view, at, length);
    at += length;
  }
}

const ALIGN = ['left', 'center', 'right', 'justify', 'justify', 'justify'] as const;

const PARAGRAPH: ReadonlyMap<number, (to: DocParagraph, view: DataView, at: number, length: number) => void> =
  new Map([
    [0x4600, (to: DocParagraph, view: DataView, at: number) => void (to.style = view.getUint16(at, true))],
    [0x2403, readAlign],
    [0x2461, readAlign],
    [0x260a, (to, view, at) => void (to.depth = view.getUint8(at))],
    [0x460b, (to, view, at) => void (to.list = view.getInt16(at, true))],
    [
      0x2640,
      (to, view, at) => {
        const level = view.getUint8(at);
        to.level = level < 9 ? level + 1 : 0;
      },
    ],
    [0x2416, (to, view, at) => void (to.inTable = view.getUint8(at) === 1)],
    [0x6649, (to, view, at) => void (to.inTable = view.getInt32(at, true) > 0)],
    [0x2417, (to, view, at) => void (to.rowEnd = view.getUint8(at) === 1)],
    [0x244c, (to, view, at) => void (to.innerRowEnd = view.getUint8(at) === 1)],
    [DEFINE_TABLE, (to, view, at, length) => void (to.row = rowOf(view, at, length))],
  ] as [number, (to: DocParagraph, view: DataView, at: number, length: number) => void][]);

function readAlign(to: DocParagraph, view: DataView, at: number): void {
  const align = ALIGN[view.getUint8(at)];
  if (align) to.align = align;
}

const TC = 20;

function rowOf(view: DataView, at: number, length: number): RowDefinition {
  const count = view.getUint8(at);
  const end = at + length;
  const edges: number[] = [];
  for (let next = at + 1; edges.length <= count && next + 2 <= end; next += 2)
    edges.push(view.getInt16(next, true));
  const cells: RowDefinition['cells'][number][] = [];
  for (let next = at + 3 + count * 2; cells.length < count && next + 2 <= end; next += TC) {
    const flags = view.getUint16(next, true);
    const merge = (flags >> 5) & 3;
    cells.push({
      sideways: (flags & 3) !== 0,
      merge: merge === 3 ? 'restart' : merge === 1 ? 'continue' : null,
    });
  }
  return { edges, cells };
}

const toggle = (value: number): Toggle =>
  value === 0x80 ? 'style' : value === 0x81 ? 'opposite' : value !== 0;

const RUN: ReadonlyMap<number, (to: DocRun, view: DataView, at: number) => void> = new Map([
  [0x0800, (to: DocRun, view: DataView, at: number) => void (to.deleted = view.getUint8(at) !== 0)],
  [0x0835, (to, view, at) => void (to.bold = toggle(view.getUint8(at)))],
  [0x0836, (to, view, at) => void (to.italic = toggle(view.getUint8(at)))],
  [0x083b, (to, view, at) => void (to.caps = toggle(view.getUint8(at)))],
  [0x083c, (to, view, at) => void (to.hidden = toggle(view.getUint8(at)))],
  [0x4a30, (to, view, at) => void (to.style = view.getUint16(at, true))],
  [0x4a4f, (to, view, at) => void (to.font = view.getUint16(at, true))],
  [0x6a09, (to, view, at) => void (to.symbol = view.getUint16(at + 2, true))],
] as [number, (to: DocRun, view: DataView, at: number) => void][]);

/** Modifiers too long for their page stand in the data stream. */
const ELSEWHERE = new Set([0x6645, 0x6646, 0x646b]);

export function readParagraphSprms(bytes: Uint8Array, data?: Uint8Array | null): DocParagraph {
  const to: DocParagraph = {};
  eachSprm(bytes, (code, view, at, length) => {
    if (data && ELSEWHERE.has(code))
      Object.assign(to, readParagraphSprms(outside(data, view.getUint32(at, true))));
    else PARAGRAPH.get(code)?.(to, view, at, length);
  });
  return to;
}

function outside(data: Uint8Array, at: number): Uint8Array {
  if (at + 2 > data.length) return new Uint8Array();
  return data.subarray(at + 2, at + 2 + (data[at]! | (data[at + 1]! << 8)));
}

export function readRunSprms(bytes: Uint8Array): DocRun {
  const to: DocRun = {};
  eachSprm(bytes, (code, view, at) => RUN.get(code)?.(to, view, at));
  return to;
}
