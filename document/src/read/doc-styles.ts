// The style sheet of a .doc (MS-DOC 2.9.271): what each style says after those that it is based on.
import { readParagraphSprms, readRunSprms, type DocParagraph, type DocRun } from './doc-sprms.ts';

export interface DocStyle {
  readonly name: string;
  readonly base: number;
  readonly paragraph: DocParagraph;
  readonly run: DocRun;
}

const NONE = 0xfff;
const CHARACTER = 2;
const PARAGRAPH = 1;
const MOST = 4096;

/** By index; styles that are not there are missing. Damaged entries end the list. */
export function readDocStyles(sheet: Uint8Array): DocStyle[] {
  const stated: (DocStyle | undefined)[] = [];
  if (sheet.length < 6) return [];
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const count = Math.min(view.getUint16(2, true), MOST);
  const base = view.getUint16(4, true);
  let at = 2 + view.getUint16(0, true);
  while (stated.length < count && at + 2 <= sheet.length) {
    const length = view.getUint16(at, true);
    stated.push(length === 0 ? undefined : styleOf(sheet.subarray(at + 2, at + 2 + length), base));
    at += 2 + length;
  }
  return stated.map((style, index) => inherit(stated, style, index));
}

function styleOf(bytes: Uint8Array, base: number): DocStyle | undefined {
  if (bytes.length < base + 2) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint16(2, true);
  const length = view.getUint16(base, true) * 2;
  const name = new TextDecoder('utf-16le').decode(bytes.subarray(base + 2, base + 2 + length));
  const parts = modifiers(bytes, base + 4 + length, view.getUint16(4, true) & 0xf);
  const [first = new Uint8Array(), second = new Uint8Array()] = parts;
  const isParagraph = (kind & 0xf) === PARAGRAPH;
  return {
    name,
    base: kind >> 4,
    paragraph: isParagraph ? readParagraphSprms(first.subarray(2)) : {},
    run: isParagraph ? readRunSprms(second) : (kind & 0xf) === CHARACTER ? readRunSprms(first) : {},
  };
}

function modifiers(bytes: Uint8Array, start: number, count: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = start;
  while (parts.length < count && at + 2 <= bytes.length) {
    const length = bytes[at]! | (bytes[at + 1]! << 8);
    parts.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length & 1);
  }
  return parts;
}

/** A chain of bases that leads back to itself ends where it does so. */
function inherit(
  all: readonly (DocStyle | undefined)[],
  style: DocStyle | undefined,
  index: number,
): DocStyle {
  const chain = new Map<number, DocStyle>();
  for (
    let at = index, next = style;
    next && !chain.has(at) && chain.size < 64;
    at = next.base, next = at === NONE ? undefined : all[at]
  )
    chain.set(at, next);
  const paragraph: DocParagraph = {};
  const run: DocRun = {};
  for (const { paragraph: own, run: ownRun } of [...chain.values()].toReversed()) {
    Object.assign(paragraph, own);
    for (const [key, value] of Object.entries(ownRun))
      if (value === 'opposite') Object.assign(run, { [key]: run[key as 'bold'] !== true });
      else if (value !== 'style') Object.assign(run, { [key]: value });
  }
  return { name: style?.name ?? '', base: style?.base ?? NONE, paragraph, run };
}
