// A picture too small to bear a word that anybody could read needs no reader.
import type { Kind } from './kind.ts';

/** Pixels; Vietnamese capitals with their marks need more. */
const smallest = 12;

export function isTiny(bytes: Uint8Array, { name }: Kind): boolean {
  const size = name === 'png' ? sizeOfPng(bytes) : name === 'jpeg' ? sizeOfJpeg(bytes) : null;
  return size !== null && size.every((side) => side > 0) && Math.min(...size) < smallest;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function sizeOfPng(bytes: Uint8Array): readonly [number, number] | null {
  return bytes.length < 24 ? null : [viewOf(bytes).getUint32(16), viewOf(bytes).getUint32(20)];
}

/** A frame's head is any of 0xC0 … 0xCF but the tables among them. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

function sizeOfJpeg(bytes: Uint8Array): readonly [number, number] | null {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const code = bytes[at + 1] ?? 0;
    if (isFrame(code)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
